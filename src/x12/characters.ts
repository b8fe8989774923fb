/** Characters of texts: which may stand in data under a partner's policy, and what is written instead of the others. */
import type { IssueCode } from '../issue.ts';
import type { Delimiters } from './delimiters.ts';
import type { ElementUse } from './grammar.ts';

/** What a partner wants done with characters that its files can't or shouldn't hold. */
export type TextPolicy = {
  /** A delimiter or control character: refuse the text, or write `replaceWith` instead and report it. */
  onDelimiter: 'refuse' | 'replace';
  /** One character that is no delimiter, or nothing. */
  replaceWith: string;
  /**
   * `basic`: capital letters, digits, blank and `!"&'()*+,-./:;?=`. `extended`: all that ASCII can print. `any`: no limit.
   */
  characters: 'basic' | 'extended' | 'any';
  /** Write characters outside the set by those nearest to them and report it, instead of refusing them. */
  transliterate: boolean;
};

/** Any character but delimiters and control characters, and nothing changed. */
export const NO_POLICY: TextPolicy = Object.freeze({
  onDelimiter: 'refuse',
  replaceWith: '',
  characters: 'any',
  transliterate: false,
});

/** What is wrong with a text, or what was done to it. */
export type TextFinding = {
  code: Extract<IssueCode, 'delimiter-conflict' | 'element-character' | 'text-replaced'>;
  expected: string;
};

export type SettledText = { text: string; findings: readonly TextFinding[] };

export type TextRules = {
  /** By character code: 1 for what may be written as it is. What lies beyond the table has to be settled. */
  plain: Uint8Array;
  /** The text to write instead, with what was found; `free` texts may be changed by the policy, others are refused. */
  settle(text: string, free: boolean): SettledText | undefined;
};

const known = new Map<string, TextRules>();
/** Partners have few settings; many at once are a sign of something else. */
const MOST_KNOWN = 64;

/** Rules for texts between these delimiters; made once for each setting. */
export function textRulesFor(delimiters: Delimiters, policy: TextPolicy): TextRules {
  const { element, component, repetition, segment } = delimiters;
  const { onDelimiter, replaceWith, characters, transliterate: spell } = policy;
  const key = [element, component, repetition, segment, onDelimiter, replaceWith, characters, spell].join('\0');
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = createTextRules(delimiters, policy);
  known.set(key, made);
  return made;
}

function createTextRules(delimiters: Delimiters, policy: TextPolicy): TextRules {
  const { element, component, repetition, segment } = delimiters;
  const isHard = (character: string) =>
    [element, component, repetition, segment].includes(character) || isControl(character);
  const plain = new Uint8Array(128).map((_, code) => {
    const character = String.fromCharCode(code);
    return isInSet(character, policy.characters) && !isHard(character) ? 1 : 0;
  });
  return {
    plain,
    settle(text, free) {
      if (isPlain(plain, text) || (policy.characters === 'any' && ![...text].some(isHard))) return undefined;
      const findings: TextFinding[] = [];
      const spelled = free && policy.transliterate ? transliterate(text, policy.characters) : text;
      if (spelled !== text) findings.push(replaced(`the ${policy.characters} character set: other characters`));
      const characters = [...spelled];
      const hard = characters.some(isHard);
      const replace = free && policy.onDelimiter === 'replace';
      if (hard) findings.push(replace ? replaced('delimiters and control characters') : CONFLICT);
      const kept = characters.flatMap((one) => (isHard(one) ? (replace ? [policy.replaceWith] : []) : [one]));
      const inside = kept.filter((one) => one === '' || isInSet(one, policy.characters));
      if (inside.length < kept.length)
        findings.push({ code: 'element-character', expected: `characters of the ${policy.characters} set` });
      return { text: inside.join(''), findings };
    },
  };
}

const CONFLICT: TextFinding = Object.freeze({
  code: 'delimiter-conflict',
  expected: 'text without the delimiters of this partner',
});

function replaced(what: string): TextFinding {
  return { code: 'text-replaced', expected: `${what} are replaced, as the partner's profile says` };
}

/** Whether every character of a text may be written as it is. */
export function isPlain(plain: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (plain[text.charCodeAt(at)] !== 1) return false;
  return true;
}

function isControl(character: string): boolean {
  return character < ' ' || character === '\u007f';
}

const BASIC = /^[A-Z0-9 !"&'()*+,\-./:;?=]$/;

function isInSet(character: string, set: TextPolicy['characters']): boolean {
  if (set === 'any') return true;
  return set === 'basic' ? BASIC.test(character) : character >= ' ' && character <= '~';
}

/** Data elements that hold names, addresses and free text: all else identifies, and is never changed. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  '19',
  '93',
  '166',
  '352',
  '933',
  '1035',
  '1036',
  '1037',
  '1038',
  '1039',
]);

/** Whether the text of an element may be changed by a policy. */
export function isFreeText({ field, codes, codeSet }: ElementUse): boolean {
  return field.kind === 'scalar' && FREE_TEXT.has(field.de) && codes === undefined && codeSet === undefined;
}

/** Letters and marks that do not come apart into a plain one and an accent. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'TH', ħ: 'h', Ħ: 'H', ı: 'i', ŋ: 'n', Ŋ: 'N', ŧ: 't', Ŧ: 'T', ə: 'e', Ə: 'E',
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", ʼ: "'", ʻ: "'", '´': "'", '`': "'",
  '“': '"', '”': '"', '„': '"', '″': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-', '•': '-', '·': '.', '⁄': '/', '×': 'x',
  '\u200b': '', '\u200c': '', '\u200d': '', '\ufeff': '', '\u00ad': '',
  _: '-', '[': '(', ']': ')', '{': '(', '}': ')', '<': '(', '>': ')', '|': '/', '\\': '/',
}; // biome-ignore format: a table

function transliterate(text: string, set: TextPolicy['characters']): string {
  return [...text.normalize('NFC')]
    .map((one) => (isInSet(one, set) || isControl(one) ? one : spell(one, set)))
    .join('');
}

/** A character by those of the set that come nearest; itself where none do. */
function spell(character: string, set: TextPolicy['characters']): string {
  const apart = [...character.normalize('NFKD').replace(/\p{M}/gu, '')].map((one) => SPELLINGS[one] ?? one).join('');
  const spelled = set === 'basic' ? apart.toUpperCase() : apart;
  return [...spelled].every((one) => isInSet(one, set)) ? spelled : character;
}
