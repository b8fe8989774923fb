/** Submissions: claim JSON as handed in, until the submit step has made claims of it. */
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from './database.ts';
import type { SubmissionsTable } from './tables.ts';

export type SubmissionRow = Selectable<SubmissionsTable>;
export type NewSubmission = { id: string; partnerId: string; sha256: string; body: unknown };

/** Stores what was handed in; the same id a second time does nothing. */
export async function insertSubmission(db: Db, submission: NewSubmission): Promise<void> {
  await db
    .insertInto('submissions')
    .values({ ...submission, body: JSON.stringify(submission.body) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** The submission, locked until the transaction ends: a second worker waits and then finds it done. */
export function readSubmission(tx: Tx, id: string): Promise<SubmissionRow | undefined> {
  return tx.selectFrom('submissions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The submission, unlocked. */
export function findSubmission(db: Db, id: string): Promise<SubmissionRow | undefined> {
  return db.selectFrom('submissions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Notes how a submission ended. */
export async function finishSubmission(tx: Db, id: string, state: 'done' | 'refused', result: unknown): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ state, result: JSON.stringify(result), doneAt: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

/** Ids of submissions that have waited for so many seconds, oldest first. */
export async function waitingSubmissions(db: Db, olderThanSeconds: number, limit = 1000): Promise<string[]> {
  const rows = await db
    .selectFrom('submissions')
    .select('id')
    .where('state', '=', 'received')
    .where('createdAt', '<=', sql<Date>`now() - make_interval(secs => ${olderThanSeconds})`)
    .orderBy('createdAt')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
