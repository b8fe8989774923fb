/** A claim loop of an 837 with the loops around it, as the record that `claimwire read` prints. */
import type { ClaimRecord } from '../../schemas/records.ts';
import { clean, cleaner } from '../clean.ts';
import { guide837d } from '../guides/837d.ts';
import { guide837i } from '../guides/837i.ts';
import { guide837p } from '../guides/837p.ts';
import type * as D from '../guides/values/837d.ts';
import type * as I from '../guides/values/837i.ts';
import type * as P from '../guides/values/837p.ts';
import type { Origin } from '../issue.ts';
import type { Guide } from '../x12/grammar.ts';
import type { SetRecord } from '../x12/set-reader.ts';
import { dentalFacts } from './from-837d.ts';
import { institutionalFacts } from './from-837i.ts';
import { professionalFacts } from './from-837p.ts';
import { type ClaimFacts, centsOf, party } from './parts.ts';

type Loop2000A = P.Loop2000A | I.Loop2000A | D.Loop2000A;
type Loop2000B = P.Loop2000B | I.Loop2000B | D.Loop2000B;
type Loop2000C = P.Loop2000C | I.Loop2000C | D.Loop2000C;
type Loop2300 = P.Loop2300 | I.Loop2300 | D.Loop2300;

/**
 * The record of one claim (loop 2300); undefined for a record of another guide. What the file lacks is absent; a claim with
 * issues of severity error may lack even what its type promises, so amounts default to zero and texts to nothing.
 */
export function claimFrom837(guide: Guide, record: SetRecord, origin: Origin): ClaimRecord | undefined {
  // Values are what the guide's declaration says they are.
  switch (guide.id) {
    case guide837p.id:
      return claimOf(record, professionalFacts(record.value as P.Loop2300), origin);
    case guide837i.id:
      return claimOf(record, institutionalFacts(record.value as I.Loop2300), origin);
    case guide837d.id:
      return claimOf(record, dentalFacts(record.value as D.Loop2300), origin);
    default:
      return undefined;
  }
}

const cleanClaim = cleaner<ClaimRecord>();

function claimOf({ value, parents }: SetRecord, own: ClaimFacts, origin: Origin): ClaimRecord {
  const claim = value as Loop2300;
  const [, provider, subscriber, patient] = parents as [object, Loop2000A, Loop2000B, Loop2000C?];
  const { claim: facts } = claim as Partial<Loop2300>;
  const { kind, placeOfService, diagnoses, providers, lines, institutional, dental } = own;
  return cleanClaim({
    type: '837.claim',
    kind,
    patientControlNumber: facts?.patientControlNumber ?? '',
    chargeCents: centsOf(facts?.charge),
    frequency: facts?.location?.frequency ?? '',
    placeOfService,
    payerClaimNumber: claim.payerClaimControlNumber?.value,
    clearinghouseNumber: claim.clearinghouseClaimNumber?.value,
    priorAuthorization: claim.priorAuthorization?.value,
    referralNumber: claim.referralNumber?.value,
    diagnoses,
    billingProvider: billingProviderOf(provider),
    subscriber: party(subscriber.subscriber?.name),
    patient: patient === undefined ? undefined : party(patient.patient?.name),
    relationship: patient === undefined ? subscriber.coverage?.relationship : patient.patientDetails?.relationship,
    payer: party(subscriber.payer?.name),
    payerSequence: subscriber.coverage?.sequence,
    filingIndicator: subscriber.coverage?.filingIndicator,
    providers,
    institutional,
    dental,
    otherPayers: otherPayersOf(claim.otherSubscribers ?? []),
    lines,
    origin,
  });
}

const cleanBillingProvider = cleaner<ClaimRecord['billingProvider']>();

function billingProviderOf({ billingProvider }: Loop2000A): ClaimRecord['billingProvider'] {
  return cleanBillingProvider({
    npi: billingProvider?.name?.id,
    name: billingProvider?.name?.lastName,
    taxId: billingProvider?.taxId?.value,
  });
}

type Loop2320 = P.Loop2320 | I.Loop2320 | D.Loop2320;

function otherPayersOf(others: readonly Loop2320[]): ClaimRecord['otherPayers'] {
  return others.map(({ otherPayer, payerPaid }) =>
    clean({ id: otherPayer?.name?.id, name: otherPayer?.name?.lastName, paidCents: payerPaid?.amount }),
  );
}
