/** The first look at the 835 sets of a file: their payments, whether they are whole and balance, and what makes them the same. */
import type { ClaimPaymentRecord, PaymentRecord } from '../../schemas/records.ts';
import type { IssueCode } from '../issue.ts';
import type { Item } from '../read-interchange.ts';
import { balanceClaim, balancePayment } from '../remits/balance.ts';
import { createFingerprinter } from '../remits/fingerprint.ts';

/** What is known of an 835 set before any of its claims is posted. `ordinal` counts within the file, from 1. */
export type Remittance = {
  ordinal: number;
  payment: PaymentRecord;
  fingerprint: string;
  /** Not cut off or miscounted: else claims may be missing, and it must not be posted even where its sums agree. */
  whole: boolean;
  /** Every line and every claim balances; the payment itself is not looked at. */
  claimsBalance: boolean;
};

/** Takes a file's items one by one, and hands out its remittances once the last was taken. */
export type RemittanceSurvey = { take(item: Item): void; remittances: readonly Remittance[] };

const NOT_WHOLE: ReadonlySet<IssueCode> = new Set([
  'truncated',
  'set-trailer-missing',
  'set-segment-count',
  'set-control-number',
]);

const begun = () => ({ fingerprint: createFingerprinter(), whole: true, claimsBalance: true });

/** Keeps no claim: files are as large as payers like. */
export function createRemittanceSurvey(): RemittanceSurvey {
  const remittances: Remittance[] = [];
  let set = begun();
  const take = (item: Item): void => {
    switch (item.type) {
      case 'transaction':
        set = begun();
        break;
      case 'issue':
        set.whole &&= !NOT_WHOLE.has(item.code);
        break;
      case '835.claim':
        set.fingerprint.add(item);
        set.claimsBalance &&= balances(item);
        break;
      case '835.payment': {
        const { fingerprint, ...rest } = set;
        remittances.push({
          ordinal: remittances.length + 1,
          payment: item,
          fingerprint: fingerprint.of(item),
          ...rest,
        });
      }
    }
  };
  return { take, remittances };
}

function balances(claim: ClaimPaymentRecord): boolean {
  const { claimDifference, lineDifferences } = balanceClaim(claim);
  return claimDifference === 0 && lineDifferences.every((difference) => difference === 0);
}

/** Whether a remittance may be posted: whole, and in balance at line, claim and payment. */
export function mayBePosted({ payment, whole, claimsBalance }: Remittance): boolean {
  return whole && claimsBalance && balancePayment(payment) === 0;
}
