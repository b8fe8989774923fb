-- The whole first schema. Amounts are integer cents; ids are UUIDv7 made by the application.

create table partners (
  id text primary key,
  profile_hash text not null,
  paused_at timestamptz,
  paused_code text,
  paused_reason text,
  last_collected_at timestamptz,
  created_at timestamptz not null default now()
);

-- Claim JSON as handed in, until the submit step has turned it into claims.
create table submissions (
  id uuid primary key,
  partner_id text not null references partners,
  sha256 text not null,
  body jsonb not null,
  state text not null default 'received' check (state in ('received', 'done', 'refused')),
  result jsonb,
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index submissions_waiting on submissions (created_at) where state = 'received';

create table claims (
  id uuid primary key,
  partner_id text not null references partners,
  submission_id uuid references submissions,
  kind text not null,
  usage text not null check (usage in ('T', 'P')),
  patient_control_number text not null,
  frequency text not null,
  replaces_number text not null default '',
  payer_id text not null,
  billing_npi text,
  charge_cents bigint not null,
  service_from date,
  service_to date,
  body jsonb not null,
  body_sha256 text not null,
  state text not null,
  state_rank integer not null,
  state_at timestamptz not null default now(),
  issues jsonb not null default '[]',
  payer_claim_number text,
  paid_cents bigint not null default 0,
  patient_responsibility_cents bigint not null default 0,
  created_at timestamptz not null default now(),
  unique (partner_id, usage, patient_control_number, frequency, replaces_number)
);
create index claims_ready on claims (partner_id, created_at) where state = 'ready';
create index claims_by_state on claims (state, state_at);
-- Serves equality and, in any collation, search by the first characters.
create index claims_by_control_number on claims (patient_control_number text_pattern_ops);
create index claims_by_payer_number on claims (payer_claim_number) where payer_claim_number is not null;

-- Bytes are in file_chunks, encrypted (AES-256-GCM), in order.
create table files (
  id uuid primary key,
  partner_id text not null references partners,
  direction text not null check (direction in ('out', 'in')),
  kind text not null,
  name text not null,
  remote_folder text,
  temporary_name text,
  size bigint not null,
  sha256 text not null,
  state text not null check (state in ('built', 'uploading', 'renaming', 'sent', 'uncertain', 'failed', 'stored', 'ingested', 'unreadable')),
  isa13 text,
  usage text,
  claims integer not null default 0,
  attempts integer not null default 0,
  error_code text,
  error_text text,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now(),
  state_at timestamptz not null default now(),
  sent_at timestamptz
);
create unique index files_received_once on files (partner_id, sha256) where direction = 'in';
create unique index files_sent_name on files (partner_id, name) where direction = 'out';
create index files_by_state on files (state, state_at);
create index files_by_isa13 on files (partner_id, isa13) where direction = 'out';

create table file_chunks (
  file_id uuid not null references files,
  ordinal integer not null,
  bytes bytea not null,
  primary key (file_id, ordinal)
);

-- Remote entries already taken, so that a file left on the server is not fetched again.
create table remote_entries (
  partner_id text not null references partners,
  path text not null,
  size bigint not null,
  modified_at timestamptz not null,
  file_id uuid not null references files,
  after_done boolean not null default false,
  primary key (partner_id, path, size, modified_at)
);

-- Since when a remote file that is not taken yet looks as it does: it may still be written.
create table remote_sightings (
  partner_id text not null references partners,
  path text not null,
  size bigint not null,
  modified_at timestamptz not null,
  since timestamptz not null default now(),
  primary key (partner_id, path)
);

-- Which segments of which set of a sent file carry a claim (ST = 1), for answers that point at a segment.
create table file_claims (
  file_id uuid not null references files,
  claim_id uuid not null references claims,
  gs06 text not null,
  st02 text not null,
  segment_from integer not null,
  segment_to integer not null,
  primary key (file_id, claim_id)
);
create index file_claims_by_claim on file_claims (claim_id);
create index file_claims_by_group on file_claims (gs06);

-- Append-only. dedupe_key makes a repeated step add nothing.
create table events (
  id bigint generated always as identity primary key,
  claim_id uuid not null references claims,
  type text not null,
  at timestamptz not null default now(),
  file_id uuid references files,
  dedupe_key text not null,
  origin jsonb not null default '{}',
  detail jsonb not null default '{}',
  unique (claim_id, dedupe_key)
);

create table acknowledgments (
  id uuid primary key,
  file_id uuid not null references files,
  ordinal integer not null,
  kind text not null check (kind in ('ta1', '999', '997', '277ca')),
  answers_file_id uuid references files,
  claim_id uuid references claims,
  isa13 text,
  gs06 text,
  st02 text,
  patient_control_number text,
  result text not null,
  stage text,
  codes jsonb not null default '[]',
  detail jsonb not null default '{}',
  origin jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (file_id, ordinal)
);
create index acknowledgments_by_claim on acknowledgments (claim_id) where claim_id is not null;

create table payments (
  id uuid primary key,
  file_id uuid not null references files,
  ordinal integer not null,
  payer_name text,
  payer_id text,
  payee_name text,
  payee_id text,
  amount_cents bigint not null,
  claim_paid_cents bigint not null,
  provider_adjustment_cents bigint not null,
  difference_cents bigint not null,
  method text not null,
  handling text not null,
  trace_number text not null,
  trace_company text,
  settlement_date date,
  fingerprint text not null,
  state text not null check (state in ('posted', 'duplicate', 'exception')),
  duplicate_of uuid references payments,
  origin jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (file_id, ordinal)
);
create unique index payments_posted_once on payments (fingerprint) where state = 'posted';
create index payments_by_fingerprint on payments (fingerprint) where state = 'exception';

create table claim_payments (
  id uuid primary key,
  payment_id uuid not null references payments,
  ordinal integer not null,
  claim_id uuid references claims,
  match_rule text,
  patient_control_number text not null,
  payer_claim_number text,
  status text not null,
  outcome text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  patient_responsibility_cents bigint not null,
  difference_cents bigint not null,
  remarks text[] not null default '{}',
  detail jsonb not null default '{}',
  origin jsonb not null default '{}',
  unique (payment_id, ordinal)
);
create index claim_payments_by_claim on claim_payments (claim_id) where claim_id is not null;
create index claim_payments_unmatched on claim_payments (patient_control_number) where claim_id is null;

create table payment_lines (
  id uuid primary key,
  claim_payment_id uuid not null references claim_payments,
  ordinal integer not null,
  line_control_number text,
  procedure_qualifier text not null,
  procedure_code text not null,
  modifiers text[] not null default '{}',
  revenue_code text,
  charge_cents bigint not null,
  paid_cents bigint not null,
  difference_cents bigint not null,
  units text,
  service_from date,
  service_to date,
  remarks text[] not null default '{}',
  detail jsonb not null default '{}',
  unique (claim_payment_id, ordinal)
);

create table adjustments (
  id uuid primary key,
  claim_payment_id uuid not null references claim_payments,
  line_id uuid references payment_lines,
  ordinal integer not null,
  group_code text not null,
  reason text not null,
  amount_cents bigint not null,
  quantity text,
  unique (claim_payment_id, ordinal)
);

create table provider_adjustments (
  id uuid primary key,
  payment_id uuid not null references payments,
  ordinal integer not null,
  provider_id text not null,
  fiscal_date date,
  code text not null,
  reference text,
  amount_cents bigint not null,
  unique (payment_id, ordinal)
);

create table denials (
  id uuid primary key,
  claim_payment_id uuid not null references claim_payments,
  line_id uuid references payment_lines,
  claim_id uuid references claims,
  ordinal integer not null,
  level text not null check (level in ('claim', 'line')),
  group_code text not null,
  reason text not null,
  remarks text[] not null default '{}',
  amount_cents bigint not null,
  status text not null default 'new',
  created_at timestamptz not null default now(),
  unique (claim_payment_id, ordinal)
);
create index denials_by_claim on denials (claim_id) where claim_id is not null;

create table control_numbers (
  sender text not null,
  receiver text not null,
  usage text not null,
  kind text not null check (kind in ('isa13', 'gs06')),
  value bigint not null,
  primary key (sender, receiver, usage, kind)
);

-- Work that must not be done by two processes at once; a dead owner's lease runs out.
create table leases (
  name text primary key,
  owner text not null,
  until timestamptz not null
);
