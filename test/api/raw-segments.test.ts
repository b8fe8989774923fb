import { describe, expect, it } from 'vitest';
import { rawSegments, segmentsAt } from '../../src/api/raw-segments.ts';
import { interchange } from './seed-answers.ts';

const text =
  interchange(7, 'HP', '005010X221A1', '835', ['BPR*I*1', 'TRN*1*A']) +
  interchange(8, 'HP', '005010X221A1', '835', ['BPR*I*2'], '|');

describe('rawSegments', () => {
  it('numbers segments in the file and in their set, over interchanges with different terminators', () => {
    const segments = rawSegments(Buffer.from(text));
    const numbered = segments.map(({ elements, ordinal, gs06, st02, setOrdinal }) => [
      elements[0],
      ordinal,
      gs06,
      st02,
      setOrdinal,
    ]);
    expect(numbered).toEqual([
      ['ISA', 1, undefined, undefined, undefined], ['GS', 2, '7', undefined, undefined], ['ST', 3, '7', '0001', 1], ['BPR', 4, '7', '0001', 2],
      ['TRN', 5, '7', '0001', 3], ['SE', 6, '7', '0001', 4], ['GE', 7, '7', undefined, undefined], ['IEA', 8, undefined, undefined, undefined],
      ['ISA', 9, undefined, undefined, undefined], ['GS', 10, '8', undefined, undefined], ['ST', 11, '8', '0001', 1], ['BPR', 12, '8', '0001', 2],
      ['SE', 13, '8', '0001', 3], ['GE', 14, '8', undefined, undefined], ['IEA', 15, undefined, undefined, undefined],
    ]); // biome-ignore format: a table
    expect(segments[9]?.separators.terminator).toBe('|');
  });

  it('gives the range of one set', () => {
    const segments = rawSegments(Buffer.from(text));
    const found = segmentsAt(segments, { gs06: '0008', st02: '0001', from: 2, to: 9 });
    expect(found.map(({ elements }) => elements.join('*'))).toEqual(['BPR*I*2', 'SE*3*0001']);
    expect(segmentsAt(segments, { st02: '0002', from: 1, to: 9 })).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'Dear partner, no files today.'],
    ['bytes', '\u0000\u0001\ufffd'],
    ['a cut ISA', 'ISA*00*  '],
  ])('finds no segment in %s', (_what, input) => {
    expect(rawSegments(Buffer.from(input))).toEqual([]);
  });
});
