/** Libraries that state little about many files: each statement with what must be so for it to hold. */
import type { Issue, IssueCode } from '../../src/issue.ts';
import { type Item, readInterchangeSync } from '../../src/read-interchange.ts';
import { rewriteInterchange } from '../../src/rewrite-interchange.ts';
import { only } from '../x12/wire.ts';
import type { Fact } from './facts.ts';
import { type Loop, loopsNamed, loopTree, segmentsNamed } from './loop-tree.ts';

/** A file as it is asked about. */
type Read = { bytes: Buffer; items: readonly Item[]; errors: readonly Issue[]; tree: Loop };

/** Whether a fact holds; undefined when no statement here covers it. */
export function othersHold({ file, text }: Fact): boolean | undefined {
  for (const [pattern, holds] of STATEMENTS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const bytes = file.bytes();
    const items = [...readInterchangeSync(bytes)];
    const errors = only(items, 'issue').filter(({ severity }) => severity === 'error');
    return holds({ bytes, items, errors, tree: loopTree(bytes) }, match.slice(1));
  }
  return undefined;
}

const has = ({ errors }: Read, ...codes: IssueCode[]) => errors.some(({ code }) => codes.includes(code));
const setsOf = ({ tree }: Read) => loopsNamed(tree, 'ST').map(({ segments: [st] }) => st?.[1]);
const claimsOf = ({ items }: Read) => only(items, '835.claim');
const countIs = (count: number, expected: string | undefined) => count === Number(expected);

/** Every segment of the file, by id, in order; trailers stand behind what they close. */
function sequence(loop: Loop): string[] {
  const ids = loop.segments.map(([id = '']) => id);
  const trailers = ids.filter((id) => /^(SE|GE|IEA)$/.test(id));
  return [...ids.filter((id) => !trailers.includes(id)), ...loop.loops.flatMap(sequence), ...trailers];
}

const isSequence = ({ tree }: Read, expected: string) =>
  sequence(tree).sort().join(' ') === expected.trim().split(/\s+/).sort().join(' ');

const STATEMENTS: readonly (readonly [pattern: RegExp, holds: (read: Read, parts: readonly string[]) => boolean])[] = [
  // kputnam/stupidedi
  [/^separators \* : \^ ~; 40 segments: (.*)$/, (read, [ids = '']) => isSequence(read, ids)],
  [
    /^8 HL loops: (.*?); TRN (\w+) \(.*?\), (\w+) \(.*?\), (\w+) \(/,
    ({ tree }, [levels = '', ...traces]) => {
      const hls = sequenceOf(tree, 'HL').map(([, id, parent, code]) => `${id}/${parent === '' ? '-' : parent}/${code}`);
      return (
        hls.join(' ') === levels &&
        sequenceOf(tree, 'TRN')
          .map((trn) => trn[2])
          .join() === traces.join()
      );
    },
  ],
  [/^no PLB; LX then SE reachable$/, ({ tree }) => !sequence(tree).includes('PLB') && sequence(tree).includes('LX')],
  // keironstoddart/edi-835-parser
  [/^count_claims == (\d+)$/, (read, [n]) => countIs(claimsOf(read).length, n)],
  [
    /^count_patients == (\d+)$/,
    (read, [n]) => countIs(claimsOf(read).filter(({ patient }) => patient !== undefined).length, n),
  ],
  [/rows == (\d+)$/, (read, [n]) => countIs(claimsOf(read).flatMap(({ lines }) => lines).length, n)],
  // xlate/staedi
  [/^3 interchanges start, 3 end, no errors$/, ({ tree, errors }) => tree.loops.length === 3 && errors.length === 0],
  [
    /^AK402 element errors include DATA_ELEMENT_TOO_LONG and INVALID_CHARACTER_DATA; no segment or occurrence errors$/,
    (read) =>
      has(read, 'element-too-long') &&
      has(read, 'element-number', 'element-character') &&
      !has(read, 'segment-unknown', 'segment-unexpected', 'segment-missing', 'segment-repeat', 'loop-repeat'),
  ],
  // Silvenga/EdiWeave
  [
    /^regenerate \(CRLF after each segment\) == input; 1 ISA, 1 GS$/,
    ({ bytes, tree }) =>
      bare(rewriteInterchange(bytes).text) === bare(bytes.toString()) &&
      tree.loops.length === 1 &&
      tree.loops[0]?.loops.length === 1,
  ],
  // an issue of imsweb/x12-parser
  [
    /^must parse: TA1 A 000 then 999 IK3 CLM 289 2010 6; IK3 CLM 381 2010 6; IK5 R 5; AK9 R 1 1 0$/,
    ({ items, tree }) => {
      const [ta1] = only(items, 'ta1');
      const notes = sequenceOf(tree, 'IK3').map((ik3) => ik3.slice(1).join(' '));
      const [[ik5], [ak9]] = [sequenceOf(tree, 'IK5'), sequenceOf(tree, 'AK9')];
      return (
        `${ta1?.result} ${ta1?.note}` === 'A 000' &&
        notes.join(';') === 'CLM 289 2010 6;CLM 381 2010 6' &&
        ik5?.slice(1).join(' ') === 'R 5' &&
        ak9?.slice(1).join(' ') === 'R 1 1 0'
      );
    },
  ],
  // clawdgeorge-prog/x12-parser
  [/^no errors; 3 interchanges: (.*)$/, (read, [sets = '']) => noFault(read) && setsOf(read).join(', ') === sets],
  [
    /^no errors; 3 transactions in one group, all 835$/,
    (read) => noFault(read) && setsOf(read).join() === '835,835,835',
  ],
  [/^no errors(; exit 0)?$/, noFault],
  [
    /^BPR 950 vs sum of CLP paid 750 flagged; CLP002 denied \(status 4\) without SVC$/,
    (read) =>
      has(read, 'payment-balance') &&
      claimsOf(read).some(
        ({ status, lines, patientControlNumber }) =>
          status === '4' && lines.length === 0 && patientControlNumber.endsWith('002'),
      ),
  ],
  [/^contains EMPTY_TRANSACTION$/, (read) => has(read, 'segment-missing', 'loop-missing')],
  [/^contains GS_GE_MISMATCH; exit 1$/, (read) => has(read, 'group-trailer-missing')],
  [/^contains SE_COUNT_MISMATCH; exit 1$/, (read) => has(read, 'set-trailer-missing', 'set-segment-count')],
];

/** That library looks at envelopes and balances alone. */
function noFault({ errors }: Read): boolean {
  return !errors.some(({ code }) => /^(set|group|interchange|isa|claim|line|payment|truncated|stray)/.test(code));
}

const sequenceOf = (loop: Loop, id: string): (readonly string[])[] => [
  ...segmentsNamed(loop, id),
  ...loop.loops.flatMap((inner) => sequenceOf(inner, id)),
];

const bare = (text: string) => text.replace(/[\r\n\uFEFF]/g, '');
