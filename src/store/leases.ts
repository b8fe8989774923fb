/** Leases: who is at work on something that must not be done by two at once. A dead owner's lease runs out. */
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Takes a lease, or extends one's own, for so many seconds; false while another owner holds it. */
export async function takeLease(db: Db, name: string, owner: string, seconds: number): Promise<boolean> {
  const { rows } = await sql`
    insert into leases as l (name, owner, until) values (${name}, ${owner}, now() + make_interval(secs => ${seconds}))
    on conflict (name) do update set owner = excluded.owner, until = excluded.until
      where l.owner = excluded.owner or l.until < now()
    returning name`.execute(db);
  return rows.length > 0;
}

/** Gives a lease back. */
export async function releaseLease(db: Db, name: string, owner: string): Promise<void> {
  await sql`delete from leases where name = ${name} and owner = ${owner}`.execute(db);
}
