/** Links to a place in a file, and short texts for codes that acknowledgments carry. */
import type { Describe } from '../api/options.ts';
import { type Content, type Html, html } from '../html.ts';
import type { Origin } from '../issue.ts';
import { address } from './parts.ts';

/** A file by its name, at a segment where one is known; the page opens there. */
export function fileLink(fileId: string, name: string, origin: Origin = {}): Html {
  const { gs06, st02, segment } = origin;
  const href = st02 === undefined ? `/files/${fileId}` : `${address(`/files/${fileId}`, { gs06, st02, segment })}#hit`;
  return html`<a class="mono" href="${href}">${name}</a>${origin.st02 === undefined ? '' : html` <span class="nowrap">${placeText(origin)}</span>`}`;
}

/** `set 0001, segment 14`. */
export function placeText({ st02, segment }: Origin): string {
  return [st02 === undefined ? '' : `set ${st02}`, segment === undefined ? '' : `segment ${segment}`]
    .filter((part) => part !== '')
    .join(', ');
}

/** The codes that an acknowledgment or an event carries; nothing where all is simply accepted. */
export function codeList(value: unknown): Content {
  const codes = codesIn(value).filter((code) => !ACCEPTED.has(code));
  return codes.length === 0 ? undefined : codes.map((code) => html`<span class="code">${code}</span> `);
}

/** What the first claim status among the codes (`A3:21:PR`) means: its category and its code. */
export function statusMeaning(value: unknown, describe: Describe): string | undefined {
  const status = codesIn(value)
    .map((code) => /^([A-Z]\d[A-Z]?):(\d{1,4})(:|$)/.exec(code))
    .find((match) => match !== null);
  const meanings = [describe('category', status?.[1] ?? ''), describe('status', status?.[2] ?? '')];
  const says = meanings.filter((meaning) => meaning !== undefined).join(': ');
  return says === '' ? undefined : says;
}

/** Segments of the acknowledged set that a 999's errors point at (IK303, ST = 1). */
export function faultyPositions(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(faultyPositions);
  if (!isRecord(value)) return [];
  return typeof value.position === 'number' ? [value.position] : faultyPositions(value.errors);
}

/** Accepted without a remark: IK501 and AK901, TA104 and its note. */
const ACCEPTED = new Set(['A', '000']);

function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Za-z0-9:_-]{1,20}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (!isRecord(value)) return [];
  const own = syntaxError(value);
  return [...(own === '' ? [] : [own]), ...codesIn(value.codes ?? []), ...codesIn(value.errors ?? [])];
}

/** `NM109 IK4 1, segment 31`: which element, which code, where. */
function syntaxError({ segmentId, segmentCode, element, elementCode, position }: Record<string, unknown>): string {
  if (typeof segmentCode !== 'string' && typeof elementCode !== 'string') return '';
  const place = `${typeof segmentId === 'string' ? segmentId : ''}${typeof element === 'number' ? String(element).padStart(2, '0') : ''}`;
  const code = typeof elementCode === 'string' ? `IK4 ${elementCode}` : `IK3 ${String(segmentCode)}`;
  return `${place} ${code}${typeof position === 'number' ? `, segment ${position}` : ''}`.trim();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
