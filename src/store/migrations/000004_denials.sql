-- A denial is a task. It comes of a claim payment, of an event that rejected a claim (999, 277CA), or of a takeback (PLB).
-- What is said of it (category to due_on) is told again whenever the rules change; outcome, recovered_cents and decided_by
-- follow from all payments of the claim; work_status and owner follow from denial_events; status from both.
alter table denials alter column claim_payment_id drop not null;
alter table denials
  add column event_id bigint references events,
  add column provider_adjustment_id uuid references provider_adjustments,
  add column task text not null default 'denial'
    check (task in ('denial', 'partialDenial', 'rejection999', 'rejection277', 'takeback')),
  add column category text not null default 'unknown',
  add column action text not null default 'call',
  add column appealable boolean not null default true,
  add column chance integer not null default 30,
  add column next text not null default '',
  add column rule text,
  add column deadlines jsonb not null default '[]',
  add column due_on date,
  add column owner text,
  add column work_status text not null default 'new',
  add column outcome text check (outcome in ('overturned', 'partlyOverturned', 'upheld')),
  add column recovered_cents bigint not null default 0,
  add column decided_by uuid references claim_payments,
  add constraint denials_of_one_thing check (num_nonnulls(claim_payment_id, event_id, provider_adjustment_id) = 1);
create unique index denials_by_event on denials (event_id) where event_id is not null;
create unique index denials_by_takeback on denials (provider_adjustment_id) where provider_adjustment_id is not null;
create index denials_by_status on denials (status, due_on);
-- Few of many: what is looked up for each claim that is decided on.
create index denials_rejected on denials (claim_id) where event_id is not null;
create index denials_resolved on denials (claim_id) where outcome is not null;
create index denials_by_claim_payment on denials (claim_payment_id) where claim_payment_id is not null;

-- Append-only: who did what about a denial, and when.
create table denial_events (
  id bigint generated always as identity primary key,
  denial_id uuid not null references denials,
  at timestamptz not null default now(),
  who text not null,
  type text not null check (type in ('assigned', 'note', 'status')),
  owner text,
  status text,
  note text
);
create index denial_events_by_denial on denial_events (denial_id);
