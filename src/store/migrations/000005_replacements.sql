-- Which claims replace which, and reversals whose other half has not come.

create index claims_by_replaced on claims (partner_id, replaces_number) where replaces_number <> '';

-- `id` is the latest claim payment that is there. A claim that was replaced is corrected by what became of its replacement.
create view lonely_reversals as
select * from (
  select r.claim_id, coalesce(r.correction_id, r.reversal_id, r.original_id) as id,
    array_remove(array[
      case when r.reversal_id is null then 'reversal' end,
      case when r.original_id is null then 'original' end,
      case when r.correction_id is null and not exists (
        select 1 from claim_payments own join claims c on c.id = own.claim_id
          join claims other on other.partner_id = c.partner_id and other.replaces_number = own.payer_claim_number
        where own.claim_id = r.claim_id and other.replaces_number <> ''
          and other.state in ('paid', 'partial', 'zero', 'denied')
      ) then 'correction' end
    ], null) as missing
  from reversal_pairs r
  where r.reversal_id is null or r.original_id is null or r.correction_id is null
) waiting
where cardinality(missing) > 0;
