/** claimwire validate: form and edits of claim objects. */
import { validateClaim } from '../claims/validate.ts';
import { readConfig } from '../config.ts';
import { loadPartner } from '../exchange/partner-file.ts';
import { newControlNumber } from '../store/ids.ts';
import { printClaimIssue } from './claim-issues.ts';
import { printJson, readClaims, say } from './output.ts';

/** Prints the issues of every claim; 1 when a claim has errors. */
export async function validate(file: string, options: { partner?: string; json?: boolean }): Promise<0 | 1> {
  // A profile has no rules for claims yet; naming one checks the profile itself.
  if (options.partner !== undefined) loadPartner(readConfig().partnersFolder, options.partner);
  const claims = readClaims(file);
  let faulty = 0;
  claims.forEach((json, index) => {
    const { claim, issues } = validateClaim(json, { newControlNumber });
    if (claim === undefined) faulty++;
    for (const found of issues) {
      if (options.json) printJson({ ...found, path: `/${index}${found.path ?? ''}` });
      else printClaimIssue(file, index, found);
    }
  });
  say(`${claims.length} claims, ${claims.length - faulty} good, ${faulty} with errors`);
  return faulty > 0 ? 1 : 0;
}
