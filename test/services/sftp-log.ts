/** What OpenSSH's sftp-server says it did, counted per file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How often each file name was written to its end (uploads) and was given to a file (renames). */
export type Transfers = { uploads: Record<string, number>; renames: Record<string, number> };

const WRITTEN = /^close "(.+)" bytes read \d+ written [1-9]\d*$/;
const RENAMED = /^(?:posix-)?rename old ".+" new "(.+)"$/;
const REFUSED = /^sent status /;

/** Reads the logs of a folder, one per session; a rename that the server refused is not counted. */
export function readTransfers(folder: string): Transfers {
  const transfers: Transfers = { uploads: {}, renames: {} };
  for (const session of readdirSync(folder)) {
    const lines = readFileSync(path.join(folder, session), 'utf8').split(/\r?\n/);
    lines.forEach((line, at) => {
      count(transfers.uploads, WRITTEN.exec(line)?.[1]);
      if (!REFUSED.test(lines[at + 1] ?? '')) count(transfers.renames, RENAMED.exec(line)?.[1]);
    });
  }
  return transfers;
}

function count(counts: Record<string, number>, file: string | undefined): void {
  if (file === undefined) return;
  const name = path.basename(file);
  counts[name] = (counts[name] ?? 0) + 1;
}
