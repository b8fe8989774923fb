/** Temporary folders that carry the id of the process that made them: what a killed run leaves, the next one removes. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signal } from './process-tree.ts';

const made = new Set<string>();

/** A fresh folder with a short path (socket paths are limited to 108 characters). */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `cw-${name}-${process.pid}-`));
  made.add(folder);
  return folder;
}

/** Removes a folder with all that is in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  made.delete(folder);
}

/** Removes what this process made and did not remove; a server that still ends may keep its own for the next run. */
export function removeFolders(): void {
  for (const folder of made) removeQuietly(folder);
}

/** Removes the folders of processes that are gone. */
export function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^cw-[a-z0-9]+-(\d+)-\w{6}$/.exec(name)?.[1];
    if (owner !== undefined && !signal(Number(owner), 0)) removeQuietly(path.join(tmpdir(), name));
  }
}

function removeQuietly(folder: string): void {
  try {
    removeFolder(folder);
  } catch {
    // Another user's, or still in use.
  }
}
