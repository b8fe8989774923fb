/** The code lists of an institutional claim (HI in all its kinds) and the claim's fields. */
import type { InstitutionalClaim } from '../../../schemas/claim-institutional.ts';
import type { Loop2300 } from '../../guides/values/837i.ts';
import { codesIn, daysOf, decimalOf } from './links.ts';
import { type Lax, type Link, own } from './mapping.ts';

type Claim = InstitutionalClaim;
type Diagnosis = Claim['principalDiagnosis'];

/** Composites that one HI holds. */
const A_SEGMENT = 12;

/** A list of codes over as many HI segments as it needs. */
function segments<T, C>(list: readonly T[], codeOf: (one: T) => C): { codes: C[] }[] | undefined {
  const made: { codes: C[] }[] = [];
  for (let at = 0; at < list.length; at += A_SEGMENT) made.push({ codes: list.slice(at, at + A_SEGMENT).map(codeOf) });
  return made.length === 0 ? undefined : made;
}

const flat = <C>(lists: readonly { codes?: readonly C[] | undefined }[]): C[] =>
  lists.flatMap(({ codes = [] }) => codes);

/** The list of ICD-10 codes or, for services before October 2015, that of ICD-9. */
const edition = <N extends string, O extends string>({ icdVersion }: Claim, ten: N, nine: O): N | O =>
  icdVersion === '9' ? nine : ten;

const admitted = ({ code, presentOnAdmission }: Diagnosis) => ({
  code,
  ...(presentOnAdmission === undefined ? {} : { presentOnAdmission }),
});

const diagnosisOf = ({ code, presentOnAdmission }: Lax<Diagnosis>) => ({ code, presentOnAdmission });

/** HI*ABK: the principal diagnosis. Its list says which edition all codes of the claim are of. */
export const PRINCIPAL_DIAGNOSIS = own<Claim, Loop2300['principalDiagnosis']>(
  'principalDiagnosis',
  (claim) => ({ codes: [{ list: edition(claim, 'ABK', 'BK'), ...admitted(claim.principalDiagnosis) }] }),
  ({ codes: [first] = [] }) => ({
    principalDiagnosis: first === undefined ? undefined : diagnosisOf(first),
    ...(first?.list === 'BK' ? { icdVersion: '9' } : {}),
  }),
);

/** HI*ABJ. */
export const ADMITTING_DIAGNOSIS = own<Claim, NonNullable<Loop2300['admittingDiagnosis']>>(
  'admittingDiagnosis',
  (claim) =>
    claim.admittingDiagnosis === undefined
      ? undefined
      : { codes: [{ list: edition(claim, 'ABJ', 'BJ'), code: claim.admittingDiagnosis }] },
  ({ codes: [first] = [] }) => ({ admittingDiagnosis: first?.code }),
);

/** HI*APR. */
export const REASONS_FOR_VISIT = own<Claim, NonNullable<Loop2300['reasonsForVisit']>>(
  'reasonsForVisit',
  (claim) =>
    claim.reasonsForVisit.length === 0
      ? undefined
      : { codes: claim.reasonsForVisit.map((code) => ({ list: edition(claim, 'APR', 'PR'), code })) },
  ({ codes }) => ({ reasonsForVisit: codesIn(codes) }),
  { perSegment: A_SEGMENT },
);

/** HI*ABN. */
export const EXTERNAL_CAUSES = own<Claim, NonNullable<Loop2300['externalCauses']>>(
  'externalCauses',
  (claim) =>
    claim.externalCauses.length === 0
      ? undefined
      : { codes: claim.externalCauses.map((one) => ({ list: edition(claim, 'ABN', 'BN'), ...admitted(one) })) },
  ({ codes = [] }) => ({ externalCauses: codes.map(diagnosisOf) }),
  { perSegment: A_SEGMENT },
);

/** HI*ABF. */
export const OTHER_DIAGNOSES = own<Claim, NonNullable<Loop2300['otherDiagnoses']>>(
  'otherDiagnoses',
  (claim) => segments(claim.otherDiagnoses, (one) => ({ list: edition(claim, 'ABF', 'BF'), ...admitted(one) })),
  (lists) => ({ otherDiagnoses: flat(lists).map(diagnosisOf) }),
  { perSegment: A_SEGMENT },
);

/** HI*DR. */
export const DRG = own<Claim, NonNullable<Loop2300['drg']>>(
  'drg',
  ({ drg }) => (drg === undefined ? undefined : { codes: [{ list: 'DR', code: drg }] }),
  ({ codes: [first] = [] }) => ({ drg: first?.code }),
);

/** HI*BBR. */
export const PRINCIPAL_PROCEDURE = own<Claim, NonNullable<Loop2300['principalProcedure']>>(
  'principalProcedure',
  (claim) => {
    const { principalProcedure: one } = claim;
    if (one === undefined) return undefined;
    const list = one.list === 'ABC' ? 'CAH' : edition(claim, 'BBR', 'BR');
    return { codes: [{ list, code: one.code, format: 'D8', period: one.date }] };
  },
  ({ codes: [first] = [] }) => ({
    principalProcedure:
      first === undefined
        ? undefined
        : { code: first.code, date: first.period, list: first.list === 'CAH' ? 'ABC' : undefined },
  }),
);

/** HI*BBQ. */
export const OTHER_PROCEDURES = own<Claim, NonNullable<Loop2300['otherProcedures']>>(
  'otherProcedures',
  (claim) =>
    segments(claim.otherProcedures, ({ code, date }) => ({
      list: edition(claim, 'BBQ', 'BQ'),
      code,
      format: 'D8' as const,
      period: date,
    })),
  (lists) => ({ otherProcedures: flat(lists).map(({ code, period }) => ({ code, date: period })) }),
  { perSegment: A_SEGMENT },
);

/** HI*BI. */
export const OCCURRENCE_SPANS = own<Claim, NonNullable<Loop2300['occurrenceSpans']>>(
  'occurrenceSpans',
  ({ occurrenceSpans }) =>
    segments(occurrenceSpans, ({ code, from, to }) => ({ list: 'BI', code, format: 'RD8', period: `${from}/${to}` })),
  (lists) => ({
    occurrenceSpans: flat(lists).map(({ code, period }) => {
      const [from, to] = daysOf(period);
      return { code, from, to };
    }),
  }),
  { perSegment: A_SEGMENT },
);

/** HI*BH. */
export const OCCURRENCES = own<Claim, NonNullable<Loop2300['occurrences']>>(
  'occurrences',
  ({ occurrences }) => segments(occurrences, ({ code, date }) => ({ list: 'BH', code, format: 'D8', period: date })),
  (lists) => ({ occurrences: flat(lists).map(({ code, period }) => ({ code, date: period })) }),
  { perSegment: A_SEGMENT },
);

/** HI*BE. */
export const VALUE_CODES = own<Claim, NonNullable<Loop2300['values']>>(
  'valueCodes',
  ({ valueCodes }) => segments(valueCodes, ({ code, amount }) => ({ list: 'BE', code, amount })),
  (lists) => ({
    valueCodes: flat(lists).map(({ code, amount }) => ({ code, amount: decimalOf(amount) })),
  }),
  { perSegment: A_SEGMENT },
);

/** HI with one list and nothing but codes: BG conditions, TC treatments. */
export const codesOf = <L extends string>(list: L, name: string): Link<{ codes: { list: L; code: string }[] }[]> =>
  own<Record<string, readonly string[]>, { codes: { list: L; code: string }[] }[]>(
    name,
    (part) => segments(part[name] ?? [], (code) => ({ list, code })),
    (lists) => ({ [name]: codesIn(flat(lists)) }),
    { perSegment: A_SEGMENT },
  );
