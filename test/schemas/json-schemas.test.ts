import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as records from '../../schemas/records.ts';
import { generateJsonSchemas } from '../../scripts/json-schemas.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { COMMITTED } from '../corpus.ts';
import { in837p, isa, itemsOf } from '../x12/wire.ts';

const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

describe('schemas/json', () => {
  test('is what the zod schemas say (npx tsx scripts/json-schemas.ts writes it)', () => {
    expect(generateJsonSchemas(true)).toEqual([]);
  });

  test('describes claims, partners and records', () => {
    const required = z.object({ required: z.array(z.string()) });
    const kinds = z
      .object({ oneOf: z.array(required) })
      .parse(read(new URL('../../schemas/json/claim.json', import.meta.url)));
    expect(kinds.oneOf).toHaveLength(3);
    for (const { required: asked } of kinds.oneOf) {
      expect(asked).toEqual(expect.arrayContaining(['subscriber', 'charge', 'lines']));
      expect(asked).not.toContain('patientControlNumber');
    }
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
    ...COMMITTED.flatMap((file) => itemsOf(file.bytes())),
    ...itemsOf(`${isa()}TA1*000000042*260102*1530*R*024~IEA*0*000000001~`),
    ...itemsOf(in837p([]).replaceAll('005010X222A1', 'UNKNOWN')),
  ];

  test('has the form of its record, and nothing more', () => {
    for (const item of items) {
      if (item.type === 'issue') continue;
      const schema = schemas.find(({ shape }) => typesOf(shape).includes(item.type));
      expect(schema?.safeParse(item), item.type).toMatchObject({ success: true });
    }
  });

  test('is of every type', () => {
    const types = schemas.flatMap(({ shape }) => typesOf(shape));
    expect([...new Set(items.map(({ type }) => type))].sort()).toEqual([...types, 'issue'].sort());
  });
});

/** The values of the `type` that tells a record from others. */
function typesOf(shape: z.core.$ZodShape): string[] {
  const { type } = shape;
  if (type instanceof z.ZodLiteral) return [...type.values].map(String);
  return type instanceof z.ZodEnum ? type.options.map(String) : [];
}
