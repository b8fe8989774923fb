/** What of the samples' patients must never be logged or queued, and a search for it that knows what is bookkeeping. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './command.ts';

export const sampleClaims = JSON.parse(readFileSync(path.join(root, 'samples/claims/demo.json'), 'utf8')) as Record<
  string,
  unknown
>[];

const PERSONS = ['subscriber', 'dependent', 'patient'];
const TELLING = ['lastName', 'firstName', 'middleName', 'memberId', 'birthDate', 'line1', 'ssn'];

/** An amount as it is written: 4200.00, 4,200.00, and in cents where these are not any small number. */
function amountForms(cents: number): string[] {
  const decimal = (cents / 100).toFixed(2);
  const forms = [decimal, decimal.replace(/\B(?=(\d{3})+\.)/g, ',')];
  return cents >= 1000 ? [...forms, String(cents)] : forms;
}

/** Names, ids, birth dates, control numbers and amounts of the claims, and of what was paid for them. */
export function tellingTexts(claims: readonly unknown[], paidCents: readonly number[] = []): Set<string> {
  const found = new Set(paidCents.filter((cents) => cents > 0).flatMap(amountForms));
  const visit = (value: unknown, key: string, person: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, key, person);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, name, person || PERSONS.includes(name));
    else if (typeof value !== 'string') return;
    else if (key === 'patientControlNumber' || (person && TELLING.includes(key))) {
      found.add(value);
      if (key === 'birthDate') found.add(value.replaceAll('-', ''));
    } else if (/^\d+\.\d\d$/.test(value))
      for (const form of amountForms(Math.round(Number(value) * 100))) found.add(form);
  };
  visit(claims, '', false);
  return found;
}

/** Numbers of BullMQ and pino that are times, sizes and counts, and may equal an amount in cents by chance. */
const BOOKKEEPING = /^(pid|size|time|delay|timestamp|every|offset|\w*count|age|seconds|seq|id|\w+_ms)$/;

/** Every text and number of a JSON value that is no bookkeeping; keys too. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'number') return BOOKKEEPING.test(key) ? [] : [String(value)];
  if (typeof value === 'string') {
    if (key === 'time') return [];
    const inner = /^[[{"]/.test(value) ? parsed(value) : undefined;
    return inner === undefined ? [value] : textsOf(inner, key);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsOf(inner, Array.isArray(value) ? key : name)]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Which of the texts stand somewhere in the values, as words of their own. */
export function tellingIn(values: readonly unknown[], texts: ReadonlySet<string>): string[] {
  const said = values
    .flatMap((value) => textsOf(value))
    .join('\n')
    .replaceAll(UUID, '');
  const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...texts].filter((text) => new RegExp(`(?<![A-Za-z0-9])${escaped(text)}(?![A-Za-z0-9])`, 'i').test(said));
}

/** Lines of JSON as values; a line that is none as its text. */
export function valuesOf(lines: string): unknown[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parsed(line) ?? line);
}
