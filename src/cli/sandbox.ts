/** claimwire sandbox: the clearinghouse simulator until a signal. */
import path from 'node:path';
import { stringify } from 'yaml';
import { createLog } from '../log.ts';
import { closeOnSignal } from '../queues/shutdown.ts';
import { SANDBOX_PASSWORD, startSandbox } from '../sandbox/sandbox.ts';
import { portOf, wholeOf } from './options.ts';
import { printLine, say } from './output.ts';
import { untilSignal } from './running.ts';

/** Starts it and prints a partner profile that reaches it. */
export async function sandbox(options: { port: string; folder: string; seed: string; delay: string }): Promise<0> {
  const running = await startSandbox({
    folder: path.resolve(options.folder),
    port: portOf(options.port),
    seed: options.seed,
    delayMs: wholeOf('--delay', options.delay, 0, 3_600_000),
  });
  closeOnSignal(() => running.stop(), createLog('warn'));
  say(
    `sandbox clearinghouse at ${running.host}:${running.port}, user ${running.user}, password ${SANDBOX_PASSWORD}, host key ${running.hostKey}`,
  );
  say('a partner profile for it (set SANDBOX_PASSWORD):');
  printLine(stringify(running.profile('sandbox', 'SANDBOX_PASSWORD')).trimEnd());
  return untilSignal();
}
