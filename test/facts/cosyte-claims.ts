/** cosyte/x12: an 837 as its decoder shows it. */
import { type Loop, loopsNamed, segmentsNamed } from './loop-tree.ts';
import { amount, at, dates, entity, references } from './segment-views.ts';

const DIAGNOSES = /^(AB[KFJN]|B[KFJN]|APR|PR)$/;
const PROCEDURES = /^(BB[RQ]|B[RQ])$/;
const VARIANTS: Readonly<Record<string, string>> = { '222': 'P', '223': 'I', '224': 'D' };

/** A claim with the loops around it. */
type Placed = { claim: Loop; around: readonly Loop[] };

/** The set. */
export function submission(set: Loop) {
  const [st] = set.segments;
  const variant = VARIANTS[/X(\d{3})/.exec(st?.[3] ?? '')?.[1] ?? ''] ?? null;
  return {
    variant,
    implementationConventionReference: at(st, 3),
    submitter: entity(loopsNamed(set, '1000A')[0]),
    receiver: entity(loopsNamed(set, '1000B')[0]),
    hierarchies: levelsIn(set).map(hierarchy),
    claims: claimsIn(set, []).map((placed) => claimView(placed, variant)),
  };
}

/** Every HL of a set. */
export function levelsIn(loop: Loop): Loop[] {
  return loop.loops.flatMap((inner) => [...(inner.segments[0]?.[0] === 'HL' ? [inner] : []), ...levelsIn(inner)]);
}

/** A level by its HL. */
export function hierarchy({ segments: [hl] }: Loop) {
  return { levelCode: at(hl, 3), parentHlId: at(hl, 2) };
}

function claimsIn(loop: Loop, around: readonly Loop[]): Placed[] {
  return loop.loops.flatMap((inner) =>
    inner.id === '2300' ? [{ claim: inner, around: [...around, loop] }] : claimsIn(inner, [...around, loop]),
  );
}

function claimView({ claim, around }: Placed, variant: string | null) {
  const [clm] = claim.segments;
  const own = (id: string) => around.flatMap((loop) => loop.loops.filter((inner) => inner.id === id))[0];
  const level = (id: string) => around.find((loop) => loop.id === id);
  const sbr = segmentsNamed(level('2000B') ?? claim, 'SBR')[0];
  const codes = segmentsNamed(claim, 'HI').flatMap((hi) => hi.slice(1).map((one) => codeView(one, claim.component)));
  return {
    variant,
    claimId: at(clm, 1),
    totalCharge: amount(at(clm, 2)),
    placeOfServiceCode: at(clm, 5, 1),
    facilityCodeQualifier: at(clm, 5, 2),
    claimFrequencyCode: at(clm, 5, 3),
    billingProvider: entity(own('2010AA')),
    subscriber: {
      entity: entity(own('2010BA')),
      info: { claimFilingIndicator: at(sbr, 9), payerResponsibilityCode: at(sbr, 1) },
    },
    patient: {
      entity: entity(own('2010CA')),
      info: { individualRelationshipCode: at(segmentsNamed(level('2000C') ?? claim, 'PAT')[0], 1) },
    },
    payer: entity(own('2010BB')),
    providers: claim.loops.filter(({ id }) => id.startsWith('2310')).map((loop) => entity(loop)),
    dates: dates(claim),
    diagnoses: codes.filter(({ qualifier }) => DIAGNOSES.test(qualifier)),
    procedures: codes.filter(({ qualifier }) => PROCEDURES.test(qualifier)),
    otherHi: codes.filter(({ qualifier }) => !DIAGNOSES.test(qualifier) && !PROCEDURES.test(qualifier)),
    hierarchy: hierarchy(around.at(-1)!),
    serviceLines: loopsNamed(claim, '2400').map(lineView),
  };
}

function codeView(composite: string, component: string) {
  const [qualifier = '', code = null] = composite.split(component);
  const isDiagnosis = DIAGNOSES.test(qualifier);
  return {
    qualifier,
    code,
    codeSystem: qualifier.startsWith('AB') ? 'ICD-10-CM' : qualifier.startsWith('BB') ? 'ICD-10-PCS' : 'unknown',
    category: /BK$/.test(qualifier) ? 'principal-diagnosis' : isDiagnosis ? 'diagnosis' : 'unknown',
  };
}

/** Where SV1, SV2 and SV3 have the procedure, the charge and the units. */
const PLACES: Readonly<Record<string, readonly [procedure: number, charge: number, units: number, place: number]>> = {
  SV1: [1, 2, 4, 5],
  SV2: [2, 3, 5, 99],
  SV3: [1, 2, 6, 3],
};

function lineView(loop: Loop) {
  const service = loop.segments.find(([id = '']) => id in PLACES);
  const [procedure, charge, units, place] = PLACES[service?.[0] ?? ''] ?? [99, 99, 99, 99];
  const parts = (segment: readonly string[] | undefined, element: number) =>
    (at(segment, element) ?? '').split(loop.component).filter((part) => part !== '');
  const isDental = service?.[0] === 'SV3';
  return {
    lineNumber: at(loop.segments[0], 1),
    procedureQualifier: at(service, procedure, 1),
    procedureCode: at(service, procedure, 2),
    modifiers: parts(service, procedure).slice(2, 6),
    charge: amount(at(service, charge)),
    units: at(service, units),
    placeOfServiceCode: at(service, place),
    revenueCode: service?.[0] === 'SV2' ? at(service, 1) : null,
    diagnosisPointers: parts(service, service?.[0] === 'SV1' ? 7 : 11),
    oralCavityArea: isDental ? parts(service, 4) : [],
    prosthesisCrownInlayCode: isDental ? at(service, 5) : null,
    toothInformation: segmentsNamed(loop, 'TOO').map((too) => ({
      qualifier: at(too, 1),
      toothCode: at(too, 2),
      surfaces: parts(too, 3),
    })),
    dates: dates(loop),
    references: references(loop),
  };
}
