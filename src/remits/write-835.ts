/** An 835 from records, the way back of reading one. What does not balance is the caller's fault and is written as it is. */
import type { AddressRecord, PaymentRecord, ProviderAdjustmentRecord, ReferenceRecord } from '../../schemas/records.ts';
import { guide835 } from '../guides/835.ts';
import type { Loop1000A, Loop1000B, Loop2000, Set835 } from '../guides/values/835.ts';
import { chunksOf, runsOf } from '../lists.ts';
import { emitInterchange, type InterchangeFacts, type WrittenInterchange } from '../x12/emit-interchange.ts';
import { type ClaimPaymentFacts, claimPaymentTo835, contactOf } from './claim-payment-to-835.ts';
import { PAYEE_ACCOUNT, PAYER_ACCOUNT, SUMMARY, SUPPLEMENT, valueFrom } from './field-names.ts';

/** What a payment is written from: its record without what only reading gives. */
export type PaymentFacts = Omit<PaymentRecord, 'type' | 'origin' | 'claims' | 'claimPaidCents'>;

/** One payment with its claims, in the order in which they are written. Records that were read fit as they are. */
export type Remittance = { payment: PaymentFacts; claims: readonly ClaimPaymentFacts[] };

/** The interchange with one 835 for each remittance; its issues name what the guide does not allow. */
export function write835(remittances: readonly Remittance[], envelope: InterchangeFacts): WrittenInterchange {
  return emitInterchange(guide835, remittances.map(setOf), envelope);
}

function setOf({ payment, claims }: Remittance): Set835 {
  const { currency, receiverId, version, productionDate } = payment;
  return {
    financial: financialOf(payment),
    trace: {
      type: '1',
      number: payment.traceNumber,
      company: payment.traceCompany ?? '',
      supplemental: payment.traceSupplemental,
    },
    currency: currency === undefined ? undefined : { entity: 'PR', currency },
    receiverIdentification: receiverId === undefined ? undefined : { qualifier: 'EV', value: receiverId },
    versionIdentification: version === undefined ? undefined : { qualifier: 'F2', value: version },
    productionDate: productionDate === undefined ? undefined : { qualifier: '405', date: productionDate },
    payer: payerOf(payment.payer),
    payee: payeeOf(payment.payee),
    headers: headersOf(payment, claims),
    providerAdjustments: providerAdjustmentsOf(payment.providerAdjustments),
  };
}

function financialOf(payment: PaymentFacts): Set835['financial'] {
  const { handling, amountCents, creditDebit, method, format, payerAccount = {}, payeeAccount = {} } = payment;
  return {
    ...valueFrom(PAYER_ACCOUNT, payerAccount),
    ...valueFrom(PAYEE_ACCOUNT, payeeAccount),
    handling,
    amount: amountCents,
    creditDebit,
    method,
    format,
    originCompany: payment.originCompany,
    originSupplemental: payment.originSupplemental,
    date: payment.settlementDate ?? '',
  } as Set835['financial'];
}

/** The payer's id is N104 only where a qualifier says so: else it came from TRN03. */
function payerOf({ name, idQualifier, id, address, references, contacts = [] }: PaymentFacts['payer']): Loop1000A {
  const contactsOf = (of: string) => contacts.filter((contact) => contact.function === of).map(contactOf);
  return {
    name: { entity: 'PR', name: name ?? '', idQualifier, id: idQualifier === undefined ? undefined : id },
    ...placeOf(address),
    additionalPayerIdentification: listOf(references),
    businessContact: contactsOf('CX')[0],
    technicalContacts: contactsOf('BL'),
    webSite: contactsOf('IC')[0],
  } as Loop1000A;
}

function payeeOf({ name, idQualifier, id, address, references, delivery }: PaymentFacts['payee']): Loop1000B {
  return {
    name: { entity: 'PE', name: name ?? '', idQualifier, id },
    ...placeOf(address),
    payeeAdditionalIdentification: listOf(references),
    delivery,
  } as Loop1000B;
}

function placeOf(address: AddressRecord | undefined): Pick<Loop1000B, 'address' | 'city'> {
  if (address === undefined) return {};
  const { line1, line2, ...city } = address;
  return {
    address: line1 === undefined ? undefined : { line1, line2 },
    city: city.city === undefined ? undefined : { ...city, city: city.city },
  };
}

function listOf(references: readonly ReferenceRecord[] | undefined): readonly ReferenceRecord[] | undefined {
  return references === undefined || references.length === 0 ? undefined : references;
}

/** A loop 2000 for each run of claims with one header number (1 where they name none), then headers that hold none. */
function headersOf({ providerSummaries = [] }: PaymentFacts, claims: readonly ClaimPaymentFacts[]): Set835['headers'] {
  const headers: Loop2000[] = [];
  const left = [...providerSummaries];
  const open = (number: number, inside: readonly ClaimPaymentFacts[]) => {
    const at = left.findIndex(({ headerNumber = 1 }) => headerNumber === number);
    const [own] = at === -1 ? [] : left.splice(at, 1);
    headers.push({
      number: { number },
      providerSummary: own?.summary === undefined ? undefined : valueFrom(SUMMARY, own.summary),
      supplementalSummary: own?.supplement === undefined ? undefined : valueFrom(SUPPLEMENT, own.supplement),
      claims: inside.length === 0 ? undefined : inside.map(claimPaymentTo835),
    });
  };
  for (const inside of runsOf(claims, ({ headerNumber = 1 }) => headerNumber))
    open(inside[0].headerNumber ?? 1, inside);
  while (left[0] !== undefined) open(left[0].headerNumber ?? 1, []);
  return headers.length === 0 ? undefined : headers;
}

/** A PLB has room for so many adjustments. */
const PLACES = 6;

/** A PLB for each run of one provider and fiscal date. */
function providerAdjustmentsOf(adjustments: readonly ProviderAdjustmentRecord[]): Set835['providerAdjustments'] {
  const segments = runsOf(adjustments, ({ providerId, fiscalDate }) => `${providerId} ${fiscalDate}`)
    .flatMap((run) => chunksOf(run, PLACES))
    .map((chunk) => ({
      providerId: chunk[0]?.providerId ?? '',
      fiscalDate: chunk[0]?.fiscalDate ?? '',
      adjustments: chunk.map(({ code, reference, amountCents }) => ({
        adjustment: { reason: code, reference },
        amount: amountCents,
      })),
    }));
  return segments.length === 0 ? undefined : segments;
}
