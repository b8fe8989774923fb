/** Work on denials: who has it, what was noted, where it stands. Each act is an event; the row shows what they come to. */
import type { DenialStatus } from '../../schemas/denial-words.ts';
import { statusOf } from '../remits/denials/resolve.ts';
import type { Tx } from './database.ts';

/** What a person does about a denial. */
export type DenialAct =
  | { type: 'assigned'; owner: string }
  | { type: 'note'; note: string }
  | { type: 'status'; status: DenialStatus; note?: string | undefined };

/** Notes an act and moves the denial by it; false when there is no such denial. */
export async function actOnDenial(tx: Tx, id: string, who: string, act: DenialAct): Promise<boolean> {
  const row = await tx
    .selectFrom('denials')
    .select(['workStatus', 'outcome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  await tx
    .insertInto('denialEvents')
    .values({
      denialId: id,
      who,
      type: act.type,
      owner: act.type === 'assigned' ? act.owner : null,
      status: act.type === 'status' ? act.status : null,
      note: 'note' in act ? (act.note ?? null) : null,
    })
    .execute();
  const workStatus = workAfter(row.workStatus, act);
  await tx
    .updateTable('denials')
    .set({ workStatus, status: statusOf(workStatus, row.outcome) })
    .$if(act.type === 'assigned', (query) => query.set({ owner: act.type === 'assigned' ? act.owner : null }))
    .where('id', '=', id)
    .execute();
  return true;
}

/** Giving somebody a new denial makes it assigned; work that has begun stays where it is. */
function workAfter(status: DenialStatus, act: DenialAct): DenialStatus {
  if (act.type === 'status') return act.status;
  return act.type === 'assigned' && status === 'new' ? 'assigned' : status;
}
