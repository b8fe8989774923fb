/** The only reader of process.env: settings of a Claimwire process, checked once at the door. */
import path from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';

const folders = z.object({
  /** Folder of the embedded database, generated keys and the lock. */
  CLAIMWIRE_DATA: z.string().min(1).default('.claimwire'),
  /** Folder of imported code lists; `.claimwire-codes` beside `.claimwire` unless given. */
  CLAIMWIRE_CODES: z.string().min(1).optional(),
  /** Folder of partner profiles (one .json, .yaml or .yml each). */
  CLAIMWIRE_PARTNERS: z.string().min(1).default('partners'),
});

const settings = folders.extend({
  /** PostgreSQL; without it the store is an embedded PGlite in the data folder. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// URL' }).optional(),
  /** Redis, Redis Cluster or Valkey; needs DATABASE_URL. Without it the queue lives in the database. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'a redis:// or rediss:// URL' }).optional(),
  /** 32 bytes in base64: key of the stored files; without it one is made in the data folder (embedded only). */
  CLAIMWIRE_FILE_KEY: z.base64({ error: '32 bytes in base64' }).optional(),
  CLAIMWIRE_OPERATOR: z.string().min(1).default('operator'),
  /** Password of the operator account; without it a random one is printed once at start. */
  CLAIMWIRE_PASSWORD: z.string().min(8, { error: '8 characters or more' }).optional(),
  CLAIMWIRE_HOST: z.string().min(1).default('127.0.0.1'),
  CLAIMWIRE_PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65535).default(8370),
  /** A job whose worker gave no sign of life for so long is taken over by another. */
  CLAIMWIRE_JOB_LOCK_SECONDS: z.coerce
    .number({ error: '1 to 600 seconds' })
    .min(1, { error: '1 to 600 seconds' })
    .max(600, { error: '1 to 600 seconds' })
    .default(15),
  CLAIMWIRE_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { error: 'trace, debug, info, warn, error or silent' })
    .default('info'),
});

/** Where things lie, as absolute paths. */
export type Folders = { dataFolder: string; partnersFolder: string; codesFolder: string };

/** Settings of one process. */
export type Config = Folders & {
  databaseUrl?: string;
  redisUrl?: string;
  fileKey?: Buffer;
  operator: { name: string; password?: string };
  http: { host: string; port: number };
  jobLockSeconds: number;
  logLevel: z.infer<typeof settings>['CLAIMWIRE_LOG_LEVEL'];
};

/** The folders alone, for commands that need no server: other settings may be as they like. Throws as readConfig does. */
export function readFolders(env: NodeJS.ProcessEnv = process.env): Folders {
  return foldersOf(parsed(folders, env));
}

function foldersOf(s: z.infer<typeof folders>): Folders {
  const dataFolder = path.resolve(s.CLAIMWIRE_DATA);
  return {
    dataFolder,
    partnersFolder: path.resolve(s.CLAIMWIRE_PARTNERS),
    codesFolder: path.resolve(s.CLAIMWIRE_CODES ?? `${dataFolder}-codes`),
  };
}

function parsed<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const result = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== '')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Problem('config-invalid', `${String(issue?.path[0])}: expected ${issue?.message}`);
}

/** Reads the settings from an environment; throws a Problem that names the faulty variable and what was expected. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const s = parsed(settings, env);
  if (s.REDIS_URL !== undefined && s.DATABASE_URL === undefined) {
    throw new Problem(
      'config-invalid',
      'REDIS_URL is set without DATABASE_URL: set DATABASE_URL too (Redis carries only the queue)',
    );
  }
  return {
    ...(s.DATABASE_URL === undefined ? {} : { databaseUrl: s.DATABASE_URL }),
    ...(s.REDIS_URL === undefined ? {} : { redisUrl: s.REDIS_URL }),
    ...foldersOf(s),
    ...(s.CLAIMWIRE_FILE_KEY === undefined ? {} : { fileKey: readFileKey(s.CLAIMWIRE_FILE_KEY) }),
    operator: {
      name: s.CLAIMWIRE_OPERATOR,
      ...(s.CLAIMWIRE_PASSWORD === undefined ? {} : { password: s.CLAIMWIRE_PASSWORD }),
    },
    http: { host: s.CLAIMWIRE_HOST, port: s.CLAIMWIRE_PORT },
    jobLockSeconds: s.CLAIMWIRE_JOB_LOCK_SECONDS,
    logLevel: s.CLAIMWIRE_LOG_LEVEL,
  };
}

function readFileKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new Problem('config-invalid', `CLAIMWIRE_FILE_KEY: expected 32 bytes in base64, found ${key.length}`);
  return key;
}

/** A secret that a partner profile names by its environment variable; undefined when it is not set. */
export function readSecret(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}

/** Whether a failed command should print its stack. */
export function debugging(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.CLAIMWIRE_DEBUG === '1';
}

/** Makes a secret known to profiles that name it, in this process only (the demo's own sandbox). */
export function provideSecret(name: string, value: string, env: NodeJS.ProcessEnv = process.env): void {
  env[name] = value;
}

/** Whether a person asked for no colours (NO_COLOR, https://no-color.org). */
export function noColour(env: NodeJS.ProcessEnv = process.env): boolean {
  return (env.NO_COLOR ?? '') !== '';
}
