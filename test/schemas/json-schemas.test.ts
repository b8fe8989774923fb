import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as records from '../../schemas/records.ts';
import { generateJsonSchemas } from '../../scripts/json-schemas.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { in837p, isa, itemsOf } from '../x12/wire.ts';

const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

describe('schemas/json', () => {
  test('is what the zod schemas say (npx tsx scripts/json-schemas.ts writes it)', () => {
    expect(generateJsonSchemas(true)).toEqual([]);
  });

  test('describes claims, partners and records', () => {
    const required = z.object({ required: z.array(z.string()) });
    const claim = required.parse(read(new URL('../../schemas/json/claim.json', import.meta.url)));
    expect(claim.required).toEqual(expect.arrayContaining(['patientControlNumber', 'subscriber', 'charge', 'lines']));
    const partner = required.parse(read(new URL('../../schemas/json/partner.json', import.meta.url)));
    expect(partner.required).toEqual(expect.arrayContaining(['id', 'usage', 'sftp', 'sender', 'receiver']));
  });
});

describe('what is read', () => {
  const folder = new URL('../fixtures/x12/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.x12'));
  const schemas = Object.values(records).flatMap((one) =>
    one instanceof z.ZodObject && 'type' in one.shape ? [one.strict()] : [],
  );
  const items = [
    ...files.flatMap((name) => [...readInterchangeSync(readFileSync(new URL(name, folder)), { file: name })]),
    ...itemsOf(`${isa()}TA1*000000042*260102*1530*R*024~IEA*0*000000001~`),
    ...itemsOf(in837p([]).replaceAll('005010X222A1', 'UNKNOWN')),
  ];

  test('has the form of its record, and nothing more', () => {
    for (const item of items) {
      if (item.type === 'issue') continue;
      const results = schemas.map((schema) => schema.safeParse(item));
      expect(
        results.some(({ success }) => success),
        `${item.type}: ${JSON.stringify(item).slice(0, 200)}`,
      ).toBe(true);
    }
  });

  test('is of every type but that of the 997', () => {
    expect([...new Set(items.map(({ type }) => type))].sort()).toEqual([
      '277ca.claim',
      '835.claim',
      '835.payment',
      '837.claim',
      '999.group',
      '999.transaction',
      'group',
      'interchange',
      'issue',
      'segments',
      'summary',
      'ta1',
      'transaction',
    ]);
  });
});
