/** Public X12 files with what is known of each: those in test/fixtures, and many more where they are at hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderBeside } from './outside.ts';

type Transaction = { st01: string; gs08?: string | null; st03?: string | null; count: number };

/** What the index says of a file. `path` names it wherever it lies. */
type Entry = {
  path: string;
  sha256: string;
  types: string[];
  primary_type: string;
  transactions: Transaction[];
  interchanges: number;
  groups: number;
  segments: number;
  claims: number;
  remits: number;
  declared: 'valid' | 'invalid' | 'unknown';
  features: string[];
  strict_valid_candidate: boolean;
  pyx12_run?: { verdict?: string } | null;
};

export type CorpusFile = Entry & { bytes(): Buffer };

const committedFolder = fileURLToPath(new URL('fixtures/corpus', import.meta.url));

/** The folder of the large corpus, where it is at hand. */
export const corpusFolder = folderBeside('corpus');

const indexOf = <E extends Entry>(folder: string): E[] =>
  JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
const withBytes = <E extends Entry>(entry: E, file: string): CorpusFile => ({
  ...entry,
  bytes: () => readFileSync(file),
});

/** The part that lies in test/fixtures. */
export const COMMITTED: readonly CorpusFile[] = indexOf<Entry & { file: string }>(committedFolder).map((entry) =>
  withBytes(entry, path.join(committedFolder, entry.file)),
);

/** Every file at hand. */
export const CORPUS: readonly CorpusFile[] =
  corpusFolder === undefined
    ? COMMITTED
    : indexOf(corpusFolder).map((entry) => withBytes(entry, path.join(corpusFolder, entry.path)));

const TYPES = ['837P', '837I', '837D', '835', '999', '277CA', 'TA1', '997', '276', '277'];

/** Of the types that guides are declared for, whatever their version. */
export const isOurs = ({ types }: CorpusFile): boolean =>
  types.length > 0 && types.every((type) => TYPES.includes(type));

/** Begins, somewhere, with an envelope. */
export const hasIsa = ({ features }: CorpusFile): boolean => !features.includes('no-ISA');
