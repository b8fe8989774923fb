/** Claim payments and the claims they are for: found by proofs, by a person, or when the claim comes after them. */
import { describe, expect, test } from 'vitest';
import { importDeposits } from '../../src/exchange/import-deposits.ts';
import { chooseClaim } from '../../src/exchange/payment-matching.ts';
import { reassociations } from '../../src/store/deposit-views.ts';
import { newId, type Store } from '../../src/store/index.ts';
import { matchDetail } from '../../src/store/match-views.ts';
import { unmatchedClaimPayments } from '../../src/store/payment-views.ts';
import type { SftpServer } from '../services/sshd.ts';
import { ack277, claimJson, HN, HP, interchange, LINES, remit } from './answers.ts';
import { sentClaims } from './sent-claims.ts';

export function matchingSuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, sendMore, receive, rowsOf, claimsOf, states } = sentClaims(store, server);
  const paying = (...claims: Parameters<typeof remit>[1]) => interchange(HP, [remit('M', claims)]);
  const matched = (fileId: string) =>
    rowsOf(`select cp.id, cp.claim_id, cp.match_rule as rule, cp.match_score as score, cp.match_runner_up as next,
      c.patient_control_number as pcn from claim_payments cp join payments p on p.id = cp.payment_id
      left join claims c on c.id = cp.claim_id where p.file_id = '${fileId}' order by cp.ordinal`);
  const money = async (place: Parameters<typeof claimsOf>[0]) =>
    (await claimsOf(place)).map((row) => [row.patient_control_number, row.state, Number(row.paid_cents)]);
  const paid = { paid: 160, lines: LINES.paid };

  describe('matching', () => {
    test('need 86: a control number that was cut is believed with the charge, and what decided is noted', async () => {
      const place = await openSent(claimJson('KT4M9XWZ71RQ'), claimJson('BB4M9XWZ71RQ', { charge: '185.00' }));
      const id = await receive(place, paying({ pcn: 'KT4M9XWZ', ...paid }));
      expect(await matched(id)).toMatchObject([{ pcn: 'KT4M9XWZ71RQ', rule: 'control-number-part' }]);
      const [{ score, next }] = (await matched(id)) as [{ score: number; next: number }];
      expect(score - next).toBeGreaterThan(50);
      expect(await money(place)).toEqual([
        ['KT4M9XWZ71RQ', 'paid', 16_000],
        ['BB4M9XWZ71RQ', 'sent', 0],
      ]);
    });

    test('need 86: a control number alone joins nothing when charge, payer and day say otherwise', async () => {
      const place = await openSent(claimJson('A1'));
      const lines = ['SVC*HC:99213*90*90**1', 'DTM*472*20250107'];
      const text = paying({ pcn: 'A1', paid: 90, charge: 90, lines }).replace('SAMPLE HEALTH PLAN', 'ANOTHER PLAN');
      const [row] = await matched(await receive(place, text));
      expect(row).toMatchObject({ claim_id: null, rule: null });
      const detail = await matchDetail(store().db, String(row?.id));
      expect(detail?.candidates).toMatchObject([{ patientControlNumber: 'A1' }]);
      expect(detail?.candidates[0]?.reasons).toEqual(
        expect.arrayContaining(['controlNumber', 'chargeDiffers', 'datesDiffer', 'payerDiffers']),
      );
    });

    test('no number, but person, day and charge of one claim; of two alike a person is asked', async () => {
      const place = await openSent(claimJson('A1'));
      const first = await receive(place, paying({ pcn: '0', number: 'X1', ...paid }));
      expect(await matched(first)).toMatchObject([{ pcn: 'A1', rule: 'name-date-charge' }]);
      await sendMore(place, claimJson('A2'));
      const second = await receive(place, paying({ pcn: '0', number: 'X2', ...paid }));
      const [row] = await matched(second);
      expect(row).toMatchObject({ claim_id: null });
      const detail = await matchDetail(store().db, String(row?.id));
      expect(detail?.candidates.map(({ patientControlNumber }) => patientControlNumber).sort()).toEqual(['A1', 'A2']);
    });

    test('need 84: a claim that is sent after its payment came finds it by itself', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(
        place,
        paying({ pcn: 'LATE1', ...paid }, { pcn: 'LATE2', ...paid, status: '4', paid: 0, lines: LINES.denied }),
      );
      expect((await matched(id)).map(({ claim_id }) => claim_id)).toEqual([null, null]);
      await sendMore(place, claimJson('LATE1'), claimJson('LATE2'));
      expect(await matched(id)).toMatchObject([
        { pcn: 'LATE1', rule: 'control-number' },
        { pcn: 'LATE2', rule: 'control-number' },
      ]);
      expect(await money(place)).toEqual([
        ['A1', 'sent', 0],
        ['LATE1', 'paid', 16_000],
        ['LATE2', 'denied', 0],
      ]);
      const denials =
        await rowsOf(`select d.claim_id = c.id as ours from denials d join claims c on c.patient_control_number = 'LATE2'
        join claim_payments cp on cp.id = d.claim_payment_id and cp.claim_id = c.id where c.partner_id = '${place.id}'`);
      expect(denials).toEqual([{ ours: true }, { ours: true }]);
      const events = await rowsOf(`select e.type from events e join claims c on c.id = e.claim_id
        where c.partner_id = '${place.id}' and c.patient_control_number = 'LATE1' and e.type = 'paid'`);
      expect(events.length).toBe(1);
    });

    test('need 84: the order of payment and number does not matter', async () => {
      const outcomes: unknown[] = [];
      for (const numberFirst of [true, false]) {
        const place = await openSent(claimJson('A1'), claimJson('A2'));
        const files = [
          interchange(HN, [ack277('PR', [['A1', 'A2:20:PR', 'PAYER77']])]),
          paying({ pcn: 'CHANGED', number: 'PAYER77', ...paid }),
        ];
        for (const text of numberFirst ? files : files.toReversed()) await receive(place, text);
        outcomes.push(await money(place));
      }
      expect(outcomes[0]).toEqual([
        ['A1', 'paid', 16_000],
        ['A2', 'sent', 0],
      ]);
      expect(outcomes[1]).toEqual(outcomes[0]);
    });

    test('need 82: a person ties a payment to a claim, changes that, or says it is none of ours', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const id = await receive(place, paying({ pcn: 'STRANGE', ...paid }));
      const claimPaymentId = String((await matched(id))[0]?.id);
      const [a1, a2] = (await claimsOf(place)).map((row) => String(row.id));
      const listed = async () =>
        (await unmatchedClaimPayments(store().db, { limit: 500 })).rows.some((row) => row.id === claimPaymentId);
      const choose = (choice: { claim?: string; number?: string }) =>
        chooseClaim(store(), { claimPaymentId, ...choice, by: 'operator' });

      expect(await listed()).toBe(true);
      expect(await choose({ claim: a1! })).toBe(true);
      expect(await listed()).toBe(false);
      expect(await money(place)).toEqual([
        ['A1', 'paid', 16_000],
        ['A2', 'sent', 0],
      ]);
      expect(await choose({ claim: a2! })).toBe(true);
      expect(await money(place)).toEqual([
        ['A1', 'sent', 0],
        ['A2', 'paid', 16_000],
      ]);
      expect(await choose({})).toBe(true);
      expect(await listed()).toBe(false);
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'sent' });
      // What a person said stays, whatever comes later.
      await sendMore(place, claimJson('STRANGE'));
      expect(await matched(id)).toMatchObject([{ claim_id: null, rule: 'none-of-ours' }]);
      const detail = await matchDetail(store().db, claimPaymentId);
      expect(detail?.choices.map((one) => [one.by, one.claimId])).toEqual([
        ['operator', a1],
        ['operator', a2],
        ['operator', null],
      ]);
    });

    test('a choice of what is not there changes nothing', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, paying({ pcn: 'STRANGE', ...paid }));
      const claimPaymentId = String((await matched(id))[0]?.id);
      expect(await chooseClaim(store(), { claimPaymentId: newId(), by: 'operator' })).toBe(false);
      expect(await chooseClaim(store(), { claimPaymentId, claim: newId(), by: 'operator' })).toBe(false);
      expect(await chooseClaim(store(), { claimPaymentId, number: 'NOBODYS', by: 'operator' })).toBe(false);
      expect((await matchDetail(store().db, claimPaymentId))?.choices).toEqual([]);
    });
  });

  describe('need 85: deposits', () => {
    const csv = (...rows: string[]) => ['date,amount,trace,company,payer', ...rows].join('\n');
    const importing = (text: string) => importDeposits(store(), text, 'operator');
    const listed = async (fileId: string) =>
      rowsOf(`select r.rule, r.difference_cents::int as off, d.trace_number as trace from payments p
        left join reassociations r on r.payment_id = p.id left join bank_deposits d on d.id = r.deposit_id
        where p.file_id = '${fileId}' order by p.ordinal`);
    /** The trace number that a payment got. */
    const traceOf = (text: string) => /TRN\*1\*([^*]+)/.exec(text)?.[1] ?? '';

    test.each([true, false])('find their payment by its trace number, whichever comes first', async (moneyFirst) => {
      const place = await openSent(claimJson('A1'));
      const text = paying({ pcn: 'A1', ...paid });
      const money = csv(`2026-11-24,160.00,${traceOf(text)},1512345678,`);
      const done: unknown[] = [];
      if (moneyFirst) done.push(await importing(money));
      const id = await receive(place, text);
      if (!moneyFirst) done.push(await importing(money));
      expect(done).toEqual([{ kind: 'csv', deposits: 1, added: 1, passedOver: 0, faults: [] }]);
      expect(await listed(id)).toEqual([{ rule: 'trace', off: 0, trace: traceOf(text) }]);
      expect(await importing(money)).toMatchObject({ deposits: 1, added: 0 });
      expect(await listed(id)).toEqual([{ rule: 'trace', off: 0, trace: traceOf(text) }]);
    });

    test('find it by amount, day and payer until a deposit with its trace number comes', async () => {
      const place = await openSent(claimJson('A1'));
      const text = paying({
        pcn: 'A1',
        paid: 177.31,
        charge: 177.31,
        lines: ['SVC*HC:99213*177.31*177.31**1', 'DTM*472*20261102'],
      });
      const id = await receive(place, text);
      await importing(csv('2026-11-24,177.31,BANKREF9,1512345678,'));
      expect(await listed(id)).toEqual([{ rule: 'amount-date-payer', off: 0, trace: 'BANKREF9' }]);
      await importing(csv(`2026-11-25,170.00,${traceOf(text)},1512345678,`));
      expect(await listed(id)).toEqual([{ rule: 'trace', off: -731, trace: traceOf(text) }]);
      const rows = await reassociations(store().db, '2026-11-30');
      expect(rows.find(({ traceNumber }) => traceNumber === 'BANKREF9')).toMatchObject({
        paymentId: null,
        state: 'expected',
      });
      const late = await reassociations(store().db, '2026-12-04', 'late');
      expect(late.find(({ traceNumber }) => traceNumber === 'BANKREF9')).toMatchObject({ state: 'late' });
      expect(late.some(({ traceNumber }) => traceNumber === traceOf(text))).toBe(false);
    });
  });
}
