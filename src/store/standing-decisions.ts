/** What payers decided on a claim and still stand by, as the records that the 835 gave. */
import type { Selectable } from 'kysely';
import type { ClaimPaymentRecord, PaymentLineRecord } from '../../schemas/records.ts';
import type { PriorDecision } from '../claims/follow-up/secondary.ts';
import { standingByPayer } from '../remits/standing.ts';
import { anyOf } from './bulk.ts';
import type { Db } from './database.ts';
import { groupRows } from './pages.ts';
import { postedClaims } from './posted-claims.ts';
import type { AdjustmentsTable, ClaimPaymentsTable, ClaimsTable, PaymentLinesTable } from './tables.ts';

/** A claim with what each payer decided on it, in the order in which the payers decided. */
export type DecidedClaim = {
  claim: Pick<Selectable<ClaimsTable>, 'id' | 'body' | 'payerClaimNumber'>;
  decisions: PriorDecision[];
};

/** The claim and its standing decisions; undefined when there is no such claim. */
export async function decidedClaim(db: Db, claimId: string): Promise<DecidedClaim | undefined> {
  const claim = await db
    .selectFrom('claims')
    .select(['id', 'body', 'payerClaimNumber', 'chargeCents'])
    .where('id', '=', claimId)
    .executeTakeFirst();
  if (claim === undefined) return undefined;
  const facts = (await postedClaims(db, [claimId], 'all')).get(claimId) ?? [];
  const standing = standingByPayer(facts, claim.chargeCents);
  const records = await recordsOf(
    db,
    standing.flat().map(({ id }) => id),
  );
  const decisions = standing.map((all) => ({
    claims: all.flatMap(({ id }) => records.get(id) ?? []),
    date: all.at(-1)?.settled ?? '',
  }));
  return { claim, decisions };
}

async function recordsOf(db: Db, ids: readonly string[]): Promise<Map<string, ClaimPaymentRecord>> {
  const here = anyOf(ids, 'uuid');
  const claims = await db.selectFrom('claimPayments').selectAll().where('id', '=', here).execute();
  const lines = await db
    .selectFrom('paymentLines')
    .selectAll()
    .where('claimPaymentId', '=', here)
    .orderBy('ordinal')
    .execute();
  const adjustments = await db
    .selectFrom('adjustments')
    .selectAll()
    .where('claimPaymentId', '=', here)
    .orderBy('ordinal')
    .execute();
  const adjusted = groupRows(adjustments, ({ lineId, claimPaymentId }) => lineId ?? claimPaymentId);
  const linesOf = groupRows(lines, ({ claimPaymentId }) => claimPaymentId);
  return new Map(
    claims.map((row) => {
      const own = (linesOf.get(row.id) ?? []).map((line) => lineRecord(line, adjusted.get(line.id) ?? []));
      return [row.id, claimRecord(row, adjusted.get(row.id) ?? [], own)];
    }),
  );
}

type Adjusted = readonly Selectable<AdjustmentsTable>[];

function adjustmentRecords(rows: Adjusted): ClaimPaymentRecord['adjustments'] {
  return rows.map(({ groupCode: group, reason, amountCents, quantity }) => ({
    group,
    reason,
    amountCents,
    ...(quantity === null ? {} : { quantity }),
  }));
}

/** What has no column of its own was kept as it was read. */
function claimRecord(
  row: Selectable<ClaimPaymentsTable>,
  adjustments: Adjusted,
  lines: PaymentLineRecord[],
): ClaimPaymentRecord {
  const { patientControlNumber, payerClaimNumber, status, remarks, origin } = row;
  const { chargeCents, paidCents, patientResponsibilityCents } = row;
  return {
    references: [],
    dates: [],
    amounts: [],
    quantities: [],
    ...(row.detail as Partial<ClaimPaymentRecord>),
    type: '835.claim',
    patientControlNumber,
    ...(payerClaimNumber === null ? {} : { payerClaimNumber }),
    status,
    chargeCents,
    paidCents,
    patientResponsibilityCents,
    remarks,
    origin,
    adjustments: adjustmentRecords(adjustments),
    lines,
  };
}

function lineRecord(row: Selectable<PaymentLinesTable>, adjustments: Adjusted): PaymentLineRecord {
  const { lineControlNumber, revenueCode, units, chargeCents, paidCents, modifiers } = row;
  return {
    dates: [],
    references: [],
    amounts: [],
    quantities: [],
    ...(row.detail as Partial<PaymentLineRecord>),
    ...(lineControlNumber === null ? {} : { lineControlNumber }),
    ...(revenueCode === null ? {} : { revenueCode }),
    ...(units === null ? {} : { units }),
    procedure: { qualifier: row.procedureQualifier, code: row.procedureCode, modifiers },
    chargeCents,
    paidCents,
    remarks: row.remarks.map((value) => ({ qualifier: 'HE', value })),
    adjustments: adjustmentRecords(adjustments),
  };
}
