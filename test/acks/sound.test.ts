/** Whatever is received, the answer is sound X12: only what it repeats of a faulty header can be at fault. */
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../src/acks/acknowledge.ts';
import { CORPUS } from '../corpus.ts';
import { HOW, spoil } from '../x12/spoil.ts';
import { CLAIM_837P, in835, issuesOf, PAYMENT_835 } from '../x12/wire.ts';
import { WHOLE } from './received-text.ts';

/** Repeated as received: parties, what a TA1 and AK1, AK2 answer, the number of a claim. */
const REPEATED = /^(ISA0[5-8]|GS0[23]|TA10[123]|AK1\d\d|AK20\d|CTX01-02)$/;

async function faultsOfAnswer(source: string | Uint8Array): Promise<string[]> {
  const answer = await acknowledge(source, { ta1: 'always', warnings: true, snip: 5, unknownSets: 'accept' });
  return issuesOf(answer).flatMap(({ code, element, segmentId }) =>
    REPEATED.test(element ?? '') ? [] : [`${code} ${element ?? segmentId}`],
  );
}

describe.each([
  ['claims', WHOLE, CLAIM_837P.length],
  ['a payment', in835(PAYMENT_835), PAYMENT_835.length],
])('%s spoilt in one segment', (_name, text, segments) => {
  test.each(HOW)('%s', async (how) => {
    for (let at = 0; at < segments; at++)
      expect(await faultsOfAnswer(spoil(text, at, how)), `segment ${at}`).toEqual([]);
  });
});

test('a file cut off anywhere', async () => {
  for (let end = 0; end < WHOLE.length; end += 13)
    expect(await faultsOfAnswer(WHOLE.slice(0, end)), `at ${end}`).toEqual([]);
});

test('public files', async () => {
  const faulty: Record<string, string[]> = {};
  for (const file of CORPUS) {
    const faults = await faultsOfAnswer(file.bytes());
    if (faults.length > 0) faulty[file.path] = faults;
  }
  expect(faulty).toEqual({});
}, 120_000);
