-- What payers' rules say of denials, by the id of the rules; the user's own, asked before those that come with Claimwire.
create table payer_rules (
  id text primary key,
  rules jsonb not null,
  changed_at timestamptz not null default now()
);
