import { expect, test } from 'vitest';
import { GUIDES, WIRE } from '../../src/guides/index.ts';
import { createWalk, planWalk, type SegmentAt, type Walk } from '../../src/rules/walk.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import type { Places } from '../../src/x12/places.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { generateFile } from '../x12/generate-file.ts';

/** Ordinals of the segments that a walk gives, in its order, and of those that have a place at all. */
function walked(text: string, guide: Guide, keepRecords: boolean): { given: number[]; total: number } {
  const places: Places = new WeakMap();
  const reader = createWireReader({ ...WIRE, places, keepRecords });
  const given: SegmentAt[] = [];
  let walk: Walk | undefined;
  let total = 0;
  for (const item of [...reader.push(Buffer.from(text)), ...reader.end()]) {
    if (item.kind === 'set')
      walk = createWalk(
        planWalk(guide, () => true),
        (_loop, _value, around) => around,
      );
    if (item.kind === 'record') given.push(...(walk?.record(item.record) ?? []));
    if (item.kind === 'set-end') {
      given.push(...(walk?.end(item.value) ?? []));
      total = item.segments;
    }
  }
  return { given: given.map(({ value }) => places.get(value)?.ordinal ?? 0), total };
}

const guides = GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const);

test.each(guides)('%s: a walk gives each segment once', (_name, guide) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const text = generateFile(guide, seed);
    // All but ST, SE and the levels, which become the tree itself.
    const levels = text.split('~').filter((segment) => segment.startsWith('HL*')).length;
    for (const keepRecords of [false, true]) {
      const { given, total } = walked(text, guide, keepRecords);
      expect(new Set(given).size).toBe(given.length);
      expect(given.length).toBe(total - 2 - levels);
    }
  }
});
