/** Editions of code lists, as their owners publish them and the user imported them: the newest in force on a day decides. */
import type { Code, CodeList } from './code-set.ts';

/** Every list that can be imported: what it holds, the day that decides, and whether a code that it lacks is no code at all. */
export const EDITION_KINDS = {
  icd10cm: { title: 'ICD-10-CM diagnoses', dated: 'service', whole: true },
  icd10pcs: { title: 'ICD-10-PCS procedures', dated: 'service', whole: true },
  hcpcs: { title: 'HCPCS procedures and modifiers', dated: 'service', whole: true },
  cpt: { title: 'CPT procedures', dated: 'service', whole: true },
  taxonomy: { title: 'NUCC provider taxonomy', dated: 'service', whole: true },
  // The directory leaves out what is no longer made, and payers take that for years.
  ndc: { title: 'national drug codes', dated: 'service', whole: false },
  carc: { title: 'Claim adjustment reason codes', dated: 'payment', whole: true },
  rarc: { title: 'Remittance advice remark codes', dated: 'payment', whole: true },
} as const satisfies Record<string, { title: string; dated: CodeList['dated']; whole: boolean }>;

export type EditionKind = keyof typeof EDITION_KINDS;

/** One edition, and the first and the last day (ISO) on which it decides; without a last day until a newer one does. */
export type CodeEdition = { kind: EditionKind; effective: string; until?: string | undefined; list: CodeList };

/** The editions at hand by kind, newest first. */
export type CodeEditions = ReadonlyMap<EditionKind, readonly CodeEdition[]>;

/** An edition of these codes; a function that gives them is called once, when a code is first asked for. */
export function codeEdition(
  { kind, effective, until }: Omit<CodeEdition, 'list'>,
  given: ReadonlyMap<string, Code> | (() => ReadonlyMap<string, Code>),
): CodeEdition {
  const { title, dated } = EDITION_KINDS[kind];
  let codes = typeof given === 'function' ? undefined : given;
  const list: CodeList = {
    kind: 'list',
    title,
    asOf: effective,
    dated,
    sure: false,
    edition: kind,
    get codes() {
      codes ??= typeof given === 'function' ? given() : given;
      return codes;
    },
  };
  return { kind, effective, until, list };
}

/** Editions in any order, put in order. */
export function codeEditions(editions: Iterable<CodeEdition>): CodeEditions {
  const byKind = new Map<EditionKind, CodeEdition[]>();
  for (const edition of editions) byKind.set(edition.kind, [...(byKind.get(edition.kind) ?? []), edition]);
  for (const those of byKind.values()) those.sort((left, right) => (left.effective < right.effective ? 1 : -1));
  return byKind;
}

/** The edition of a kind that decides on a day (ISO); undefined where none is in force. */
export function editionOn(editions: CodeEditions, kind: EditionKind, day: string): CodeEdition | undefined {
  return editions.get(kind)?.find(({ effective, until = '9999' }) => effective <= day && day <= until);
}

/**
 * Those that decide in a period (`from/to`): on its last day, and on its first; none where one of the two days has none, since a
 * code of that day would be good. Where no day is known any decides.
 */
export function editionsIn(
  editions: CodeEditions,
  kind: EditionKind,
  period: string | undefined,
): readonly CodeEdition[] {
  const all = editions.get(kind) ?? [];
  if (period === undefined || all.length === 0) return all;
  const slash = period.indexOf('/');
  const last = editionOn(editions, kind, period.slice(slash + 1));
  const first = slash < 0 ? last : editionOn(editions, kind, period.slice(0, slash));
  if (last === undefined || first === undefined) return [];
  return last === first ? [last] : [last, first];
}

/**
 * Of a code that an edition does not have, when it was in use by the other editions at hand: the day of the edition from which
 * it was gone, or will be there. Undefined where none has it.
 */
export function daysElsewhere(
  editions: CodeEditions,
  { kind, effective }: CodeEdition,
  code: string,
): Pick<Code, 'start' | 'stop'> | undefined {
  const all = editions.get(kind) ?? [];
  const has = ({ list }: CodeEdition) => list.codes.has(code) && list.codes.get(code)?.heading !== true;
  const here = all.findIndex((edition) => edition.effective === effective);
  const older = all.findIndex((edition, at) => at > here && has(edition));
  if (older > here) return { stop: all[older - 1]?.effective ?? effective };
  const newer = all.findLast((edition, at) => at < here && has(edition));
  return newer === undefined ? undefined : { start: newer.effective };
}
