/** A worker process that is killed in the middle of a job. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FollowUp } from '../../schemas/jobs.ts';
import type { PlaceConfig } from './place.ts';

const CHILD = fileURLToPath(new URL('./stuck-worker.ts', import.meta.url));

/** Starts a worker process that enqueues the job, takes it and never ends; kills it once it is inside. */
export async function killWorkerInside(config: PlaceConfig, job: FollowUp): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify({ config, job })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes('inside')) break;
    }
    if (!said.includes('inside')) throw new Error('the worker process ended before it took the job');
  } finally {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
    child.kill('SIGKILL');
    await gone;
  }
}
