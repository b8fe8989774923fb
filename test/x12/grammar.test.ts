import { describe, expect, test } from 'vitest';
import { composite, dataElement, group, guide, loop, type Scalar, segment, use } from '../../src/x12/grammar.ts';

const el = (key: string, max = 10): Scalar => ({
  kind: 'scalar',
  key,
  label: key,
  de: '1',
  ...dataElement('AN', 1, max),
});
const C1 = composite('C1', 'parts', 'Parts', [el('first'), el('second'), group('rest', 2, [el('third')])]);
const SHAPE = segment('XX', 'Example', [el('a'), C1, group('rows', 2, [el('b'), el('c')])], 'P0304 L030405');

describe('segment', () => {
  test('reads syntax notes', () => {
    expect(SHAPE.syntax).toEqual([
      { rule: 'P', at: [3, 4], text: 'P0304' },
      { rule: 'L', at: [3, 4, 5], text: 'L030405' },
    ]);
    expect(() => segment('XX', 'Example', [el('a')], 'X0102')).toThrow('syntax note X0102');
  });
});

describe('use', () => {
  test('lays usages over elements, components and groups', () => {
    const one = use(SHAPE, 'key', 'Label', 'R2', 100, 'RS(RS-S)RS', {
      '01': 'A "B C" D',
      '02-01': '@CARC <=5',
      '03': 'x3 ?',
    });
    const [a, parts, b, c, d, e] = one.layout.elements;
    expect(one).toMatchObject({ usage: 'R', max: 2, place: 100 });
    expect(a).toMatchObject({ ref: 'XX01', usage: 'R', codes: new Set(['A', 'B C', 'D']) });
    expect(parts?.layout?.elements.map(({ ref, usage }) => `${ref}${usage}`)).toEqual([
      'XX02-01R',
      'XX02-02S',
      'XX02-03N',
      'XX02-04S',
    ]);
    expect(parts?.layout?.elements[0]).toMatchObject({ codeSet: 'CARC', max: 5 });
    expect(b).toMatchObject({ ref: 'XX03', usage: 'R', repeat: 3, disputed: true });
    // What the pattern does not reach is not used.
    expect([c, d, e].map((element) => element?.usage)).toEqual(['S', 'N', 'N']);
    expect(one.layout.slots.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['one a', 'one parts', 'rows rows']);
  });

  test('takes its qualifier from the allowed codes', () => {
    const one = use(SHAPE, 'key', 'Label', 'S>1', 100, 'RR(R)', { '01': 'A B', '02-01': 'C' }, '01 02-01');
    expect(one.max).toBe(Number.POSITIVE_INFINITY);
    expect(one.qualifiers).toEqual([
      { at: 1, codes: new Set(['A', 'B']) },
      { at: 2, part: 1, codes: new Set(['C']) },
    ]);
  });

  test.each<[string, () => unknown, string]>([
    ['too many usages', () => use(SHAPE, 'k', 'L', 'R1', 1, 'RRRRRRRR'), 'usages'],
    ['an unknown usage', () => use(SHAPE, 'k', 'L', 'R1', 1, 'RX'), 'usages'],
    ['an open parenthesis', () => use(SHAPE, 'k', 'L', 'R1', 1, 'RR(RRRRRR'), 'usages'],
    ['an unknown repeat', () => use(SHAPE, 'k', 'L', 'Rx', 1, 'R'), 'repeat'],
    ['an unknown usage of the segment', () => use(SHAPE, 'k', 'L', 'N1', 1, 'R'), 'usage'],
    ['a qualifier without codes', () => use(SHAPE, 'k', 'L', 'R1', 1, 'R', {}, '01'), 'no codes'],
  ])('refuses %s', (_name, build, message) => {
    expect(build).toThrow(message);
  });
});

describe('loop and guide', () => {
  const one = (key: string, pos: number) => use(SHAPE, key, key, 'R1', pos, 'R');

  test('stand at the place of their first segment', () => {
    const made = loop('L', 'loops', 'Loops', 'S3', [one('a', 300), one('b', 300), one('c', 400)], true);
    expect(made).toMatchObject({ place: 300, max: 3, usage: 'S', record: true });
    expect(made.items.map(({ index, place }) => [index, place])).toEqual([
      [0, 300],
      [1, 300],
      [2, 400],
    ]);
  });

  test('position numbers that restart begin a new area', () => {
    const made = guide({
      id: 'G',
      aliases: [],
      set: '000',
      group: 'ZZ',
      label: 'Guide',
      st03: false,
      body: [one('a', 700), one('b', 800), one('c', 100), one('d', 100), one('e', 50)],
    });
    const places = made.root.items.map(({ place }) => place);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(new Set(places).size).toBe(4);
  });
});
