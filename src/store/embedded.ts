/** Opens the embedded database of a data folder. */
import { existsSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asProblem, Problem } from '../problem.ts';
import { lockFolder } from './folder-lock.ts';
import { createEmbeddedPool, type Pool, systemError } from './pglite-pool.ts';
import { typeParsers } from './types.ts';

/** An open database and what is to be called once its pool has ended. */
export type Opened = { pool: Pool; unlock(): Promise<void> };

/** Locks the folder and opens the database in it, made where there is none yet. */
export async function openFolder(folder: string): Promise<Opened> {
  const unlock = await lockFolder(folder);
  try {
    const pool = createEmbeddedPool(await openDatabase(folder));
    // BullMQ's statements name no schema.
    await pool.query('set search_path to public, bullmq');
    return { pool, unlock };
  } catch (error) {
    await unlock();
    throw asProblem(systemError(error)) ?? (await cannotOpen(folder, error));
  }
}

async function openDatabase(folder: string) {
  // Loaded only here: a service on a database server has no use for it.
  const { PGlite } = await import('@electric-sql/pglite');
  const dataDir = path.join(folder, 'database');
  // Stands while a database is being made. What a crash or a full disk left half made is made afresh: it holds nothing yet.
  const making = path.join(folder, 'database.making');
  if (existsSync(making)) await rm(dataDir, { recursive: true, force: true });
  if (!existsSync(dataDir)) await writeFile(making, '');
  const db = await PGlite.create({ dataDir, parsers: typeParsers() });
  await rm(making, { force: true });
  return db;
}

/** Less than this and PostgreSQL cannot write the next 16 MB of its log. */
const ROOM_BYTES = 32 * 1024 * 1024;

/** PGlite says of most things only that it failed to start. */
async function cannotOpen(folder: string, cause: unknown): Promise<Problem> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < ROOM_BYTES) {
    return new Problem('disk-full', `the disk of ${folder} is full: free some room and start again`, { cause });
  }
  const says = `the database in ${folder} cannot be opened: put back a copy of the folder, or set CLAIMWIRE_DATA to another`;
  return new Problem('data-folder-unusable', says, { cause });
}
