/** A service line of the dental claim and loop 2400 of the 837D. */
import type { DentalLine } from '../../../schemas/claim-dental.ts';
import type { Loop2400, Loop2430 } from '../../guides/values/837d.ts';
import { specialty } from './hierarchy.ts';
import { DECIDED, DECISION, MODIFIERS } from './line.ts';
import { amt, CONTRACT, day, money, PRICING, ref, texts, words } from './links.ts';
import { beside, each, field, is, type MapOf, own, part } from './mapping.ts';
import {
  addressLinks,
  FACILITY_NAME,
  idLinks,
  PROVIDER_IDS,
  payerNumbers,
  practitionerName,
  providerName,
} from './parties.ts';

type Line = DentalLine;

const PROCEDURE: MapOf<Loop2400['service']['procedure']> = {
  qualifier: is('AD'),
  code: field('code'),
  modifiers: MODIFIERS,
  description: field('description'),
};

/** SVD03. */
const DECIDED_PROCEDURE: MapOf<Loop2430['adjudication']['procedure']> = {
  ...PROCEDURE,
  qualifier: words('system', { CDT: 'AD', jurisdiction: 'ER' }),
};

/** SV304. */
const ORAL_CAVITY = own<Line, { areas: string[] }>(
  'oralCavity',
  ({ oralCavity }) => (oralCavity.length === 0 ? undefined : { areas: oralCavity }),
  ({ areas }) => ({ oralCavity: areas }),
);

/** SV311. */
const POINTERS = own<Line, { pointers: number[] }>(
  'diagnosisPointers',
  ({ diagnosisPointers }) => (diagnosisPointers.length === 0 ? undefined : { pointers: diagnosisPointers }),
  ({ pointers }) => ({ diagnosisPointers: pointers }),
);

type Tooth = Line['teeth'][number];
type Surfaces = { surfaces: Tooth['surfaces'] };

/** TOO03. */
const SURFACES = own<Tooth, Surfaces>(
  'surfaces',
  ({ surfaces }) => (surfaces.length === 0 ? undefined : { surfaces }),
  ({ surfaces }) => ({ surfaces }),
);

/** DTP*441, or 139 where the date is estimated. */
const PRIOR_PLACEMENT = own<Line, NonNullable<Loop2400['priorPlacementDate']>>(
  'priorPlacement',
  ({ priorPlacement: given }) =>
    given === undefined ? undefined : { qualifier: given.estimated ? '139' : '441', format: 'D8', period: given.date },
  ({ qualifier, period }) => ({ priorPlacement: { date: period, estimated: qualifier === '139' } }),
);

const { groupCode: _groupCode, groupAmount: _groupAmount, ...LINE_PRICING } = PRICING;

/** Loop 2400 by a line of a dental claim. */
export const DENTAL_LINE: MapOf<Loop2400> = {
  service: {
    procedure: part('procedure', PROCEDURE),
    charge: money('charge'),
    placeOfService: field('placeOfService'),
    oralCavity: ORAL_CAVITY,
    prosthesis: words('prosthesis', { initial: 'I', replacement: 'R' }),
    quantity: field('quantity'),
    pointers: POINTERS,
  },
  teeth: each('teeth', { codeList: is('JP'), tooth: field('tooth'), surfaces: SURFACES }),
  serviceDate: day('472', 'serviceDate'),
  priorPlacementDate: PRIOR_PLACEMENT,
  appliancePlacementDate: day('452', 'appliancePlacementDate'),
  replacementDate: day('446', 'replacementDate'),
  treatmentStartDate: day('196', 'treatmentStartDate'),
  treatmentCompletionDate: day('198', 'treatmentCompletionDate'),
  contract: part('contract', CONTRACT),
  predeterminationIdentification: payerNumbers('G3', 'predeterminations'),
  priorAuthorization: payerNumbers('G1', 'priorAuthorizations'),
  lineControlNumber: ref('6R', 'lineControlNumber'),
  repricedClaimNumber: ref('9A', 'repricedClaimNumber'),
  adjustedRepricedClaimNumber: ref('9C', 'adjustedRepricedClaimNumber'),
  referralNumber: payerNumbers('9F', 'referrals'),
  salesTaxAmount: amt('T', 'salesTax'),
  fixedFormat: texts('fixedFormat'),
  pricing: part('pricing', {
    ...LINE_PRICING,
    procedureQualifier: beside('procedureCode', 'AD'),
    procedure: field('procedureCode'),
    unit: beside('quantity', 'UN'),
    quantity: field('quantity'),
  }),
  renderingProvider: part('rendering', {
    name: providerName('82'),
    specialty: specialty('PE'),
    renderingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  assistantSurgeon: part('assistantSurgeon', {
    name: practitionerName('DD'),
    specialty: specialty('AS'),
    assistantSurgeonSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  supervisingProvider: part('supervising', {
    name: practitionerName('DQ'),
    supervisingProviderSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  serviceFacility: part('facility', {
    name: FACILITY_NAME,
    ...addressLinks(),
    serviceFacilityLocationSecondaryIdentification: idLinks(PROVIDER_IDS),
  }),
  adjudications: each('adjudications', {
    ...DECISION,
    adjudication: { ...DECIDED, procedure: part('procedure', DECIDED_PROCEDURE) },
  }),
};
