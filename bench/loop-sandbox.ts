/**
 * The other side of the loop in a process of its own: `loop-sandbox FOLDER VARIABLE [TO FROM]`.
 * VARIABLE names the secret in the profile; with folders it is an office behind somebody else's server.
 */
import path from 'node:path';
import { startClearinghouse } from '../src/sandbox/clearinghouse.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';

/** What it tells: first its profile (where it is the server), at the end its processor time. */
export type SandboxMessage = { profile?: object; cpuSeconds?: number };

const seed = 'bench';

async function open([folder = '', variable = '', to, from]: readonly string[]) {
  if (to !== undefined && from !== undefined)
    return { office: startClearinghouse({ to, from, office: path.join(folder, 'office'), seed }), profile: {} };
  const sandbox = await startSandbox({ folder: path.join(folder, 'sandbox'), seed });
  return { office: sandbox, profile: sandbox.profile('bench', variable) };
}

const { office, profile } = await open(process.argv.slice(2));
const before = process.cpuUsage();
const tell = (message: SandboxMessage, then: () => void = () => {}) => process.send?.(message, then);
process.once('message', async () => {
  const { user, system } = process.cpuUsage(before);
  await office.stop();
  tell({ cpuSeconds: (user + system) / 1e6 }, () => process.exit(0));
});
process.once('disconnect', () => process.exit(1));
tell({ profile });
