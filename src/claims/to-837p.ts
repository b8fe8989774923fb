/** A professional claim to the loops of an 837P. The hierarchy around it is built in write-claims.ts. */

import type {
  Claim,
  ClaimAdjustment,
  Facility,
  OtherPayer,
  Payer,
  Provider,
  ServiceLine,
} from '../../schemas/claim.ts';
import type { Address, ClaimContact } from '../../schemas/fields.ts';
import type { Loop2000A, Loop2000B, Loop2000C, Loop2300, Loop2320, Loop2400, Loop2430 } from '../guides/values/837p.ts';

/** Individual relationship codes (SBR02, PAT01) by the claim object's words. */
export const RELATIONSHIP = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  organDonor: '39',
  cadaverDonor: '40',
  lifePartner: '53',
  other: 'G8',
} as const;

/** Loop 2000A without its subscribers. */
export function billingProviderLoop({ billingProvider: billing, payToAddress }: Claim): Omit<Loop2000A, 'subscribers'> {
  return {
    specialty:
      billing.taxonomy === undefined ? undefined : { code: 'BI', qualifier: 'PXC', taxonomy: billing.taxonomy },
    billingProvider: {
      name: { entity: '85', ...nameOf(billing) },
      ...addressOf(billing.address),
      taxId:
        billing.taxId === undefined
          ? { qualifier: 'SY', value: billing.ssn ?? '' }
          : { qualifier: 'EI', value: billing.taxId },
      licenses: idsOf(billing.secondaryIds, ['0B', '1G']),
      contacts: billing.contact === undefined ? undefined : [contactOf(billing.contact)],
    },
    payToAddress:
      payToAddress === undefined
        ? undefined
        : {
            name: { entity: '87', type: billing.organizationName === undefined ? '1' : '2' },
            ...addressOf(payToAddress),
          },
  };
}

/** Loop 2000B without claims and patients. */
export function subscriberLoop(claim: Claim): Omit<Loop2000B, 'claims' | 'patients'> {
  const { subscriber, dependent, billingProvider } = claim;
  return {
    coverage: {
      sequence: subscriber.payerSequence,
      relationship: dependent === undefined ? '18' : undefined,
      groupNumber: subscriber.groupNumber,
      groupName: subscriber.groupNumber === undefined ? subscriber.groupName : undefined,
      insuranceType: subscriber.mspType,
      filingIndicator: subscriber.claimFiling,
    },
    subscriber: {
      name: { entity: 'IL', type: '1', ...personOf(subscriber), idQualifier: 'MI', id: subscriber.memberId },
      ...(subscriber.address === undefined ? {} : addressOf(subscriber.address)),
      demographics: demographicsOf(subscriber),
      subscriberSecondaryIdentification:
        subscriber.ssn === undefined ? undefined : { qualifier: 'SY', value: subscriber.ssn },
    },
    payer: {
      ...payerOf(claim.payer),
      payerSecondaryIdentification: idsOf(claim.payer.secondaryIds, ['2U', 'EI', 'FY', 'NF']),
      billingProviderSecondaryIdentification: idsOf(billingProvider.secondaryIds, ['G2', 'LU']),
    },
  };
}

/** Loop 2000C without claims. */
export function patientLoop(dependent: NonNullable<Claim['dependent']>): Omit<Loop2000C, 'claims'> {
  const relationship = RELATIONSHIP[dependent.relationship];
  return {
    // 18 (self) is no patient relationship: validation refuses it before a claim gets here.
    patientDetails: { relationship: relationship === '18' ? 'G8' : relationship },
    patient: {
      name: { entity: 'QC', type: '1', ...personOf(dependent) },
      ...addressOf(dependent.address ?? { line1: '', city: '' }),
      demographics: demographicsOf(dependent) ?? { format: 'D8', birthDate: '', sex: 'U' },
    },
  };
}

/** Loop 2300 with everything below it. */
export function claimLoop(claim: Claim): Loop2300 {
  return {
    claim: {
      patientControlNumber: claim.patientControlNumber,
      charge: claim.charge,
      location: { facility: claim.placeOfService, qualifier: 'B', frequency: claim.frequency },
      signature: claim.signatureOnFile ? 'Y' : 'N',
      assignment: claim.assignment,
      benefits: claim.benefitsAssigned,
      release: claim.release,
      relatedCauses:
        claim.accident === undefined
          ? undefined
          : { causes: claim.accident.causes, state: claim.accident.state, country: claim.accident.country },
    },
    onsetOfCurrentIllnessOrSymptomDate: day('431', claim.onsetDate),
    initialTreatmentDate: day('454', claim.initialTreatmentDate),
    accidentDate: day('439', claim.accident?.date),
    admissionDate: day('435', claim.admissionDate),
    dischargeDate: day('096', claim.dischargeDate),
    patientAmountPaid: claim.patientPaid === undefined ? undefined : { qualifier: 'F5', amount: claim.patientPaid },
    referralNumber: ref('9F', claim.referral),
    priorAuthorization: ref('G1', claim.priorAuthorization),
    payerClaimControlNumber: ref('F8', claim.replaces?.payerClaimNumber),
    cliaNumber: ref('X4', claim.cliaNumber),
    medicalRecordNumber: ref('EA', claim.medicalRecordNumber),
    notes: claim.notes[0],
    diagnoses: {
      codes: claim.diagnoses.map((code, index) => (index === 0 ? { list: 'ABK', code } : { list: 'ABF', code })),
    },
    ...claimProviders(claim),
    otherSubscribers:
      claim.otherPayers.length === 0 ? undefined : claim.otherPayers.map((other) => otherPayerLoop(other, claim)),
    serviceLines: claim.lines.map(lineLoop),
  };
}

function claimProviders({ referring, rendering, supervising, facility }: Claim): Partial<Loop2300> {
  return {
    referringProviders:
      referring === undefined
        ? undefined
        : [
            {
              name: { entity: 'DN', ...personNameOf(referring) },
              referringProviderSecondaryIdentification: idsOf(referring.secondaryIds, ['0B', '1G', 'G2']),
            },
          ],
    renderingProvider: rendering === undefined ? undefined : renderingOf(rendering),
    serviceFacility: facility === undefined ? undefined : facilityOf(facility, ['0B', 'G2', 'LU']),
    supervisingProvider:
      supervising === undefined
        ? undefined
        : {
            name: { entity: 'DQ', ...personNameOf(supervising) },
            supervisingProviderSecondaryIdentification: idsOf(supervising.secondaryIds, ['0B', '1G', 'G2', 'LU']),
          },
  };
}

function renderingOf(provider: Provider) {
  return {
    name: { entity: '82' as const, ...nameOf(provider) },
    specialty:
      provider.taxonomy === undefined
        ? undefined
        : { code: 'PE' as const, qualifier: 'PXC' as const, taxonomy: provider.taxonomy },
    renderingProviderSecondaryIdentification: idsOf(provider.secondaryIds, ['0B', '1G', 'G2', 'LU']),
  };
}

function facilityOf<Q extends string>(facility: Facility, allowed: readonly Q[]) {
  const { lastName, npi, organizationName } = facility;
  return {
    name: { entity: '77' as const, type: '2' as const, lastName: organizationName ?? lastName ?? '', ...npiOf(npi) },
    ...addressOf(facility.address),
    serviceFacilityLocationSecondaryIdentification: idsOf(facility.secondaryIds, allowed),
  };
}

function otherPayerLoop(other: OtherPayer, { lines }: Claim): Loop2320 {
  // With line adjudications of this payer the date stands at the lines (loop 2430) and nowhere else.
  const atLines = lines.some((line) => line.adjudications.some(({ payerId }) => payerId === other.payer.id));
  return {
    coverage: {
      sequence: other.payerSequence,
      relationship: RELATIONSHIP[other.relationship],
      groupNumber: other.groupNumber,
      groupName: other.groupNumber === undefined ? other.groupName : undefined,
      filingIndicator: other.claimFiling,
    },
    adjustments: adjustmentsOf(other.adjustments),
    payerPaid: other.paid === undefined ? undefined : { qualifier: 'D', amount: other.paid },
    nonCovered: other.nonCovered === undefined ? undefined : { qualifier: 'A8', amount: other.nonCovered },
    remainingPatientLiability:
      other.remainingPatient === undefined ? undefined : { qualifier: 'EAF', amount: other.remainingPatient },
    otherInsurance: { benefits: other.benefitsAssigned ? 'Y' : 'N', release: other.release },
    otherSubscriber: {
      name: { entity: 'IL', type: '1', ...personOf(other.insured), idQualifier: 'MI', id: other.insured.memberId },
      ...(other.insured.address === undefined ? {} : addressOf(other.insured.address)),
    },
    otherPayer: {
      ...payerOf(other.payer),
      remittanceDate: atLines ? undefined : day('573', other.adjudicationDate),
      otherPayerSecondaryIdentifier: idsOf(other.payer.secondaryIds, ['2U', 'EI', 'FY', 'NF']),
      otherPayerClaimControlNumber: ref('F8', other.claimNumber),
    },
  };
}

function lineLoop(line: ServiceLine, index: number): Loop2400 {
  return {
    service: {
      procedure: {
        qualifier: line.procedure.qualifier,
        code: line.procedure.code,
        modifiers: line.procedure.modifiers.length === 0 ? undefined : line.procedure.modifiers,
        description: line.procedure.description,
      },
      charge: line.charge,
      unit: line.unit,
      quantity: line.quantity,
      placeOfService: line.placeOfService,
      pointers: { pointers: line.diagnosisPointers },
      emergency: line.emergency ? 'Y' : undefined,
    },
    serviceDate: period(line.serviceDate),
    priorAuthorization: refs('G1', line.priorAuthorization),
    lineControlNumber: { qualifier: '6R', value: lineControlNumber(line, index) },
    referralNumber: refs('9F', line.referral),
    lineNote: line.note === undefined ? undefined : { kind: 'ADD', text: line.note },
    drug: line.drug === undefined ? undefined : drugLoop(line.drug),
    renderingProvider: line.rendering === undefined ? undefined : renderingOf(line.rendering),
    serviceFacility: line.facility === undefined ? undefined : facilityOf(line.facility, ['G2', 'LU']),
    orderingProvider:
      line.ordering === undefined
        ? undefined
        : {
            name: { entity: 'DK', ...personNameOf(line.ordering) },
            orderingProviderSecondaryIdentification: idsOf(line.ordering.secondaryIds, ['0B', '1G', 'G2']),
          },
    adjudications:
      line.adjudications.length === 0 ? undefined : line.adjudications.map((one) => adjudicationLoop(one, line)),
  };
}

/** The caller's line control number, else one that is unique in the claim: it comes back in the 835 (REF*6R). */
export function lineControlNumber(line: ServiceLine, index: number): string {
  return line.lineControlNumber ?? `L${index + 1}`;
}

function drugLoop(drug: NonNullable<ServiceLine['drug']>): NonNullable<Loop2400['drug']> {
  return {
    drug: { ids: [{ qualifier: 'N4', id: drug.ndc }] },
    quantity: { quantity: drug.quantity, unit: { units: [{ unit: drug.unit }] } },
    prescriptionOrCompoundDrugAssociationNumber: ref('XZ', drug.prescriptionNumber),
  };
}

function adjudicationLoop(one: ServiceLine['adjudications'][number], line: ServiceLine): Loop2430 {
  return {
    adjudication: {
      payerId: one.payerId,
      paid: one.paid,
      procedure: {
        qualifier: line.procedure.qualifier,
        code: line.procedure.code,
        modifiers: line.procedure.modifiers.length === 0 ? undefined : line.procedure.modifiers,
      },
      units: one.paidUnits,
    },
    adjustments: adjustmentsOf(one.adjustments),
    remittanceDate: { qualifier: '573', format: 'D8', period: one.date },
    remainingPatientLiability:
      one.remainingPatient === undefined ? undefined : { qualifier: 'EAF', amount: one.remainingPatient },
  };
}

const TRIPLETS = 6;

/** Adjustments by group, six triplets to a CAS. */
function adjustmentsOf(adjustments: readonly ClaimAdjustment[]): Loop2320['adjustments'] {
  const segments: NonNullable<Loop2320['adjustments']> = [];
  for (const { group, reason, amount, quantity } of adjustments) {
    const triplet = { reason, amount, quantity };
    const open = segments.find((one) => one.group === group && one.adjustments.length < TRIPLETS);
    if (open === undefined) segments.push({ group, adjustments: [triplet] });
    else open.adjustments.push(triplet);
  }
  return segments.length === 0 ? undefined : segments;
}

type Named = Pick<Provider, 'lastName' | 'firstName' | 'middleName' | 'suffix' | 'organizationName' | 'npi'>;

function npiOf(npi: string | undefined): { idQualifier?: 'XX'; id?: string } {
  return npi === undefined ? {} : { idQualifier: 'XX', id: npi };
}

function nameOf(provider: Named) {
  if (provider.organizationName !== undefined)
    return { type: '2' as const, lastName: provider.organizationName, ...npiOf(provider.npi) };
  return personNameOf(provider);
}

function personNameOf({ lastName, firstName, middleName, suffix, npi, organizationName }: Named) {
  return {
    type: '1' as const,
    lastName: lastName ?? organizationName ?? '',
    firstName,
    middleName,
    suffix,
    ...npiOf(npi),
  };
}

type Person = { last: string; first?: string | undefined; middle?: string | undefined; suffix?: string | undefined };

function personOf({ last, first, middle, suffix }: Person) {
  return { lastName: last, firstName: first, middleName: middle, suffix };
}

function demographicsOf({ birthDate, sex }: { birthDate?: string | undefined; sex?: 'F' | 'M' | 'U' | undefined }) {
  return birthDate === undefined ? undefined : { format: 'D8' as const, birthDate, sex: sex ?? 'U' };
}

function addressOf({ line1, line2, city, state, zip, country }: Address) {
  return { address: { line1, line2 }, city: { city, state, zip, country } };
}

function payerOf(payer: Payer) {
  return {
    name: { entity: 'PR' as const, type: '2' as const, lastName: payer.name, idQualifier: 'PI' as const, id: payer.id },
    ...(payer.address === undefined ? {} : addressOf(payer.address)),
  };
}

/** PER*IC: up to three numbers; an extension follows its telephone number. */
export function contactOf({ name, phone, extension, fax, email }: ClaimContact) {
  const numbers: { qualifier: 'EM' | 'FX' | 'TE' | 'EX'; number: string }[] = [];
  if (phone !== undefined) numbers.push({ qualifier: 'TE', number: phone });
  if (phone !== undefined && extension !== undefined) numbers.push({ qualifier: 'EX', number: extension });
  if (email !== undefined) numbers.push({ qualifier: 'EM', number: email });
  if (fax !== undefined && numbers.length < 3) numbers.push({ qualifier: 'FX', number: fax });
  return { function: 'IC' as const, name, numbers };
}

function idsOf<Q extends string>(ids: readonly { qualifier: string; id: string }[], allowed: readonly Q[]) {
  const found = ids.flatMap(({ qualifier, id }) => {
    const known = allowed.find((one) => one === qualifier);
    return known === undefined ? [] : [{ qualifier: known, value: id }];
  });
  return found.length === 0 ? undefined : found;
}

function day<Q extends string>(
  qualifier: Q,
  date: string | undefined,
): { qualifier: Q; format: 'D8'; period: string } | undefined {
  return date === undefined ? undefined : { qualifier, format: 'D8', period: date };
}

function period(date: ServiceLine['serviceDate']): Loop2400['serviceDate'] {
  if (typeof date === 'string') return { qualifier: '472', format: 'D8', period: date };
  return { qualifier: '472', format: 'RD8', period: `${date.from}/${date.to}` };
}

function ref<Q extends string>(qualifier: Q, value: string | undefined): { qualifier: Q; value: string } | undefined {
  return value === undefined ? undefined : { qualifier, value };
}

function refs<Q extends string>(
  qualifier: Q,
  value: string | undefined,
): { qualifier: Q; value: string }[] | undefined {
  return value === undefined ? undefined : [{ qualifier, value }];
}
