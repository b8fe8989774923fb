/** What a person does with a posted payment: takes it back, or posts it again. Nothing is deleted. */

import { chunksOf } from '../lists.ts';
import { refreshClaimMoney } from './claim-money.ts';
import { applyEvents, lockClaims, type NewEvent } from './claims.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import { takeBackEntries } from './ledger.ts';
import type { PaymentAction } from './tables.ts';

/** Claims whose money is worked out at a time. */
const CHUNK = 500;

const ACTIONS = {
  unpost: { from: 'posted', to: 'unposted', event: 'unposted' },
  repost: { from: 'unposted', to: 'posted', event: 'reposted' },
} as const;

/** Takes a posted payment back: entries that undo its own, and its claims as if it had not come. False when it is not posted. */
export function unpostPayment(tx: Tx, paymentId: string, by: string, reason: string): Promise<boolean> {
  return changePosting(tx, 'unpost', paymentId, by, reason);
}

/** Posts an un-posted payment again. False when it is not un-posted. */
export function repostPayment(tx: Tx, paymentId: string, by: string, reason: string): Promise<boolean> {
  return changePosting(tx, 'repost', paymentId, by, reason);
}

async function changePosting(
  tx: Tx,
  action: PaymentAction,
  paymentId: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const { from, to, event } = ACTIONS[action];
  const { numUpdatedRows } = await tx
    .updateTable('payments')
    .set({ state: to })
    .where('id', '=', paymentId)
    .where('state', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const id = newId();
  await tx.insertInto('paymentActions').values({ id, paymentId, action, by, reason }).execute();
  await takeBackEntries(tx, paymentId, by);
  const claimIds = await claimsOfPayment(tx, paymentId);
  await lockClaims(tx, claimIds);
  for (const some of chunksOf(claimIds, CHUNK)) {
    await applyEvents(
      tx,
      some.map((claimId): NewEvent => ({ claimId, type: event, dedupeKey: `${event}-${id}`, detail: { paymentId } })),
    );
    await refreshClaimMoney(tx, some);
  }
  return true;
}

async function claimsOfPayment(tx: Tx, paymentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('claimPayments')
    .select('claimId')
    .distinct()
    .where('paymentId', '=', paymentId)
    .where('claimId', 'is not', null)
    .orderBy('claimId')
    .execute();
  return rows.flatMap(({ claimId }) => claimId ?? []);
}
