/** Segments to text. Nothing that leaves here can hold a delimiter inside data: X12 has no escape character. */
import { createTextRules, NO_POLICY, type TextPolicy, type TextRules } from './characters.ts';
import type { Delimiters } from './delimiters.ts';

export type SegmentWriter = {
  /** What texts may hold. */
  rules: TextRules;
  /** Whether a text holds one of the delimiters. */
  conflicts(text: string): boolean;
  /** The text without the delimiters and control characters in it. */
  clean(text: string): string;
  /** Appends a segment; trailing empty elements are dropped. ISA keeps all of its elements as they are. */
  segment(elements: readonly string[]): void;
  /** Appends the text of a segment, without its terminator. */
  put(segment: string): void;
  /** Appends a segment that was read, with all of its elements. */
  copy(elements: readonly string[]): void;
  /** Segments written since `from` calls ago are counted by the caller; this is the count of all. */
  count(): number;
  /** Everything written so far. */
  text(): string;
};

/** A writer with the partner's delimiters, the line break (often none) that follows each terminator, and the text policy. */
export function createSegmentWriter(
  delimiters: Delimiters,
  lineBreak = '',
  policy: TextPolicy = NO_POLICY,
): SegmentWriter {
  const forbidden = forbiddenCharacters(delimiters);
  const everyForbidden = new RegExp(forbidden.source, 'g');
  const end = delimiters.segment + lineBreak;
  let text = '';
  let count = 0;
  const put = (segment: string) => {
    text += segment + end;
    count++;
  };
  const copy = (elements: readonly string[]) => put(elements.join(delimiters.element));
  return {
    rules: createTextRules(delimiters, policy),
    put,
    copy,
    conflicts: (value) => forbidden.test(value),
    clean: (value) => value.replace(everyForbidden, ''),
    segment(elements) {
      let last = elements.length;
      while (last > 1 && elements[last - 1] === '') last--;
      copy(last === elements.length ? elements : elements.slice(0, last));
    },
    count: () => count,
    text: () => text,
  };
}

function forbiddenCharacters({ element, component, repetition, segment }: Delimiters): RegExp {
  const escaped = [element, component, repetition, segment].map((one) => one.replace(/[\\\]^-]/g, '\\$&')).join('');
  return new RegExp(`[${escaped}\\u0000-\\u001f\\u007f]`);
}
