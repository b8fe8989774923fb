/** A payment's tree of claims, lines, adjustments, denials and ledger entries as flat rows, table by table. Pure but for the new ids. */
import type { AdjustmentRecord } from '../../schemas/records.ts';
import { tellDenial } from '../remits/denials/tell.ts';
import { entriesOfClaim } from '../remits/ledger.ts';
import type { RowOf } from './bulk.ts';
import { newId } from './ids.ts';
import { LEDGER_ENTRY } from './ledger.ts';
import { candidateRows, MATCH_CANDIDATE } from './matches.ts';
import type { NewClaimPayment } from './payments.ts';

const AMOUNTS = { chargeCents: 'bigint', paidCents: 'bigint', differenceCents: 'bigint' } as const;

/** What is told of a denial. */
export const TOLD = {
  task: 'text',
  category: 'text',
  action: 'text',
  appealable: 'boolean',
  chance: 'integer',
  next: 'text',
  rule: 'text',
  deadlines: 'jsonb',
  dueOn: 'date',
} as const;

/** The columns of each table that hangs on claim payments. */
export const PARTS = {
  claimPayments: {
    id: 'uuid',
    paymentId: 'uuid',
    ordinal: 'integer',
    claimId: 'uuid',
    matchRule: 'text',
    matchScore: 'integer',
    matchRunnerUp: 'integer',
    patientControlNumber: 'text',
    payerClaimNumber: 'text',
    status: 'text',
    outcome: 'text',
    ...AMOUNTS,
    patientResponsibilityCents: 'bigint',
    remarks: 'text[]',
    detail: 'jsonb',
    origin: 'jsonb',
  },
  paymentLines: {
    id: 'uuid',
    claimPaymentId: 'uuid',
    ordinal: 'integer',
    lineControlNumber: 'text',
    procedureQualifier: 'text',
    procedureCode: 'text',
    modifiers: 'text[]',
    revenueCode: 'text',
    ...AMOUNTS,
    units: 'text',
    serviceFrom: 'date',
    serviceTo: 'date',
    remarks: 'text[]',
    detail: 'jsonb',
  },
  adjustments: {
    id: 'uuid',
    claimPaymentId: 'uuid',
    lineId: 'uuid',
    ordinal: 'integer',
    groupCode: 'text',
    reason: 'text',
    amountCents: 'bigint',
    quantity: 'text',
  },
  denials: {
    id: 'uuid',
    claimPaymentId: 'uuid',
    lineId: 'uuid',
    claimId: 'uuid',
    ordinal: 'integer',
    level: 'text',
    groupCode: 'text',
    reason: 'text',
    remarks: 'text[]',
    amountCents: 'bigint',
    ...TOLD,
  },
  ledgerEntries: LEDGER_ENTRY,
  matchCandidates: MATCH_CANDIDATE,
} as const;

/** The rows of one payment, in the order in which the tables refer to each other. */
export type ClaimPaymentParts = { [T in keyof typeof PARTS]: RowOf<(typeof PARTS)[T]>[] };

/** Gives every part its id and its ordinal: claim payments from `first`, their parts within the claim payment from 1. */
export function flattenClaimPayments(
  paymentId: string,
  claims: readonly NewClaimPayment[],
  first: number,
): ClaimPaymentParts {
  const parts: ClaimPaymentParts = {
    claimPayments: [],
    paymentLines: [],
    adjustments: [],
    denials: [],
    ledgerEntries: [],
    matchCandidates: [],
  };
  claims.forEach((claim, index) => {
    addClaim(parts, paymentId, first + index, claim);
  });
  return parts;
}

function addClaim(parts: ClaimPaymentParts, paymentId: string, ordinal: number, claim: NewClaimPayment): void {
  const { adjustments, lines, denials, candidates = [], detail = {}, origin = {}, ...given } = claim;
  const id = newId();
  parts.claimPayments.push({ ...given, id, paymentId, ordinal, detail, origin });
  parts.matchCandidates.push(...candidateRows(id, candidates));
  const rows = lines.map((line, index) => ({ ...line, id: newId(), claimPaymentId: id, ordinal: index + 1 }));
  parts.paymentLines.push(...rows.map((row) => ({ ...row, detail: row.detail ?? {} })));
  const own = adjustments.map((adjustment) => ({ adjustment, lineId: undefined as string | undefined }));
  const ofLines = rows.flatMap((row) => row.adjustments.map((adjustment) => ({ adjustment, lineId: row.id })));
  [...own, ...ofLines].forEach(({ adjustment, lineId }, index) => {
    parts.adjustments.push({
      ...adjustmentValues(adjustment),
      id: newId(),
      claimPaymentId: id,
      lineId,
      ordinal: index + 1,
    });
  });
  for (const { line, group: groupCode, ...entry } of entriesOfClaim(claim)) {
    const lineId = line === undefined ? undefined : rows[line]?.id;
    parts.ledgerEntries.push({ ...entry, groupCode, claimPaymentId: id, lineId });
  }
  denials.forEach(({ line, group, told, ...denial }, index) => {
    const lineId = line === undefined ? undefined : rows[line]?.id;
    parts.denials.push({
      ...denial,
      ...(told ?? tellDenial({ ...denial, group, payerIds: [], outcome: claim.outcome })),
      groupCode: group,
      id: newId(),
      claimPaymentId: id,
      lineId,
      claimId: claim.claimId,
      ordinal: index + 1,
    });
  });
}

function adjustmentValues({ group, reason, amountCents, quantity }: AdjustmentRecord) {
  return { groupCode: group, reason, amountCents, quantity };
}
