/** Issues of claims as a compiler would print them: file, claim, field, what is wrong, what to do. */
import type { Issue } from '../issue.ts';
import { colour, printLine } from './output.ts';

/** Prints one issue of the claim at an index of a file. */
export function printClaimIssue(file: string, index: number, found: Issue): void {
  const kind = colour(found.severity === 'error' ? 'red' : 'yellow', found.severity);
  const says = [found.message, found.expected === undefined ? '' : `expected ${found.expected}`]
    .filter((part) => part !== '')
    .join(': ');
  const rule = found.rule === undefined ? '' : ` [${found.rule}]`;
  printLine(`${file}#/${index}${found.path ?? ''}: ${kind} ${found.code}${rule}: ${says}`);
  if (found.next !== undefined) printLine(`    ${colour('grey', `next: ${found.next}`)}`);
}
