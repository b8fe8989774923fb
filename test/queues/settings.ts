/** The settings: where queue and store live, each with real servers of our own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresAvailable, startPrivatePostgres } from '../store/private-postgres.ts';
import type { PlaceConfig } from './place.ts';
import { redisAvailable, startPrivateRedis } from './private-redis.ts';

/** One setting; `start` gives what a process needs to know of it, and the way to stop its servers. */
export type Setting = {
  name: string;
  available: boolean;
  embedded: boolean;
  start(): Promise<{ config: PlaceConfig; stop(): Promise<void> }>;
};

async function startFolder(): Promise<{ config: PlaceConfig; stop(): Promise<void> }> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'claimwire-queues-'));
  return { config: { dataFolder }, stop: () => rm(dataFolder, { recursive: true, force: true }) };
}

async function startDatabase() {
  const { databaseUrl, stop } = await startPrivatePostgres();
  return { config: { databaseUrl, dataFolder: tmpdir() }, stop };
}

async function startRedis(options: { cluster: boolean }) {
  const [redis, database] = await Promise.all([startPrivateRedis(options), startDatabase()]);
  const stop = async () => {
    await redis.stop();
    await database.stop();
  };
  return { config: { ...database.config, redisUrl: redis.url }, stop };
}

const bothAvailable = redisAvailable && postgresAvailable;

export const embedded: Setting = { name: 'PGlite', available: true, embedded: true, start: startFolder };
export const postgres: Setting = {
  name: 'PostgreSQL',
  available: postgresAvailable,
  embedded: false,
  start: startDatabase,
};
export const redis: Setting = {
  name: 'Redis and PostgreSQL',
  available: bothAvailable,
  embedded: false,
  start: () => startRedis({ cluster: false }),
};
export const cluster: Setting = {
  name: 'Redis Cluster and PostgreSQL',
  available: bothAvailable,
  embedded: false,
  start: () => startRedis({ cluster: true }),
};
