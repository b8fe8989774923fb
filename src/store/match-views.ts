/** What a person needs to say whose claim a claim payment is for. */
import { sql } from 'kysely';
import type { ClaimState } from '../claims/lifecycle.ts';
import type { Cents } from '../money.ts';
import type { Db } from './database.ts';

/** A claim payment with how it found its claim. */
export type MatchedClaimPayment = {
  id: string;
  paymentId: string;
  payerName: string | null;
  traceNumber: string;
  settlementDate: string | null;
  patientControlNumber: string;
  payerClaimNumber: string | null;
  outcome: string;
  chargeCents: Cents;
  paidCents: Cents;
  serviceFrom: string | null;
  claimId: string | null;
  claimNumber: string | null;
  matchRule: string | null;
  matchScore: number | null;
  matchRunnerUp: number | null;
};

/** A claim that may be meant, with what speaks for it and against it. */
export type MatchCandidate = {
  claimId: string;
  patientControlNumber: string;
  payerId: string;
  chargeCents: Cents;
  serviceFrom: string | null;
  state: ClaimState;
  score: number;
  reasons: string[];
};

export type MatchDetail = {
  claimPayment: MatchedClaimPayment;
  /** Best first. */
  candidates: MatchCandidate[];
  /** What persons chose, oldest first; without a claim: none of ours. */
  choices: { at: Date; by: string; claimId: string | null }[];
};

/** How a claim payment was matched, or what it may mean; undefined where there is none. */
export async function matchDetail(db: Db, id: string): Promise<MatchDetail | undefined> {
  const { rows } = await sql<MatchedClaimPayment>`
    select cp.id, cp.payment_id, p.payer_name, p.trace_number, p.settlement_date, cp.patient_control_number,
      cp.payer_claim_number, cp.outcome, cp.charge_cents, cp.paid_cents, cp.claim_id, c.patient_control_number as claim_number,
      cp.match_rule, cp.match_score, cp.match_runner_up,
      (select min(service_from)::text from payment_lines l where l.claim_payment_id = cp.id) as service_from
    from claim_payments cp join payments p on p.id = cp.payment_id left join claims c on c.id = cp.claim_id
    where cp.id = ${id}`.execute(db);
  const [claimPayment] = rows;
  if (claimPayment === undefined) return undefined;
  const { rows: candidates } = await sql<MatchCandidate>`
    select m.claim_id, m.score, m.reasons, c.patient_control_number, c.payer_id, c.charge_cents, c.service_from::text as service_from,
      c.state
    from match_candidates m join claims c on c.id = m.claim_id where m.claim_payment_id = ${id}
    order by m.score desc, m.claim_id`.execute(db);
  const choices = await db
    .selectFrom('matchChoices')
    .select(['at', 'by', 'claimId'])
    .where('claimPaymentId', '=', id)
    .orderBy('id')
    .execute();
  return { claimPayment, candidates, choices };
}
