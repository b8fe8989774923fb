/**
 * Segments of a whole file to interchanges, groups, sets and records, in file order and constant memory. A wrong count or a
 * missing trailer is a finding; reading goes on.
 */
import { type Issue, type IssueCode, issue, type Origin } from '../issue.ts';
import { chooseGuide, type FindGuide } from './choose-guide.ts';
import { elementFaults } from './element-faults.ts';
import {
  type GroupHeader,
  type InterchangeHeader,
  parseGs,
  parseIsa,
  parseSt,
  parseTa1,
  type SetHeader,
} from './envelope.ts';
import type { Guide, SegmentUse } from './grammar.ts';
import { createIssueList, type IssueList } from './issue-list.ts';
import { type Limits, limitsFrom } from './limits.ts';
import type { Places } from './places.ts';
import { type ScannedSegment, tagOf } from './scanned-segment.ts';
import { createScanner } from './scanner.ts';
import { createSetReader, type SetReader, type SetReaderOptions, type SetSink } from './set-reader.ts';
import { type Segment, segmentOf } from './tokenizer.ts';
import { type TrailerFault, trailerFaults, wasMet } from './trailers.ts';
import type { Totals, WireItem } from './wire-item.ts';

export type { Totals, WireItem } from './wire-item.ts';

export type WireOptions = {
  findGuide: FindGuide;
  /** The segment that opens a record of a set, to count records by in sets of no known guide. */
  openerOf?: (set: string) => string | undefined;
  /** Declarations of the segments of the envelope by id, to check them by. */
  envelope?: ReadonlyMap<string, SegmentUse>;
  /** Name of the file, repeated in every origin. */
  file?: string;
  /** Where they differ from the usual ones. */
  limits?: Partial<Limits>;
  /** Where issues are listed; a list of its own unless given. */
  issues?: IssueList;
  keepRecords?: boolean;
  /** Hand out the segments of each set with its end. */
  keepSegments?: boolean;
  /** Interpret the guides' declarations without compiled decoders: slower, the same items. */
  plain?: boolean;
  /** Filled with the place of every segment and loop read. */
  places?: Places;
};

export type WireReader = { push(chunk: Uint8Array): WireItem[]; end(): WireItem[] };

/** A reader for one input: push its bytes, then end it. */
export function createWireReader(options: WireOptions): WireReader {
  const limits = limitsFrom(options.limits);
  const state: State = {
    options,
    limits,
    issues: options.issues ?? createIssueList(limits.issues),
    refused: false,
    out: [],
    interchange: undefined,
    group: undefined,
    set: undefined,
    totals: { interchanges: 0, groups: 0, transactions: 0, segments: 0, issues: 0 },
  };
  const sink = {
    segment: (segment: ScannedSegment) => takeSegment(state, segment),
    issue: (found: Issue) => emitIssue(state, { ...found, origin: { ...originOf(state), ...found.origin } }),
  };
  const scanner = createScanner(sink, limits);
  const taken = (): WireItem[] => {
    const { out } = state;
    state.out = [];
    return out;
  };
  return {
    push(chunk) {
      scanner.push(chunk);
      return taken();
    },
    end() {
      scanner.end();
      closeInterchange(state, undefined);
      sumUpIssues(state);
      state.out.push({ kind: 'end', totals: state.totals });
      return taken();
    },
  };
}

type State = {
  options: WireOptions;
  limits: Limits;
  issues: IssueList;
  /** A limit was exceeded: the rest of the file is passed over. */
  refused: boolean;
  out: WireItem[];
  interchange: { header: InterchangeHeader; groups: number; numbers: Set<string> } | undefined;
  group: { header: GroupHeader; sets: number; numbers: Set<string> } | undefined;
  set: OpenSet | undefined;
  totals: Totals;
};

type OpenSet = {
  header: SetHeader;
  guide: Guide | undefined;
  reader: SetReader | undefined;
  /** Of a set that is not read: the tag of the segment that opens a record, and how many of them there are. */
  opener: number;
  unread: number;
  segments: number;
  raw: Segment[];
  origin: Origin;
};

function originOf(state: State, segment?: Segment): Origin {
  return {
    ...(state.options.file === undefined ? {} : { file: state.options.file }),
    ...(state.interchange === undefined ? {} : { isa13: state.interchange.header.isa13 }),
    ...(state.group === undefined ? {} : { gs06: state.group.header.gs06 }),
    ...(state.set === undefined ? {} : { st02: state.set.header.st02, segment: state.set.segments }),
    ...(segment === undefined ? {} : { offset: segment.offset }),
  };
}

function emitIssue(state: State, found: Issue): void {
  state.totals.issues++;
  if (state.issues.admits(found)) state.out.push({ kind: 'issue', issue: found });
}

function sumUpIssues(state: State): void {
  for (const found of state.issues.unlisted(originOf(state))) state.out.push({ kind: 'issue', issue: found });
}

function report(
  state: State,
  segment: Segment | undefined,
  code: IssueCode,
  detail: Pick<Issue, 'message'> & Partial<Pick<Issue, 'severity' | 'element' | 'found' | 'expected'>>,
): void {
  const segmentId = segment?.elements[0];
  emitIssue(
    state,
    issue(code, { ...detail, ...(segmentId === undefined ? {} : { segmentId }), origin: originOf(state, segment) }),
  );
}

function takeSegment(state: State, segment: ScannedSegment): void {
  if (state.refused) return;
  state.totals.segments++;
  if (isControl(segment.tag) && HANDLERS.get(segment.tag)?.(state, segment)) return;
  const { set } = state;
  if (set === undefined) reportStray(state, segmentOf(segment));
  else {
    set.segments++;
    if (state.options.keepSegments === true) set.raw.push(segmentOf(segment));
    if (segment.tag === set.opener) set.unread++;
    const held = set.reader?.take(segment, set.segments) ?? 0;
    const { heldSegments, setSegments } = state.limits;
    if (held > heldSegments) refuse(state, `a set holds more than ${heldSegments} segments open at once`);
    if (set.segments > setSegments) refuse(state, `a set has more than ${setSegments} segments`);
  }
}

function refuse(state: State, message: string): void {
  state.refused = true;
  report(state, undefined, 'limit-exceeded', { message });
}

type Handler = (state: State, segment: ScannedSegment) => boolean;

const handled =
  (handle: (state: State, segment: Segment) => void): Handler =>
  (state, segment) => {
    handle(state, segmentOf(segment));
    return true;
  };

const ISA = tagOf('ISA');
const GS = tagOf('GS');
const ST = tagOf('ST');
const SE = tagOf('SE');
const GE = tagOf('GE');
const IEA = tagOf('IEA');
const TA1 = tagOf('TA1');

/** Asked of every segment: comparisons cost less than a look into a map. */
function isControl(tag: number): boolean {
  return tag === SE || tag === ST || tag === GE || tag === GS || tag === ISA || tag === IEA || tag === TA1;
}

/** Control segments; each closes what it implies is over. False: it has no meaning here and is treated as any segment. */
const HANDLERS: ReadonlyMap<number, Handler> = new Map([
  [ISA, handled(openInterchange)],
  [GS, handled(openGroup)],
  [ST, handled(openSet)],
  [SE, (state, segment) => state.set !== undefined && handled(closeSet)(state, segment)],
  [GE, (state, segment) => state.group !== undefined && handled(closeGroup)(state, segment)],
  [IEA, (state, segment) => state.interchange !== undefined && handled(closeInterchange)(state, segment)],
  [TA1, (state, segment) => state.group === undefined && handled(takeTa1)(state, segment)],
]);

function reportStray(state: State, segment: Segment): void {
  const expected = state.interchange === undefined ? 'ISA' : 'GS, ST or IEA';
  report(state, segment, 'stray-segment', { message: 'a segment outside any transaction set', expected });
  state.out.push({ kind: 'stray', segment, origin: originOf(state, segment) });
}

function openInterchange(state: State, segment: Segment): void {
  closeInterchange(state, undefined);
  state.interchange = { header: parseIsa(segment), groups: 0, numbers: new Set() };
  state.totals.interchanges++;
  state.out.push({ kind: 'interchange', header: state.interchange.header, segment, origin: originOf(state, segment) });
  checkElements(state, segment);
}

function takeTa1(state: State, segment: Segment): void {
  state.out.push({ kind: 'ta1', ack: parseTa1(segment), segment, origin: originOf(state, segment) });
  checkElements(state, segment);
}

function checkElements(state: State, segment: Segment, known: readonly { element: string }[] = []): void {
  const use = state.options.envelope?.get(segment.elements[0] ?? '');
  if (use === undefined) return;
  for (const { code, ...detail } of elementFaults(use, segment)) {
    if (!known.some(({ element }) => element === detail.element)) report(state, segment, code, detail);
  }
}

/** What is wrong with a trailer: one finding for what could be told in two ways. */
function reportTrailer(state: State, segment: Segment, faults: readonly TrailerFault[]): void {
  for (const { code, ...detail } of faults) report(state, segment, code, detail);
  checkElements(state, segment, faults);
}

function closeInterchange(state: State, segment: Segment | undefined): void {
  closeGroup(state, undefined);
  const { interchange } = state;
  if (interchange === undefined) return;
  if (segment === undefined) {
    report(state, undefined, 'interchange-trailer-missing', { message: 'the interchange has no IEA', expected: 'IEA' });
  } else {
    reportTrailer(state, segment, trailerFaults('IEA', segment, interchange.groups, interchange.header.isa13));
  }
  sumUpIssues(state);
  state.out.push({
    kind: 'interchange-end',
    header: interchange.header,
    groups: interchange.groups,
    segment,
    origin: originOf(state, segment),
  });
  state.interchange = undefined;
}

function openGroup(state: State, segment: Segment): void {
  closeGroup(state, undefined);
  if (state.interchange === undefined)
    report(state, segment, 'stray-segment', { message: 'a GS outside any interchange', expected: 'ISA' });
  const header = parseGs(segment);
  state.group = { header, sets: 0, numbers: new Set() };
  state.totals.groups++;
  state.out.push({ kind: 'group', header, segment, origin: originOf(state, segment) });
  checkElements(state, segment);
  if (state.interchange !== undefined) {
    state.interchange.groups++;
    if (wasMet(state.interchange.numbers, header.gs06))
      report(state, segment, 'group-duplicate', {
        message: 'GS06 occurs twice in the interchange',
        element: 'GS06',
        found: header.gs06,
      });
  }
}

function closeGroup(state: State, segment: Segment | undefined): void {
  closeSet(state, undefined);
  const { group } = state;
  if (group === undefined) return;
  if (segment === undefined) {
    report(state, undefined, 'group-trailer-missing', { message: 'the functional group has no GE', expected: 'GE' });
  } else {
    reportTrailer(state, segment, trailerFaults('GE', segment, group.sets, group.header.gs06));
  }
  state.out.push({
    kind: 'group-end',
    header: group.header,
    sets: group.sets,
    segment,
    origin: originOf(state, segment),
  });
  state.group = undefined;
}

function openSet(state: State, segment: Segment): void {
  closeSet(state, undefined);
  const header = parseSt(segment);
  const { group } = state;
  if (group === undefined)
    report(state, segment, 'stray-segment', { message: 'an ST outside any functional group', expected: 'GS' });
  else group.sets++;
  state.totals.transactions++;
  const guide = chooseGuide(state.options.findGuide, header, group?.header);
  const set: OpenSet = { header, guide, reader: undefined, opener: -1, unread: 0, segments: 1, raw: [], origin: {} };
  if (state.options.keepSegments === true) set.raw.push(segment);
  state.set = set;
  set.origin = originOf(state, segment);
  // First the set, then what is wrong with it: who reads issues knows whose they are.
  state.out.push({ kind: 'set', header, group: group?.header, guide, origin: set.origin });
  checkElements(state, segment);
  if (group !== undefined && wasMet(group.numbers, header.st02))
    report(state, segment, 'set-duplicate', {
      message: 'ST02 occurs twice in the group',
      element: 'ST02',
      found: header.st02,
    });
  if (guide === undefined) {
    const opener = state.options.openerOf?.(header.st01);
    if (opener !== undefined) set.opener = tagOf(opener);
    report(state, segment, 'set-unknown', {
      message: 'no guide is known for this set; its segments are counted',
      found: `${header.st03 ?? group?.header.gs08 ?? ''} ${header.st01}`,
    });
  } else set.reader = createSetReader(guide, sinkOf(state, guide, set.origin), setOptions(state));
  if (guide?.st03 === true && header.st03 === undefined)
    report(state, segment, 'element-missing', {
      message: 'the set does not name its guide',
      element: 'ST03',
      expected: guide.id,
    });
  if (guide !== undefined && group !== undefined && group.header.gs01 !== guide.group)
    report(state, segment, 'group-type', {
      message: 'GS01 does not fit this transaction set',
      element: 'GS01',
      found: group.header.gs01,
      expected: guide.group,
    });
}

function setOptions(state: State): SetReaderOptions {
  const { segment: _segment, offset: _offset, ...origin } = originOf(state);
  const { keepRecords = false, plain = false, places } = state.options;
  return { keepRecords, plain, places, origin };
}

function sinkOf(state: State, guide: Guide, origin: Origin): SetSink {
  return {
    record(record) {
      state.out.push({
        kind: 'record',
        guide,
        record,
        origin: { ...origin, segment: record.first.ordinal, offset: record.first.offset },
      });
    },
    issue: (found) => emitIssue(state, found),
  };
}

function closeSet(state: State, segment: Segment | undefined): void {
  const { set } = state;
  if (set === undefined) return;
  const value = set.reader?.finish() ?? {};
  if (segment === undefined) {
    report(state, undefined, 'set-trailer-missing', { message: 'the transaction set has no SE', expected: 'SE' });
  } else {
    set.segments++;
    if (state.options.keepSegments === true) set.raw.push(segment);
    reportTrailer(state, segment, trailerFaults('SE', segment, set.segments, set.header.st02));
  }
  sumUpIssues(state);
  state.out.push({
    kind: 'set-end',
    guide: set.guide,
    header: set.header,
    value,
    segments: set.segments,
    unread: set.unread,
    raw: set.raw,
    origin: set.origin,
  });
  state.set = undefined;
}
