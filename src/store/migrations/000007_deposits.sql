-- Bank deposits, and which payment each is.

-- Append-only. The key is made of all a deposit says: the same one comes in once, from however many files.
create table bank_deposits (
  id uuid primary key,
  key text not null unique,
  date date not null,
  amount_cents bigint not null,
  trace_number text,
  trace_key text generated always as (ltrim(regexp_replace(upper(trace_number), '[^A-Z0-9]', '', 'g'), '0')) stored,
  company text,
  payer text,
  description text,
  source text not null check (source in ('nacha', 'csv')),
  imported_by text not null,
  imported_at timestamptz not null default now()
);
create index bank_deposits_by_trace on bank_deposits (trace_key) where trace_key is not null;
create index bank_deposits_by_amount on bank_deposits (amount_cents);
-- Traces are compared without what banks add or drop: signs and leading zeros.
alter table payments add column trace_key text generated always as (ltrim(regexp_replace(upper(trace_number), '[^A-Z0-9]', '', 'g'), '0')) stored;
create index payments_by_trace on payments (trace_key);
create index payments_by_amount on payments (amount_cents);

-- Worked out again whenever a payment or a deposit of the same trace number or amount comes.
create table reassociations (
  payment_id uuid primary key references payments,
  deposit_id uuid not null unique references bank_deposits,
  rule text not null check (rule in ('trace', 'amount-date-payer')),
  difference_cents bigint not null
);
