/** Claim events: append-only. applyEvents (claims.ts) writes those that move claims; what is only noted is appended here. */
import { type Selectable, sql } from 'kysely';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import type { Origin } from '../issue.ts';
import { insertRows } from './bulk.ts';
import type { Db } from './database.ts';
import type { EventsTable } from './tables.ts';

export type EventRow = Selectable<EventsTable>;

/** Something that happened to a claim. The same dedupeKey twice for one claim is the same event. */
export type NewEvent = {
  claimId: string;
  type: ClaimEventType;
  dedupeKey: string;
  at?: Date | undefined;
  fileId?: string | undefined;
  origin?: Origin | undefined;
  /** JSON: codes, places, ids; never a patient's data. */
  detail?: unknown;
};

const COLUMNS = {
  claimId: 'uuid',
  type: 'text',
  at: 'timestamptz',
  fileId: 'uuid',
  dedupeKey: 'text',
  origin: 'jsonb',
  detail: 'jsonb',
} as const;

/** Appends events and gives back those that were not there before, in the order given. */
export async function appendEvents(db: Db, events: readonly NewEvent[]): Promise<NewEvent[]> {
  if (events.length === 0) return [];
  const now = new Date();
  const rows = events.map(({ at = now, origin = {}, detail = {}, fileId, ...event }) => {
    return { ...event, at, fileId, origin, detail };
  });
  const result = await sql<{ claimId: string; dedupeKey: string }>`
    ${insertRows('events', COLUMNS, rows)}
    on conflict (claim_id, dedupe_key) do nothing
    returning claim_id, dedupe_key`.execute(db);
  const fresh = new Set(result.rows.map((row) => `${row.claimId} ${row.dedupeKey}`));
  // A key that is given twice in one call was inserted once: its first bearer is the new one.
  return events.filter((event) => fresh.delete(`${event.claimId} ${event.dedupeKey}`));
}

/** The events of a claim, oldest first. */
export function listEvents(db: Db, claimId: string): Promise<EventRow[]> {
  return db.selectFrom('events').selectAll().where('claimId', '=', claimId).orderBy('id').execute();
}
