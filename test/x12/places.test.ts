import { expect, test } from 'vitest';
import { GUIDES, WIRE } from '../../src/guides/index.ts';
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { emitSet } from '../../src/x12/emitter.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import type { Place, Places } from '../../src/x12/places.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { generateValue } from './generate-value.ts';
import { CLAIM_837P, in837p, isa } from './wire.ts';

/** Every object in a value that has a place, in the order of the value. */
function placesIn(value: unknown, places: Places, path = ''): [path: string, place: Place][] {
  if (typeof value !== 'object' || value === null) return [];
  const here = places.get(value);
  const inside = Object.entries(value).flatMap(([key, one]) => placesIn(one, places, `${path}/${key}`));
  return here === undefined ? inside : [[path, here], ...inside];
}

const told = ([path, { loop, use, ordinal }]: [string, Place]) =>
  `${path} ${loop.id} ${use?.shape.id ?? ''} ${ordinal}`;

function readWhole(text: string, plain: boolean): { value: object; places: Places } {
  const places: Places = new WeakMap();
  const reader = createWireReader({ ...WIRE, keepRecords: true, plain, places });
  const items = [...reader.push(Buffer.from(text)), ...reader.end()];
  const [value] = items.flatMap((item) => (item.kind === 'set-end' ? [item.value] : []));
  if (value === undefined) throw new Error('there is a set');
  return { value, places };
}

test('each segment of a set that was read knows its ordinal and its offset', () => {
  const text = in837p(CLAIM_837P);
  const { value, places } = readWhole(text, false);
  const found = placesIn(value, places).flatMap(([, { use, ordinal, offset }]) =>
    use === undefined
      ? []
      : [{ id: use.shape.id, ordinal, at: text.slice(offset, (offset ?? 0) + use.shape.id.length) }],
  );
  expect(found.map(({ at }) => at)).toEqual(found.map(({ id }) => id));
  // All segments but the two HL, which become the tree itself.
  expect(found.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toHaveLength(CLAIM_837P.length - 2);
  expect(new Set(found.map(({ ordinal }) => ordinal)).size).toBe(found.length);
});

test.each(GUIDES.map((guide) => [guide.id, guide] as const))('%s: read and written alike', (_id, guide: Guide) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const written: Places = new WeakMap();
    const given = generateValue(guide, seed);
    const writer = createSegmentWriter(DEFAULT_DELIMITERS);
    writer.segment(['GS', guide.group, 'S', 'R', '20260102', '1530', '1', 'X', guide.id]);
    emitSet(guide, given, { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001', places: written });
    const text = `${isa()}${writer.text()}GE*1*1~IEA*1*000000001~`;
    for (const plain of [true, false]) {
      const { value, places } = readWhole(text, plain);
      const here = placesIn(value, places).map(told);
      // LX is computed when it is written: it has a place only where it was read.
      expect(new Set(here)).toEqual(
        new Set([...placesIn(given, written).map(told), ...here.filter((one) => / LX /.test(one))]),
      );
    }
  }
});
