/** Troubles of the backend that mend themselves (a lost connection is taken up again): said once, not per attempt. */
import { describeError, type Log } from '../log.ts';

const QUIET_MS = 10_000;

/** A listener for error events that logs each kind of error at most once in ten seconds. */
export function createTroubleLog(log: Log): (error: Error) => void {
  const said = new Map<string, number>();
  return (error) => {
    const { at: _frames, ...known } = describeError(error);
    const kind = JSON.stringify(known);
    const now = performance.now();
    if (now - (said.get(kind) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    said.set(kind, now);
    log.warn({ err: error }, 'the queue backend is in trouble');
  };
}
