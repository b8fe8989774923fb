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
  ['277ca.level', '277CA'],
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

/** Notes facts item by item, for a file of any size; `facts` once the last item was taken. */
export type FactsTaker = { take(item: Item): void; facts(): FileFacts };

/** Several kinds make a file mixed; a TA1 rides along with any. */
export function createFactsTaker(): FactsTaker {
  const records = new Set<string>();
  const sets = new Set<string>();
  const codes = new Set<string>();
  const counts = { transactions: 0, segments: 0, remits: 0, errors: 0 };
  let header: FileFacts['header'] | undefined;
  let unread = 0;
  const take = (item: Item): void => {
    const kind = KINDS.get(item.type);
    if (kind !== undefined) records.add(kind);
    if (item.type === 'interchange') header ??= { isa13: item.isa13, usage: item.usage };
    else if (item.type === 'transaction') for (const one of kindOfSet(item)) sets.add(one);
    else if (item.type === 'segments') unread++;
    else if (item.type === 'issue' && item.severity === 'error') {
      counts.errors++;
      codes.add(item.code);
    } else if (item.type === 'summary') {
      const { transactions, segments, remits } = item;
      Object.assign(counts, { transactions, segments, remits });
    }
  };
  const facts = (): FileFacts => {
    const kinds = new Set(records.size > 0 ? records : sets);
    if (kinds.size > 1) kinds.delete('TA1');
    // Whole and known, only empty: a 277CA about no claim, an interchange without sets.
    const saysNothing = unread === 0 && counts.errors === 0;
    const error = records.size > 0 ? undefined : unusable(header !== undefined, saysNothing, sets.size > 0);
    return {
      kind: kinds.size === 1 ? [...kinds][0]! : kinds.size > 1 ? 'mixed' : 'unknown',
      header: header ?? {},
      counts,
      codes: [...codes],
      ...(error === undefined ? {} : { error }),
    };
  };
  return { take, facts };
}

/** Why a file without a single record is of no use; undefined for one that is in order and only says nothing. */
function unusable(isX12: boolean, saysNothing: boolean, knownSets: boolean): FileFacts['error'] {
  if (!isX12) return UNUSABLE.noInterchange;
  if (saysNothing) return undefined;
  return knownSets ? UNUSABLE.noRecords : UNUSABLE.unknownSets;
}
