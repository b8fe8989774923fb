/** The money: one payment for each billing provider that a payer pays, with interest, recoveries and carried balances. */
import type { ClaimRecord, ProviderAdjustmentRecord } from '../../schemas/records.ts';
import { groupBy } from '../lists.ts';
import { type Cents, sumCents, toCents, ZERO_CENTS } from '../money.ts';
import type { ClaimPaymentFacts } from '../remits/claim-payment-to-835.ts';
import type { PaymentFacts, Remittance } from '../remits/write-835.ts';
import { adjudicate, derivedNumber } from './adjudicate.ts';
import { type AnswerContext, providerOf } from './claim-answers.ts';
import type { ReceivedClaim } from './claim-file.ts';
import { INTEREST, OVERPAID } from './rules.ts';

/** A payer's payments for claims of one interchange. */
export function remittances(claims: readonly ReceivedClaim[], context: AnswerContext): Remittance[] {
  return groupBy(claims, ({ record }) => providerOf(record).id).map((members) => remittance(members, context));
}

function remittance(members: readonly [ReceivedClaim, ...ReceivedClaim[]], context: AnswerContext): Remittance {
  const { seed, today, isa13 } = context;
  const [{ record: first }] = members;
  const claims = members.map(({ record }) => adjudicate(record, today, seed));
  const overpaid = members.flatMap(({ record }, index) =>
    OVERPAID.ending.test(record.subscriber.id ?? '') ? (claims[index] ?? []) : [],
  );
  const payee = providerOf(first);
  const { amountCents, providerAdjustments } = settle(claims, overpaid, {
    providerId: payee.id,
    fiscalDate: `${today.slice(0, 4)}-12-31`,
  });
  const payerId = first.payer.id ?? '';
  // TRN03: 1 and the payer's tax id.
  const company = `1${derivedNumber(9, 'company', payerId)}`;
  const payment: PaymentFacts = {
    ...financialOf(amountCents, company),
    settlementDate: today,
    traceNumber: `T${derivedNumber(14, seed, payerId, payee.id, isa13, first.patientControlNumber)}`,
    traceCompany: company,
    productionDate: today,
    payer: payerOf(first),
    payee: { name: payee.name, idQualifier: payee.qualifier, id: payee.id },
    providerAdjustments,
  };
  return { payment, claims };
}

/** A payment of nothing is a notice (H, NON): there is no money to look for. */
function financialOf(amountCents: Cents, company: string) {
  if (amountCents <= 0) return { handling: 'H', amountCents, creditDebit: 'C', method: 'NON' };
  return {
    handling: 'I',
    amountCents,
    creditDebit: 'C',
    method: 'ACH',
    format: 'CCP',
    payerAccount: { bankQualifier: '01', bank: '999999992', accountQualifier: 'DA', account: '123456' },
    originCompany: company,
    payeeAccount: { bankQualifier: '01', bank: '999988880', accountQualifier: 'DA', account: '98765' },
  };
}

function payerOf({ payer: { id = '', lastName = id } }: ClaimRecord): PaymentFacts['payer'] {
  return {
    name: lastName,
    idQualifier: 'XV',
    id,
    address: { line1: '1 SANDBOX PLAZA', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
    contacts: [{ function: 'BL', name: 'EDI DESK', numbers: [{ qualifier: 'TE', number: '8005550100' }] }],
  };
}

type Settlement = Pick<PaymentFacts, 'amountCents' | 'providerAdjustments'>;

/**
 * BPR02 = sum of CLP04 - sum of PLB: interest (L6, negative) raises it, a recovery (WO) lowers it, and what would make it
 * negative is carried forward (FB, negative).
 */
function settle(
  claims: readonly ClaimPaymentFacts[],
  overpaid: readonly ClaimPaymentFacts[],
  provider: Pick<ProviderAdjustmentRecord, 'providerId' | 'fiscalDate'>,
): Settlement {
  const paid = sumCents(claims.map(({ paidCents }) => paidCents));
  const adjustment = (code: string, reference: string | undefined, amountCents: Cents) => ({
    ...provider,
    code,
    reference,
    amountCents,
  });
  const adjustments = claims
    .filter(({ amounts }) => amounts.some(({ qualifier }) => qualifier === 'I'))
    .map(({ payerClaimNumber }) => adjustment('L6', payerClaimNumber, toCents(-INTEREST.cents)));
  let left: number = Math.max(0, paid);
  for (const { payerClaimNumber } of overpaid) {
    const amount = toCents(Math.min(OVERPAID.cents, left));
    left -= amount;
    if (amount > 0) adjustments.push(adjustment('WO', payerClaimNumber, amount));
  }
  const net = toCents(paid - sumCents(adjustments.map(({ amountCents }) => amountCents)));
  if (net >= 0) return { amountCents: net, providerAdjustments: adjustments };
  const reversal = claims.find(({ paidCents }) => paidCents < 0);
  adjustments.push(adjustment('FB', reversal?.payerClaimNumber ?? '', net));
  return { amountCents: ZERO_CENTS, providerAdjustments: adjustments };
}
