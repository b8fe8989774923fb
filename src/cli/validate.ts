/** claimwire validate: form and edits of claim objects. */
import { validateClaim } from '../claims/validate.ts';
import { readConfig } from '../config.ts';
import { loadPartner } from '../exchange/partner-file.ts';
import { newControlNumber } from '../store/ids.ts';
import { claimFindings } from '../view/claim-findings.ts';
import { countsInWords } from '../view/finding-text.ts';
import { paint } from './inks.ts';
import { printJson, printLine, readClaims, say } from './output.ts';

/** Prints the issues of every claim; 1 when a claim has errors. */
export async function validate(file: string, options: { partner?: string; json?: boolean }): Promise<0 | 1> {
  // A profile has no rules for claims yet; naming one checks the profile itself.
  if (options.partner !== undefined) loadPartner(readConfig().partnersFolder, options.partner);
  const read = readClaims(file);
  const linesOf = claimFindings(read, paint);
  const counts = { error: 0, warning: 0, info: 0 };
  let faulty = 0;
  read.claims.forEach((json, index) => {
    const { claim, issues } = validateClaim(json, { newControlNumber });
    if (claim === undefined) faulty++;
    for (const found of issues) {
      counts[found.severity]++;
      if (options.json) printJson({ ...found, path: `/${index}${found.path ?? ''}` });
      else printLine(`${linesOf(index, found).join('\n')}\n`);
    }
  });
  const { length } = read.claims;
  say(`${length} claims, ${length - faulty} good, ${faulty} with errors: ${countsInWords(counts)}`);
  return faulty > 0 ? 1 : 0;
}
