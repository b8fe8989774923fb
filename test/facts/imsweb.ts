/** imsweb/x12-parser: loops and segments by path. Its sets are parted into HEADER and DETAIL. */
import type { Fact } from './facts.ts';
import { errorsHold } from './imsweb-errors.ts';
import { elementOf, type Loop, loopsNamed, loopTree, segmentsNamed } from './loop-tree.ts';

/** Whether a fact holds; undefined when it is not of a form known here. */
export function imswebHolds({ file, text }: Fact): boolean | undefined {
  const bytes = file.bytes();
  const root = withParts(loopTree(bytes));
  const whole = /^loops\.size\(\) == (\d+)$/.exec(text);
  if (whole !== null) return root.loops.length === Number(whole[1]);
  const [isa] = root.loops;
  return errorsHold(bytes, text) ?? (isa === undefined ? undefined : aboutLoops(isa, text));
}

const ENVELOPE: Readonly<Record<string, string>> = { ISA: 'ISA_LOOP', GS: 'GS_LOOP', ST: 'ST_LOOP' };

/** The same loops with the library's names, those of a set under HEADER (loops 1...) and DETAIL. */
function withParts(loop: Loop): Loop {
  const loops = loop.loops.map(withParts);
  const id = ENVELOPE[loop.id] ?? loop.id;
  if (loop.id !== 'ST') return { ...loop, id, loops };
  // The header of an acknowledgment holds all of its loops.
  const isAck = loop.segments[0]?.[1] === '999';
  const isHeader = (inner: Loop) => isAck || inner.id.startsWith('1');
  const own = (part: Loop['segments']) => part.filter(([name]) => name !== 'ST' && name !== 'SE');
  const part = (name: string, inner: Loop[]): Loop => ({
    ...loop,
    id: name,
    loops: inner,
    segments: own(loop.segments),
  });
  return {
    ...loop,
    id,
    loops: [
      part('HEADER', loops.filter(isHeader)),
      part(
        'DETAIL',
        loops.filter((one) => !isHeader(one)),
      ),
    ],
  };
}

/** Loops by a path such as `GS_LOOP[1]/2000B`: each step at any depth below the one before. */
function follow(from: Loop, path: string): Loop[] {
  let at = [from];
  for (const step of path.split('/').filter((one) => one !== '' && !/^TABLE2AREA\d$/.test(one))) {
    const [, id = '', index] = /^(\w+?)(?:\[(\d+)\])?$/.exec(step) ?? [];
    const found = at.flatMap((loop) => (loop.id === id ? [loop] : loopsNamed(loop, id)));
    at = index === undefined ? found : found.slice(Number(index), Number(index) + 1);
  }
  return at;
}

type Form = readonly [pattern: RegExp, holds: (isa: Loop, parts: string[]) => boolean];

const first = (isa: Loop, path: string) => follow(isa, path)[0];
const segment = (isa: Loop, path: string, id: string, index = '0') => {
  const loop = first(isa, path);
  return loop === undefined ? undefined : segmentsNamed(loop, id)[Number(index)];
};
const count = (list: readonly unknown[] | undefined, expected: string) => list?.length === Number(expected);
const parts = (isa: Loop, value: string | undefined) => (value ?? '').split(isa.component);

const LOOP = '([\\w/\\[\\]]*?)';
const form = (pattern: string, holds: Form[1]): Form => [new RegExp(`^${pattern}$`), holds];

/** Longer forms first. */
const FORMS: readonly Form[] = [
  form(`${LOOP}\\.?getLoops\\(\\)\\.size\\(\\) == (\\d+)`, (isa, [path = '', n = '']) =>
    count(first(isa, path)?.loops, n),
  ),
  form(
    `${LOOP}\\.?getLoops\\(\\)\\.get\\((\\d)\\)\\.getId\\(\\) == "(\\w+)"`,
    (isa, [path = '', at = '', id]) => first(isa, path)?.loops[Number(at)]?.id === id,
  ),
  form(
    `(?:loops\\.get\\(0\\)\\.)?${LOOP}\\.?findLoop\\("(\\w+)\\.size\\(\\) == (\\d+)`,
    (isa, [path = '', id = '', n = '']) => count(follow(first(isa, path) ?? isa, id), n),
  ),
  form('loops\\.get\\(0\\)\\.findLoop\\("(\\w+)\\.isEmpty\\(\\)', (isa, [id = '']) => loopsNamed(isa, id).length === 0),
  form(
    'loops\\.get\\(0\\)\\.findLoop\\("(\\w+)\\.get\\(0\\)\\.getElement\\("(\\w+)", "(\\w+) == "(.*)"',
    (isa, [id = '', seg = '', ref = '', value]) => elementOf(segment(isa, id, seg), ref) === value,
  ),
  form(`${LOOP}\\.getSegments\\(\\)\\.size\\(\\) == (\\d+)`, (isa, [path = '', n = '']) =>
    count(first(isa, path)?.segments, n),
  ),
  form(
    `${LOOP}(?:", (\\d))?"?\\)\\[(\\d)\\)\\.getId\\(\\) == "(\\w+)"`,
    (isa, [path = '', , at = '', id]) => first(isa, path)?.segments[Number(at)]?.[0] === id,
  ),
  form(
    `${LOOP}(?:", (\\d))?"?\\)\\[(\\d)\\)\\.getElement\\("(\\w+) == "(.*)"`,
    (isa, [path = '', nth = '0', at = '', ref = '', value]) =>
      elementOf(follow(isa, path)[Number(nth || 0)]?.segments[Number(at)], ref) === value,
  ),
  form(
    'getSegment\\("(\\w+)\\.(\\w+) == "(.*)"',
    (isa, [seg = '', ref = '', value]) => elementOf(segmentsNamed(isa, seg)[0], ref) === value,
  ),
  form(
    'getElement\\("(\\w+)", "(\\w+)", "(\\w+) == "(.*)"',
    (isa, [id = '', seg = '', ref = '', value]) => elementOf(segment(isa, id, seg), ref) === value,
  ),
  form(
    'getElement\\("(\\w+)", (\\d), "(\\w+)", (\\d), "(\\w+) == "(.*)"',
    (isa, [id = '', at = '', seg = '', nth = '', ref = '', value]) =>
      elementOf(segment(isa, `${id}[${at}]`, seg, nth), ref) === value,
  ),
  form(
    'getElement\\("(\\w+)", (\\d), "(\\w+)", (\\d), "(\\w+)"\\) is null',
    (isa, [id = '', at = '', seg = '', nth = '', ref = '']) =>
      (elementOf(segment(isa, `${id}[${at}]`, seg, nth), ref) ?? '') === '',
  ),
  form(
    'test\\.getElement\\("HL", (?:0, )?"(\\w+) == "(.*)"',
    (isa, [ref = '', value]) => elementOf(segment(isa, '2000B[0]', 'HL'), ref) === value,
  ),
  form('test\\.getElement\\("HL", 1, "(\\w+)"\\) is null', (isa) => segment(isa, '2000B[0]', 'HL', '1') === undefined),
  form(
    'statusCodeElement\\.getSubValues\\(\\)\\.get\\((\\d)\\) == "(\\w+)"',
    (isa, [at = '', value]) =>
      parts(isa, elementOf(segmentsNamed(loopsNamed(isa, '2200D')[0] ?? isa, 'STC')[0], 'STC01'))[Number(at)] === value,
  ),
  form(
    `${LOOP}/(\\w+)(?:\\[(\\d)\\])?\\.(\\w+)\\.getNumOfSubElements\\(\\) == (\\d+)`,
    (isa, [path = '', seg = '', at, ref = '', n = '']) =>
      count(parts(isa, elementOf(segment(isa, path, seg, at), ref)), n),
  ),
  form(
    `${LOOP}/(\\w+)(?:\\[(\\d)\\])?\\.(\\w+)", (\\d)\\) == "(.*)"`,
    (isa, [path = '', seg = '', at, ref = '', nth = '', value]) =>
      parts(isa, elementOf(segment(isa, path, seg, at), ref))[Number(nth)] === value,
  ),
  form(
    `${LOOP}/(\\w+)(?:\\[(\\d)\\])?\\.(\\w+)", (\\d)\\) is null`,
    (isa, [path = '', seg = '', at, ref = '', nth = '']) =>
      parts(isa, elementOf(segment(isa, path, seg, at), ref))[Number(nth)] === undefined,
  ),
  form(
    `${LOOP}/(\\w+)(?:\\[(\\d)\\])?\\.getId\\(\\) == "(\\w+)"`,
    (isa, [path = '', seg = '', at, id]) => segment(isa, path, seg, at)?.[0] === id,
  ),
  form(
    `${LOOP}/(\\w+)(?:\\[(\\d)\\])?\\.(\\w\\w+\\d\\d) == (.*)`,
    (isa, [path = '', seg = '', at, ref = '', value = '']) =>
      elementOf(segment(isa, path, seg, at), ref) === textOf(isa, value),
  ),
  form('getId\\(\\) == "(\\w+)"', (isa, [id]) => isa.id === id || isa.loops[0]?.id === id),
  form(`${LOOP}\\.getId\\(\\) == "(\\w+)"`, (isa, [path = '', id]) => first(isa, path)?.loops[0]?.id === id),
  form(
    '(\\w+)/(\\w+)", (\\d)\\) is null',
    (isa, [id = '', seg = '', at = '']) => segment(isa, id, seg, at) === undefined,
  ),
  form('(\\w+)/(\\w+)"\\) is null', (isa, [id = '', seg = '']) => segment(isa, id, seg) === undefined),
  form('(\\w+)", (\\d)\\) is null', (isa, [id = '', at = '']) => loopsNamed(isa, id)[Number(at)] === undefined),
  form('(\\w+)"\\) is null', (isa, [id = '']) => loopsNamed(isa, id).length === 0),
];

/** `"HC" + compositeSeparator + "99211"` as the text it stands for. */
const textOf = (isa: Loop, value: string) =>
  value
    .split(' + ')
    .map((one) => (one === 'compositeSeparator' ? isa.component : one.replace(/^"|"$/g, '')))
    .join('');

/** `1)."ST_LOOP` and `0)."2010AB` go on from a numbered group. */
const spelled = (text: string) => text.replace(/^(\d)\)\."/, 'GS_LOOP[$1]/');

function aboutLoops(isa: Loop, text: string): boolean | undefined {
  for (const [pattern, holds] of FORMS) {
    const match = pattern.exec(spelled(text));
    if (match !== null) return holds(isa, match.slice(1));
  }
  return undefined;
}
