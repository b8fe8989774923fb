/** How a process ends when it is asked to. */
import type { Log } from '../log.ts';

const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * On SIGTERM or SIGINT closes and exits with 0 (1 when closing failed); a second signal exits at once, which leaves the
 * running jobs to be taken up again. Gives back how to stop listening.
 */
export function closeOnSignal(close: () => Promise<void>, log: Log): () => void {
  let closing = false;
  const listener = (signal: keyof typeof NUMBERS): void => {
    if (closing) process.exit(128 + NUMBERS[signal]);
    closing = true;
    log.info({ signal }, 'closing: the running jobs are finished first');
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, listener);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, listener);
  };
}
