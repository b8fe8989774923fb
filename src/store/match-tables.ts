/** The tables of what is matched: claim payments with claims, payments with the bank's deposits. */
import type { Generated } from 'kysely';
import type { Cents } from '../money.ts';

export interface MatchCandidatesTable {
  claimPaymentId: string;
  claimId: string;
  score: number;
  reasons: string[];
}

export interface MatchChoicesTable {
  id: string;
  claimPaymentId: string;
  claimId: string | null;
  by: string;
  at: Generated<Date>;
}

export interface BankDepositsTable {
  id: string;
  key: string;
  date: string;
  amountCents: Cents;
  traceNumber: string | null;
  /** Made by the database. */
  traceKey: Generated<string | null>;
  company: string | null;
  payer: string | null;
  description: string | null;
  source: 'nacha' | 'csv';
  importedBy: string;
  importedAt: Generated<Date>;
}

export interface ReassociationsTable {
  paymentId: string;
  depositId: string;
  rule: 'trace' | 'amount-date-payer';
  differenceCents: Cents;
}
