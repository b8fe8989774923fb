/** Partners: what is known of them beside their profiles, mainly whether they are paused. */
import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { PartnersTable } from './tables.ts';

export type PartnerRow = Selectable<PartnersTable>;

/** Notes a partner's profile. A profile that changed lifts a pause: whoever changed it means to try again. */
export async function upsertPartner(db: Db, partner: { id: string; profileHash: string }): Promise<void> {
  await sql`
    insert into partners as p (id, profile_hash) values (${partner.id}, ${partner.profileHash})
    on conflict (id) do update
      set profile_hash = excluded.profile_hash, paused_at = null, paused_code = null, paused_reason = null
      where p.profile_hash <> excluded.profile_hash`.execute(db);
}

/** Pauses a partner: nothing is sent to it or fetched from it until it is resumed. The first reason stays. */
export async function pausePartner(db: Db, id: string, code: string, reason: string): Promise<void> {
  await db
    .updateTable('partners')
    .set({ pausedAt: sql<Date>`now()`, pausedCode: code, pausedReason: reason })
    .where('id', '=', id)
    .where('pausedAt', 'is', null)
    .execute();
}

/** Lifts a pause; false when there was none. */
export async function resumePartner(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('partners')
    .set({ pausedAt: null, pausedCode: null, pausedReason: null })
    .where('id', '=', id)
    .where('pausedAt', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The partner, if it was ever noted. */
export function findPartner(db: Db, id: string): Promise<PartnerRow | undefined> {
  return db.selectFrom('partners').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All partners by id. */
export function listPartners(db: Db): Promise<PartnerRow[]> {
  return db.selectFrom('partners').selectAll().orderBy('id').execute();
}

/** Notes when the partner's folders were last looked through. */
export async function markCollected(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('partners').set({ lastCollectedAt: at }).where('id', '=', id).execute();
}

/** Ids of partners, not paused, with claims that have been ready for so many seconds. */
export async function partnersWithReadyClaims(db: Db, olderThanSeconds: number): Promise<string[]> {
  const rows = await db
    .selectFrom('partners')
    .select('id')
    .where('pausedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('claims')
          .select('claims.id')
          .whereRef('claims.partnerId', '=', 'partners.id')
          .where('claims.state', '=', 'ready')
          .where('claims.stateAt', '<=', sql<Date>`now() - make_interval(secs => ${olderThanSeconds})`),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
