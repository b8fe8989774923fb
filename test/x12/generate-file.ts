/** Whole files of generated values. */
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { emitSet } from '../../src/x12/emitter.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { generateValue } from './generate-value.ts';
import { isa } from './wire.ts';

/** An interchange with one generated set of a guide. */
export function generateFile(guide: Guide, seed: number): string {
  const writer = createSegmentWriter(DEFAULT_DELIMITERS);
  writer.segment(['GS', guide.group, 'SENDER', 'RECEIVER', '20260102', '1530', '1', 'X', guide.id]);
  emitSet(guide, generateValue(guide, seed), { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001' });
  return `${isa()}${writer.text()}GE*1*1~IEA*1*000000001~`;
}
