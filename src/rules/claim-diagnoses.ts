/** Diagnoses of a claim, and the pointers of its lines to them. */
import type { AnyClaim, PractitionerClaim } from './claim-context.ts';
import type { Report, Rule } from './rule.ts';

type Coded = { readonly list?: string | undefined; readonly code?: string | undefined };
type CodeSegment = { readonly codes?: readonly Coded[] | undefined };

const elementAt = (index: number, component: number) => `HI${String(index + 1).padStart(2, '0')}-0${component}`;

/** The HI segments of diagnoses, each list's on its own. */
function diagnosisLists(context: AnyClaim): (readonly CodeSegment[])[] {
  if (context.kind !== 'institutional') return [listOf(context.claim.diagnoses)];
  const { principalDiagnosis, admittingDiagnosis, reasonsForVisit, externalCauses, otherDiagnoses } = context.claim;
  return [
    [...listOf(principalDiagnosis), ...(otherDiagnoses ?? [])],
    listOf(admittingDiagnosis),
    listOf(reasonsForVisit),
    listOf(externalCauses),
  ];
}

const listOf = (segment: CodeSegment | undefined) => (segment === undefined ? [] : [segment]);

/** The edition of ICD that a list holds; undefined for lists that are of neither. */
function editionOf(list: string | undefined): 9 | 10 | undefined {
  if (list === undefined) return undefined;
  return ICD10.has(list) ? 10 : ICD9.has(list) ? 9 : undefined;
}

const ICD10: ReadonlySet<string> = new Set(['ABK', 'ABF', 'ABJ', 'ABN', 'APR']);
const ICD9: ReadonlySet<string> = new Set(['BK', 'BF', 'BJ', 'BN', 'PR']);

/** External causes of ICD-10-CM: V to Y. */
const EXTERNAL_CAUSE = /^[V-Y]/;
/** What an earlier injury left behind: S in the seventh place. */
const SEQUELA = /^.{6}S$/;

function reportTwice(segments: readonly CodeSegment[], report: Report): void {
  const used = new Set<string>();
  for (const segment of segments)
    segment.codes?.forEach(({ code }, index) => {
      if (code === undefined) return;
      if (used.has(code)) report(segment, { element: elementAt(index, 2), hidden: code });
      used.add(code);
    });
}

/** Rules of diagnoses in every claim. */
export const DIAGNOSIS_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R119',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'ICD-9 and ICD-10 codes stand in the same claim',
    next: 'code the whole claim by the list of its service dates: ICD-10 (ABK, ABF) from 2015-10-01 on',
    check(context, report) {
      const segments = diagnosisLists(context).flat();
      const editions = segments.flatMap(({ codes = [] }) => codes.map(({ list }) => editionOf(list)));
      const edition = editions.find((one) => one !== undefined);
      for (const segment of segments)
        segment.codes?.forEach(({ list }, index) => {
          const other = editionOf(list);
          if (list !== undefined && other !== undefined && other !== edition)
            report(segment, { element: elementAt(index, 1), found: list });
        });
    },
  },
  {
    id: 'R121',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a diagnosis stands twice in the claim',
    next: 'send it once; several lines may point to it',
    check(context, report) {
      for (const list of diagnosisLists(context)) reportTwice(list, report);
    },
  },
];

/** Rules of the first diagnosis. */
export const PRINCIPAL_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R122',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the principal diagnosis is an external cause, or the sequela of an earlier injury',
    next: 'put the present condition first',
    check(context, report) {
      const [segment] = diagnosisLists(context)[0] ?? [];
      const { list, code = '' } = segment?.codes?.[0] ?? {};
      if (list === 'ABK' && (EXTERNAL_CAUSE.test(code) || SEQUELA.test(code)))
        report(segment, { element: elementAt(0, 2), hidden: code });
    },
  },
];

/** Rules of the pointers in SV107 and SV311. */
export const POINTER_RULES: readonly Rule<PractitionerClaim>[] = [
  {
    id: 'R123',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a line points to no diagnosis of the claim',
    next: 'point to the places of the diagnoses in HI, each once',
    check({ kind, claim: { diagnoses, serviceLines = [] } }, report) {
      const count = diagnoses?.codes?.length ?? 0;
      const composite = kind === 'dental' ? 'SV311' : 'SV107';
      for (const { service } of serviceLines) {
        const pointers = service?.pointers?.pointers ?? [];
        pointers.forEach((pointer, index) => {
          const place = { element: `${composite}-0${index + 1}`, found: String(pointer) };
          if (pointer < 1 || pointer > count) report(service, { ...place, expected: `1 to ${count}` });
          else if (pointers.indexOf(pointer) < index)
            report(service, { ...place, message: 'a line points to the same diagnosis twice' });
        });
      }
    },
  },
];
