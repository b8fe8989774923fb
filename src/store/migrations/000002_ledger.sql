-- The ledger of what was posted, how reversals pair, and what persons did with payments.

alter table payments drop constraint payments_state_check;
alter table payments add constraint payments_state_check check (state in ('posted', 'unposted', 'duplicate', 'exception'));
-- One that a person took back is still known: when it comes again it is not posted by itself.
drop index payments_posted_once;
create unique index payments_posted_once on payments (fingerprint) where state in ('posted', 'unposted');
-- Why an exception was not posted, with the numbers.
alter table payments add column exceptions jsonb not null default '[]';
-- A difference that integers cannot hold is null.
alter table payments alter column provider_adjustment_cents drop not null, alter column difference_cents drop not null;
alter table claim_payments alter column difference_cents drop not null;
alter table payment_lines alter column difference_cents drop not null;

-- What reversals (CLP02 22) take back, part of claim_paid_cents.
alter table payments add column reversed_cents bigint not null default 0;

-- Append-only. Payment and claim follow through the claim payment or the provider adjustment; with a group an entry is no money
-- but a part of the charge that was not paid.
create table ledger_entries (
  id bigint generated always as identity primary key,
  claim_payment_id uuid references claim_payments,
  line_id uuid,
  provider_adjustment_id uuid references provider_adjustments,
  type text not null check (type in ('payment', 'adjustment', 'patientShare', 'reversal', 'takeback', 'interest', 'forwardBalance', 'providerAdjustment', 'unpost')),
  group_code text,
  reason text,
  cents bigint not null,
  reverses bigint references ledger_entries,
  posted_at timestamptz not null default now(),
  posted_by text not null default 'ingest',
  check (num_nonnulls(claim_payment_id, provider_adjustment_id) = 1)
);
create index ledger_entries_by_claim_payment on ledger_entries (claim_payment_id) where claim_payment_id is not null;
create index ledger_entries_by_provider_adjustment on ledger_entries (provider_adjustment_id) where provider_adjustment_id is not null;
create unique index ledger_entries_reversed_once on ledger_entries (reverses) where reverses is not null;

-- Worked out again whenever something is posted of a claim: a part that is null has not come.
create table reversal_pairs (
  claim_id uuid not null references claims,
  reversal_id uuid references claim_payments,
  original_id uuid references claim_payments,
  correction_id uuid references claim_payments,
  exact boolean not null
);
create index reversal_pairs_by_claim on reversal_pairs (claim_id);
create index claim_payments_reversals on claim_payments (id) where outcome = 'reversal' and claim_id is null;

-- Append-only: who took a payment back or posted it again, and why.
create table payment_actions (
  id uuid primary key,
  payment_id uuid not null references payments,
  action text not null check (action in ('unpost', 'repost')),
  by text not null,
  reason text not null,
  at timestamptz not null default now()
);
create index payment_actions_by_payment on payment_actions (payment_id);
