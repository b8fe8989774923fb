/** What a dental claim (loop 2300 of an 837D) says in its own way. */
import type { ClaimLineRecord, DentalLineRecord, DentalRecord } from '../../schemas/records.ts';
import { clean, cleaner } from '../clean.ts';
import type { Loop2300, Loop2400 } from '../guides/values/837d.ts';
import { type ClaimFacts, centsOf, codesOf, optionalProcedure, providersOf } from './parts.ts';

/** Teeth, orthodontics, providers and lines of a dental claim. */
export function dentalFacts(claim: Loop2300): ClaimFacts {
  return {
    kind: 'dental',
    placeOfService: claim.claim?.location?.facility,
    diagnoses: codesOf(claim.diagnoses),
    providers: providersOf([
      claim.referringProviders,
      claim.renderingProvider,
      claim.serviceFacility,
      claim.assistantSurgeon,
      claim.supervisingProvider,
    ]),
    dental: dentalOf(claim),
    lines: (claim.serviceLines ?? []).map(lineOf),
  };
}

function dentalOf(claim: Loop2300): DentalRecord {
  const { orthodontics } = claim;
  return clean({
    serviceDate: claim.serviceDate?.period,
    accidentDate: claim.accidentDate?.period,
    appliancePlacementDate: claim.appliancePlacementDate?.period,
    orthodontics:
      orthodontics === undefined
        ? undefined
        : clean({
            months: orthodontics.months,
            remainingMonths: orthodontics.remaining,
            description: orthodontics.description,
          }),
    toothStatuses: (claim.toothStatuses ?? []).map(({ tooth, status }) => ({
      tooth: tooth ?? '',
      status: status ?? '',
    })),
    predetermination: claim.claim?.submissionReason === 'PB',
    predeterminationNumber: claim.predeterminationIdentification?.value,
  });
}

const cleanLine = cleaner<ClaimLineRecord>();

function lineOf(line: Loop2400, index: number): ClaimLineRecord {
  const service = line.service as Partial<Loop2400['service']> | undefined;
  return cleanLine({
    lineNo: line.number?.number ?? index + 1,
    lineControlNumber: line.lineControlNumber?.value,
    procedure: optionalProcedure(service?.procedure),
    placeOfService: service?.placeOfService,
    chargeCents: centsOf(service?.charge),
    quantity: service?.quantity,
    serviceDate: line.serviceDate?.period,
    diagnosisPointers: service?.pointers?.pointers ?? [],
    providers: providersOf([
      line.renderingProvider,
      line.assistantSurgeon,
      line.supervisingProvider,
      line.serviceFacility,
    ]),
    dental: dentalLineOf(line),
  });
}

function dentalLineOf(line: Loop2400): DentalLineRecord {
  return clean({
    oralCavity: [...(line.service?.oralCavity?.areas ?? [])],
    prosthesis: line.service?.prosthesis,
    teeth: (line.teeth ?? []).map(({ tooth, surfaces }) => ({
      tooth: tooth ?? '',
      surfaces: [...(surfaces?.surfaces ?? [])],
    })),
    priorPlacementDate: line.priorPlacementDate?.period,
    appliancePlacementDate: line.appliancePlacementDate?.period,
    replacementDate: line.replacementDate?.period,
    treatmentStartDate: line.treatmentStartDate?.period,
    treatmentCompletionDate: line.treatmentCompletionDate?.period,
  });
}
