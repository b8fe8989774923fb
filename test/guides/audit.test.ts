import { describe, expect, test } from 'vitest';
import { CODE_SET_NAMES } from '../../src/codes/code-sets.ts';
import { GUIDES } from '../../src/guides/index.ts';
import { auditGuide } from '../../src/x12/audit.ts';
import { dataElement, guide, type Item, type Layout, loop, type Scalar, segment, use } from '../../src/x12/grammar.ts';

describe('the guides', () => {
  test.each(GUIDES.map((one) => [`${one.set} ${one.id}`, one] as const))('%s has no fault', (_name, one) => {
    expect(auditGuide(one, CODE_SET_NAMES)).toEqual([]);
  });
});

const el = (key: string): Scalar => ({ kind: 'scalar', key, label: key, de: '1', ...dataElement('ID', 1, 3) });
const shape = (id: string) => segment(id, id, [el('code'), el('value')]);
const [AA, BB] = [shape('AA'), shape('BB')];
const guideOf = (body: readonly Item[]) =>
  guide<object>({ id: 'G', aliases: [], set: '000', group: 'ZZ', label: 'Guide', st03: false, body });
const qualified = (key: string, codes: string, pos = 100) => use(AA, key, key, 'S1', pos, 'RS', { '01': codes }, '01');
const messages = (body: readonly Item[]) =>
  auditGuide(guideOf(body), new Set(['known'])).map(({ kind, message }) => `${kind}: ${message}`);

test('every code set with a name is used', () => {
  const used = new Set(GUIDES.flatMap(({ root }) => codeSetsIn(root)));
  expect([...CODE_SET_NAMES].filter((name) => !used.has(name))).toEqual([]);
});

function codeSetsIn(item: Item): string[] {
  if (item.kind === 'loop') return item.items.flatMap(codeSetsIn);
  const inLayout = ({ elements }: Layout): string[] =>
    elements.flatMap(({ codeSet, layout }) => [codeSet ?? [], layout === undefined ? [] : inLayout(layout)].flat());
  return inLayout(item.layout);
}

describe('an audit finds', () => {
  test('nothing in siblings that their codes tell apart', () => {
    expect(messages([qualified('one', 'A B'), qualified('two', 'C')])).toEqual([]);
  });

  test('siblings whose codes overlap', () => {
    expect(messages([qualified('one', 'A B'), qualified('two', 'B C')])).toContain('ambiguous: AA: one and two');
  });

  test('siblings without a qualifier, of which only the first is reached', () => {
    const plain = (key: string) => use(AA, key, key, 'S1', 100, 'RS');
    expect(messages([plain('one'), plain('two')])).toEqual([
      'ambiguous: AA: one and two',
      'unreachable: AA two is reached by no segment',
    ]);
  });

  test('a segment that could belong to the loop or to what follows the loop', () => {
    const inner = loop('L', 'inner', 'Inner', 'S1', [
      use(BB, 'open', 'Open', 'R1', 100, 'R'),
      qualified('in', 'A', 200),
    ]);
    expect(messages([inner, qualified('after', 'A', 300)])).toContain('ambiguous: AA: in and after');
    // Before the loop the same segment is no rival: the reader never goes back.
    expect(messages([qualified('before', 'A', 50), inner])).toEqual([]);
  });

  test('a key used twice in a loop or in a segment', () => {
    const twice = segment('CC', 'CC', [el('same'), el('same')]);
    expect(messages([qualified('one', 'A'), qualified('one', 'B'), use(twice, 'c', 'c', 'S1', 200, 'RS')])).toEqual([
      'duplicate-key: loop ST: key one stands twice',
      'duplicate-key: CC: key same stands twice',
    ]);
  });

  test('a code set that nobody knows', () => {
    const named = (set: string) => use(AA, set, set, 'S1', set.length, 'RS', { '02': `@${set}` });
    expect(messages([named('known')])).toEqual([]);
    expect(messages([named('unheard')])).toEqual(['unknown-code-set: AA02: code set unheard is not known']);
  });

  test('a loop without a required first segment', () => {
    expect(messages([loop('L', 'inner', 'Inner', 'S1', [qualified('in', 'A')])])).toEqual([
      'no-opener: loop L does not begin with a required segment',
    ]);
  });
});
