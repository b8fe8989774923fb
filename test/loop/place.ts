/** Everything a run of the loop needs, real: PostgreSQL, Redis, sshd with the sandbox behind it, worker processes. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PartnerInput, partner as partnerSchema } from '../../schemas/partner.ts';
import { partnersOf } from '../../src/exchange/partner-file.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { createLog } from '../../src/log.ts';
import type { Service } from '../../src/queues/service.ts';
import { type Clearinghouse, startClearinghouse } from '../../src/sandbox/clearinghouse.ts';
import { startService } from '../../workers/all.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { removeFolder, startProcess, stopProcess, temporaryFolder } from '../services/process.ts';
import { type RedisServer, startRedis } from '../services/redis.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';

export type Place = {
  service: Service;
  redis: RedisServer;
  sftp: SftpServer;
  clearinghouse: Clearinghouse;
  partnerId: string;
  submit(claims: readonly unknown[]): Promise<void>;
  startWorker(): ChildProcess;
  close(): Promise<void>;
};

let built: string | undefined;

/** The project as JavaScript, in a folder of its own: worker processes start in a second instead of three. */
function build(): string {
  if (built !== undefined) return built;
  const folder = path.resolve('.test/build');
  removeFolder(folder);
  execFileSync(path.resolve('node_modules/.bin/tsc'), [
    '-p',
    'tsconfig.build.json',
    '--outDir',
    folder,
    '--declaration',
    'false',
    '--sourceMap',
    'false',
  ]);
  mkdirSync(path.join(folder, 'src/store'), { recursive: true });
  symlinkSync(path.resolve('src/store/migrations'), path.join(folder, 'src/store/migrations'));
  symlinkSync(path.resolve('package.json'), path.join(folder, 'package.json'));
  built = folder;
  return folder;
}

/** Opens a place; nothing works on it until workers are started. */
export async function openPlace(): Promise<Place> {
  const program = path.join(build(), 'src/cli/main.js');
  const [postgres, redis, sftp] = await Promise.all([startPostgres(), startRedis(), startSshd()]);
  const folder = temporaryFolder('loop');
  const profile = profileOf(sftp);
  mkdirSync(path.join(folder, 'partners'));
  writeFileSync(path.join(folder, 'partners/loop.json'), JSON.stringify(profile));
  const settings = {
    DATABASE_URL: await postgres.createDatabase(),
    REDIS_URL: redis.url,
    CLAIMWIRE_PARTNERS: path.join(folder, 'partners'),
    CLAIMWIRE_DATA: path.join(folder, 'data'),
    CLAIMWIRE_FILE_KEY: randomBytes(32).toString('base64'),
    CLAIMWIRE_JOB_LOCK_SECONDS: '3',
    CLAIMWIRE_LOG_LEVEL: 'warn',
  };
  const clearinghouse = startClearinghouse({
    to: sftp.to,
    from: sftp.from,
    office: path.join(folder, 'office'),
    seed: 'loop',
  });
  const service = await openSubmitter(settings, folder, profile);
  const workers = new Set<ChildProcess>();
  return {
    service,
    redis,
    sftp,
    clearinghouse,
    partnerId: profile.id,
    submit: (claims) => submit(service, profile.id, claims),
    startWorker() {
      const child = startProcess(process.execPath, [program, 'worker'], { env: { ...process.env, ...settings } });
      workers.add(child);
      return child;
    },
    async close() {
      await Promise.all([...workers].map((child) => stopProcess(child, 'SIGKILL')));
      await service.close();
      await clearinghouse.stop();
      await closeServers(postgres, redis, sftp);
      removeFolder(folder);
    },
  };
}

async function closeServers(postgres: PostgresServer, redis: RedisServer, sftp: SftpServer): Promise<void> {
  await Promise.all([postgres.stop(), redis.stop(), sftp.remove()]);
}

function openSubmitter(settings: Record<string, string>, folder: string, profile: PartnerInput): Promise<Service> {
  const partners = partnersOf(new Map([[profile.id, partnerSchema.parse(profile)]]));
  const config = {
    databaseUrl: settings.DATABASE_URL!,
    redisUrl: settings.REDIS_URL!,
    dataFolder: path.join(folder, 'data'),
    fileKey: Buffer.from(settings.CLAIMWIRE_FILE_KEY!, 'base64'),
  };
  return startService({ config, log: createLog('silent'), partners, schedulers: false, steps: [] });
}

/** The rows are what counts: a wake-up that Redis did not take is made good by the sweep. */
async function submit(service: Service, partnerId: string, claims: readonly unknown[]): Promise<void> {
  const { followUps } = await submitClaims(service.exchange, partnerId, claims);
  await service.enqueue(followUps).catch(() => {});
}

function profileOf(sftp: SftpServer): PartnerInput {
  return {
    id: 'loop',
    name: 'Loop clearinghouse',
    usage: 'T',
    sftp: { ...sftp.profile(), timeoutSeconds: 5 },
    sender: { interchangeId: 'CLAIMWIRE' },
    receiver: { interchangeId: 'SANDBOX' },
    submitter: { name: 'LOOP BILLING', contact: { name: 'EDI DESK', phone: '6145550100' } },
    receiverName: 'SANDBOX CLEARINGHOUSE',
    batch: { everySeconds: 0.5, maxClaimsPerFile: 25, maxClaimsPerSet: 1 },
    pollSeconds: 0.5,
  };
}
