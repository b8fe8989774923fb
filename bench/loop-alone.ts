/** The loop once, in one setting, in a process of its own: `loop-alone SETTING CLAIMS`. One process works on every step. */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Partner, type PartnerInput, partner as partnerSchema } from '../schemas/partner.ts';
import { provideSecret } from '../src/config.ts';
import { partnersOf } from '../src/exchange/partner-file.ts';
import { submitClaims } from '../src/exchange/submit.ts';
import { createLog } from '../src/log.ts';
import { stepNames } from '../src/queues/queues.ts';
import type { Service, ServiceOptions } from '../src/queues/service.ts';
import { SANDBOX_PASSWORD } from '../src/sandbox/sandbox.ts';
import { makeClaims } from '../test/loop/claims.ts';
import { openClaims } from '../test/loop/records.ts';
import { removeFolder, temporaryFolder } from '../test/services/folders.ts';
import { launchPostgres } from '../test/services/postgres-server.ts';
import { startRedis } from '../test/services/redis.ts';
import { type SftpServer, startSshd } from '../test/services/sshd.ts';
import { startService } from '../workers/all.ts';
import { tell } from './build.ts';
import type { SandboxMessage } from './loop-sandbox.ts';

/** Seconds from the first submission until the last claim came to its end; seconds and runs of each step, waits included. */
export type LoopRun = {
  seconds: number;
  steps: Record<string, { seconds: number; runs: number }>;
  cpuSeconds: number;
  sandboxCpuSeconds: number;
};

type Config = ServiceOptions['config'];
type Place = { config: Config; sshd?: SftpServer; close(): Promise<void> };

/** The variable that holds the sandbox's password on our side. */
const PASSWORD_VARIABLE = 'CLAIMWIRE_BENCH_PASSWORD';

const CHUNK = 250;
const LIMIT_MS = 300_000;

async function embeddedPlace(folder: string): Promise<Place> {
  return { config: { dataFolder: path.join(folder, 'data') }, close: async () => {} };
}

async function distributedPlace(folder: string): Promise<Place> {
  const [postgres, redis, sshd] = await Promise.all([launchPostgres(), startRedis(), startSshd()]);
  await postgres.started;
  const dataFolder = path.join(folder, 'data');
  return {
    config: { databaseUrl: postgres.admin, redisUrl: redis.url, dataFolder, fileKey: randomBytes(32) },
    sshd,
    close: async () => void (await Promise.all([postgres.stop(), redis.stop(), sshd.remove()])),
  };
}

async function startOffice(folder: string, sshd: SftpServer | undefined) {
  const folders = sshd === undefined ? [] : [sshd.to, sshd.from];
  const child = fork(fileURLToPath(new URL('./loop-sandbox.js', import.meta.url)), [
    folder,
    PASSWORD_VARIABLE,
    ...folders,
  ]);
  const { profile } = await hear(child);
  return {
    profile: profile as PartnerInput,
    async stop() {
      child.send('stop');
      return (await hear(child)).cpuSeconds ?? 0;
    },
  };
}

async function hear(child: ChildProcess): Promise<SandboxMessage> {
  const [message] = await once(child, 'message');
  return message as SandboxMessage;
}

function profileOf(given: PartnerInput, sshd: SftpServer | undefined): Partner {
  const own = {
    id: 'bench',
    name: 'Bench clearinghouse',
    usage: 'T',
    sender: { interchangeId: 'CLAIMWIRE' },
    receiver: { interchangeId: 'SANDBOX' },
    submitter: { name: 'BENCH BILLING', contact: { name: 'EDI DESK', phone: '6145550100' } },
    receiverName: 'SANDBOX CLEARINGHOUSE',
    // One claim to a set: a 999 that refuses one set refuses one claim.
    batch: { everySeconds: 0.5, maxClaimsPerFile: CHUNK, maxClaimsPerSet: 1 },
    pollSeconds: 0.5,
  };
  return partnerSchema.parse({ ...own, sftp: sshd === undefined ? given.sftp : sshd.profile() });
}

async function runLoop(service: Service, count: number): Promise<{ seconds: number; submit: number; chunks: number }> {
  const claims = makeClaims(count);
  const begin = performance.now();
  let submit = 0;
  let chunks = 0;
  for (let at = 0; at < count; at += CHUNK, chunks++) {
    const start = performance.now();
    const { followUps } = await submitClaims(service.exchange, 'bench', claims.slice(at, at + CHUNK));
    submit += performance.now() - start;
    await service.enqueue(followUps);
  }
  while ((await openClaims(service.exchange.store.db)) > 0) {
    if (performance.now() - begin > LIMIT_MS) throw new Error('the loop did not come to its end');
    await sleep(50);
  }
  return { seconds: (performance.now() - begin) / 1000, submit: submit / 1000, chunks };
}

/** From the service's own figures. */
async function stepFigures(service: Service): Promise<LoopRun['steps']> {
  const text = await service.metrics.text();
  const value = (metric: string, step: string) =>
    Number(new RegExp(`^claimwire_step_seconds_${metric}\\{step="${step}"\\} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  return Object.fromEntries(
    stepNames.map((step) => [step, { seconds: value('sum', step), runs: value('count', step) }]),
  );
}

async function measure(setting: string, count: number): Promise<LoopRun> {
  const folder = temporaryFolder('bench');
  const place = await (setting === 'embedded' ? embeddedPlace(folder) : distributedPlace(folder));
  const office = await startOffice(folder, place.sshd);
  provideSecret(PASSWORD_VARIABLE, SANDBOX_PASSWORD);
  const partners = partnersOf(new Map([['bench', profileOf(office.profile, place.sshd)]]));
  const log = createLog('silent');
  const service = await startService({ config: place.config, log, partners, schedulers: true, steps: stepNames });
  const before = process.cpuUsage();
  const { seconds, submit, chunks } = await runLoop(service, count);
  const { user, system } = process.cpuUsage(before);
  // Claims are handed in by this process and not by jobs: the step ran, but no worker counted it.
  const steps = { ...(await stepFigures(service)), submit: { seconds: submit, runs: chunks } };
  await service.close();
  const sandboxCpuSeconds = await office.stop();
  await place.close();
  removeFolder(folder);
  return { seconds, steps, cpuSeconds: (user + system) / 1e6, sandboxCpuSeconds };
}

const [setting = 'embedded', count = '1000'] = process.argv.slice(2);
tell(await measure(setting, Number(count)));
