/** The payment of an 835 (everything of a set but its claims) as a record. */
import type {
  AddressRecord,
  ClaimPaymentRecord,
  PaymentRecord,
  ProviderAdjustmentRecord,
  ProviderSummaryRecord,
} from '../../schemas/records.ts';
import { centsOf } from '../claims/parts.ts';
import { clean } from '../clean.ts';
import type { Loop1000A, Loop1000B, Loop2000, Set835 } from '../guides/values/835.ts';
import type { Origin } from '../issue.ts';
import { addCents, type Cents, toCents, ZERO_CENTS } from '../money.ts';
import { fieldsFrom, PAYEE_ACCOUNT, PAYER_ACCOUNT, SUMMARY, SUPPLEMENT } from './field-names.ts';
import { contactFrom, reference } from './from-835.ts';

/** What the claims of one set come to, counted while they stream by: each claim and each header is then forgotten. */
export type ClaimTotals = {
  claims: number;
  paid: Cents;
  header: Loop2000 | undefined;
  providerSummaries: ProviderSummaryRecord[];
};

/** Totals of a set of which no claim has come yet. */
export function noTotals(): ClaimTotals {
  return { claims: 0, paid: ZERO_CENTS, header: undefined, providerSummaries: [] };
}

/** Counts a claim that stands in a header (loop 2000). A sum beyond integers stays as it was: the payment does not balance. */
export function countClaim(totals: ClaimTotals, { paidCents }: ClaimPaymentRecord, header: Loop2000 | undefined): void {
  totals.claims++;
  const sum = totals.paid + paidCents;
  if (Number.isSafeInteger(sum)) totals.paid = toCents(sum);
  if (header === totals.header) return;
  totals.header = header;
  totals.providerSummaries.push(...summariesFrom(header));
}

function summariesFrom(header: Loop2000 | undefined): ProviderSummaryRecord[] {
  const summary = fieldsFrom(SUMMARY, header?.providerSummary);
  const supplement = fieldsFrom(SUPPLEMENT, header?.supplementalSummary);
  if (summary === undefined && supplement === undefined) return [];
  return [clean({ headerNumber: header?.number?.number, summary, supplement })];
}

/** The record of the payment itself (BPR, TRN, PLB, the parties), made when the set ends. */
export function paymentFrom835(set: Set835, totals: ClaimTotals, origin: Origin): PaymentRecord {
  const financial = set.financial as Partial<Set835['financial']> | undefined;
  const trace = set.trace as Partial<Set835['trace']> | undefined;
  // Headers that hold claims were handed out with them; those that hold none are left.
  const summaries = [...totals.providerSummaries, ...(set.headers ?? []).flatMap(summariesFrom)];
  return clean({
    type: '835.payment',
    handling: financial?.handling ?? '',
    amountCents: centsOf(financial?.amount),
    creditDebit: financial?.creditDebit ?? '',
    method: financial?.method ?? '',
    format: financial?.format,
    payerAccount: fieldsFrom(PAYER_ACCOUNT, financial),
    payeeAccount: fieldsFrom(PAYEE_ACCOUNT, financial),
    originCompany: financial?.originCompany,
    originSupplemental: financial?.originSupplemental,
    settlementDate: financial?.date,
    traceNumber: trace?.number ?? '',
    traceCompany: trace?.company,
    traceSupplemental: trace?.supplemental,
    currency: set.currency?.currency,
    receiverId: set.receiverIdentification?.value,
    version: set.versionIdentification?.value,
    productionDate: set.productionDate?.date,
    payer: payerFrom(set.payer, trace?.company),
    payee: payeeFrom(set.payee),
    providerSummaries: summaries.length === 0 ? undefined : summaries,
    providerAdjustments: (set.providerAdjustments ?? []).flatMap(providerAdjustmentsFrom),
    claims: totals.claims,
    claimPaidCents: totals.paid,
    origin,
  });
}

function payerFrom(payer: Partial<Loop1000A> | undefined, company: string | undefined): PaymentRecord['payer'] {
  const { name, businessContact, technicalContacts = [], webSite } = payer ?? {};
  const contacts = [businessContact, ...technicalContacts, webSite].filter((contact) => contact !== undefined);
  return clean({
    name: name?.name,
    idQualifier: name?.idQualifier,
    id: name?.id ?? company,
    address: addressFrom(payer),
    references: payer?.additionalPayerIdentification?.map(reference),
    contacts: contacts.length === 0 ? undefined : contacts.map(contactFrom),
  });
}

function payeeFrom(payee: Partial<Loop1000B> | undefined): PaymentRecord['payee'] {
  const { name, delivery } = payee ?? {};
  return clean({
    name: name?.name,
    idQualifier: name?.idQualifier,
    id: name?.id,
    address: addressFrom(payee),
    references: payee?.payeeAdditionalIdentification?.map(reference),
    delivery: delivery === undefined ? undefined : clean(delivery),
  });
}

function addressFrom(party: Partial<Pick<Loop1000B, 'address' | 'city'>> | undefined): AddressRecord | undefined {
  if (party?.address === undefined && party?.city === undefined) return undefined;
  return clean({ ...party.address, ...party.city });
}

function providerAdjustmentsFrom(plb: NonNullable<Set835['providerAdjustments']>[number]): ProviderAdjustmentRecord[] {
  return (plb.adjustments ?? []).map(({ adjustment, amount }) =>
    clean({
      providerId: plb.providerId ?? '',
      fiscalDate: plb.fiscalDate,
      code: adjustment?.reason ?? '',
      reference: adjustment?.reference,
      amountCents: centsOf(amount),
    }),
  );
}

/** Sum of the provider adjustments: positive lowers the payment; undefined where integers cannot hold it. */
export function providerAdjustmentTotal(payment: PaymentRecord): Cents | undefined {
  return addCents(payment.providerAdjustments.map(({ amountCents }) => amountCents));
}
