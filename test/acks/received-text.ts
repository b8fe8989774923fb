/** Text as its receiver has it, for tests of acknowledgments. */
import {
  createReceiver,
  type ReceivedInterchange,
  type Receiver,
  type ReceiverOptions,
} from '../../src/acks/received.ts';
import { WIRE } from '../../src/guides/index.ts';
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { segmentsOf } from '../claims/envelope.ts';
import { CLAIM_837P, edit, in837p } from '../x12/wire.ts';

/** Clock and numbers of the answers. */
export const FACTS = {
  isa13: 501,
  gs06: 77,
  at: new Date('2026-01-02T16:00:00Z'),
  delimiters: DEFAULT_DELIMITERS,
};

/** A whole text. */
export function receiveText(text: string, options: ReceiverOptions = {}): Receiver {
  const receiver = createReceiver(options);
  const reader = createWireReader({ ...WIRE });
  for (const item of [...reader.push(Buffer.from(text)), ...reader.end()]) receiver.take(item);
  return receiver;
}

/** The first interchange of a text. */
export function received(text: string, options: ReceiverOptions = {}): ReceivedInterchange {
  const [first] = receiveText(text, options).interchanges;
  if (first === undefined) throw new Error('no interchange');
  return first;
}

/** A professional claim file without fault, and the same with one change. */
export const WHOLE = in837p(CLAIM_837P);
export const fault = (prefix: string, to?: string | readonly string[]) => in837p(edit(CLAIM_837P, prefix, to));

/** A group of `count` equal sets, the second of them spoilt. */
export function group(count: number, spoilt?: string): string {
  const set = segmentsOf(WHOLE).slice(2, -2);
  const sets = Array.from({ length: count }, (_, index) =>
    set.map((segment) => {
      const own = segment.replace(/^(ST\*837\*|SE\*\d+\*)0001/, `$1000${index + 1}`);
      return index === 1 && spoilt !== undefined && own.startsWith('SBR') ? spoilt : own;
    }),
  );
  const [head, gs] = segmentsOf(WHOLE);
  return `${[head, gs, ...sets.flat(), `GE*${count}*1`, 'IEA*1*000000001'].join('~')}~`;
}
