/** The folder of imported code lists: one file per kind and first day, beside one another, written whole or not at all. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type CodeFile, readCodeFile } from '../codes/code-file.ts';
import { type Code, formatTable, parseTable } from '../codes/code-set.ts';
import {
  type CodeEdition,
  type CodeEditions,
  codeEdition,
  codeEditions,
  EDITION_KINDS,
  type EditionKind,
} from '../codes/edition.ts';
import { Problem } from '../problem.ts';
import { sha256 } from '../store/hash.ts';

const EXTENSION = '.codes';

const KINDS = Object.keys(EDITION_KINDS) as [EditionKind, ...EditionKind[]];

/** First line of a file of the folder: JSON. The lines behind it are a table of codes. */
const header = z.strictObject({
  kind: z.enum(KINDS),
  effective: z.iso.date(),
  until: z.iso.date().optional(),
  /** When it was imported. */
  imported: z.iso.datetime(),
  /** Codes that can be billed or sent. */
  count: z.number().int().positive(),
  /** Name and hash of the owner's file. */
  source: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is known of an imported edition without its codes. */
export type EditionHeader = z.infer<typeof header>;

/** A file to import, and the days on which it decides. */
export type CodeImport = { kind: EditionKind; file: string; effective: string; until?: string | undefined };

/** `known`: the same file was imported for the same days before, and nothing was written; `replaced`: another was. */
export type CodesImported = { outcome: 'imported' | 'known' | 'replaced'; header: EditionHeader };

/** Imports the file of a list's owner; throws a Problem (file-unreadable) that names the line, what was found and what was expected. */
export function importCodes(folder: string, given: CodeImport, at: Date): CodesImported {
  const { kind, file, effective, until } = given;
  const bytes = readBytes(file);
  const hash = sha256(bytes);
  const before = listEditions(folder).find((one) => one.kind === kind && one.effective === effective);
  if (before?.sha256 === hash && before.until === until) return { outcome: 'known', header: before };
  const codes = codesOf(file, readCodeFile(kind, bytes));
  const made: EditionHeader = {
    kind,
    effective,
    ...(until === undefined ? {} : { until }),
    imported: at.toISOString(),
    count: countOf(codes),
    source: path.basename(file),
    sha256: hash,
  };
  writeWhole(fileOf(folder, made), `${JSON.stringify(made)}\n${formatTable(codes)}`);
  return { outcome: before === undefined ? 'imported' : 'replaced', header: made };
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Problem('file-unreadable', `${file}: cannot be read`, { cause: error });
  }
}

function codesOf(file: string, { codes, fault }: CodeFile): NonNullable<CodeFile['codes']> {
  if (fault === undefined) return codes;
  const { line, found, expected } = fault;
  throw new Problem('file-unreadable', `${file}: line ${line}: found ${JSON.stringify(found)}, expected ${expected}`);
}

const fileOf = (folder: string, { kind, effective }: Pick<EditionHeader, 'kind' | 'effective'>) =>
  path.join(folder, `${kind}-${effective}${EXTENSION}`);

/** Under another name first, so that whoever reads meanwhile, or a process that is killed, finds the old file or the new one. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.new`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const out = openSync(draft, 'w');
    try {
      writeFileSync(out, text);
      fsyncSync(out);
    } finally {
      closeSync(out);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The editions of a folder by kind, newest first; none where there is no folder. Throws a Problem (file-unreadable) for a damaged file. */
export function listEditions(folder: string): EditionHeader[] {
  return filesIn(folder)
    .map((file) => readEdition(file).header)
    .sort(
      (left, right) =>
        KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || (left.effective < right.effective ? 1 : -1),
    );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(EXTENSION))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Problem('file-unreadable', `${folder}: cannot be read`, { cause: error });
  }
}

/** The two parts of a file; one that is not as `importCodes` left it is refused. */
function readEdition(file: string): { header: EditionHeader; table: string } {
  const text = readBytes(file).toString('utf8');
  const end = text.indexOf('\n');
  const parsed = header.safeParse(jsonOf(text.slice(0, end)));
  if (parsed.success && path.basename(file) === path.basename(fileOf('', parsed.data)))
    return { header: parsed.data, table: text.slice(end + 1) };
  throw damaged(file);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A function that gives the editions of a folder as it is at the time: a list that was imported meanwhile is among them. Each
 * list is read when it is first needed, and kept while its file stays as it was.
 */
export function watchCodes(folder: string): () => CodeEditions {
  let kept = new Map<string, CodeEdition>();
  let editions = codeEditions([]);
  return () => {
    const stamps = filesIn(folder).map((file) => ({ file, stamp: stampOf(file) }));
    if (stamps.length === kept.size && stamps.every(({ stamp }) => kept.has(stamp))) return editions;
    kept = new Map(stamps.map(({ file, stamp }) => [stamp, kept.get(stamp) ?? openEdition(file)]));
    editions = codeEditions(kept.values());
    return editions;
  };
}

/** The editions of a folder as they are now; each list is read when it is first needed. */
export function loadCodes(folder: string): CodeEditions {
  return watchCodes(folder)();
}

function stampOf(file: string): string {
  const { size, mtimeMs, ino } = statSync(file);
  return `${file} ${size} ${mtimeMs} ${ino}`;
}

function openEdition(file: string): CodeEdition {
  const { kind, effective, until } = readEdition(file).header;
  return codeEdition({ kind, effective, until }, () => codesIn(file));
}

function codesIn(file: string): ReadonlyMap<string, Code> {
  const { header, table } = readEdition(file);
  const codes = parseTable(table);
  if (countOf(codes) === header.count) return codes;
  throw damaged(file);
}

/** Headings stand in a list, and are not sent. */
const countOf = (codes: ReadonlyMap<string, Code>) =>
  [...codes.values()].filter(({ heading }) => heading !== true).length;

const damaged = (file: string) =>
  new Problem('file-unreadable', `${file}: is no imported code list: remove it, and import the list again`);
