/** claimwire write: claim objects to an 837 interchange on stdout. */
import type { Claim } from '../../schemas/claim.ts';
import { validateClaim } from '../claims/validate.ts';
import { type WrittenClaims, writeClaims } from '../claims/write-claims.ts';
import { readFolders } from '../config.ts';
import { envelopeFacts } from '../exchange/batch.ts';
import { loadCodes } from '../exchange/code-folder.ts';
import { loadPartner } from '../exchange/partner-file.ts';
import { rulePacksOf } from '../exchange/partner-rules.ts';
import { formatIssue } from '../issue.ts';
import { Problem } from '../problem.ts';
import { newControlNumber } from '../store/ids.ts';
import { wholeOf } from './options.ts';
import { readClaims, say } from './output.ts';

/** Writes the good claims; faulty ones are named on stderr and left out (1). */
export async function write(file: string, options: { partner: string; isa13: string }): Promise<0 | 1> {
  const { partnersFolder, codesFolder } = readFolders();
  const partner = loadPartner(partnersFolder, options.partner);
  const codes = loadCodes(codesFolder);
  const number = wholeOf('--isa13', options.isa13, 1, 999_999_999);
  const rulePacks = rulePacksOf(partner);
  let faults = 0;
  const good: Claim[] = [];
  readClaims(file).claims.forEach((json, index) => {
    const { claim, issues } = validateClaim(json, { newControlNumber, rulePacks, codes });
    if (claim !== undefined) good.push(claim);
    else faults++;
    if (claim !== undefined && !isNumbered(json))
      say(`${file}#/${index}: is sent as patient control number ${claim.patientControlNumber}`);
    for (const found of issues) say(`${file}#/${index}${found.path ?? ''}: ${formatIssue({ ...found, path: '' })}`);
  });
  const envelope = {
    ...envelopeFacts(partner, new Date()),
    isa13: number,
    gs06: number,
    batchReference: `CLI${number}`,
  };
  const written = writeSound(good, (claims) => writeClaims(claims, envelope));
  if (written !== undefined) process.stdout.write(written.text);
  return faults > 0 || written === undefined || written.left > 0 ? 1 : 0;
}

/** Whether the caller gave the claim its number. */
function isNumbered(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'patientControlNumber' in json;
}

/** Leaves out what the writer refuses, until what is left is sound. */
function writeSound(
  claims: readonly Claim[],
  work: (claims: readonly Claim[]) => WrittenClaims,
): { text: string; left: number } | undefined {
  if (claims.length === 0) return undefined;
  const written = work(claims);
  const errors = written.issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    for (const found of written.issues) say(formatIssue(found));
    return { text: written.text, left: 0 };
  }
  for (const error of errors) say(formatIssue(error));
  const faulty = new Set(errors.map(({ claim }) => claim));
  if (faulty.has(undefined))
    throw new Problem('partner-invalid', 'the envelope of this partner cannot be written: see above');
  const again = writeSound(
    claims.filter((_, index) => !faulty.has(index)),
    work,
  );
  return again === undefined ? undefined : { ...again, left: again.left + faulty.size };
}
