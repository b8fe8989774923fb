/** claimwire sandbox: the clearinghouse simulator until a signal. */
import path from 'node:path';
import { stringify } from 'yaml';
import { createLog } from '../log.ts';
import { Problem } from '../problem.ts';
import { closeOnSignal } from '../queues/shutdown.ts';
import { SANDBOX_PASSWORD, startSandbox } from '../sandbox/sandbox.ts';
import { printLine, say } from './output.ts';
import { untilSignal } from './running.ts';

/** Starts it and prints a partner profile that reaches it. */
export async function sandbox(options: { port: string; folder: string; seed: string; delay: string }): Promise<0> {
  const [port, delayMs] = [Number(options.port), Number(options.delay)];
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Problem('usage', '--port: expected a port number');
  if (!Number.isFinite(delayMs) || delayMs < 0) throw new Problem('usage', '--delay: expected milliseconds');
  const running = await startSandbox({ folder: path.resolve(options.folder), port, seed: options.seed, delayMs });
  closeOnSignal(() => running.stop(), createLog('warn'));
  say(
    `sandbox clearinghouse at ${running.host}:${running.port}, user ${running.user}, password ${SANDBOX_PASSWORD}, host key ${running.hostKey}`,
  );
  say('a partner profile for it (set SANDBOX_PASSWORD):');
  printLine(stringify(running.profile('sandbox', 'SANDBOX_PASSWORD')).trimEnd());
  return untilSignal();
}
