/** The settings: where queue and store live, each with real servers of our own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { available } from '../services/available.ts';
import { startPostgres } from '../services/postgres.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { startRedis } from '../services/redis.ts';
import type { PlaceConfig } from './place.ts';

type Started = { config: PlaceConfig; stop(): Promise<void> };

/** One setting; `start` gives what a process needs to know of it, and the way to stop its servers. */
export type Setting = { name: string; available: boolean; embedded: boolean; start(): Promise<Started> };

async function startFolder(): Promise<Started> {
  const dataFolder = temporaryFolder('queues');
  return { config: { dataFolder }, stop: async () => removeFolder(dataFolder) };
}

async function startDatabase(): Promise<Started> {
  const folder = await startFolder();
  const server = await startPostgres();
  const stop = async () => {
    await server.stop();
    await folder.stop();
  };
  return { config: { ...folder.config, databaseUrl: server.url }, stop };
}

async function startBoth(redisArguments: readonly string[] = []): Promise<Started> {
  const [server, database] = await Promise.all([startRedis(redisArguments), startDatabase()]);
  const stop = async () => {
    await server.stop();
    await database.stop();
  };
  return { config: { ...database.config, redisUrl: server.url }, stop };
}

/** A cluster of one node, which holds all slots. */
async function startCluster(): Promise<Started> {
  const started = await startBoth(['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1']);
  const admin = new Redis(started.config.redisUrl ?? '');
  await admin.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16383);
  while (!(await admin.cluster('INFO')).includes('cluster_state:ok')) await sleep(50);
  admin.disconnect();
  return started;
}

const both = available.redis && available.postgres;

export const embedded: Setting = { name: 'PGlite', available: true, embedded: true, start: startFolder };
export const postgres: Setting = {
  name: 'PostgreSQL',
  available: available.postgres,
  embedded: false,
  start: startDatabase,
};
export const redis: Setting = {
  name: 'Redis and PostgreSQL',
  available: both,
  embedded: false,
  start: () => startBoth(),
};
export const cluster: Setting = {
  name: 'Redis Cluster and PostgreSQL',
  available: both,
  embedded: false,
  start: startCluster,
};
