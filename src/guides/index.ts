/** The registry of guides, by (GS08 or ST03, GS01, ST01): a set's guide is never chosen by "837" alone. */
import type { Guide, LoopUse } from '../x12/grammar.ts';
import { guide276 } from './276.ts';
import { guide277 } from './277.ts';
import { guide277ca } from './277ca.ts';
import { guide835 } from './835.ts';
import { guide837d } from './837d.ts';
import { guide837i } from './837i.ts';
import { guide837p } from './837p.ts';
import { guide997, guide997x230 } from './997.ts';
import { guide999 } from './999.ts';
import { ENVELOPE } from './envelope.ts';

export { guide276, guide277, guide277ca, guide835, guide837d, guide837i, guide837p, guide997, guide997x230, guide999 };

/** Every guide Claimwire knows. */
export const GUIDES: readonly Guide[] = [
  guide837p,
  guide837i,
  guide837d,
  guide835,
  guide999,
  guide277ca,
  guide276,
  guide277,
  guide997,
  guide997x230,
];

const byKey = new Map<string, Guide>();
for (const guide of GUIDES) {
  for (const version of [guide.id, ...guide.aliases]) {
    byKey.set(`${version}|${guide.group}|${guide.set}`, guide);
    byKey.set(`${version}||${guide.set}`, guide);
  }
}

/** The guide of a transaction set, or undefined when none is known. With an empty group the version and the set decide. */
export function findGuide(version: string, group: string, set: string): Guide | undefined {
  return byKey.get(`${version}|${group}|${set}`);
}

const openers = new Map(GUIDES.map(({ set, root }) => [set, openerIn(root)]));

/** The id of the segment that opens a record loop: the same in every version of a set. */
function openerIn(loop: LoopUse): string | undefined {
  for (const item of loop.items) {
    if (item.kind === 'segment') continue;
    const [first] = item.items;
    const found = item.record && first?.kind === 'segment' ? first.shape.id : openerIn(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the wire reader needs of the guides. */
export const WIRE = Object.freeze({
  findGuide,
  openerOf: (set: string) => openers.get(set),
  envelope: ENVELOPE,
});
