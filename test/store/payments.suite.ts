import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import {
  claimOutcomes,
  insertAcknowledgments,
  newId,
  refreshClaimMoney,
  type Store,
  transact,
} from '../../src/store/index.ts';
import { addClaims, addFile, addPartner, newClaimPayment, newPayment, postPayment, type WholePayment } from './rows.ts';

const REVERSAL = {
  status: '22',
  outcome: 'reversal',
  chargeCents: toCents(-10_000),
  paidCents: toCents(-8_000),
  patientResponsibilityCents: toCents(0),
};
const DENIAL = {
  level: 'line',
  line: 0,
  group: 'CO',
  reason: '97',
  remarks: ['N130'],
  amountCents: toCents(10_000),
} as const;

/** Payments and acknowledgments. */
export function paymentsSuite(store: () => Store): void {
  const post = (payment: WholePayment) => transact(store(), (tx) => postPayment(tx, payment));
  const money = async (id: string) => {
    const [claim] = await claimOutcomes(store().db, { ids: [id] });
    return [claim?.paidCents, claim?.patientResponsibilityCents];
  };
  const prepare = async (claims = 1) => {
    const partnerId = await addPartner(store());
    return { ids: await addClaims(store(), partnerId, claims), file: () => addFile(store(), partnerId) };
  };

  describe('posting a payment', () => {
    test('keeps it whole, pays its claims, and does nothing when it runs again', async () => {
      const { ids, file } = await prepare(2);
      const [paid = '', denied = ''] = ids;
      const claims = [
        newClaimPayment(paid),
        newClaimPayment(denied, { paidCents: toCents(0), outcome: 'denied', denials: [DENIAL] }),
        newClaimPayment(undefined, { patientControlNumber: 'UNKNOWN' }),
      ];
      const providerAdjustments = [
        { providerId: '1', fiscalDate: '2026-12-31', code: 'WO', amountCents: toCents(-50) },
      ];
      const payment = newPayment(await file(), claims, { providerAdjustments });
      const first = await post(payment);
      expect(first).toMatchObject({ state: 'posted', known: false });
      expect(await post(payment)).toEqual({ id: first.id, state: 'posted', known: true });
      expect(await money(paid)).toEqual([8_000, 2_000]);
      expect(await claimOutcomes(store().db, { ids: [denied] })).toMatchObject([
        { denials: [{ level: 'line', group: 'CO', reason: '97', remarks: ['N130'], amountCents: 10_000 }] },
      ]);
      const { rows } = await sql`
        select cp.ordinal, cp.claim_id, cp.remarks, l.modifiers, a.group_code, a.amount_cents, a.line_id = l.id as of_line,
          pa.fiscal_date, pa.amount_cents as provider_cents
        from claim_payments cp join payment_lines l on l.claim_payment_id = cp.id
          join adjustments a on a.claim_payment_id = cp.id join provider_adjustments pa using (payment_id)
        where cp.payment_id = ${first.id} order by cp.ordinal`.execute(store().db);
      const same = { remarks: ['MA01', 'a "quoted" one'], modifiers: ['25'], groupCode: 'PR', amountCents: 2_000 };
      const more = { ofLine: true, fiscalDate: '2026-12-31', providerCents: -50 };
      expect(rows).toEqual([
        { ordinal: 1, claimId: paid, ...same, ...more },
        { ordinal: 2, claimId: denied, ...same, ...more },
        { ordinal: 3, claimId: null, ...same, ...more },
      ]);
    });

    test('that came before in another file stores a duplicate and touches no claim', async () => {
      const { ids, file } = await prepare();
      const [id = ''] = ids;
      const fingerprint = newId();
      const claims = [newClaimPayment(id, { denials: [DENIAL] })];
      const first = await post(newPayment(await file(), claims, { fingerprint }));
      const second = await post(newPayment(await file(), claims, { fingerprint }));
      expect(second).toMatchObject({ state: 'duplicate', known: false });
      expect(await money(id)).toEqual([8_000, 2_000]);
      expect((await claimOutcomes(store().db, { ids: [id] }))[0]?.denials).toHaveLength(1);
      const row = await store().db.selectFrom('payments').selectAll().where('id', '=', second.id).executeTakeFirst();
      expect(row).toMatchObject({ duplicateOf: first.id, settlementDate: '2026-02-01' });
      await transact(store(), (tx) => refreshClaimMoney(tx, [id]));
      expect(await money(id)).toEqual([8_000, 2_000]);
    });

    test('twice at the same time counts once', async () => {
      const { ids, file } = await prepare();
      const [id = ''] = ids;
      const fingerprint = newId();
      const payments = [await file(), await file(), await file()].map((fileId) =>
        newPayment(fileId, [newClaimPayment(id)], { fingerprint }),
      );
      const posted = await Promise.all(payments.map(post));
      expect(posted.map((one) => one.state).sort()).toEqual(['duplicate', 'duplicate', 'posted']);
      expect(await money(id)).toEqual([8_000, 2_000]);
    });

    test('that does not balance is kept as an exception and pays nothing', async () => {
      const { ids, file } = await prepare();
      const [id = ''] = ids;
      const payment = newPayment(await file(), [newClaimPayment(id)], {
        state: 'exception',
        differenceCents: toCents(1),
      });
      expect(await post(payment)).toMatchObject({ state: 'exception', known: false });
      expect(await money(id)).toEqual([0, 0]);
    });
  });

  describe('money of a claim', () => {
    const corrected = { paidCents: toCents(7_000), patientResponsibilityCents: toCents(3_000) };

    test.each([
      ['reversal, then correction', [REVERSAL, corrected], [7_000, 3_000]],
      ['correction before its reversal', [corrected, REVERSAL], [7_000, 3_000]],
      ['reversal alone', [REVERSAL], [0, 0]],
    ] as const)('after %s in one payment', async (_name, parts, expected) => {
      const { ids, file } = await prepare();
      const [id = ''] = ids;
      await post(newPayment(await file(), [newClaimPayment(id)]));
      await post(
        newPayment(
          await file(),
          parts.map((part) => newClaimPayment(id, part)),
        ),
      );
      expect(await money(id)).toEqual(expected);
    });

    test('is the sum over payers, with the share that the last one leaves', async () => {
      const { ids, file } = await prepare();
      const [id = ''] = ids;
      await post(newPayment(await file(), [newClaimPayment(id)]));
      const second = { status: '2', paidCents: toCents(1_500), patientResponsibilityCents: toCents(500) };
      await post(newPayment(await file(), [newClaimPayment(id, second)]));
      expect(await money(id)).toEqual([9_500, 500]);
    });
  });

  describe('acknowledgments', () => {
    test('are stored once per place in the file', async () => {
      const { ids, file } = await prepare();
      const [claimId = ''] = ids;
      const fileId = await file();
      const rows = [
        { fileId, ordinal: 1, kind: '277ca', claimId, result: 'rejected', codes: [{ category: 'A3' }] },
        { fileId, ordinal: 2, kind: '277ca', patientControlNumber: 'UNKNOWN', result: 'accepted', stage: 'payer' },
      ] as const;
      const insert = () => transact(store(), (tx) => insertAcknowledgments(tx, rows));
      expect([await insert(), await insert()]).toEqual([2, 0]);
      expect(await claimOutcomes(store().db, { ids: [claimId] })).toMatchObject([
        { rejections: [{ kind: '277ca', codes: [{ category: 'A3' }] }] },
      ]);
    });
  });
}
