/** Findings of claim objects as a compiler would print them: the line of the JSON file, what stands there, what to do. */
import type { Issue } from '../issue.ts';
import { nextStep } from '../next-steps.ts';
import { sentence } from './finding-text.ts';
import { jsonPlaces } from './json-places.ts';
import { hide } from './mask.ts';
import type { Ink } from './render.ts';

/** A JSON file of claims: one, or a list. */
export type ClaimFile = { name: string; text: string; claims: readonly unknown[] };

/** A function from a claim's index and a finding of it to lines of text. What can be a patient's is masked. */
export function claimFindings(
  file: ClaimFile,
  paint: (ink: Ink, text: string) => string,
): (index: number, found: Issue) => string[] {
  const placeOf = jsonPlaces(file.text);
  const isList = /^\s*\[/.test(file.text);
  return (index, found) => {
    const path = stepsOf(found.path ?? '');
    const { line, steps } = placeOf(isList ? [index, ...path] : path);
    const known = path.slice(0, isList ? Math.max(0, steps - 1) : steps);
    const gutter = String(line).padStart(5);
    const below = (text: string) => `${' '.repeat(gutter.length)} ${paint('ordinal', '|')} ${text}`;
    const { severity, code, rule, message, expected } = found;
    const head = rule === undefined ? code : `${code} [${rule}]`;
    return [
      `${file.name}:${line}: ${paint(severity, severity)} ${paint('label', head)}: ${message}`,
      `${paint('ordinal', `${gutter} |`)} ${shown(file.claims[index], known)}`,
      below(paint('name', whereOf(file, index, found))),
      ...(expected === undefined ? [] : [below(paint('name', `expected: ${expected}`))]),
      below(paint('name', `next: ${sentence(nextStep(found))}`)),
    ];
  };
}

/** `claim 2 of 16, /charge: loop 2300, CLM02, SNIP type 3`. */
function whereOf({ claims }: ClaimFile, index: number, { path = '', loop, element, segmentId, snip }: Issue): string {
  const claim = claims.length > 1 ? `claim ${index + 1} of ${claims.length}` : 'the claim';
  const place = [loop === undefined ? undefined : `loop ${loop}`, element ?? segmentId, `SNIP type ${snip}`];
  return `${claim}${path === '' ? '' : `, ${path}`}: ${place.filter((part) => part !== undefined).join(', ')}`;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The field at a path of a claim, with its name. */
function shown(claim: unknown, path: readonly string[]): string {
  let value = claim;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  const field = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const name = path.at(-1) ?? '';
  const text = masked(value, field);
  const cut = text.length > WIDTH ? `${text.slice(0, WIDTH)} ...` : text;
  return name === field && field !== '' ? `${JSON.stringify(name.slice(0, 40))}: ${cut}` : cut;
}

const WIDTH = 90;

/**
 * Fields whose values are codes, counts and numbers of providers: they are shown as they stand. Names, ids, dates, amounts and
 * free text may tell who a patient is.
 */
export const TELLING_NOTHING: ReadonlySet<string> = new Set([
  ...['kind', 'purpose', 'frequency', 'billType', 'placeOfService', 'assignment', 'benefitsAssigned', 'release'],
  ...['payerSequence', 'claimFiling', 'mspType', 'relationship', 'delayReason', 'specialProgram', 'causes', 'idKind'],
  ...['admissionType', 'admissionSource', 'patientStatus', 'presentOnAdmission', 'drg', 'icdVersion', 'diagnoses'],
  ...['admittingDiagnosis', 'reasonsForVisit', 'conditionCodes', 'anesthesiaProcedures', 'diagnosisPointers', 'code'],
  ...['system', 'modifiers', 'revenueCode', 'unit', 'quantity', 'ndc', 'group', 'reason', 'npi', 'taxonomy'],
  ...['report', 'transmission', 'method', 'tooth', 'surfaces', 'oralCavity', 'prosthesis', 'paidUnits'],
]);

function masked(value: unknown, field: string): string {
  if (Array.isArray(value)) return `[${value.map((one) => masked(one, field)).join(', ')}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${masked(one, name)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  const text = JSON.stringify(value) ?? '';
  if (typeof value === 'string' || typeof value === 'number') return isPlain(value, field) ? text : hide(text);
  return text;
}

/** A code is short and no word: a name that was put into the wrong field stays hidden. */
function isPlain(value: string | number, field: string): boolean {
  const text = String(value);
  return TELLING_NOTHING.has(field) && /^[A-Za-z0-9.]{1,12}$/.test(text) && !/^[A-Za-z]{4,}$/.test(text);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
