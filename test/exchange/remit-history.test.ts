/** Remittances in any order, and any of them twice: ledger, claims, reversals and accounts end the same, and no cent is lost. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/exchange/ingest.ts';
import type { Exchange } from '../../src/exchange/ports.ts';
import { changePosting } from '../../src/exchange/postings.ts';
import { createLog } from '../../src/log.ts';
import { toCents } from '../../src/money.ts';
import {
  applyEvents,
  insertClaims,
  insertReceivedFile,
  newId,
  type Store,
  transact,
  upsertPartner,
} from '../../src/store/index.ts';
import { accountDetail, recoupmentAccounts } from '../../src/store/ledger-views.ts';
import { newClaim, vault } from '../store/rows.ts';
import { onEmbedded } from '../store/stores.ts';
import { remittanceStory, STORY_CHARGE } from './remit-history.ts';

const PARTNER = 'stories';

function exchangeOf(store: Store): Exchange {
  return {
    store,
    vault,
    clock: () => new Date(),
    log: createLog('silent'),
    partners: { all: () => [], get: () => Promise.reject(new Error('no partner is asked for')) as never },
    connect: () => Promise.reject(new Error('nothing is sent')),
  };
}

/** An empty store with claims that were sent. */
async function begin(store: Store, numbers: readonly string[]): Promise<void> {
  await sql`truncate partners cascade`.execute(store.db);
  await upsertPartner(store.db, { id: PARTNER, profileHash: 'one' });
  const claims = numbers.map((number) => newClaim(PARTNER, number, { chargeCents: toCents(STORY_CHARGE * 100) }));
  await transact(store, async (tx) => {
    await insertClaims(tx, claims);
    await applyEvents(
      tx,
      claims.map(({ id }) => ({ claimId: id, type: 'sent', dedupeKey: 'sent' }) as const),
    );
  });
}

async function receive(exchange: Exchange, text: string): Promise<void> {
  const id = newId();
  const file = { id, partnerId: PARTNER, kind: 'unknown', name: 'answer', state: 'stored' } as const;
  // A blank line after the interchange makes the bytes new, as from another clearinghouse.
  await transact(exchange.store, (tx) =>
    insertReceivedFile(tx, file, Buffer.from(`${text}${'\n'.repeat(Number.parseInt(id.slice(-3), 16))}`), vault),
  );
  await ingest(exchange, { fileId: id });
}

/** What has come of it all, without the ids that tell in what order it came. */
async function endState({ db }: Store): Promise<object> {
  const rowsOf = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  const accounts = await recoupmentAccounts(db);
  const details = await Promise.all(accounts.map((key) => accountDetail(db, key)));
  return {
    entries:
      await rowsOf(sql`select p.trace_number, cp.patient_control_number as pcn, a.reference, e.type, e.group_code, e.reason, e.cents, e.line_id is null as whole
      from ledger_entries e left join claim_payments cp on cp.id = e.claim_payment_id left join provider_adjustments a on a.id = e.provider_adjustment_id
        join payments p on p.id = coalesce(cp.payment_id, a.payment_id)
      where e.type <> 'unpost' and not exists (select 1 from ledger_entries later where later.reverses = e.id) order by 1, 2, 3, 4, 5, 6, 7, 8`),
    claims: await rowsOf(
      sql`select patient_control_number as pcn, state, paid_cents, patient_responsibility_cents as share, payer_claim_number from claims order by 1`,
    ),
    pairs: await rowsOf(sql`select c.patient_control_number as pcn, r.exact,
        (select p.trace_number from claim_payments cp join payments p on p.id = cp.payment_id where cp.id = reversal_id) as reversal,
        (select p.trace_number from claim_payments cp join payments p on p.id = cp.payment_id where cp.id = original_id) as original,
        (select p.trace_number from claim_payments cp join payments p on p.id = cp.payment_id where cp.id = correction_id) as correction
      from reversal_pairs r join claims c on c.id = r.claim_id order by 1, 2, 3, 4, 5`),
    posted: await rowsOf(
      sql`select trace_number, amount_cents, difference_cents from payments where state = 'posted' order by 1`,
    ),
    accounts: details.map((detail) =>
      detail?.steps.map(({ payment: { id: _id, ...payment }, ...step }) => ({ ...step, payment })),
    ),
    recoveries: details.map((detail) => detail?.recoveries),
  };
}

/** Un-posts every payment or posts it again, in no order that has to do with when it was settled. */
async function changeAll(store: Store, action: 'unpost' | 'repost'): Promise<void> {
  const from = action === 'unpost' ? 'posted' : 'unposted';
  const payments = await store.db
    .selectFrom('payments')
    .select('id')
    .where('state', '=', from)
    .orderBy('fingerprint')
    .execute();
  for (const { id } of payments) await changePosting(store, { paymentId: id, action, by: 'ann', reason: 'a try' });
}

/** Each payment's money entries are its deposit, each claim's are what it was paid. */
async function expectConserved({ db }: Store): Promise<void> {
  const { rows } = await sql`select p.trace_number from payments p
    where p.state = 'posted' and p.claim_paid_cents - p.provider_adjustment_cents <> coalesce((
      select sum(e.cents) from ledger_entries e left join claim_payments cp on cp.id = e.claim_payment_id
        left join provider_adjustments a on a.id = e.provider_adjustment_id
      where e.group_code is null and coalesce(cp.payment_id, a.payment_id) = p.id), 0)
    union all
    select c.patient_control_number from claims c where c.paid_cents <> coalesce((
      select sum(e.cents) from ledger_entries e join claim_payments cp on cp.id = e.claim_payment_id
      where cp.claim_id = c.id and e.group_code is null), 0)`.execute(db);
  expect(rows).toEqual([]);
}

describe('remittances in any order', () => {
  onEmbedded('ledger', (store) => {
    test('and any of them twice, or taken back and posted again, come to the same ledger, claims, reversals and accounts', {
      timeout: 60_000,
    }, async () => {
      const exchange = exchangeOf(store());
      const shuffledStory = remittanceStory.chain(({ numbers, files }) =>
        fc.record({
          numbers: fc.constant(numbers),
          files: fc.constant(files),
          delivered: fc
            .tuple(fc.constant(files), fc.subarray(files, { maxLength: Math.min(2, files.length) }))
            .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
        }),
      );
      await fc.assert(
        fc.asyncProperty(shuffledStory, async ({ numbers, files, delivered }) => {
          await begin(store(), numbers);
          for (const text of files) await receive(exchange, text);
          const expected = await endState(store());
          await expectConserved(store());
          // The whole history once more changes nothing.
          for (const text of files) await receive(exchange, text);
          expect(await endState(store())).toEqual(expected);
          await begin(store(), numbers);
          for (const text of delivered) await receive(exchange, text);
          expect(await endState(store())).toEqual(expected);
          await expectConserved(store());
          await changeAll(store(), 'unpost');
          expect(await endState(store())).toMatchObject({ entries: [], pairs: [], posted: [], accounts: [] });
          const { rows } = await sql`select distinct state, paid_cents as paid, patient_responsibility_cents as share
            from claims`.execute(store().db);
          expect(rows).toEqual([{ state: 'sent', paid: 0, share: 0 }]);
          await changeAll(store(), 'repost');
          expect(await endState(store())).toEqual(expected);
        }),
        { numRuns: 5 },
      );
    });
  });
});
