/** Claims and claim payments that may belong together, found by indexes; nothing is decided here. */
import { sql } from 'kysely';
import { stateRank } from '../claims/lifecycle.ts';
import type { Origin } from '../issue.ts';
import type { Cents } from '../money.ts';
import { type MatchableClaim, numberParts, type PaymentEvidence } from '../remits/match.ts';
import { unnestRows } from './bulk.ts';
import type { Db } from './database.ts';
import { groupRows } from './pages.ts';

/** Days that service dates of claim and payment may lie apart. */
const DAYS = 7;
/** Most claims looked at for one reason. */
const MOST = 50;

const WANTED = {
  numbers: 'text[]',
  beginning: 'text',
  payerClaimNumber: 'text',
  chargeCents: 'bigint',
  serviceFrom: 'date',
  lastName: 'text',
} as const;

/**
 * For each claim payment the claims of the partner that were sent and are alike in something: number, beginning of the number,
 * payer's number, charge about the day, name on the day. By index of the payment.
 */
export async function findSimilarClaims(
  db: Db,
  partnerId: string,
  payments: readonly PaymentEvidence[],
): Promise<Map<number, MatchableClaim[]>> {
  if (payments.length === 0) return new Map();
  const wanted = payments.map((one) => {
    const { whole: numbers, beginning } = numberParts(one.patientControlNumber);
    return {
      ...one,
      numbers,
      beginning,
      chargeCents: Math.abs(one.chargeCents),
      lastName: one.lastName?.toUpperCase(),
    };
  });
  const { rows } = await sql<MatchableClaim & { ordinality: number }>`
    select r.ordinality::int as ordinality, ${CLAIM_FACTS}
    from ${unnestRows(WANTED, wanted)} join lateral (${similar(partnerId)}) found on true join claims c on c.id = found.id
    where c.state_rank >= ${stateRank('batched')} order by r.ordinality, c.id`.execute(db);
  const found = groupRows(rows, ({ ordinality }) => String(ordinality - 1));
  return new Map([...found].map(([index, claims]) => [Number(index), claims]));
}

const NAME = (part: string) => sql.raw(`coalesce(body #>> '{patient,${part}}', body #>> '{subscriber,${part}}')`);

const CLAIM_FACTS = sql`c.id, c.usage, c.patient_control_number, c.payer_claim_number, c.frequency, c.payer_id, c.charge_cents,
  c.service_from::text as service_from, c.service_to::text as service_to, c.created_at, c.body #>> '{payer,name}' as payer_name,
  ${NAME('lastName')} as last_name, case when c.body ? 'patient' then c.body #>> '{patient,firstName}' else c.body #>> '{subscriber,firstName}' end as first_name,
  c.body #>> '{subscriber,memberId}' as member_id,
  array(select line ->> 'lineControlNumber' from jsonb_array_elements(c.body -> 'lines') line where line ? 'lineControlNumber') as line_control_numbers`;

function similar(partnerId: string) {
  return sql`
    (select id from claims where partner_id = ${partnerId} and patient_control_number = any(r.numbers::text[]) limit ${MOST})
    union (select id from claims where partner_id = ${partnerId} and patient_control_number ~>=~ r.beginning
      and patient_control_number ~<~ (r.beginning || '~') limit ${MOST})
    union (select id from claims where partner_id = ${partnerId} and payer_claim_number = r.payer_claim_number limit ${MOST})
    union (select id from claims where partner_id = ${partnerId} and charge_cents = r.charge_cents
      and service_from between r.service_from - ${DAYS}::int and r.service_from + ${DAYS}::int limit ${MOST})
    union (select id from claims where partner_id = ${partnerId} and service_from = r.service_from
      and upper(${NAME('lastName')}) = r.last_name limit ${MOST})`;
}

/** A claim payment that has no claim yet: what it says, and what its claim would be told. */
export type WaitingClaimPayment = {
  id: string;
  evidence: PaymentEvidence;
  fileId: string;
  paymentOrdinal: number;
  ordinal: number;
  posted: boolean;
  status: string;
  outcome: string;
  origin: Origin;
};

type WaitingRow = Omit<WaitingClaimPayment, 'evidence'> & PaymentEvidence & { chargeCents: Cents };

/**
 * Claim payments of the partner that no claim and no person has taken, and that one of these claims may be meant by: by
 * control number or its beginning, payer's number, or charge.
 */
export async function waitingFor(
  db: Db,
  partnerId: string,
  claimIds: readonly string[],
): Promise<WaitingClaimPayment[]> {
  if (claimIds.length === 0 || !(await somethingWaits(db))) return [];
  return waitingBy(
    db,
    sql`f.partner_id = ${partnerId} and cp.id in (
      select w.id from claims c join claim_payments w on ${WAITS} and w.patient_control_number = c.patient_control_number
        where c.id = any(${claimIds}::uuid[])
      union select w.id from claims c cross join generate_series(8, length(c.patient_control_number)) n
        join claim_payments w on ${WAITS} and w.patient_control_number = left(c.patient_control_number, n)
        where c.id = any(${claimIds}::uuid[])
      union select w.id from claims c join claim_payments w on ${WAITS} and w.payer_claim_number = c.payer_claim_number
        where c.id = any(${claimIds}::uuid[])
      union select w.id from claims c join claim_payments w on ${WAITS} and abs(w.charge_cents) = c.charge_cents
        where c.id = any(${claimIds}::uuid[]))`,
  );
}

const WAITS = sql`w.claim_id is null and w.match_rule is null`;

async function somethingWaits(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from claim_payments w where ${WAITS} limit 1`.execute(db);
  return rows.length > 0;
}

/** One claim payment, whether it waits or not; undefined where there is none. */
export async function claimPaymentToMatch(db: Db, id: string): Promise<WaitingClaimPayment | undefined> {
  const [found] = await waitingBy(db, sql`cp.id = ${id}`);
  return found;
}

async function waitingBy(db: Db, condition: ReturnType<typeof sql>): Promise<WaitingClaimPayment[]> {
  const { rows } = await sql<WaitingRow>`
    select cp.id, cp.ordinal, p.ordinal as payment_ordinal, p.file_id, p.state = 'posted' as posted, cp.status, cp.outcome, cp.origin,
      cp.patient_control_number, cp.payer_claim_number, cp.charge_cents, f.usage, p.payer_id, p.payer_name,
      cp.detail ->> 'frequency' as frequency, cp.detail #>> '{patient,lastName}' as last_name,
      cp.detail #>> '{patient,firstName}' as first_name,
      coalesce(${memberId('insured')}, ${memberId('patient')}) as member_id,
      least(days.first, statement.first)::text as service_from, greatest(days.last, statement.last)::text as service_to,
      coalesce(days.numbers, '{}') as line_control_numbers
    from claim_payments cp join payments p on p.id = cp.payment_id join files f on f.id = p.file_id
    left join lateral (select min(service_from) as first, max(coalesce(service_to, service_from)) as last,
      array_remove(array_agg(line_control_number), null) as numbers from payment_lines where claim_payment_id = cp.id) days on true
    left join lateral (select min((one ->> 'date')::date) as first, max((one ->> 'date')::date) as last
      from jsonb_array_elements(cp.detail -> 'dates') one where one ->> 'qualifier' in ('232', '233')) statement on true
    where ${condition} and p.state <> 'duplicate' order by cp.id`.execute(db);
  return rows.map(({ id, fileId, paymentOrdinal, ordinal, posted, status, outcome, origin, ...evidence }) => ({
    ...{ id, fileId, paymentOrdinal, ordinal, posted, status, outcome, origin },
    evidence: withoutNulls(evidence),
  }));
}

function memberId(party: 'insured' | 'patient') {
  return sql.raw(`case when cp.detail #>> '{${party},idQualifier}' = 'MI' then cp.detail #>> '{${party},id}' end`);
}

function withoutNulls(evidence: PaymentEvidence): PaymentEvidence {
  return Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== null)) as PaymentEvidence;
}
