/** What a professional claim (loop 2300 of an 837P) says in its own way. */
import type { ClaimLineRecord } from '../../schemas/records.ts';
import { cleaner } from '../clean.ts';
import type { Loop2300, Loop2400 } from '../guides/values/837p.ts';
import { type ClaimFacts, centsOf, codesOf, drugOf, optionalProcedure, providersOf } from './parts.ts';

/** Diagnoses, providers and lines of a professional claim. */
export function professionalFacts(claim: Loop2300): ClaimFacts {
  return {
    kind: 'professional',
    placeOfService: claim.claim?.location?.facility,
    diagnoses: codesOf(claim.diagnoses),
    providers: providersOf([
      claim.referringProviders,
      claim.renderingProvider,
      claim.serviceFacility,
      claim.supervisingProvider,
    ]),
    lines: (claim.serviceLines ?? []).map(lineOf),
  };
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
    unit: service?.unit,
    quantity: service?.quantity,
    serviceDate: line.serviceDate?.period,
    diagnosisPointers: service?.pointers?.pointers ?? [],
    drug: drugOf(line.drug),
    providers: providersOf([
      line.renderingProvider,
      line.purchasedServiceProvider,
      line.serviceFacility,
      line.supervisingProvider,
      line.orderingProvider,
      line.referringProviders,
    ]),
  });
}
