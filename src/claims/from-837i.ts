/** What an institutional claim (loop 2300 of an 837I) says in its own way. */
import type { ClaimLineRecord, DatedCodeRecord, DiagnosisRecord, InstitutionalRecord } from '../../schemas/records.ts';
import { clean, cleaner } from '../clean.ts';
import type { Loop2300, Loop2400 } from '../guides/values/837i.ts';
import { type ClaimFacts, centsOf, codesOf, drugOf, healthCodes, optionalProcedure, providersOf } from './parts.ts';

/** Stay, codes, providers and lines of an institutional claim. */
export function institutionalFacts(claim: Loop2300): ClaimFacts {
  return {
    kind: 'institutional',
    placeOfService: undefined,
    diagnoses: [...codesOf(claim.principalDiagnosis), ...codesOf(claim.otherDiagnoses)],
    providers: providersOf([
      claim.attendingProvider,
      claim.operatingPhysician,
      claim.otherOperatingPhysician,
      claim.renderingProvider,
      claim.serviceFacility,
      claim.referringProvider,
    ]),
    institutional: clean({ ...stayOf(claim), ...codeListsOf(claim) }),
    lines: (claim.serviceLines ?? []).map(lineOf),
  };
}

type CodeLists =
  | 'otherDiagnoses'
  | 'externalCauses'
  | 'reasonsForVisit'
  | 'otherProcedures'
  | 'occurrences'
  | 'occurrenceSpans'
  | 'values'
  | 'conditions'
  | 'treatmentCodes';

function stayOf(claim: Loop2300): Omit<InstitutionalRecord, CodeLists> {
  const { claimCodes } = claim as Partial<Loop2300>;
  const { facility = '', frequency = '' } = claim.claim?.location ?? {};
  return {
    billType: `${facility}${frequency}`,
    statementPeriod: claim.statementDates?.period,
    admissionDate: claim.admissionDate?.period,
    dischargeHour: claim.dischargeHour?.period,
    admissionType: claimCodes?.admissionType,
    admissionSource: claimCodes?.admissionSource,
    patientStatus: claimCodes?.patientStatus,
    drg: codesOf(claim.drg)[0],
    principalDiagnosis: diagnosesOf(claim.principalDiagnosis)[0],
    admittingDiagnosis: codesOf(claim.admittingDiagnosis)[0],
    principalProcedure: datedCodesOf(claim.principalProcedure)[0],
    patientEstimatedDueCents: claim.patientEstimatedAmountDue?.amount,
  };
}

function codeListsOf(claim: Loop2300): Pick<InstitutionalRecord, CodeLists> {
  return {
    otherDiagnoses: diagnosesOf(claim.otherDiagnoses),
    externalCauses: diagnosesOf(claim.externalCauses),
    reasonsForVisit: codesOf(claim.reasonsForVisit),
    otherProcedures: datedCodesOf(claim.otherProcedures),
    occurrences: datedCodesOf(claim.occurrences),
    occurrenceSpans: datedCodesOf(claim.occurrenceSpans),
    values: healthCodes(claim.values).map(({ code = '', amount }) => ({ code, amountCents: centsOf(amount) })),
    conditions: codesOf(claim.conditions),
    treatmentCodes: codesOf(claim.treatmentCodes),
  };
}

function diagnosesOf(segments: Parameters<typeof healthCodes>[0]): DiagnosisRecord[] {
  return healthCodes(segments).map(({ code = '', presentOnAdmission }) => clean({ code, presentOnAdmission }));
}

function datedCodesOf(segments: Parameters<typeof healthCodes>[0]): DatedCodeRecord[] {
  return healthCodes(segments).map(({ code = '', period }) => clean({ code, date: period }));
}

const cleanLine = cleaner<ClaimLineRecord>();

function lineOf(line: Loop2400, index: number): ClaimLineRecord {
  const service = line.service as Partial<Loop2400['service']> | undefined;
  return cleanLine({
    lineNo: line.number?.number ?? index + 1,
    lineControlNumber: line.lineControlNumber?.value,
    procedure: optionalProcedure(service?.procedure),
    revenueCode: service?.revenueCode,
    chargeCents: centsOf(service?.charge),
    nonCoveredCents: service?.nonCovered,
    unit: service?.unit,
    quantity: service?.quantity,
    serviceDate: line.serviceDate?.period,
    diagnosisPointers: [],
    drug: drugOf(line.drug),
    providers: providersOf([
      line.operatingPhysician,
      line.otherOperatingPhysician,
      line.renderingProvider,
      line.referringProvider,
    ]),
  });
}
