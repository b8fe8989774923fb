/** Which elements can hold a patient's data, for views that hide it. */
import { maskValue } from '../x12/codec.ts';
import type { Scalar } from '../x12/grammar.ts';

/**
 * Data elements of free text that never tell who a patient is: product and service codes (234), industry codes (1271),
 * modifiers (1339), facility codes (1331), versions (480, 1705, 799), and what an acknowledgment points at (721, 447, 9998,
 * 9999, 725), numbers of groups and sets (28, 329), levels (628, 734).
 */
const TELLING_NOTHING = new Set([
  '234',
  '1271',
  '1339',
  '1331',
  '480',
  '1705',
  '799',
  '721',
  '447',
  '9998',
  '9999',
  '725',
  '28',
  '329',
  '628',
  '734',
]);

/** ZIP codes (116) are coded elements that say where a patient lives. */
const TELLING = new Set(['116']);

/** ISA02 and ISA04 can hold what lets a sender in. */
const SECRET = new Set(['I02', 'I04']);

/** Whether nobody is shown an element's text. */
export function isSecret({ de }: Scalar): boolean {
  return SECRET.has(de);
}

/** Whether an element's text is hidden from those who must not see patients: names, ids, dates, addresses, free text. */
export function isPrivate({ type, as, de }: Scalar): boolean {
  if (TELLING_NOTHING.has(de)) return false;
  return TELLING.has(de) || type === 'AN' || ['text', 'date', 'time', 'period'].includes(as);
}

/** Hides letters and digits and shows the form. */
export function hide(text: string): string {
  return text.length <= 40 ? maskValue(text) : `${maskValue(text)}...`;
}
