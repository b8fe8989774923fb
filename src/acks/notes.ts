/** The findings of a set as segment and element notes, in the codes of the 999; the 997 says the same in fewer codes. */
import { GUIDES } from '../guides/index.ts';
import type { Issue } from '../issue.ts';
import type { Guide, Item } from '../x12/grammar.ts';
import { ackCodes, ELEMENT_ERRORS } from './ack-codes.ts';
import type { BusinessUnit } from './business-unit.ts';
import { elementFacts } from './element-numbers.ts';
import type { ReceivedSet } from './received.ts';

/** One segment in error (IK3, AK3) with the errors of its elements. */
export type SegmentNote = {
  segment: string;
  /** Ordinal in the set, ST = 1. */
  position: number;
  /** At most four characters. */
  loop: string | undefined;
  error: string;
  unit: BusinessUnit | undefined;
  elements: ElementNote[];
};

/** One element in error (IK4, AK4). `number` is that of the data element; `copy` is never what a patient could be known by. */
export type ElementNote = {
  position: { element: number; component: number | undefined; repetition: number | undefined };
  number: number | undefined;
  error: string;
  copy: string | undefined;
};

/** The notes of a set's findings, in the order of the set. Findings on the set itself are not among them. */
export function segmentNotes(set: ReceivedSet, issues: readonly Issue[]): SegmentNote[] {
  const notes = new Map<string, SegmentNote>();
  for (const found of issues) {
    const { ik3, ik4 } = codesOf(found, set.guide);
    if (ik3 === undefined && ik4 === undefined) continue;
    const error = ik3 ?? ELEMENT_ERRORS;
    const position = found.origin?.segment ?? 1;
    const segment = segmentIn(found, set.guide);
    const key = `${position}|${segment}|${error}`;
    const note = notes.get(key) ?? { segment, position, loop: loopOf(found), error, unit: undefined, elements: [] };
    if (ik4 !== undefined) note.elements.push(elementNote(found, ik4, set.guide));
    notes.set(key, note);
  }
  const inOrder = [...notes.values()].sort((left, right) => left.position - right.position);
  for (const note of inOrder)
    note.unit = set.units.find(({ from, to }) => note.position >= from && note.position <= to);
  return inOrder;
}

/** IK304 and IK403 of a finding. A segment the guide does not know is told by who else knows it. */
function codesOf(found: Issue, guide: Guide | undefined): { ik3?: string; ik4?: string } {
  if (found.code === 'segment-unknown' && guide !== undefined)
    return { ik3: unknownSegmentCode(found.segmentId ?? '', guide) };
  return ackCodes(found);
}

/** I4: other guides of this set use the segment. 6: only other sets do. 1: nobody does. */
function unknownSegmentCode(id: string, guide: Guide): string {
  if (segmentsOf(guide.set).has(id)) return 'I4';
  return GUIDES.some(({ set }) => segmentsOf(set).has(id)) ? '6' : '1';
}

const segmentsBySet = new Map<string, ReadonlySet<string>>();

function segmentsOf(set: string): ReadonlySet<string> {
  const known = segmentsBySet.get(set);
  if (known !== undefined) return known;
  const ids = new Set(
    GUIDES.filter((guide) => guide.set === set).flatMap((guide) => [...segmentIds(guide.root.items)]),
  );
  segmentsBySet.set(set, ids);
  return ids;
}

function* segmentIds(items: Guide['root']['items']): Generator<string> {
  for (const item of items) {
    if (item.kind === 'segment') yield item.shape.id;
    else yield* segmentIds(item.items);
  }
}

/** What is no segment id at all may be anything, also a patient's name: it is not repeated. A loop is named by its first segment. */
function segmentIn({ segmentId, loop }: Issue, guide: Guide | undefined): string {
  const id = segmentId ?? (guide === undefined ? undefined : openerOf(guide.root.items, loop));
  return id !== undefined && /^[A-Z][A-Z0-9]{1,2}$/.test(id) ? id : 'ZZZ';
}

function openerOf(items: readonly Item[], id: string | undefined): string | undefined {
  for (const item of items) {
    if (item.kind === 'segment') continue;
    const [first] = item.items;
    const opener = item.id === id && first?.kind === 'segment' ? first.shape.id : openerOf(item.items, id);
    if (opener !== undefined) return opener;
  }
  return undefined;
}

/** There is room for four characters: 2010AA is sent as 2010. */
function loopOf({ loop }: Issue): string | undefined {
  return loop === undefined || loop === 'ST' ? undefined : loop.slice(0, 4);
}

/** Ends a reference designator: `SV101-02` is element 1, component 2 of SV1. */
const DESIGNATOR = /^[A-Z][A-Z0-9]{1,2}(\d\d)(?:-(\d\d))?$/;

function elementNote(found: Issue, error: string, guide: Guide | undefined): ElementNote {
  const designator = found.element ?? '';
  const [, element, component] = DESIGNATOR.exec(designator) ?? [];
  const facts = guide === undefined ? undefined : elementFacts(guide, designator);
  return {
    position: {
      element: element === undefined ? 1 : Number(element),
      component: component === undefined ? undefined : Number(component),
      repetition: found.repetition,
    },
    number: facts?.number,
    error,
    copy: facts?.type === 'ID' ? copyOf(found) : undefined,
  };
}

/** Only short codes are repeated: every other value may be a patient's. */
function copyOf({ code, found }: Issue): string | undefined {
  return code !== 'element-character' && /^[A-Z0-9]{1,3}$/.test(found ?? '') ? found : undefined;
}
