/**
 * A received file sorted for its acknowledgments: each issue to the set, group or interchange that answers for it. Of a set
 * no more findings are kept than will be told, so a large faulty file needs no more memory than a small one.
 */
import type { Issue } from '../issue.ts';
import type { GroupHeader, InterchangeHeader, SetHeader } from '../x12/envelope.ts';
import type { Guide } from '../x12/grammar.ts';
import type { WireItem } from '../x12/reader.ts';
import type { Segment } from '../x12/tokenizer.ts';
import { ackCodes } from './ack-codes.ts';
import { type BusinessUnit, unitOfRecord, unitOfSet } from './business-unit.ts';

/** `omitted` counts the findings beyond those that are kept; `units` name the business of segments with findings. */
export type ReceivedSet = {
  header: SetHeader;
  guide: Guide | undefined;
  issues: Issue[];
  omitted: number;
  units: BusinessUnit[];
};

/** `received` counts the sets; what GE01 claims (`included`) may differ. */
export type ReceivedGroup = { header: GroupHeader; sets: ReceivedSet[]; included: number; issues: Issue[] };

/** A received interchange as its acknowledgments need it. */
export type ReceivedInterchange = {
  isa: Segment;
  header: InterchangeHeader;
  groups: ReceivedGroup[];
  issues: Issue[];
  /** Whether a TA1 stands in it. */
  answersOthers: boolean;
};

export type ReceiverOptions = {
  /** Most findings kept of one set; 1,000 unless given. */
  maxFindings?: number | undefined;
};

export type Receiver = {
  take(item: WireItem): void;
  /** Adds a finding of the open interchange that the wire reader does not raise itself. */
  add(found: Issue): void;
  /** The interchanges met so far, in file order. */
  readonly interchanges: readonly ReceivedInterchange[];
  /** What stood outside any interchange: nobody can be answered for it. */
  readonly issues: readonly Issue[];
};

const MAX_FINDINGS = 1000;

/** Sorts the items of a wire reader, as they come. Throws a RangeError for `maxFindings` below 1: every refusal has its reason. */
export function createReceiver({ maxFindings = MAX_FINDINGS }: ReceiverOptions = {}): Receiver {
  if (!Number.isSafeInteger(maxFindings) || maxFindings < 1)
    throw new RangeError('maxFindings must be a whole number of at least 1');
  const interchanges: ReceivedInterchange[] = [];
  const outside: Issue[] = [];
  const add = (found: Issue) => {
    const open = found.origin?.isa13 === undefined ? undefined : interchanges.at(-1);
    if (open !== undefined) addIssue(open, found, maxFindings);
    else if (outside.length < maxFindings) outside.push(found);
  };
  return {
    interchanges,
    issues: outside,
    add,
    take(item) {
      if (item.kind === 'interchange')
        interchanges.push({ isa: item.segment, header: item.header, groups: [], issues: [], answersOthers: false });
      else if (item.kind === 'issue') add(item.issue);
      else takeInside(interchanges.at(-1), item);
    },
  };
}

function takeInside(open: ReceivedInterchange | undefined, item: WireItem): void {
  if (open === undefined) return;
  const group = open.groups.at(-1);
  const set = group?.sets.at(-1);
  switch (item.kind) {
    case 'ta1':
      open.answersOthers = true;
      break;
    case 'group':
      open.groups.push({ header: item.header, sets: [], included: 0, issues: [] });
      break;
    case 'set':
      group?.sets.push({ header: item.header, guide: item.guide, issues: [], omitted: 0, units: [] });
      break;
    case 'record':
      noteUnit(set, unitOfRecord(item.guide, item.record));
      break;
    case 'set-end':
      noteUnit(set, unitOfSet(item.guide, item.value, item.segments));
      break;
    case 'group-end':
      if (group !== undefined) group.included = claimedSets(group, item.sets);
  }
}

/** Units without findings are forgotten: a set may hold any number of claims. */
function noteUnit(set: ReceivedSet | undefined, unit: BusinessUnit | undefined): void {
  if (set === undefined || unit === undefined) return;
  // Findings come in file order: those of this unit are the last.
  if ((set.issues.at(-1)?.origin?.segment ?? 0) >= unit.from) set.units.push(unit);
}

/** AK902 repeats GE01 even where it counts wrongly. */
function claimedSets(group: ReceivedGroup, counted: number): number {
  const wrong = group.issues.find(({ code }) => code === 'group-set-count')?.found ?? '';
  return /^\d{1,6}$/.test(wrong) ? Number(wrong) : counted;
}

/** Adds a finding (also one of a partner's own rules) where it is answered for: set, group or interchange. */
export function addIssue(received: ReceivedInterchange, found: Issue, maxFindings = MAX_FINDINGS): void {
  const { ta1, ak9 } = ackCodes(found);
  const { gs06, st02 } = found.origin ?? {};
  const group = gs06 === undefined ? undefined : received.groups.findLast(({ header }) => header.gs06 === gs06);
  const set = st02 === undefined ? undefined : group?.sets.findLast(({ header }) => header.st02 === st02);
  if (ta1 !== undefined) received.issues.push(found);
  else if (ak9 !== undefined) (group ?? received).issues.push(found);
  else if (set !== undefined) keepInSet(set, found, maxFindings);
  else (group ?? received).issues.push(found);
}

/** Keeps what there is room for. What concerns the set itself is always kept, and an error takes the place of a warning. */
function keepInSet(set: ReceivedSet, found: Issue, maxFindings: number): void {
  const { issues } = set;
  if (found.code === 'issues-unlisted') set.omitted += Number(found.found ?? 0);
  if (issues.length < maxFindings || ackCodes(found).ik5 !== undefined) {
    issues.push(found);
    return;
  }
  set.omitted++;
  if (found.severity !== 'error') return;
  const spare = issues.findLastIndex(({ severity }) => severity !== 'error');
  if (spare < 0) return;
  issues.splice(spare, 1);
  issues.push(found);
}
