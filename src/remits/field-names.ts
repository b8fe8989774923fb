/** Segments of an 835 whose elements become fields one by one: which field of the record is which of the guide's, both ways. */
import type {
  BankAccountRecord,
  InpatientRecord,
  OutpatientRecord,
  ProviderSummaryRecord,
} from '../../schemas/records.ts';
import type { Loop2000, Loop2100, Set835 } from '../guides/values/835.ts';

/** For each field of a record the key of the guide's value. */
export type FieldNames<R extends object, V extends object> = { readonly [K in keyof Required<R>]: keyof V & string };

type Financial = Set835['financial'];
type Summary = NonNullable<Loop2000['providerSummary']>;
type Supplement = NonNullable<Loop2000['supplementalSummary']>;

/** BPR06 to BPR09. */
export const PAYER_ACCOUNT: FieldNames<BankAccountRecord, Financial> = {
  bankQualifier: 'payerBankQualifier',
  bank: 'payerBank',
  accountQualifier: 'payerAccountQualifier',
  account: 'payerAccount',
};

/** BPR12 to BPR15. */
export const PAYEE_ACCOUNT: FieldNames<BankAccountRecord, Financial> = {
  bankQualifier: 'payeeBankQualifier',
  bank: 'payeeBank',
  accountQualifier: 'payeeAccountQualifier',
  account: 'payeeAccount',
};

/** MIA. */
export const INPATIENT: FieldNames<InpatientRecord, NonNullable<Loop2100['inpatient']>> = {
  coveredDays: 'coveredDays',
  outlierCents: 'outlier',
  psychiatricDays: 'psychiatricDays',
  drgAmountCents: 'drgAmount',
  remark: 'remark',
  disproportionateShareCents: 'disproportionateShare',
  mspPassThroughCents: 'mspPassThrough',
  ppsCapitalCents: 'ppsCapital',
  fspDrgCents: 'fspDrg',
  hspDrgCents: 'hspDrg',
  dshDrgCents: 'dshDrg',
  oldCapitalCents: 'oldCapital',
  imeCapitalCents: 'imeCapital',
  hspOperatingCents: 'hspOperating',
  costReportDays: 'costReportDays',
  fspOperatingCents: 'fspOperating',
  ppsDrgCents: 'ppsDrg',
  indirectTeachingCents: 'indirectTeaching',
  professionalComponentCents: 'professionalComponent',
  remarks: 'remarks',
  capitalExceptionCents: 'capitalException',
};

/** MOA. */
export const OUTPATIENT: FieldNames<OutpatientRecord, NonNullable<Loop2100['outpatient']>> = {
  rate: 'rate',
  hcpcsPayableCents: 'hcpcsPayable',
  remarks: 'remarks',
  esrdPaidCents: 'esrdPaid',
  professionalComponentCents: 'professionalComponent',
};

/** TS3. */
export const SUMMARY: FieldNames<NonNullable<ProviderSummaryRecord['summary']>, Summary> = {
  providerId: 'providerId',
  facility: 'facility',
  fiscalDate: 'fiscalDate',
  claims: 'claims',
  chargeCents: 'charge',
  mspPayerCents: 'mspPayer',
  nonLabCents: 'nonLab',
  hcpcsReportableCents: 'hcpcsReportable',
  hcpcsPayableCents: 'hcpcsPayable',
  professionalComponentCents: 'professionalComponent',
  mspPatientCents: 'mspPatient',
  patientReimbursementCents: 'patientReimbursement',
  pipClaims: 'pipClaims',
  pipAdjustmentCents: 'pipAdjustment',
};

/** TS2. */
export const SUPPLEMENT: FieldNames<NonNullable<ProviderSummaryRecord['supplement']>, Supplement> = {
  drgAmountCents: 'drgAmount',
  federalAmountCents: 'federalAmount',
  hospitalAmountCents: 'hospitalAmount',
  disproportionateShareCents: 'disproportionateShare',
  capitalCents: 'capital',
  indirectEducationCents: 'indirectEducation',
  outlierDays: 'outlierDays',
  dayOutlierCents: 'dayOutlier',
  costOutlierCents: 'costOutlier',
  averageStay: 'averageStay',
  discharges: 'discharges',
  costReportDays: 'costReportDays',
  coveredDays: 'coveredDays',
  nonCoveredDays: 'nonCoveredDays',
  mspPassThroughCents: 'mspPassThrough',
  averageWeight: 'averageWeight',
  ppsCapitalFspCents: 'ppsCapitalFsp',
  ppsCapitalHspCents: 'ppsCapitalHsp',
  ppsDshDrgCents: 'ppsDshDrg',
};

/** The record of a guide's value, by the names; undefined where nothing is there. */
export function fieldsFrom<R extends object, V extends object>(
  names: FieldNames<R, V>,
  value: Partial<V> | undefined,
): R | undefined {
  if (value === undefined) return undefined;
  const found: Record<string, unknown> = {};
  let some = false;
  // Thousands of claims pass here: no list of the names is made for each.
  for (const field in names) {
    const one = value[names[field]];
    if (one === undefined) continue;
    found[field] = one;
    some = true;
  }
  return some ? (found as R) : undefined;
}

/** The guide's value of a record: fieldsFrom the other way. */
export function valueFrom<R extends object, V extends object>(names: FieldNames<R, V>, record: R): V {
  const found: Record<string, unknown> = {};
  for (const [field, key] of Object.entries<string>(names)) found[key] = record[field as keyof R];
  return found as V;
}
