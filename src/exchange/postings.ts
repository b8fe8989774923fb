/** What a person may do with a payment that was posted, or was kept from it. */

import { type Store, transact } from '../store/database.ts';
import { repostPayment, unpostPayment } from '../store/payment-actions.ts';
import type { PaymentAction } from '../store/tables.ts';

/** Who does what with which payment, and why. */
export type PostingChange = { paymentId: string; action: PaymentAction; by: string; reason: string };

/**
 * Un-posts a posted payment or posts an un-posted one again, in one transaction: ledger, claims, reversals. False when the
 * payment is in no state for it, so that a second click does nothing.
 */
export function changePosting(store: Pick<Store, 'db'>, change: PostingChange): Promise<boolean> {
  const { paymentId, action, by, reason } = change;
  const act = action === 'unpost' ? unpostPayment : repostPayment;
  return transact(store, (tx) => act(tx, paymentId, by, reason));
}
