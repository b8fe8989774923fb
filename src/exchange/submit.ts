/** Step submit: claim JSON as handed in becomes claims, ready or held with their issues. */
import type { Claim } from '../../schemas/claim.ts';
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import { editClaim } from '../claims/edits.ts';
import { frequencyOf, serviceDaysOf } from '../claims/kinds.ts';
import { checkRulePacks } from '../claims/rule-pack.ts';
import { parseClaim } from '../claims/validate.ts';
import type { CodeEditions } from '../codes/edition.ts';
import { type Issue, issue } from '../issue.ts';
import { Problem } from '../problem.ts';
import { type ClaimConflict, insertClaims, type NewClaim } from '../store/claims.ts';
import { type Tx, transact } from '../store/database.ts';
import { sha256 } from '../store/hash.ts';
import { renewHeldClaims, reopenRejectedClaims } from '../store/held-claims.ts';
import { newControlNumber, newId } from '../store/ids.ts';
import { upsertPartner } from '../store/partners.ts';
import { findSubmission, finishSubmission, insertSubmission, readSubmission } from '../store/submissions.ts';
import { profileHash } from './partner-file.ts';
import { rulePacksOf } from './partner-rules.ts';
import type { Exchange } from './ports.ts';

/** What became of one claim handed in. `known`: it was there already, with the same content, and was not held. */
export type SubmittedClaim = {
  index: number;
  patientControlNumber?: string;
  id?: string;
  state: 'ready' | 'held' | 'known' | 'refused';
  issues: Issue[];
};

export type SubmissionResult = { submissionId: string; claims: SubmittedClaim[] };

/** What JSON.stringify makes of NUL and of lone surrogates, after an even number of backslashes. */
const UNSTORABLE = /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/;

/** Takes claims in: stores what was handed in, then runs the step at once. */
export async function submitClaims(
  exchange: Exchange,
  partnerId: string,
  claims: readonly unknown[],
): Promise<SubmissionResult & { followUps: FollowUp[] }> {
  const partner = exchange.partners.get(partnerId);
  const { db } = exchange.store;
  if (UNSTORABLE.test(JSON.stringify(claims)))
    throw new Problem('usage', 'the claims hold a NUL character or half of a character: neither can be stored or sent');
  await upsertPartner(db, { id: partner.id, profileHash: profileHash(partner) });
  const id = newId();
  await insertSubmission(db, { id, partnerId, sha256: sha256(JSON.stringify(claims)), body: claims });
  const followUps = await submit(exchange, { submissionId: id });
  const row = await findSubmission(db, id);
  return { submissionId: id, claims: (row?.result ?? []) as SubmittedClaim[], followUps };
}

/** Makes claims of a submission. Running it again does nothing. */
export async function submit(exchange: Exchange, { submissionId }: JobPayload<'submit'>): Promise<FollowUp[]> {
  return transact(exchange.store, async (tx) => {
    const row = await readSubmission(tx, submissionId);
    if (row === undefined || row.state !== 'received') return [];
    const partner = exchange.partners.get(row.partnerId);
    const body = Array.isArray(row.body) ? row.body : [row.body];
    const results = await takeIn(tx, { partner, submissionId, at: exchange.clock(), codes: exchange.codes?.() }, body);
    const ready = results.filter(({ state }) => state === 'ready').length;
    await finishSubmission(
      tx,
      submissionId,
      results.some(({ state }) => state !== 'refused') ? 'done' : 'refused',
      results,
    );
    exchange.log.info({ submissionId, partnerId: partner.id, count: results.length, ready }, 'claims submitted');
    // What does not fill a file waits for the partner's batch schedule, so that many hand-ins become one file.
    return ready >= partner.batch.maxClaimsPerFile ? [{ step: 'batch', payload: { partnerId: partner.id } }] : [];
  });
}

/** Whose claims they are, when they were handed in, and the code lists they are checked against. */
type HandIn = { partner: Partner; submissionId: string; at: Date; codes: CodeEditions | undefined };

async function takeIn(tx: Tx, handIn: HandIn, body: readonly unknown[]): Promise<SubmittedClaim[]> {
  const rows: { index: number; row: NewClaim }[] = [];
  const results: SubmittedClaim[] = [];
  body.forEach((json, index) => {
    const parsed = parseClaim(json, { newControlNumber });
    if (parsed.claim === undefined) results.push({ index, state: 'refused', issues: parsed.issues });
    else rows.push({ index, row: claimRow(handIn, parsed.claim) });
  });
  const all = rows.map(({ row }) => row);
  await reopenRejectedClaims(tx, all);
  const renewed = await renewHeldClaims(tx, all);
  const fresh = all.filter(({ id }) => !renewed.has(id));
  const { conflicts } = await insertClaims(tx, fresh);
  const byId = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  for (const { index, row } of rows) {
    const id = renewed.get(row.id) ?? row.id;
    results.push(submitted(index, { ...row, id }, byId.get(row.id)));
  }
  return results.sort((left, right) => left.index - right.index);
}

function claimRow({ partner, submissionId, at, codes }: HandIn, claim: Claim): NewClaim {
  const day = at.toISOString().slice(0, 10);
  const issues = [...editClaim(claim, { codes }), ...checkRulePacks(rulePacksOf(partner), claim, day)];
  const { from, to } = serviceDaysOf(claim);
  return {
    id: newId(),
    partnerId: partner.id,
    submissionId,
    kind: claim.kind,
    usage: partner.usage,
    patientControlNumber: claim.patientControlNumber,
    frequency: frequencyOf(claim),
    replacesNumber: claim.replaces?.payerClaimNumber,
    payerId: claim.payer.id,
    billingNpi: claim.billingProvider.npi,
    chargeCents: claim.charge,
    serviceFrom: from,
    serviceTo: to,
    body: claim,
    bodySha256: sha256(JSON.stringify(claim)),
    state: issues.some(({ severity }) => severity === 'error') ? 'held' : 'ready',
    issues,
  };
}

function submitted(index: number, row: NewClaim, conflict: ClaimConflict | undefined): SubmittedClaim {
  const { patientControlNumber } = row;
  if (conflict === undefined)
    return { index, patientControlNumber, id: row.id, state: row.state, issues: [...row.issues] };
  if (conflict.same) return { index, patientControlNumber, id: conflict.existingId, state: 'known', issues: [] };
  const used = issue('claim-invalid', {
    path: '/patientControlNumber',
    message: 'another claim was submitted under this patient control number',
    next: 'use a new patient control number, or send a replacement (frequency 7)',
  });
  return { index, patientControlNumber, state: 'refused', issues: [used] };
}
