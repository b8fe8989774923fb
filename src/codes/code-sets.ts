/** Every code set by the name that the guides' declarations use, and what a code means in it on a day. */
import {
  ADMISSION_TYPE,
  CLAIM_FREQUENCY,
  DRG,
  ORAL_CAVITY,
  PATIENT_STATUS,
  PLACE_OF_SERVICE,
  POINT_OF_ORIGIN,
  REVENUE_CODE,
  TYPE_OF_BILL,
  TYPE_OF_BILL_OR_PLACE,
} from './billing.ts';
import { CARC } from './carc.ts';
import { CLAIM_STATUS } from './claim-status.ts';
import { CLAIM_STATUS_CATEGORY } from './claim-status-category.ts';
import type { Code, CodeFormat, CodeList, CodeSet } from './code-set.ts';
import { type CodeEditions, daysElsewhere, EDITION_KINDS, editionsIn } from './edition.ts';
import {
  HEALTH_CARE_CODE_BY_QUALIFIER,
  NDC,
  PROCEDURE_BY_QUALIFIER,
  PROCEDURE_MODIFIER,
  PROVIDER_TAXONOMY,
  REMARK_OR_FORM,
} from './procedures.ts';
import { RARC } from './rarc.ts';
import { COUNTRY, COUNTRY_SUBDIVISION, CURRENCY, POSTAL, STATE_PROVINCE } from './regions.ts';

/** The sets by name (`@CARC` in a declaration). */
export const CODE_SETS: Readonly<Record<string, CodeSet>> = {
  CARC,
  RARC,
  RARC_or_form: REMARK_OR_FORM,
  claim_frequency: CLAIM_FREQUENCY,
  claim_status: CLAIM_STATUS,
  claim_status_category: CLAIM_STATUS_CATEGORY,
  country: COUNTRY,
  country_subdivision: COUNTRY_SUBDIVISION,
  currency: CURRENCY,
  drg: DRG,
  health_care_code_by_qualifier: HEALTH_CARE_CODE_BY_QUALIFIER,
  ndc: NDC,
  nubc_admission_type: ADMISSION_TYPE,
  nubc_patient_status: PATIENT_STATUS,
  nubc_point_of_origin: POINT_OF_ORIGIN,
  nubc_revenue_code: REVENUE_CODE,
  oral_cavity: ORAL_CAVITY,
  place_of_service: PLACE_OF_SERVICE,
  postal: POSTAL,
  procedure_by_qualifier: PROCEDURE_BY_QUALIFIER,
  procedure_modifier: PROCEDURE_MODIFIER,
  provider_taxonomy: PROVIDER_TAXONOMY,
  state_province: STATE_PROVINCE,
  type_of_bill_first2: TYPE_OF_BILL,
  type_of_bill_first2_or_place_of_service: TYPE_OF_BILL_OR_PLACE,
};

/** The names that a declaration may refer to. */
export const CODE_SET_NAMES: ReadonlySet<string> = new Set(Object.keys(CODE_SETS));

/** What chooses a list and judges a code: days are ISO, or `from/to`; without one a code counts as active however old. */
export type Use = {
  /** The day of the service. */
  service?: string | undefined;
  /** The day of the payment or adjudication. */
  payment?: string | undefined;
  /** The element before it, where that names the list (LQ01, C003-01, C022-01). */
  before?: string;
  /** The country beside it (N404, CLM11-5). */
  country?: string;
};

/**
 * A code as its set knows it, and the list or format that decided. Where only the form of a list is held it is `format-ok`
 * or `format-bad`; `unchecked` where not even that. A `heading` is no code of its own: those below it begin with it.
 */
export type LookedUp =
  | { known: 'active'; code: Code; set: CodeList }
  | { known: 'unknown' | 'heading'; set: CodeList }
  | { known: 'inactive'; days: Days; set: CodeList | CodeFormat }
  | { known: 'format-ok' | 'format-bad'; set: CodeFormat }
  | { known: 'unchecked' };

type Days = { start?: string; stop?: string };

/** Looks a code up in the set of a name, or in the imported list that takes its place on the day that counts. */
export function lookUp(set: string, code: string, use: Use = {}, editions?: CodeEditions): LookedUp {
  const named = CODE_SETS[set];
  const found = named?.kind === 'choice' ? named.sets[use[named.by] ?? ''] : named;
  if (found === undefined) return { known: 'unchecked' };
  if (found.kind === 'format' && !found.pattern.test(code)) return { known: 'format-bad', set: found };
  const imported = editions === undefined ? undefined : inEditions(editions, found, code, use);
  if (imported !== undefined) return imported;
  if (found.kind === 'list') return inList(found, code, use);
  return usedOn(found, use.service)
    ? { known: 'format-ok', set: found }
    : { known: 'inactive', days: found, set: found };
}

function inList(list: CodeList, code: string, use: Use): LookedUp {
  const listed = list.codes.get(code);
  if (listed === undefined) return { known: 'unknown', set: list };
  if (listed.heading) return { known: 'heading', set: list };
  if (usedOn(listed, use[list.dated])) return { known: 'active', code: listed, set: list };
  return { known: 'inactive', days: listed, set: list };
}

/** What the editions that decide say: of a period one that has the code is enough. Undefined where none decides. */
function inEditions(editions: CodeEditions, set: CodeList | CodeFormat, code: string, use: Use): LookedUp | undefined {
  const [kind] = set.imported?.find(([, codes]) => codes?.test(code) ?? true) ?? [];
  if (kind === undefined) return undefined;
  const deciding = editionsIn(editions, kind, use[EDITION_KINDS[kind].dated]);
  let worst: LookedUp | undefined;
  for (const { list } of deciding) {
    const said = inList(list, code, use);
    if (said.known === 'active') return said;
    worst ??= said;
  }
  const [edition] = deciding;
  if (edition === undefined || worst?.known !== 'unknown') return worst;
  const days = daysElsewhere(editions, edition, code);
  return days === undefined ? worst : { known: 'inactive', days, set: edition.list };
}

/** Of a period one day is enough. */
function usedOn({ start, stop }: Days, day: string | undefined): boolean {
  if (day === undefined || (start === undefined && stop === undefined)) return true;
  const [from = '', to = from] = day.split('/');
  return (start === undefined || to >= start) && (stop === undefined || from < stop);
}

/** The label of a code in the lists of a set; undefined where it is of none, or we have no label. */
export function codeLabel(set: string, code: string): string | undefined {
  const named = CODE_SETS[set];
  const lists = named === undefined ? [] : named.kind === 'choice' ? Object.values(named.sets) : [named];
  for (const list of lists) {
    const label = list.kind === 'list' ? list.codes.get(code)?.label : undefined;
    if (label !== undefined && label !== '') return label;
  }
  return undefined;
}
