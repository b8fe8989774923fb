/** Writes the JSON Schemas of what crosses the border (schemas/json/*.json) from the zod schemas: `tsx scripts/json-schemas.ts [--check]`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { claimKinds } from '../schemas/claim.ts';
import { partner } from '../schemas/partner.ts';
import { payerRules } from '../schemas/payer-rules.ts';
import * as records from '../schemas/records.ts';
import { rulePack } from '../schemas/rule-pack.ts';

const FOLDER = fileURLToPath(new URL('../schemas/json/', import.meta.url));

/** The records that stand on a line of their own (those with a `type`), by name. */
const recordSchemas: z.ZodObject[] = Object.entries(records)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .flatMap(([, one]) => (one instanceof z.ZodObject && 'type' in one.shape ? [one] : []));

/** A file, what it describes, its schema. */
const FILES: ReadonlyArray<readonly [file: string, title: string, schema: z.ZodType]> = [
  ['claim.json', 'A claim object, as it is submitted', claimKinds],
  ['partner.json', 'A partner profile', partner],
  ['payer-rules.json', 'Rules of a payer about its denials', payerRules],
  ['records.json', 'One line of what `claimwire read` prints', z.union(recordSchemas)],
  ['rule-pack.json', 'A rule pack of a partner or payer', rulePack],
];

/** Fields that are given to a claim on its way in where its caller left them out: the zod schemas ask for them. */
const GIVEN: readonly string[] = ['patientControlNumber'];

/** The JSON that a schema takes: before trimming, defaults and amounts to cents. */
function textOf(title: string, schema: z.ZodType): string {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (schema !== claimKinds || jsonSchema.required === undefined) return;
      jsonSchema.required = jsonSchema.required.filter((name) => !GIVEN.includes(name));
    },
  });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** Names of JSON Schema files that differ from the zod schemas; writes them unless only checking. */
export function generateJsonSchemas(check: boolean): string[] {
  mkdirSync(FOLDER, { recursive: true });
  return FILES.flatMap(([file, title, schema]) => {
    const target = path.join(FOLDER, file);
    const text = textOf(title, schema);
    let current = '';
    try {
      current = readFileSync(target, 'utf8');
    } catch {
      // Not there yet: it is written below.
    }
    if (current === text) return [];
    if (!check) writeFileSync(target, text);
    return [file];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = generateJsonSchemas(check);
  process.stdout.write(
    stale.length === 0 ? 'JSON Schemas are up to date\n' : `${check ? 'stale' : 'written'}: ${stale.join(', ')}\n`,
  );
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
