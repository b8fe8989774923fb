/** Read-only views of what became of sent claims: the totals of a file by stage, what it still waits for, and what is overdue. */
import { type RawBuilder, sql } from 'kysely';
import { dueAt, EXPECTED_ANSWERS, type ExpectedAnswer, overdueIfSentBefore } from '../acks/expectations.ts';
import { type ClaimSum, type StageTotals, stageTotals } from '../acks/stage-totals.ts';
import type { ClaimState } from '../claims/lifecycle.ts';
import { sumCents } from '../money.ts';
import type { Db } from './database.ts';
import type { AcknowledgmentKind } from './tables.ts';

/** An answer that claims of a file wait for. */
export type AwaitedAnswer = ClaimSum & { answer: ExpectedAnswer; dueAt: Date; overdue: boolean };

/** What was said of the interchange (TA1), of a group of it (999, 997) or of a batch as a whole (277CA). */
export type EnvelopeAnswer = {
  kind: AcknowledgmentKind;
  stage: string | null;
  gs06: string | null;
  st02: string | null;
  result: string;
  codes: unknown;
  fileId: string;
};

/** The acknowledgments of a sent file in sum: sent = accepted + rejected + silent at every stage, in claims and in cents. */
export type AnswerSummary = {
  stages: StageTotals[];
  /** The one that is due first comes first. */
  awaited: AwaitedAnswer[];
  envelopes: EnvelopeAnswer[];
};

/** The acknowledgments of a sent file in sum, as of `now`. */
export async function answerSummary(
  db: Db,
  { id, sentAt }: { id: string; sentAt: Date | null },
  now: Date,
): Promise<AnswerSummary> {
  const { rows: byState } = await sql<ClaimSum & { state: ClaimState }>`
    select coalesce(e.detail ->> 'from', c.state) as state, count(*)::int as claims, sum(c.charge_cents)::bigint as cents
    from file_claims f join claims c on c.id = f.claim_id
    -- A claim that was handed in again stands here as it did when this sending was over.
    left join events e on e.claim_id = f.claim_id and e.file_id = f.file_id and e.type = 'resubmitted'
    where f.file_id = ${id} group by 1`.execute(db);
  const envelopes = await db
    .selectFrom('acknowledgments')
    .select(['kind', 'stage', 'gs06', 'st02', 'result', 'codes', 'fileId'])
    .where('answersFileId', '=', id)
    .where('claimId', 'is', null)
    .where('patientControlNumber', 'is', null)
    .where(sql<boolean>`(st02 is null or detail ->> 'level' = 'receiver')`)
    .orderBy('id')
    .execute();
  return { stages: stageTotals(byState), awaited: sentAt === null ? [] : awaitedOf(byState, sentAt, now), envelopes };
}

function awaitedOf(byState: readonly (ClaimSum & { state: ClaimState })[], sentAt: Date, now: Date): AwaitedAnswer[] {
  const answers = [...new Set(EXPECTED_ANSWERS.map(([, answer]) => answer))];
  return answers.flatMap((answer) => {
    const states = EXPECTED_ANSWERS.filter(([, one]) => one === answer).map(([state]) => state);
    const rows = byState.filter(({ state }) => states.includes(state));
    if (rows.length === 0) return [];
    const due = dueAt(answer, sentAt);
    const claims = rows.reduce((sum, row) => sum + row.claims, 0);
    return [{ answer, claims, cents: sumCents(rows.map(({ cents }) => cents)), dueAt: due, overdue: now > due }];
  });
}

/** Whether a claim (of the table `claims`) should have had its next answer by `now`. */
export function isOverdue(now: Date): RawBuilder<boolean> {
  const conditions = EXPECTED_ANSWERS.map(
    ([state, answer]) => sql`when ${state} then ${overdueIfSentBefore(answer, now)}::timestamptz`,
  );
  const states = EXPECTED_ANSWERS.map(([state]) => state);
  return sql<boolean>`(claims.state = any(${states}::text[]) and (
    select max(f.sent_at) from file_claims fc join files f on f.id = fc.file_id where fc.claim_id = claims.id
  ) < case claims.state ${sql.join(conditions, sql` `)} end)`;
}
