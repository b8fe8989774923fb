/** The fast reader and the plain interpreter of the declarations give the same items, whatever the chunks. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { claim as claimSchema } from '../../schemas/claim.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { findGuide } from '../../src/guides/index.ts';
import { createWireReader, type WireItem } from '../../src/x12/reader.ts';

function readAll(bytes: Uint8Array, plain: boolean, chunk = bytes.length): unknown {
  const reader = createWireReader({ findGuide, plain });
  const items: WireItem[] = [];
  for (let at = 0; at < bytes.length; at += chunk) items.push(...reader.push(bytes.subarray(at, at + chunk)));
  items.push(...reader.end());
  // Declarations are compared by their ids; JSON drops keys whose value is undefined.
  return JSON.parse(
    JSON.stringify(items, (key, value) => (key === 'guide' || key === 'loop' ? (value?.id ?? value) : value)),
  );
}

function sampleFile(): Buffer {
  const [sample] = JSON.parse(readFileSync('samples/claims/professional.json', 'utf8')) as object[];
  const claims = Array.from({ length: 40 }, (_, index) =>
    claimSchema.parse({
      ...sample,
      patientControlNumber: `CW${index}`,
      diagnoses: index % 3 === 0 ? ['J06.9', 'R05'] : ['J06.9'],
    }),
  );
  const party = (id: string) => ({ qualifier: 'ZZ', id, groupId: id });
  const { text } = writeClaims(claims, {
    sender: party('SENDER'),
    receiver: party('RECEIVER'),
    usage: 'T',
    isa13: 1,
    gs06: 1,
    at: new Date('2026-11-02T10:00:00Z'),
    acknowledgmentRequested: true,
    delimiters: { element: '*', component: ':', repetition: '^', segment: '~' },
    lineBreak: '\n',
    maxClaimsPerSet: 7,
    batchReference: 'T',
    submitter: { name: 'ACME BILLING', id: 'SENDER', contact: { name: 'DESK', phone: '6145550100' } },
    receiverParty: { name: 'CLEARINGHOUSE', id: 'RECEIVER' },
  });
  return Buffer.from(text);
}

describe('fast and plain reader', () => {
  const whole = sampleFile();

  test('give the same items', () => {
    expect(readAll(whole, false)).toEqual(readAll(whole, true));
  });

  test.each([1, 2, 3, 7, 64, 105, 106, 107, 1000])('give the same items from chunks of %i bytes', (chunk) => {
    expect(readAll(whole, false, chunk)).toEqual(readAll(whole, true));
  });

  test('give the same items when a byte is wrong', () => {
    const places = Array.from({ length: 90 }, (_, index) => 110 + index * 97);
    for (const place of places) {
      const broken = Buffer.from(whole);
      broken[place] = '*~:^ A9\n'.charCodeAt(place % 8);
      // Deep equality of its own: the runner's is slow on large values and only its report is wanted.
      const [fast, plain] = [readAll(broken, false), readAll(broken, true)];
      if (!isDeepStrictEqual(fast, plain)) expect(fast, `byte ${place}`).toEqual(plain);
    }
  });
});
