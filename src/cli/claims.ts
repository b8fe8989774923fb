/** claimwire claims: the claims of an 837 as claim objects. */
import { claimsFrom837 } from '../claims/read-claims.ts';
import { formatIssue } from '../issue.ts';
import { bytesOfFile, nameOf } from './input.ts';
import { printed, printJson, printText, say } from './output.ts';

/** Prints a list of claims, or one a line; what is wrong or could not be held goes to stderr. 1 when there were errors. */
export async function claims(file: string, { json = false }: { json?: boolean }): Promise<0 | 1> {
  let count = 0;
  let errors = 0;
  for await (const item of claimsFrom837(bytesOfFile(file), { file: nameOf(file) })) {
    for (const found of item.type === 'issue' ? [item] : item.issues) {
      if (found.severity === 'error') errors++;
      say(formatIssue(found));
    }
    if (item.type === 'issue') continue;
    if (json) printJson(item.claim);
    else printText(`${count === 0 ? '[' : ','}\n${JSON.stringify(item.claim, null, 2).replace(/^/gm, '  ')}`);
    count++;
    await printed();
  }
  if (!json) printText(count === 0 ? '[]\n' : '\n]\n');
  return errors > 0 ? 1 : 0;
}
