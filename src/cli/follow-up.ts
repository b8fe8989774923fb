/** claimwire follow-up: what follows from the decisions on a claim, as claim JSON to submit, or the patient's share. */
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { FOLLOW_UPS, type FollowUpKind, type MadeFollowUp, makeFollowUp } from '../exchange/follow-up.ts';
import { formatIssue } from '../issue.ts';
import { Problem } from '../problem.ts';
import { openStore } from '../store/database.ts';
import { printJson, say } from './output.ts';

/** Prints it; 1 when the claim cannot be made or may not be handed in, with the reasons on stderr. */
export async function followUp(claimId: string, kind: string): Promise<0 | 1> {
  if (!isFollowUp(kind)) throw new Problem('usage', `follow-up: expected one of ${FOLLOW_UPS.join(', ')}`);
  if (!z.uuid().safeParse(claimId).success) throw unknown(claimId);
  const store = await openStore(readConfig());
  try {
    const made = await makeFollowUp(store.db, claimId, kind);
    if (made === undefined) throw unknown(claimId);
    return print(made);
  } finally {
    await store.close();
  }
}

function unknown(claimId: string): Problem {
  return new Problem('usage', `follow-up: no claim has the id ${claimId}: the dashboard shows it on the claim's page`);
}

function isFollowUp(kind: string): kind is FollowUpKind {
  return (FOLLOW_UPS as readonly string[]).includes(kind);
}

/** `submit` takes a list of claims. */
function print(made: MadeFollowUp): 0 | 1 {
  if ('share' in made) {
    printJson(made.share);
    return 0;
  }
  for (const { reason, says, line, chargeCents, toldCents } of made.refused) {
    const at = line === undefined ? '' : `, line ${line + 1}`;
    const numbers = toldCents === undefined ? '' : ` (${chargeCents ?? 0} and ${toldCents} cents)`;
    say(`${reason}: ${says}${at}${numbers}`);
  }
  for (const issue of made.issues) say(formatIssue(issue));
  if (made.claim !== undefined) printJson([made.claim]);
  return made.sound ? 0 : 1;
}
