/** Links to a place in a file, and short texts for codes that acknowledgments carry. */
import type { Origin } from '../issue.ts';
import { type Content, type Html, html } from './escape.ts';
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

/** The codes in whatever an acknowledgment or an event keeps as detail: texts, or objects of category, status and entity. */
export function codeList(value: unknown): Content {
  const codes = codesIn(value);
  return codes.length === 0 ? undefined : codes.map((code) => html`<span class="code">${code}</span> `);
}

const CODE_KEYS = [
  'category',
  'status',
  'entity',
  'group',
  'reason',
  'segmentCode',
  'elementCode',
  'note',
  'code',
] as const;
const PLACE_KEYS = ['segmentId', 'position', 'loop', 'element'] as const;

function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Za-z0-9:_-]{1,20}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null) return [];
  const record: Record<string, unknown> = { ...value };
  const text = (keys: readonly string[], separator: string) =>
    keys
      .flatMap((key) =>
        typeof record[key] === 'string' || typeof record[key] === 'number' ? [String(record[key])] : [],
      )
      .join(separator);
  const code = text(CODE_KEYS, ':');
  const place = text(PLACE_KEYS, ' ');
  const own = code === '' ? [] : [place === '' ? code : `${code} at ${place}`];
  return [
    ...own,
    ...['codes', 'statuses', 'errors'].flatMap((key) => (Array.isArray(record[key]) ? codesIn(record[key]) : [])),
  ];
}
