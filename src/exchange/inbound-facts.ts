/** What a received file is, by what it holds. */
import type { TransactionRecord } from '../../schemas/records.ts';
import { guide277ca } from '../guides/277ca.ts';
import type { Item } from '../read-interchange.ts';

/** What is noted with a received file. `error`: there is nothing in it that we can use, a person has to look. */
export type FileFacts = {
  kind: string;
  header: { isa13?: string; usage?: string };
  counts: { transactions: number; segments: number; remits: number; errors: number };
  /** Codes of the errors found, each once. */
  codes: string[];
  error?: { errorCode: string; errorText: string };
};

/** Why nothing was taken from a file. */
export const UNUSABLE = {
  noInterchange: { errorCode: 'no-isa', errorText: 'no X12 interchange was found in this file' },
  unknownSets: { errorCode: 'set-unknown', errorText: 'this file holds no transaction set that Claimwire knows' },
  noRecords: {
    errorCode: 'set-faulty',
    errorText: 'nothing in this file could be read: its segments are not where they belong',
  },
  faulty: { errorCode: 'ingest-failed', errorText: 'this file holds values that cannot be stored' },
} as const;

const KINDS: ReadonlyMap<string, string> = new Map([
  ['ta1', 'TA1'],
  ['999.transaction', '999'],
  ['999.group', '999'],
  ['997.transaction', '997'],
  ['997.group', '997'],
  ['277ca.claim', '277CA'],
  ['276.claim', '276'],
  ['277.claim', '277'],
  ['277.level', '277'],
  ['835.claim', '835'],
  ['835.payment', '835'],
  ['837.claim', '837'],
]);

/** A set of which no record could be read still says what it was meant to be. */
function kindOfSet({ guide, st01 }: TransactionRecord): string[] {
  if (guide === 'unknown') return [];
  return [guide === guide277ca.id ? '277CA' : st01];
}

/** The facts of a file. Several kinds make it mixed; a TA1 rides along with any. */
export function factsOf(items: readonly Item[]): FileFacts {
  const first = items.find((item) => item.type === 'interchange');
  const records = new Set(items.flatMap(({ type }) => KINDS.get(type) ?? []));
  const sets = items.flatMap((item) => (item.type === 'transaction' ? kindOfSet(item) : []));
  const kinds = records.size > 0 ? records : new Set(sets);
  if (kinds.size > 1) kinds.delete('TA1');
  const summary = items.find((item) => item.type === 'summary');
  const errors = items.filter((item) => item.type === 'issue').filter(({ severity }) => severity === 'error');
  const error = records.size > 0 ? undefined : unusable(items, first !== undefined, sets.length > 0);
  return {
    kind: kinds.size === 1 ? [...kinds][0]! : kinds.size > 1 ? 'mixed' : 'unknown',
    header: first === undefined ? {} : { isa13: first.isa13, usage: first.usage },
    counts: {
      transactions: summary?.transactions ?? 0,
      segments: summary?.segments ?? 0,
      remits: summary?.remits ?? 0,
      errors: errors.length,
    },
    codes: [...new Set(errors.map(({ code }) => code))],
    ...(error === undefined ? {} : { error }),
  };
}

/** Why a file without a single record is of no use; undefined for one that is in order and only says nothing. */
function unusable(items: readonly Item[], isX12: boolean, knownSets: boolean): FileFacts['error'] {
  if (!isX12) return UNUSABLE.noInterchange;
  if (saysNothing(items)) return undefined;
  return knownSets ? UNUSABLE.noRecords : UNUSABLE.unknownSets;
}

/** Whole and known, only empty: a 277CA about no claim, an interchange without sets. */
function saysNothing(items: readonly Item[]): boolean {
  return items.every((item) => item.type !== 'segments' && (item.type !== 'issue' || item.severity !== 'error'));
}
