/** The loop's throughput: claims a second from submit to posted, embedded and on PostgreSQL with Redis, with each step's share. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { partner as partnerSchema } from '../schemas/partner.ts';
import { provideSecret } from '../src/config.ts';
import { partnersOf } from '../src/exchange/partner-file.ts';
import { submitClaims } from '../src/exchange/submit.ts';
import { createLog } from '../src/log.ts';
import { stepNames } from '../src/queues/queues.ts';
import type { Service } from '../src/queues/service.ts';
import { SANDBOX_PASSWORD, startSandbox } from '../src/sandbox/sandbox.ts';
import { makeClaims } from '../test/loop/claims.ts';
import { openClaims } from '../test/loop/records.ts';
import { launchPostgres } from '../test/services/postgres-server.ts';
import { removeFolder, temporaryFolder } from '../test/services/process.ts';
import { startRedis } from '../test/services/redis.ts';
import { startService } from '../workers/all.ts';

const CLAIMS = 1000;
const CHUNK = 250;

type Result = { setting: string; seconds: number; steps: Map<string, number> };

/** Runs both settings. */
export async function benchLoop(): Promise<string> {
  const results = [await embedded(), await distributed()];
  const lines = results.map(({ setting, seconds, steps }) => {
    const shares = stepNames.map((step) => `${(steps.get(step) ?? 0).toFixed(1)} s`);
    return `| ${setting} | ${CLAIMS} | ${seconds.toFixed(1)} | ${(CLAIMS / seconds).toFixed(0)} | ${shares.join(' | ')} |`;
  });
  return [
    '## The loop, submit to posted',
    '',
    'One process works on every step; the sandbox answers in the same process. Columns after claims/s: time spent in each step.',
    '',
    `| setting | claims | seconds | claims/s | ${stepNames.join(' | ')} |`,
    `|---|---|---|---|${stepNames.map(() => '---').join('|')}|`,
    ...lines,
  ].join('\n');
}

async function embedded(): Promise<Result> {
  const folder = temporaryFolder('bench');
  const result = await run('embedded (PGlite)', folder, { dataFolder: path.join(folder, 'data') });
  removeFolder(folder);
  return result;
}

async function distributed(): Promise<Result> {
  const folder = temporaryFolder('bench');
  const [postgres, redis] = await Promise.all([launchPostgres(), startRedis()]);
  await postgres.started;
  const config = {
    databaseUrl: postgres.admin,
    redisUrl: redis.url,
    dataFolder: folder,
    fileKey: randomBytes(32),
  };
  const result = await run('Redis + PostgreSQL', folder, config);
  await Promise.all([postgres.stop(), redis.stop()]);
  removeFolder(folder);
  return result;
}

async function run(
  setting: string,
  folder: string,
  config: Parameters<typeof startService>[0]['config'],
): Promise<Result> {
  const sandbox = await startSandbox({ folder: path.join(folder, 'sandbox'), seed: 'bench' });
  provideSecret('CLAIMWIRE_BENCH_PASSWORD', SANDBOX_PASSWORD);
  const profile = partnerSchema.parse({
    ...sandbox.profile('bench', 'CLAIMWIRE_BENCH_PASSWORD'),
    batch: { everySeconds: 0.5, maxClaimsPerFile: 250, maxClaimsPerSet: 1 },
    pollSeconds: 0.5,
  });
  const service = await startService({
    config,
    log: createLog('silent'),
    partners: partnersOf(new Map([['bench', profile]])),
    schedulers: true,
    steps: stepNames,
  });
  const claims = makeClaims(CLAIMS);
  const start = performance.now();
  for (let at = 0; at < CLAIMS; at += CHUNK) {
    const { followUps } = await submitClaims(service.exchange, 'bench', claims.slice(at, at + CHUNK));
    await service.enqueue(followUps);
  }
  while ((await openClaims(service.exchange.store.db)) > 0) await sleep(50);
  const seconds = (performance.now() - start) / 1000;
  const steps = await stepSeconds(service);
  await service.close();
  await sandbox.stop();
  return { setting, seconds, steps };
}

/** Seconds spent in each step, from the service's own figures. */
async function stepSeconds(service: Service): Promise<Map<string, number>> {
  const text = await service.metrics.text();
  return new Map(
    [...text.matchAll(/^claimwire_step_seconds_sum\{step="(\w+)"\} (\S+)$/gm)].map((match) => [
      match[1]!,
      Number(match[2]),
    ]),
  );
}
