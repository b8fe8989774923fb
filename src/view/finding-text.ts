/** A finding in words, without the place it stands at. */
import type { Issue, Severity } from '../issue.ts';

/** `error element-code CLM05-03 [R80]: what is wrong; found "Z", expected 1, 7 or 8; what to do next`. */
export function describeFinding(finding: Issue): string {
  const { severity, code, element, segmentId, rule, message } = finding;
  const at = element ?? segmentId;
  const head = [severity, code, at, rule === undefined ? undefined : `[${rule}]`].filter((part) => part !== undefined);
  return `${head.join(' ')}: ${[message, ...factsOf(finding)].join('; ')}`;
}

/** What was found, what was expected and what to do, as far as known. */
export function factsOf({ found, expected, next }: Issue): string[] {
  return [
    ...(found === undefined ? [] : [`found ${JSON.stringify(found)}`]),
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(next === undefined ? [] : [next]),
  ];
}

/** In the order in which findings are told. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `2 errors, 1 warning`; `no findings` where there are none. */
export function countsInWords(counts: Readonly<Record<Severity, number>>): string {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity),
  );
  return found.length === 0 ? 'no findings' : found.join(', ');
}

/** A begun sentence as a whole one. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

/** `1 claim`, `2 claims`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
