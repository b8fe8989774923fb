/** What an ingested file came to, in numbers: to be compared before and after it is ingested again. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Rows that a file left, by what they are. */
export type FileOutcome = {
  state: string;
  kind: string;
  acknowledgments: number;
  payments: number;
  posted: number;
  duplicates: number;
  exceptions: number;
  claimPayments: number;
  matched: number;
  events: number;
};

/** The outcome of a file as it stands; throws when there is no such file. */
export async function fileOutcome(db: Db, fileId: string): Promise<FileOutcome> {
  const { rows } = await sql<FileOutcome>`
    select f.state, f.kind,
      (select count(*)::int from acknowledgments a where a.file_id = f.id) as acknowledgments,
      (select count(*)::int from payments p where p.file_id = f.id) as payments,
      (select count(*)::int from payments p where p.file_id = f.id and p.state = 'posted') as posted,
      (select count(*)::int from payments p where p.file_id = f.id and p.state = 'duplicate') as duplicates,
      (select count(*)::int from payments p where p.file_id = f.id and p.state = 'exception') as exceptions,
      (select count(*)::int from claim_payments c join payments p on p.id = c.payment_id where p.file_id = f.id)
        as claim_payments,
      (select count(c.claim_id)::int from claim_payments c join payments p on p.id = c.payment_id where p.file_id = f.id)
        as matched,
      (select count(*)::int from events e where e.file_id = f.id) as events
    from files f where f.id = ${fileId}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error(`no file ${fileId}`);
  return found;
}

/** The newest event that came of any file; what is newer came later. */
export async function lastEvent(db: Db): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}

/** An event that a file brought to a claim, by the claim's number. */
export type FileEvent = { claimId: string; patientControlNumber: string; type: string; state: string };

/** Events of a file after a given one, with the state that their claims are in now. */
export function fileEventsAfter(db: Db, fileId: string, after: number): Promise<FileEvent[]> {
  return db
    .selectFrom('events as e')
    .innerJoin('claims as c', 'c.id', 'e.claimId')
    .select(['e.claimId', 'c.patientControlNumber', 'e.type', 'c.state'])
    .where('e.fileId', '=', fileId)
    .where('e.id', '>', after)
    .orderBy('e.id')
    .execute();
}
