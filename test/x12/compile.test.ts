/** Generated decoders take what is faultless, as the interpreter reads it, and leave all else to it. */
import { describe, expect, test } from 'vitest';
import { guide835, guide837i, guide837p } from '../../src/guides/index.ts';
import { decoderOf } from '../../src/x12/compile.ts';
import type { Guide, LoopUse, SegmentUse } from '../../src/x12/grammar.ts';
import { fits } from '../../src/x12/placement.ts';
import type { ScannedSegment } from '../../src/x12/scanned-segment.ts';
import { createScanner } from '../../src/x12/scanner.ts';
import { decodeSegment } from '../../src/x12/segment-values.ts';
import { isa } from './wire.ts';

function usesOf(loop: LoopUse): SegmentUse[] {
  return loop.items.flatMap((item) => (item.kind === 'loop' ? usesOf(item) : [item]));
}

/** What the first fitting use of a guide makes of a segment: the decoder, and the interpreter with the codes of its faults. */
function decode(guide: Guide, loop: string, text: string) {
  let result: { fast: unknown; plain: unknown; faults: string[] } | undefined;
  const take = (segment: ScannedSegment) => {
    const elements = segment.elements();
    const uses = usesOf(guide.root).filter(({ shape, key }) => shape.id === elements[0] && key === loop);
    const use = uses.find((one) => fits(one, elements, segment.delimiters));
    if (use === undefined) return;
    const faults: string[] = [];
    const plain = decodeSegment(use, elements, segment.delimiters, ({ code }) => faults.push(code));
    result = { fast: decoderOf(use)(segment), plain, faults };
  };
  const scanner = createScanner({ segment: take, issue: () => {} });
  scanner.push(Buffer.from(`${isa()}${text}~`));
  scanner.end();
  if (result === undefined) throw new Error(`no use of ${text}`);
  return result;
}

describe('generated decoders', () => {
  test.each([
    [guide837p, 'service', 'SV1*HC:99213*125*UN*1***1'],
    [guide837p, 'service', 'SV1*HC:99213:25:59:LT:RT:A NOTE*125.5*UN*1*11**1:2:3:4**Y'],
    [guide837p, 'service', 'SV1*HC:99213:::::A NOTE*125*MJ*30***1'],
    [guide837p, 'diagnoses', 'HI*ABK:J069'],
    [guide837p, 'diagnoses', 'HI*ABK:J069*ABF:I10*ABF:E119*ABF:R51'],
    [guide837p, 'claim', 'CLM*PCN1*185***11:B:1*Y*A*Y*Y'],
    [guide837p, 'claim', 'CLM*PCN1*185***11:B:1*Y*A*Y*Y*P*AA:EM::OH'],
    [guide837i, 'principalProcedure', 'HI*BBR:0BH17EZ:D8:20260103'],
    [guide835, 'service', 'SVC*HC:99213*125*100**1'],
    [guide835, 'adjustments', 'CAS*CO*45*15'],
    [guide835, 'adjustments', 'CAS*PR*1*10**2*20.05*3*3*30'],
    [guide835, 'providerAdjustments', 'PLB*1234567893*20261231*WO:ICN1*10*72:CHK1*-5'],
  ] as const)('%# take %s', (guide, key, text) => {
    const { fast, plain, faults } = decode(guide, key, text);
    expect(faults).toEqual([]);
    expect(fast).toEqual(plain);
  });

  test.each([
    ['a gap in a list', guide837p, 'service', 'SV1*HC:99213:25::LT*125*UN*1***1'],
    ['a gap between groups', guide835, 'adjustments', 'CAS*PR*1*10****3*30'],
    ['a component too many', guide837p, 'diagnoses', 'HI*ABK:J069:::::::::X'],
    ['a code that is none', guide837p, 'service', 'SV1*QQ:99213*125*UN*1***1'],
    ['a missing element', guide837p, 'service', 'SV1*HC:99213**UN*1***1'],
    ['a missing component', guide837p, 'service', 'SV1*HC*125*UN*1***1'],
    ['an empty composite', guide837p, 'claim', 'CLM*PCN1*185***::*Y*A*Y*Y'],
    ['an element that is not used', guide837p, 'claim', 'CLM*PCN1*185*X**11:B:1*Y*A*Y*Y'],
    ['an element too many', guide835, 'adjustments', `CAS*CO${'*45*15*1'.repeat(6)}*1`],
    ['a text too long', guide837p, 'claim', `CLM*${'9'.repeat(60)}*185***11:B:1*Y*A*Y*Y`],
  ] as const)('leave %s', (_what, guide, key, text) => {
    expect(decode(guide, key, text).fast).toBeUndefined();
  });
});
