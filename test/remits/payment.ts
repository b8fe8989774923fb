/** Claim payments for tests: read from X12, as everything is. */
import type { ClaimPaymentRecord, PaymentRecord } from '../../schemas/records.ts';
import { edit, in835, itemsOf, only, PAYMENT_835 } from '../x12/wire.ts';

/** The claims and the payment of an 835 body. */
export function read835(body: readonly string[]): { claims: ClaimPaymentRecord[]; payment: PaymentRecord } {
  const items = itemsOf(in835(body));
  const [payment] = only(items, '835.payment');
  if (payment === undefined) throw new Error('an 835 has a payment');
  return { claims: only(items, '835.claim'), payment };
}

export type Adjusted = {
  cas?: string[];
  claimCas?: string[];
  status?: string;
  paid?: number;
  moa?: string;
  lq?: string[];
};

/** A claim payment of one line over 125 with the given adjustments (CAS without its tag). */
export function claimPayment({
  cas = [],
  claimCas = [],
  status = '1',
  paid = 0,
  moa,
  lq = [],
}: Adjusted): ClaimPaymentRecord {
  const body = edit(PAYMENT_835, 'CLP', [
    `CLP*PCN1*${status}*125*${paid}*0*12*ICN1*11*1`,
    ...claimCas.map((one) => `CAS*${one}`),
  ])
    .flatMap((segment) => (segment.startsWith('NM1*QC') && moa !== undefined ? [segment, moa] : [segment]))
    .flatMap((segment) => (segment.startsWith('SVC') ? [`SVC*HC:99213*125*${paid}**1`] : [segment]))
    .flatMap((segment) => (segment === 'CAS*CO*45*15' ? cas.map((one) => `CAS*${one}`) : [segment]))
    .filter((segment) => segment !== 'CAS*PR*1*10');
  const [claim] = read835([...body, ...lq.map((code) => `LQ*HE*${code}`)]).claims;
  if (claim === undefined) throw new Error('there is one claim');
  return claim;
}
