import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import { insertClaims, newId, repostPayment, type Store, transact, unpostPayment } from '../../src/store/index.ts';
import {
  accountDetail,
  claimLedger,
  lonelyHalves,
  paymentActions,
  recoupmentAccounts,
} from '../../src/store/ledger-views.ts';
import type { NewClaimPayment } from '../../src/store/payments.ts';
import {
  addClaims,
  addFile,
  addPartner,
  newClaim,
  newClaimPayment,
  newPayment,
  postPayment,
  type WholePayment,
} from './rows.ts';

/** What undoes newClaimPayment, adjustments included. */
function reversalOf(claimId: string | undefined): NewClaimPayment {
  const { lines, ...claim } = newClaimPayment(claimId);
  const amounts = { chargeCents: toCents(-10_000), paidCents: toCents(-8_000) };
  return {
    ...claim,
    ...amounts,
    status: '22',
    outcome: 'reversal',
    patientResponsibilityCents: toCents(0),
    lines: lines.map((line) => ({
      ...line,
      ...amounts,
      adjustments: line.adjustments.map((one) => ({ ...one, amountCents: toCents(-one.amountCents) })),
    })),
  };
}

/** The ledger: entries of what was posted, taken back and posted again by more entries; reversals; accounts of payers. */
export function ledgerSuite(store: () => Store): void {
  const post = (payment: WholePayment) => transact(store(), (tx) => postPayment(tx, payment));
  const prepare = async () => {
    const partnerId = await addPartner(store());
    const [claimId = ''] = await addClaims(store(), partnerId, 1);
    return { partnerId, claimId, file: () => addFile(store(), partnerId) };
  };
  const entries = async (claimId: string) =>
    (await claimLedger(store().db, claimId)).entries.map(({ type, groupCode, cents, postedBy }) =>
      [type, groupCode, cents, postedBy].filter((part) => part !== null).join(' '),
    );
  const claimOf = async (id: string) => {
    const { rows } = await sql`select state, paid_cents as paid, patient_responsibility_cents as share from claims
      where id = ${id}`.execute(store().db);
    return rows[0];
  };

  describe('the ledger', () => {
    test('holds an entry for each amount of a posted payment, and none of any other', async () => {
      const { claimId, file } = await prepare();
      const fingerprint = newId();
      const plb = { providerId: '1', code: 'L6', amountCents: toCents(-50) };
      const payment = newPayment(await file(), [newClaimPayment(claimId)], { fingerprint, providerAdjustments: [plb] });
      const { id } = await post(payment);
      await post(newPayment(await file(), [newClaimPayment(claimId)], { fingerprint }));
      await post(newPayment(await file(), [newClaimPayment(claimId)], { state: 'exception' }));
      expect(await entries(claimId)).toEqual(['payment 8000 ingest', 'patientShare PR 2000 ingest']);
      const { rows } = await sql`select e.type, e.reason, e.cents from ledger_entries e
        join provider_adjustments a on a.id = e.provider_adjustment_id where a.payment_id = ${id}`.execute(store().db);
      expect(rows).toEqual([{ type: 'interest', reason: 'L6', cents: 50 }]);
    });

    test('need 81: un-posting takes every entry back by another, and the claim stands as before', async () => {
      const { claimId, file } = await prepare();
      const payment = newPayment(await file(), [newClaimPayment(claimId)]);
      const { id } = await post(payment);
      expect(await claimOf(claimId)).toEqual({ state: 'partial', paid: 8_000, share: 2_000 });
      const unpost = () => transact(store(), (tx) => unpostPayment(tx, id, 'ann', 'wrong account'));
      const repost = () => transact(store(), (tx) => repostPayment(tx, id, 'bob', 'it was right'));
      expect([await unpost(), await unpost()]).toEqual([true, false]);
      expect(await claimOf(claimId)).toEqual({ state: 'ready', paid: 0, share: 0 });
      const taken = ['payment 8000 ingest', 'patientShare PR 2000 ingest', 'unpost -8000 ann', 'unpost PR -2000 ann'];
      expect(await entries(claimId)).toEqual(taken);
      const { moneyCents, adjustedCents, history } = await claimLedger(store().db, claimId);
      expect([moneyCents, adjustedCents, history.standing]).toEqual([0, 0, undefined]);
      expect([await repost(), await repost()]).toEqual([true, false]);
      expect(await claimOf(claimId)).toEqual({ state: 'partial', paid: 8_000, share: 2_000 });
      expect(await entries(claimId)).toEqual([...taken, 'payment 8000 bob', 'patientShare PR 2000 bob']);
      await unpost();
      expect((await claimLedger(store().db, claimId)).moneyCents).toBe(0);
      expect((await paymentActions(store().db, id)).map(({ action, by, reason }) => [action, by, reason])).toEqual([
        ['unpost', 'ann', 'wrong account'],
        ['repost', 'bob', 'it was right'],
        ['unpost', 'ann', 'wrong account'],
      ]);
    });

    test('an un-posted payment that comes again is shown, not posted', async () => {
      const { claimId, file } = await prepare();
      const fingerprint = newId();
      const { id } = await post(newPayment(await file(), [newClaimPayment(claimId)], { fingerprint }));
      await transact(store(), (tx) => unpostPayment(tx, id, 'ann', 'wrong account'));
      const again = await post(newPayment(await file(), [newClaimPayment(claimId)], { fingerprint }));
      expect(again.state).toBe('duplicate');
      expect(await claimOf(claimId)).toMatchObject({ paid: 0 });
    });

    test('un-posting the reversal makes the first payment stand again', async () => {
      const { claimId, file } = await prepare();
      await post(newPayment(await file(), [newClaimPayment(claimId)]));
      const { id } = await post(newPayment(await file(), [reversalOf(claimId)], { settlementDate: '2026-02-08' }));
      expect(await claimOf(claimId)).toEqual({ state: 'reversed', paid: 0, share: 0 });
      await transact(store(), (tx) => unpostPayment(tx, id, 'ann', 'not ours'));
      expect(await claimOf(claimId)).toEqual({ state: 'partial', paid: 8_000, share: 2_000 });
    });
  });

  describe('reversals', () => {
    const halvesOf = async (claimId: string | null) =>
      (await lonelyHalves(store().db))
        .filter((half) => half.claimId === claimId)
        .map(({ missing, since, paidCents }) => [missing.join(), since, paidCents]);

    test('need 75: wait in a list by age until their other half has come, in whatever order', async () => {
      const { claimId, file } = await prepare();
      await post(newPayment(await file(), [reversalOf(claimId)], { settlementDate: '2026-02-08' }));
      expect(await halvesOf(claimId)).toEqual([['original,correction', '2026-02-08', -8_000]]);
      const corrected = { paidCents: toCents(7_000), patientResponsibilityCents: toCents(3_000) };
      await post(newPayment(await file(), [newClaimPayment(claimId, corrected)], { settlementDate: '2026-05-01' }));
      expect(await halvesOf(claimId)).toEqual([['original', '2026-05-01', 7_000]]);
      await post(newPayment(await file(), [newClaimPayment(claimId)]));
      expect(await halvesOf(claimId)).toEqual([]);
      expect((await claimLedger(store().db, claimId)).history.pairs).toMatchObject([{ exact: true }]);
      expect(await claimOf(claimId)).toEqual({ state: 'partial', paid: 7_000, share: 3_000 });
    });

    test('of a claim that was replaced wait for no correction once the replacement was decided on', async () => {
      const { partnerId, claimId, file } = await prepare();
      const payerClaimNumber = newId();
      const first = { payerClaimNumber };
      await post(newPayment(await file(), [newClaimPayment(claimId, first)]));
      await post(newPayment(await file(), [{ ...reversalOf(claimId), ...first }], { settlementDate: '2026-02-08' }));
      expect(await halvesOf(claimId)).toEqual([['correction', '2026-02-08', -8_000]]);
      const replacement = newClaim(partnerId, 'C1', { frequency: '7', replacesNumber: payerClaimNumber });
      await transact(store(), (tx) => insertClaims(tx, [replacement]));
      expect(await halvesOf(claimId)).toHaveLength(1);
      await post(newPayment(await file(), [newClaimPayment(replacement.id)], { settlementDate: '2026-02-08' }));
      expect(await halvesOf(claimId)).toEqual([]);
    });

    test('of claims that are none of ours wait too', async () => {
      const { file } = await prepare();
      const before = (await halvesOf(null)).length;
      const other = { patientControlNumber: newId() };
      await post(newPayment(await file(), [{ ...reversalOf(undefined), ...other }], { settlementDate: '2026-02-08' }));
      expect(await halvesOf(null)).toHaveLength(before + 1);
      await post(newPayment(await file(), [newClaimPayment(undefined, other)]));
      expect(await halvesOf(null)).toContainEqual(['correction', '2026-02-08', -8_000]);
    });
  });

  test('need 76, 77: a recoupment account links each recovery to its claim, whatever was taken', async () => {
    const { claimId, file } = await prepare();
    const number = newId();
    await sql`update claims set payer_claim_number = ${number} where id = ${claimId}`.execute(store().db);
    const parties = { payerId: newId(), payeeId: '1234567893' };
    const plb = (cents: number) => ({ providerId: '1', code: 'WO', reference: number, amountCents: toCents(cents) });
    const put = async (settlementDate: string, claims: NewClaimPayment[], cents: number) =>
      post(
        newPayment(await file(), claims, {
          ...parties,
          settlementDate,
          providerAdjustments: [plb(cents)],
          providerAdjustmentCents: toCents(cents),
        }),
      );
    await put('2026-02-01', [newClaimPayment(claimId)], -8_000);
    await put('2026-03-01', [], 9_000);
    const key = { payer: parties.payerId, payee: parties.payeeId };
    expect(await recoupmentAccounts(store().db)).toContainEqual({
      ...key,
      payments: 2,
      owedCents: -1_000,
      lastSettled: '2026-03-01',
    });
    const detail = await accountDetail(store().db, key);
    expect(detail?.recoveries).toEqual([
      { reference: number, putOffCents: 8_000, takenBackCents: 9_000, balanceCents: -1_000 },
    ]);
    expect(detail?.claims.get(number)).toEqual({ id: claimId, paidCents: 8_000 });
    expect(await accountDetail(store().db, { payer: 'nobody', payee: '' })).toBeUndefined();
  });
}
