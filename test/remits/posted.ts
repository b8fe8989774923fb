/** Posted claim payments for tests, as short as a story needs them. */
import { toCents } from '../../src/money.ts';
import type { ClaimOutcome } from '../../src/remits/outcome.ts';
import type { PostedClaim } from '../../src/remits/posted-claim.ts';

/** What a story says of a claim payment; the rest is a paid claim over 185.00 of payment `in`, settled on day `on`. */
export type Told = {
  id: string;
  in: string;
  on: number;
  status?: string;
  outcome?: ClaimOutcome;
  charge?: number;
  paid: number;
  share?: number;
  payer?: string;
  number?: string;
  pcn?: string;
  cas?: Readonly<Record<string, number>>;
  ordinal?: number;
};

/** A posted claim payment in whole dollars; adjustments by `CO-45`, by default what is left of the charge. */
export function posted(told: Told): PostedClaim {
  const { status = '1', paid, charge = status === '22' ? -185 : 185, payer = 'PLAN', number = 'N1', pcn = 'A1' } = told;
  const { cas = charge === paid ? {} : { 'CO-45': charge - paid }, share = 0, ordinal = 1 } = told;
  return {
    id: told.id,
    paymentId: `${payer} ${told.in}`,
    payer,
    settled: `2026-01-${String(told.on).padStart(2, '0')}`,
    traceNumber: told.in,
    fingerprint: `${payer} ${told.in}`,
    ordinal,
    patientControlNumber: pcn,
    payerClaimNumber: number,
    status,
    outcome: told.outcome ?? (status === '22' ? 'reversal' : status === '4' ? 'denied' : 'paid'),
    chargeCents: toCents(charge * 100),
    paidCents: toCents(paid * 100),
    patientResponsibilityCents: toCents(share * 100),
    adjustments: Object.entries(cas).map(([code, dollars]) => {
      const [group = '', reason = ''] = code.split('-');
      return { group, reason, amountCents: toCents(dollars * 100) };
    }),
  };
}
