/** Why a payment is kept without being posted, each reason with its numbers: what a person has to look at. */
import type { ClaimPaymentRecord, PaymentRecord } from '../../schemas/records.ts';
import type { IssueCode } from '../issue.ts';
import { type Cents, formatCents } from '../money.ts';
import { balanceClaim, balancePayment } from './balance.ts';

/**
 * `cents` is the difference, absent where integers cannot hold it. Claims and lines count from 1; of several that are off
 * the first is named, and how many there are.
 */
export type PostingException =
  | { reason: 'not-whole'; codes: IssueCode[] }
  | { reason: 'payment-off'; cents?: Cents }
  | { reason: 'claim-off'; count: number; claim: number; cents?: Cents }
  | { reason: 'line-off'; count: number; claim: number; line: number; cents?: Cents };

/** Takes the claims of a payment one by one; `of` gives what keeps the payment from being posted, nothing where it may be. */
export type ExceptionFinder = {
  add(claim: ClaimPaymentRecord): void;
  spoil(code: IssueCode): void;
  of(payment: PaymentRecord): PostingException[];
};

/** A finder for one payment of any size: it keeps counts and the first of each kind. */
export function createExceptionFinder(): ExceptionFinder {
  const codes = new Set<IssueCode>();
  let claims = 0;
  let claimOff: Extract<PostingException, { reason: 'claim-off' }> | undefined;
  let lineOff: Extract<PostingException, { reason: 'line-off' }> | undefined;
  return {
    add(record) {
      claims++;
      const { claimDifference, lineDifferences } = balanceClaim(record);
      if (claimDifference !== 0) {
        claimOff ??= { reason: 'claim-off', count: 0, claim: claims, ...told(claimDifference) };
        claimOff.count++;
      }
      for (const [index, difference] of lineDifferences.entries()) {
        if (difference === 0) continue;
        lineOff ??= { reason: 'line-off', count: 0, claim: claims, line: index + 1, ...told(difference) };
        lineOff.count++;
      }
    },
    spoil: (code) => void codes.add(code),
    of(payment) {
      const found: PostingException[] = codes.size === 0 ? [] : [{ reason: 'not-whole', codes: [...codes].sort() }];
      const difference = balancePayment(payment);
      if (difference !== 0) found.push({ reason: 'payment-off', ...told(difference) });
      if (claimOff !== undefined) found.push(claimOff);
      if (lineOff !== undefined) found.push(lineOff);
      return found;
    },
  };
}

function told(cents: Cents | undefined): { cents?: Cents } {
  return cents === undefined ? {} : { cents };
}

/** The sentence for a person: what is wrong, by how much, and where to look first. For pages, since it holds amounts. */
export function postingExceptionWords(exception: PostingException): string {
  switch (exception.reason) {
    case 'not-whole':
      return `the set is not whole (${exception.codes.join(', ')}): ask for it again`;
    case 'payment-off':
      return `claims less provider adjustments ${offBy(exception.cents)} the amount (BPR02)`;
    case 'claim-off':
      return `${placesOff(exception.count, 'claim')}; first claim ${exception.claim}: charge less adjustments ${offBy(exception.cents)} what was paid (CLP04)`;
    case 'line-off':
      return `${placesOff(exception.count, 'line')}; first line ${exception.line} of claim ${exception.claim}: charge less adjustments ${offBy(exception.cents)} what was paid (SVC03)`;
  }
}

function offBy(cents: Cents | undefined): string {
  return cents === undefined ? 'are too large to be held against' : `differ by ${formatCents(cents)} from`;
}

function placesOff(count: number, what: string): string {
  return count === 1 ? `one ${what} does not balance` : `${count} ${what}s do not balance`;
}
