/** A finding in words, without the place it stands at. */
import type { Issue } from '../issue.ts';

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
