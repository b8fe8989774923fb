/** Segments to text. Nothing that leaves here can hold a delimiter inside data: X12 has no escape character. */
import { NO_POLICY, type TextPolicy, type TextRules, textRulesFor } from './characters.ts';
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
  /** Ends each segment: its terminator, and a line break where the partner wants one. */
  end: string;
  /** Appends the text of so many whole segments. */
  put(segments: string, times: number): void;
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
  let forbidden: RegExp | undefined;
  const end = delimiters.segment + lineBreak;
  /** Whole pieces, and the last one as it grows. */
  const pieces: string[] = [];
  let text = '';
  let count = 0;
  const put = (segments: string, times: number) => {
    text += segments;
    count += times;
    if (text.length < PIECE) return;
    pieces.push(flat(text));
    text = '';
  };
  const clean = (value: string) => {
    forbidden ??= forbiddenCharacters(delimiters);
    return value.replace(forbidden, '');
  };
  const copy = (elements: readonly string[]) => put(elements.join(delimiters.element) + end, 1);
  return {
    rules: textRulesFor(delimiters, policy),
    end,
    put,
    copy,
    conflicts: (value) => clean(value) !== value,
    clean,
    segment(elements) {
      let last = elements.length;
      while (last > 1 && elements[last - 1] === '') last--;
      copy(last === elements.length ? elements : elements.slice(0, last));
    },
    count: () => count,
    text: () => (pieces.length === 0 ? text : pieces.join('') + text),
  };
}

/** Characters after which a text is laid down: as a chain of its parts it would take many times its size. */
const PIECE = 32_768;

/** The text as one string: asking for a character lays the chain down. */
function flat(text: string): string {
  return text.charCodeAt(text.length - 1) < 0 ? '' : text;
}

function forbiddenCharacters({ element, component, repetition, segment }: Delimiters): RegExp {
  const escaped = [element, component, repetition, segment].map((one) => one.replace(/[\\\]^-]/g, '\\$&')).join('');
  return new RegExp(`[${escaped}\\u0000-\\u001f\\u007f]`, 'g');
}
