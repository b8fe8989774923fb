/** The compiled way to write and the plain one give the same text, issues, places and records, whatever the values are. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { GUIDES } from '../../src/guides/index.ts';
import type { TextPolicy } from '../../src/x12/characters.ts';
import { compileEncoder } from '../../src/x12/compile-encoder.ts';
import { DEFAULT_DELIMITERS, type Delimiters } from '../../src/x12/delimiters.ts';
import { emitSet, type WrittenRecord } from '../../src/x12/emitter.ts';
import { dataElement, type Guide, type Meaning, segment, use } from '../../src/x12/grammar.ts';
import type { Places } from '../../src/x12/places.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { generateValue } from './generate-value.ts';

// Many runs on a busy machine take longer than the five seconds of a single test.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = Number(process.env.FC_RUNS ?? 100);
const BASIC: TextPolicy = { onDelimiter: 'replace', replaceWith: ' ', characters: 'basic', transliterate: true };

type Settings = { delimiters: Delimiters; policy?: TextPolicy };

function write(guide: Guide, value: object, plain: boolean, { delimiters, policy }: Settings) {
  const writer = createSegmentWriter(delimiters, '', policy);
  const records: WrittenRecord[] = [];
  const places: Places = new WeakMap();
  const onRecord = (record: WrittenRecord) => records.push(record);
  const issues = emitSet(guide, value, { writer, delimiters, st02: '0001', places, onRecord, plain });
  return { text: writer.text(), issues, records, places: ordinalsIn(value, places) };
}

/** The ordinals of all objects in a value. */
function ordinalsIn(value: unknown, places: Places): (number | undefined)[] {
  if (typeof value !== 'object' || value === null) return [];
  return [places.get(value)?.ordinal, ...Object.values(value).flatMap((one) => ordinalsIn(one, places))];
}

type Slot = { holder: Record<string, unknown>; key: string; given: unknown };

/** Every place in a value that holds something. */
function slotsIn(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key, given: holder[key] }, ...slotsIn(holder[key])]);
}

/** What may stand in place of a text or number, of an object, and of a list: of its kind, but odd. */
const SCALARS: readonly unknown[] = [
  undefined, null, '', ' ', '  A', 'A ', 'A:B', 'é', 'a', 'X'.repeat(90), '1.5', '-1', '1.', '.5', '007', 0, -1, 7.5, 1e9, Number.NaN,
  '2026-02-30', '2026-02-28', '2026-01-01/2026-01-31', '12:34', '12:34:56', '25:00', ['A'], ['A', 'B'],
]; // biome-ignore format: a list of oddities

function oddInstead({ holder, given }: Slot, pick: number): unknown {
  if (typeof given !== 'object' || given === null) return SCALARS[pick % SCALARS.length];
  if (Array.isArray(given)) return [undefined, [], [...given, ...given, ...given]][pick % 3];
  // A list has no holes.
  return Array.isArray(holder) ? {} : [undefined, null, {}, [given], [given, given]][pick % 5];
}

describe.each(GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const))('%s', (_id, guide) => {
  test('values without fault', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const value = generateValue(guide, seed);
        const settings = { delimiters: DEFAULT_DELIMITERS };
        expect(write(guide, value, false, settings)).toEqual(write(guide, value, true, settings));
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  test('values with something odd in them', () => {
    const settings: fc.Arbitrary<Settings> = fc.constantFrom(
      { delimiters: DEFAULT_DELIMITERS },
      { delimiters: DEFAULT_DELIMITERS, policy: BASIC },
      { delimiters: { element: '|', component: '>', repetition: '', segment: '\n' } },
      { delimiters: { element: '-', component: '.', repetition: 'A', segment: '1' } },
    );
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
        settings,
        (seed, odd, one) => {
          const value = generateValue(guide, seed);
          const slots = slotsIn(value);
          for (const [at, pick] of odd) {
            const slot = slots[at % Math.max(1, slots.length)];
            if (slot !== undefined) slot.holder[slot.key] = oddInstead(slot, pick);
          }
          expect(write(guide, value, false, one)).toEqual(write(guide, value, true, one));
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('compileEncoder', () => {
  const plain = new Uint8Array(128).fill(1);
  const scalar = (key: string, as: Meaning, max = 10) => ({
    kind: 'scalar' as const,
    key,
    label: key,
    de: '1',
    ...dataElement('AN', 1, max, as),
  });
  const one = use(
    segment('XX', 'Example', [scalar('a', 'text'), scalar('b', 'money'), scalar('c', 'date', 8)]),
    'x',
    'X',
    'R1',
    1,
    'SRS',
  );

  test.each<[object, string | undefined]>([
    [{ a: 'A', b: 1250, c: '2026-01-02' }, 'XX*A*12.5*20260102'],
    [{ b: 0 }, 'XX**0'],
    [{ a: undefined, b: -5, c: undefined }, 'XX**-.05'],
    [{ a: 'A', b: 1.5 }, undefined],
    [{ a: 'TOO LONG A TEXT', b: 1 }, undefined],
    [{ a: 'A' }, undefined],
    [{ b: 1, c: '2026-02-30' }, undefined],
  ])('%j', (value, text) => {
    expect(compileEncoder(one, DEFAULT_DELIMITERS)(value, plain)).toBe(text);
  });
});
