/** cosyte/x12: facts about what its decoders give back, each under the name that its tests give it. */
import type { Issue } from '../../src/issue.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { only } from '../x12/wire.ts';
import { acknowledgment, interchange, remittance, statusReport } from './cosyte-answers.ts';
import { submission } from './cosyte-claims.ts';
import { holdsOf } from './expression.ts';
import type { Fact } from './facts.ts';
import { type Loop, loopsNamed, loopTree } from './loop-tree.ts';

/** Whether a fact holds; undefined when it is of another form. */
export function cosyteHolds({ file, text }: Fact): boolean | undefined {
  const bytes = file.bytes();
  const [isa] = loopTree(bytes).loops;
  if (isa === undefined) return undefined;
  const issues = only([...readInterchangeSync(bytes, { snip: 5 })], 'issue');
  const fact = text.trim();
  return aboutWarnings(issues, fact) ?? aboutLists(isa, issues, fact) ?? holdsOf(namesFor(isa, issues), fact, NAMES);
}

const NAMES: Readonly<Record<string, string>> = {
  'HL_LEVEL_CODES.INFORMATION_SOURCE': '20',
  'HL_LEVEL_CODES.SUBSCRIBER': '22',
  'HL_LEVEL_CODES.DEPENDENT': '23',
};

function namesFor(isa: Loop, issues: readonly Issue[]) {
  const set = loopsNamed(isa, 'ST')[0];
  const ix = interchange(isa);
  const ta1 = ix.ta1Segments[0] ?? null;
  if (set === undefined) return { ix, ta1, unexpected: issues };
  const sub = submission(set);
  const remit = remittance(set);
  const ack = { ...acknowledgment(set), interchange: { warnings: errorsOf(issues) } };
  const claim = set.segments[0]?.[1] === '837' ? sub.claims[0] : undefined;
  const r = { ...statusReport(set), warnings: errorsOf(issues) };
  const response = ack.transactionResponses[0];
  return {
    sub,
    remit: { ...remit, warnings: errorsOf(issues) },
    ack,
    r,
    claim: claim ?? remit.claims[0] ?? r.claims[0],
    remarks: remit.claims[0]?.serviceLines[0]?.remarks,
    response,
    note: response?.segmentNotes[0],
    info: r.claims[0]?.statuses[0],
    unknowns: issues.filter(({ code, segmentId }) => code === 'segment-unexpected' && segmentId === 'HI'),
  };
}

/** What that library warns of are errors here. */
const errorsOf = (issues: readonly Issue[]) => issues.filter(({ severity }) => severity === 'error');

type Warned = (issue: Issue) => boolean;
const inElement =
  (pattern: RegExp): Warned =>
  ({ code, element = '' }) =>
    code === 'code-unknown' && pattern.test(element);

const WARNINGS: Readonly<Record<string, Warned>> = {
  X12_UNKNOWN_CARC: inElement(/^CAS/),
  X12_UNKNOWN_RARC: inElement(/^LQ/),
  X12_UNKNOWN_CLAIM_STATUS_CATEGORY: inElement(/^STC\d\d-01$/),
  X12_UNKNOWN_CLAIM_STATUS: inElement(/^STC\d\d-02$/),
  X12_HL_PARENT_MISMATCH: ({ code }) => code === 'hierarchy-number',
  X12_HL_PARENT_LEVEL_INVALID: ({ code, segmentId }) => code === 'segment-unexpected' && segmentId === 'HL',
};

/** Whether there are findings of the kinds that a fact names, or none. */
function aboutWarnings(issues: readonly Issue[], text: string): boolean | undefined {
  if (/WARNING_CODES\.X12_PRE_005010\)\.length == 0$/.test(text)) return errorsOf(issues).length === 0;
  // Messages there come from a fixed list: no value stands in them.
  if (text.startsWith('ALL_WARNING_MESSAGES'))
    return issues.every(({ message, found }) => found === undefined || !message.includes(found));
  const named = [...text.matchAll(/WARNING_CODES\.(\w+)/g)].flatMap(([, name = '']) => WARNINGS[name] ?? []);
  if (named.length === 0) return undefined;
  const found = issues.some((issue) => named.some((warned) => warned(issue)));
  if (/\.some\(.*== true$/.test(text) || text.startsWith('codes contains')) return found;
  return /\.length == 0$/.test(text) ? !found : undefined;
}

/** Facts about every member of a list. */
function aboutLists(isa: Loop, issues: readonly Issue[], text: string): boolean | undefined {
  const mapped = /^(\w\S*)\.map\(\(\w\) => \w\.(\w+)\)(\.sort\(\))? == (\[.*\])$/.exec(text);
  const every = /^(\w\S*)\.every\(\(\w\) => \w\.(\w+) === "(.*)"\) == true$/.exec(text);
  const [, path = '', field = ''] = mapped ?? every ?? [];
  if (path === '') return undefined;
  const names = namesFor(isa, issues);
  const member = (index: number, value: string) => holdsOf(names, `${path}[${index}].${field} == "${value}"`, NAMES);
  const values: string[] | undefined = mapped === null ? undefined : JSON.parse(mapped[4] ?? '[]');
  const length = Array.from({ length: 100 }, (_, index) => index).find((index) =>
    holdsOf(names, `len(${path}) == ${index}`),
  );
  const all = Array.from({ length: length ?? 0 }, (_, index) => index);
  if (values === undefined) return all.every((index) => member(index, every?.[3] ?? '') === true);
  if (mapped?.[3] === undefined)
    return values.length === length && values.every((value, index) => member(index, value) === true);
  return values.length === length && values.every((value) => all.some((index) => member(index, value) === true));
}
