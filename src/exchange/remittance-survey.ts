/** The first look at the 835 sets of a file: their payments, whether they are whole and balance, and what makes them the same. */
import type { PaymentRecord } from '../../schemas/records.ts';
import type { IssueCode } from '../issue.ts';
import { addCents, type Cents, ZERO_CENTS } from '../money.ts';
import type { Item } from '../read-interchange.ts';
import { createFingerprinter } from '../remits/fingerprint.ts';
import { createExceptionFinder, type PostingException } from '../remits/posting-exceptions.ts';

/** What is known of an 835 set before any of its claims is posted. `ordinal` counts within the file, from 1. */
export type Remittance = {
  ordinal: number;
  payment: PaymentRecord;
  fingerprint: string;
  /** CLP04 of the reversals; saturated where integers cannot hold it, as the sum of all claims then cannot be either. */
  reversedCents: Cents;
  /** What keeps it from being posted; a set that was cut off or miscounted is not posted even where its sums agree. */
  exceptions: readonly PostingException[];
};

/** Takes a file's items one by one, and hands out its remittances once the last was taken. */
export type RemittanceSurvey = { take(item: Item): void; remittances: readonly Remittance[] };

const NOT_WHOLE: ReadonlySet<IssueCode> = new Set([
  'truncated',
  'set-trailer-missing',
  'set-segment-count',
  'set-control-number',
]);

const begun = () => ({ fingerprint: createFingerprinter(), exceptions: createExceptionFinder(), reversed: ZERO_CENTS });

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
        if (NOT_WHOLE.has(item.code)) set.exceptions.spoil(item.code);
        break;
      case '835.claim':
        set.fingerprint.add(item);
        set.exceptions.add(item);
        if (item.status === '22') set.reversed = addCents([set.reversed, item.paidCents]) ?? set.reversed;
        break;
      case '835.payment':
        remittances.push({
          ordinal: remittances.length + 1,
          payment: item,
          fingerprint: set.fingerprint.of(item),
          reversedCents: set.reversed,
          exceptions: set.exceptions.of(item),
        });
    }
  };
  return { take, remittances };
}

/** Whether a remittance may be posted: whole, and in balance at line, claim and payment. */
export function mayBePosted({ exceptions }: Remittance): boolean {
  return exceptions.length === 0;
}
