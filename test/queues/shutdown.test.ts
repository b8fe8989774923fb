/** A worker process that is asked to end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/store/ids.ts';
import { type PlaceConfig, until } from './place.ts';
import { embedded, postgres } from './settings.ts';

const CHILD = fileURLToPath(new URL('./slow-worker.ts', import.meta.url));

let config: PlaceConfig;
let stop: () => Promise<void>;
let child: ChildProcess;
let said: string;

beforeAll(async () => {
  ({ config, stop } = await (postgres.available ? postgres : embedded).start());
});
afterAll(() => stop?.());
beforeEach(async () => {
  const job = { step: 'submit', payload: { submissionId: newId() } };
  child = spawn(process.execPath, ['--import', 'tsx', CHILD, JSON.stringify({ config, job })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  await until(() => said.includes('inside'), 30);
});
afterEach(() => {
  child.kill('SIGKILL');
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: the running job is finished, then the process ends with 0',
  async (signal) => {
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect({ code, said }).toEqual({ code: 0, said: 'inside closing done ' });
  },
);

test('a second signal ends the process at once', async () => {
  child.kill('SIGTERM');
  await until(() => said.includes('closing'));
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect({ code, said }).toEqual({ code: 143, said: 'inside closing ' });
});
