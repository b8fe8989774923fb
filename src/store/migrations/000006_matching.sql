-- How a claim payment found its claim, which claims it may mean where it did not, and what persons chose.

-- What a payment says beside its columns: accounts, addresses, contacts, references, summaries.
alter table payments add column detail jsonb not null default '{}';
alter table claim_payments add column match_score integer, add column match_runner_up integer;

create table match_candidates (
  claim_payment_id uuid not null references claim_payments,
  claim_id uuid not null references claims,
  score integer not null,
  reasons text[] not null default '{}',
  primary key (claim_payment_id, claim_id)
);

-- Append-only; the last one counts. Without a claim: none of ours.
create table match_choices (
  id uuid primary key,
  claim_payment_id uuid not null references claim_payments,
  claim_id uuid references claims,
  by text not null,
  at timestamptz not null default now()
);
create index match_choices_by_claim_payment on match_choices (claim_payment_id);

-- What late claims are looked up by.
drop index claim_payments_unmatched;
create index claim_payments_unmatched on claim_payments (patient_control_number) where claim_id is null and match_rule is null;
create index claim_payments_unmatched_numbers on claim_payments (payer_claim_number)
  where claim_id is null and match_rule is null and payer_claim_number is not null;
create index claim_payments_unmatched_charges on claim_payments (abs(charge_cents)) where claim_id is null and match_rule is null;

-- What claims are looked up by when no number names them.
create index claims_by_charge on claims (partner_id, charge_cents, service_from);
create index claims_by_patient on claims (service_from, upper(coalesce(body #>> '{patient,lastName}', body #>> '{subscriber,lastName}')));
