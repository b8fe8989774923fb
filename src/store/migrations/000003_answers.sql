-- Refusals of claims by stage: a 277CA's refusal is the clearinghouse's or the payer's.

update claims c set state = case
  when exists (
    select from acknowledgments a
    where a.claim_id = c.id and a.kind = '277ca' and a.result = 'rejected' and a.stage = 'payer'
  ) then 'rejected_payer' else 'rejected_clearinghouse' end
where state = 'rejected_277ca';
update claims set state_rank = 45 where state = 'rejected_999';
update claims set state_rank = 55 where state = 'rejected_clearinghouse';
update claims set state_rank = 70 where state = 'rejected_payer';
update events set type = case when detail ->> 'stage' = 'payer' then 'rejected_payer' else 'rejected_clearinghouse' end
where type = 'rejected_277ca';

create index acknowledgments_by_answered on acknowledgments (answers_file_id) where answers_file_id is not null;
