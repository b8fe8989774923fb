/** claimwire validate: form and edits of claim objects, and the rules of a partner. */
import { validateClaim } from '../claims/validate.ts';
import { readFolders } from '../config.ts';
import { loadCodes } from '../exchange/code-folder.ts';
import { loadPartner } from '../exchange/partner-file.ts';
import { profileIssues, rulePacksOf } from '../exchange/partner-rules.ts';
import { formatIssue } from '../issue.ts';
import { newControlNumber } from '../store/ids.ts';
import { claimFindings } from '../view/claim-findings.ts';
import { countsInWords } from '../view/finding-text.ts';
import { paint } from './inks.ts';
import { printJson, printLine, readClaims, say } from './output.ts';

/** Prints the issues of the profile and of every claim; 1 when one of them has errors. */
export async function validate(file: string, options: { partner?: string; json?: boolean }): Promise<0 | 1> {
  const { partnersFolder, codesFolder } = readFolders();
  const partner = options.partner === undefined ? undefined : loadPartner(partnersFolder, options.partner);
  const codes = loadCodes(codesFolder);
  const on = new Date().toISOString().slice(0, 10);
  const amiss = partner === undefined ? [] : profileIssues(partner, on);
  for (const found of amiss) {
    if (options.json) printJson(found);
    else printLine(formatIssue(found));
  }
  const rulePacks = partner === undefined ? [] : rulePacksOf(partner);
  const read = readClaims(file);
  const linesOf = claimFindings(read, paint);
  const counts = { error: 0, warning: 0, info: 0 };
  let faulty = 0;
  read.claims.forEach((json, index) => {
    const { claim, issues } = validateClaim(json, { newControlNumber, rulePacks, on, codes });
    if (claim === undefined) faulty++;
    for (const found of issues) {
      counts[found.severity]++;
      if (options.json) printJson({ ...found, path: `/${index}${found.path ?? ''}` });
      else printLine(`${linesOf(index, found).join('\n')}\n`);
    }
  });
  const { length } = read.claims;
  say(`${length} claims, ${length - faulty} good, ${faulty} with errors: ${countsInWords(counts)}`);
  return faulty > 0 || amiss.length > 0 ? 1 : 0;
}
