/** What is wrong with an X12 file: the findings of reading it and of the rules, in file order. */
import type { SummaryRecord } from '../schemas/records.ts';
import type { CodeEditions } from './codes/edition.ts';
import { WIRE } from './guides/index.ts';
import type { Issue, Snip } from './issue.ts';
import { createChecker } from './rules/checker.ts';
import { bytesOf, type Source } from './source.ts';
import { countItem, noCounts, summaryOf } from './summary.ts';
import { createIssueList } from './x12/issue-list.ts';
import { type Limits, limitsFrom } from './x12/limits.ts';
import type { Places } from './x12/places.ts';
import { createWireReader, type WireItem } from './x12/reader.ts';

export type CheckOptions = {
  /** Name of the file, repeated in every origin. */
  file?: string;
  /** How far to check, as a SNIP type: 5 unless given. */
  snip?: Snip;
  /** How much the file may ask for, where it differs from the usual limits. */
  limits?: Partial<Limits>;
  /** Code lists of their owners that codes are looked up in. */
  codes?: CodeEditions;
};

/** Every finding of a file, and what was counted. */
export type Checked = { issues: Issue[]; summary: SummaryRecord };

/**
 * Checks a file to its end. Never throws for what the data holds; `findingsOf` does the same in constant memory.
 * @example
 * const { issues, summary } = await checkInterchange(bytes, { snip: 2 });
 */
export async function checkInterchange(source: Source, options: CheckOptions = {}): Promise<Checked> {
  const issues: Issue[] = [];
  for await (const found of findingsOf(source, options)) {
    if (found.type === 'summary') return { issues, summary: found };
    issues.push(found);
  }
  throw new Error('a file was checked and not summed up');
}

/** The findings of a file as they are met; the last item is the summary. */
export async function* findingsOf(
  source: Source,
  options: CheckOptions = {},
): AsyncGenerator<Issue | SummaryRecord, void, undefined> {
  const reader = createFindingReader(options);
  for await (const piece of bytesOf(source)) yield* reader.push(piece);
  yield* reader.end();
}

function createFindingReader({ snip = 5, codes, ...options }: CheckOptions) {
  const places: Places = new WeakMap();
  const issues = createIssueList(limitsFrom(options.limits).issues);
  const wire = createWireReader({ ...WIRE, ...options, issues, places });
  const check = createChecker({ upTo: snip, places, codes });
  const counts = noCounts();
  const origin = options.file === undefined ? {} : { file: options.file };
  const findingsIn = (item: WireItem): (Issue | SummaryRecord)[] => {
    const found = check(item);
    countItem(counts, item, found.length);
    if (item.kind === 'issue') return [item.issue];
    if (item.kind === 'end') return [...issues.unlisted(origin), summaryOf(item.totals, counts, origin)];
    return found.filter(issues.admits);
  };
  return {
    push: (chunk: Uint8Array) => wire.push(chunk).flatMap(findingsIn),
    end: () => wire.end().flatMap(findingsIn),
  };
}
