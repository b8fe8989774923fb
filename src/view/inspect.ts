/**
 * A file as a person reads it: loops indented, segments and elements by name, codes spelled out, findings beneath the segment
 * they concern. Lines come as the file is read: all, or only the loops asked for with what stands around them.
 */
import type { Issue, Origin } from '../issue.ts';
import { parseGs, parseIsa, parseSt } from '../x12/envelope.ts';
import type { LoopUse } from '../x12/grammar.ts';
import { createTokenizer, type Segment } from '../x12/tokenizer.ts';
import { spellEnvelope } from './envelope.ts';
import type { Findings } from './findings.ts';
import { createFrames, type Frames, holdsRecords, LEVELS, type Make } from './frames.ts';
import { spellRaw, spellSegment } from './spell.ts';
import type { ViewLine } from './view-line.ts';
import { createWalk, type Step } from './walk.ts';

export type InspectOptions = {
  /** Hide names, ids, dates and free text. */
  mask?: boolean;
  /** Only loops of this id. */
  loop?: string;
  /** Only the records (claims, payments) with this number in their first segment (CLM01, CLP01, CLP07, TRN02). */
  claim?: string;
  /** Only what findings concern: the records they stand in, outside of records what comes before them. */
  faults?: boolean;
  /** What was found in the file; taken out as it is shown. */
  findings?: Findings;
};

export type Inspector = { push(chunk: Uint8Array): ViewLine[]; end(): ViewLine[] };

/** An inspector for one input: push its bytes, then end it. */
export function createInspector(options: InspectOptions = {}): Inspector {
  const tokenizer = createTokenizer();
  const all = options.loop === undefined && options.claim === undefined && options.faults !== true;
  const state: State = { options, frames: createFrames(all), walk: createWalk(), scope: {}, out: [] };
  const take = (found: readonly (Segment | Issue)[]): ViewLine[] => {
    for (const item of found) if ('elements' in item) takeSegment(state, item);
    const { out } = state;
    state.out = [];
    return out;
  };
  return {
    push: (chunk) => take(tokenizer.push(chunk)),
    end() {
      const lines = take(tokenizer.end());
      close(state, LEVELS.ISA);
      if (all || options.faults === true) addFindings(state, options.findings?.takeRest(), 0);
      return [...lines, ...take([])];
    },
  };
}

type State = {
  options: InspectOptions;
  frames: Frames;
  walk: (segment: Segment) => Step;
  /** Control numbers of what is open. */
  scope: Origin;
  out: ViewLine[];
};

function takeSegment(state: State, segment: Segment): void {
  const step = state.walk(segment);
  const id = segment.elements[0] ?? '';
  const ends = TRAILERS.get(id);
  if (id === 'ISA' || id === 'GS' || id === 'ST') openEnvelope(state, id, segment);
  else if (step.ordinal === undefined) close(state, (ends ?? LEVELS.GS) + 1);
  else enterLoops(state, step);
  addLine(state, () => lineOf(step, state.options));
  addFindings(state, state.options.findings?.takeAt(segment.offset), depthOf(step));
  if (ends !== undefined) close(state, ends);
}

const TRAILERS: ReadonlyMap<string, number> = new Map([
  ['SE', LEVELS.ST],
  ['GE', LEVELS.GS],
  ['IEA', LEVELS.ISA],
]);

function openEnvelope(state: State, id: 'ISA' | 'GS' | 'ST', segment: Segment): void {
  close(state, LEVELS[id]);
  state.frames.open(LEVELS[id]);
  if (id === 'ISA') state.scope = { isa13: parseIsa(segment).isa13 };
  else if (id === 'GS') state.scope = { ...state.scope, gs06: parseGs(segment).gs06 };
  else state.scope = { ...state.scope, st02: parseSt(segment).st02 };
}

/** Closes what is open from a level on, each with the findings that concern it as a whole. */
function close(state: State, level: number): void {
  state.frames.closeTo(level, (closing) => {
    if (closing > LEVELS.ST) return;
    addFindings(state, state.options.findings?.takeScope(state.scope), 0);
    const { isa13, gs06 } = state.scope;
    state.scope = closing === LEVELS.ST ? { isa13, gs06 } : closing === LEVELS.GS ? { isa13 } : {};
  });
}

function enterLoops(state: State, { opens, depth, segment }: Step): void {
  const outer = depth - opens.length;
  state.frames.closeTo(LEVELS.LOOPS + outer);
  opens.forEach((loop, index) => {
    const wanted = isWanted(loop, segment, state.options);
    state.frames.open(LEVELS.LOOPS + outer + index, { wanted, keeps: !holdsRecords(loop), record: loop.record });
    addLine(state, () => ({ kind: 'loop', depth: outer + index + 1, id: loop.id, label: loop.label }));
  });
}

function isWanted(loop: LoopUse, { elements }: Segment, { loop: id, claim }: InspectOptions): boolean {
  if (claim !== undefined && loop.record && elements.some((text, at) => at > 0 && text.trim() === claim)) return true;
  return id !== undefined && loop.id === id;
}

/** What stands in a set is indented once, and once for each loop around it. */
function depthOf({ ordinal, depth, segment }: Step): number {
  return ordinal === undefined || ordinal === 1 || segment.elements[0] === 'SE' ? 0 : depth + 1;
}

function lineOf(step: Step, { mask = false }: InspectOptions): ViewLine {
  const { segment, ordinal, use, opens, guide } = step;
  const id = segment.elements[0] ?? '';
  const base = { kind: 'segment', depth: depthOf(step), id, ordinal } as const;
  if (use !== undefined) {
    const label = use.label === opens.at(-1)?.label ? '' : use.label;
    return { ...base, label, parts: spellSegment(use, segment, { mask }) };
  }
  const envelope = spellEnvelope(segment, guide);
  return { ...base, ...(envelope ?? { label: '', parts: spellRaw(segment, { mask }) }) };
}

function addLine(state: State, make: Make, must = false): void {
  state.out.push(...state.frames.add(make, must));
}

function addFindings(state: State, findings: readonly Issue[] = [], depth: number): void {
  const must = state.options.faults === true;
  for (const finding of findings) addLine(state, () => ({ kind: 'finding', depth, finding }), must);
}
