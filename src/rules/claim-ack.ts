/** Rules of claim acknowledgments (277CA): what is said of each claim (2200D), and the totals of submitter and provider. */
import { guide277ca } from '../guides/277ca.ts';
import type { Loop2200B, Loop2200C, Loop2200D, Set277CA } from '../guides/values/277ca.ts';
import { type Read, type Report, type Rule, total } from './rule.ts';
import { type SetRules, setRules } from './set-rules.ts';

/** Claims accepted and rejected under one provider or submitter, their charges, and the totals they are held against. */
type Tally = {
  accepted: number;
  rejected: number;
  acceptedCharge: number;
  rejectedCharge: number;
  at: Read<Loop2200B> | Read<Loop2200C> | undefined;
};

/** `last` is the provider whose claims are passing; of those before it only the ones with wrong totals are kept. */
type Totals = { submitter: Tally; last: { provider: object; tally: Tally } | undefined; wrong: Tally[] };

/** A level above the claims has no claim: it is only counted with. */
type ClaimAckContext = { claim: Read<Loop2200D> };

const ACCEPTED = new Set(['A1', 'A2']);
const REJECTED = new Set(['A3', 'A4', 'A6', 'A7', 'A8']);
const ASK = 'ask who sent the acknowledgment whether the claim is accepted';

const categoryOf = (status: NonNullable<Judged['statuses']>[number]) => status.status?.category ?? '';

/** Whether one of the statuses of a claim, or of a line, rejects it. */
type Judged = {
  readonly statuses?:
    | readonly { readonly status?: { readonly category?: string | undefined } | undefined }[]
    | undefined;
};

const isRejected = ({ statuses = [] }: Judged) => statuses.some((status) => REJECTED.has(categoryOf(status)));

const CLAIM_RULES: readonly Rule<ClaimAckContext>[] = [
  {
    id: 'R225',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a claim that is rejected has a number of the payer (REF*1K)',
    next: ASK,
    check({ claim }, report) {
      if (claim.payerClaimControlNumber !== undefined && isRejected(claim)) report(claim.payerClaimControlNumber);
    },
  },
  {
    id: 'R226',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'what is done (STC03) does not fit the category: WQ goes with A1 and A2, U with A3, A4, A6, A7 and A8',
    next: ASK,
    check({ claim }, report) {
      for (const status of claim.statuses ?? []) {
        const category = categoryOf(status);
        const expected = ACCEPTED.has(category) ? 'WQ' : REJECTED.has(category) ? 'U' : status.action;
        if (status.action !== undefined && status.action !== expected)
          report(status, { element: 'STC03', found: `${category} ${status.action}`, ...(expected && { expected }) });
        // That one line is enough is common knowledge only.
        else if (status.action === 'WQ' && claim.lines?.some(isRejected))
          report(status, {
            element: 'STC03',
            found: 'WQ',
            severity: 'warning',
            message: 'a claim with a rejected line is accepted (STC03 WQ)',
          });
      }
    },
  },
  {
    id: 'R228',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'status 21 (missing or invalid) stands alone: no second one says what',
    next: 'ask who sent the acknowledgment what is missing',
    check({ claim: { statuses = [], lines = [] } }, report) {
      for (const status of [statuses, ...lines.map((line) => line.statuses ?? [])].flat())
        if (status.status?.status === '21' && status.status2 === undefined && status.status3 === undefined)
          report(status, { element: 'STC01-02', found: '21' });
    },
  },
];

const SET_RULES: readonly Rule<Totals>[] = [
  {
    id: 'R227',
    snip: 3,
    code: 'claim-balance',
    severity: 'warning',
    says: 'the totals of the submitter or of a provider are less than the claims below',
    next: 'trust the claims, not the totals',
    check({ submitter, last, wrong }, report) {
      for (const tally of [submitter, ...wrong, ...(last === undefined ? [] : [last.tally])])
        checkTotals(tally, report);
    },
  },
];

/** Totals may count claims that are not listed, but no fewer than are. */
function checkTotals({ at, ...tally }: Tally, report: Report): void {
  if (at === undefined) return;
  const counted = [
    [at.totalAcceptedQuantity, tally.accepted],
    [at.totalRejectedQuantity, tally.rejected],
  ] as const;
  for (const [segment, claims] of counted)
    if (segment?.quantity !== undefined && Number(segment.quantity) < claims)
      report(segment, { element: 'QTY02', found: segment.quantity, expected: `at least ${claims}` });
  const charged = [
    [at.totalAcceptedAmount, tally.acceptedCharge],
    [at.totalRejectedAmount, tally.rejectedCharge],
  ] as const;
  for (const [segment, charge] of charged)
    if (segment?.amount !== undefined && segment.amount < charge) report(segment, { element: 'AMT02' });
}

const noClaims = (at?: Tally['at']): Tally => ({
  accepted: 0,
  rejected: 0,
  acceptedCharge: 0,
  rejectedCharge: 0,
  at,
});

function count(tally: Tally, claim: Read<Loop2200D>): void {
  const charge = total(claim.statuses?.slice(0, 1), (status) => status.charge);
  if (isRejected(claim)) {
    tally.rejected++;
    tally.rejectedCharge += charge;
  } else if ((claim.statuses ?? []).some((status) => ACCEPTED.has(categoryOf(status)))) {
    tally.accepted++;
    tally.acceptedCharge += charge;
  }
}

function addClaim(totals: Totals, claim: Read<Loop2200D>, provider: object | undefined): void {
  count(totals.submitter, claim);
  if (totals.last?.provider === provider && totals.last !== undefined) count(totals.last.tally, claim);
}

function openProvider(totals: Totals, provider: object, at: Read<Loop2200C>): void {
  if (totals.last !== undefined) {
    let wrong = false;
    checkTotals(totals.last.tally, () => {
      wrong = true;
    });
    if (wrong) totals.wrong.push(totals.last.tally);
  }
  totals.last = { provider, tally: noClaims(at) };
}

/** The rules of the 277CA. */
export const claimAckRules: SetRules = setRules({
  guide: guide277ca,
  dates: (_loop, _value, around) => around,
  start: (): Totals => ({ submitter: noClaims(), last: undefined, wrong: [] }),
  record({ loop, value, parents: [, , , provider] }, totals): ClaimAckContext {
    if (loop.id === '2200D') addClaim(totals, value, provider);
    else if (loop.id === '2200B') totals.submitter.at ??= value;
    else if (loop.id === '2200C' && provider !== undefined) openProvider(totals, provider, value);
    return { claim: loop.id === '2200D' ? value : {} };
  },
  recordRules: CLAIM_RULES,
  end: (_set: Read<Set277CA>, totals) => totals,
  rules: SET_RULES,
});
