/** What TA1, 999, 997 and 277CA said. */
import { sql } from 'kysely';
import type { Origin } from '../issue.ts';
import { insertRows } from './bulk.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { AcknowledgmentKind } from './tables.ts';

/** One answer: to an interchange, a group, a set or a claim. `ordinal` counts within the file. */
export type NewAcknowledgment = {
  fileId: string;
  ordinal: number;
  kind: AcknowledgmentKind;
  answersFileId?: string | undefined;
  claimId?: string | undefined;
  isa13?: string | undefined;
  gs06?: string | undefined;
  st02?: string | undefined;
  patientControlNumber?: string | undefined;
  result: string;
  stage?: string | undefined;
  codes?: unknown;
  detail?: unknown;
  origin?: Origin | undefined;
};

const COLUMNS = {
  id: 'uuid',
  fileId: 'uuid',
  ordinal: 'integer',
  kind: 'text',
  answersFileId: 'uuid',
  claimId: 'uuid',
  isa13: 'text',
  gs06: 'text',
  st02: 'text',
  patientControlNumber: 'text',
  result: 'text',
  stage: 'text',
  codes: 'jsonb',
  detail: 'jsonb',
  origin: 'jsonb',
} as const;

/** Stores answers and gives back how many were new; an ordinal that the file already has is left as it is. */
export async function insertAcknowledgments(tx: Tx, rows: readonly NewAcknowledgment[]): Promise<number> {
  if (rows.length === 0) return 0;
  const complete = rows.map((row) => ({
    ...row,
    id: newId(),
    codes: row.codes ?? [],
    detail: row.detail ?? {},
    origin: row.origin ?? {},
  }));
  const result = await sql`
    ${insertRows('acknowledgments', COLUMNS, complete)}
    on conflict (file_id, ordinal) do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
