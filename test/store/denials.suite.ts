import { describe, expect, test } from 'vitest';
import { payerRules } from '../../schemas/payer-rules.ts';
import { toCents } from '../../src/money.ts';
import { priorityOf } from '../../src/remits/denials/deadlines.ts';
import { COMMON_PAYER_RULES } from '../../src/remits/denials/payer-rules.ts';
import { tellDenial } from '../../src/remits/denials/tell.ts';
import {
  actOnDenial,
  applyEvents,
  denialDetail,
  insertClaims,
  type ListedDenial,
  type NewClaimPayment,
  openRejections,
  pageOfDenials,
  payerRulesOf,
  putPayerRules,
  refreshClaimMoney,
  removePayerRules,
  type Store,
  transact,
} from '../../src/store/index.ts';
import { addClaims, addFile, addPartner, newClaim, newClaimPayment, newPayment, postPayment } from './rows.ts';

const TODAY = '2026-03-02';

/** A claim payment that refuses an amount for a reason. */
function refusal(claimId: string, reason: string, more: Partial<NewClaimPayment> = {}): NewClaimPayment {
  const denial = { level: 'line', line: 0, group: 'CO', reason, remarks: [], amountCents: toCents(10_000) } as const;
  const unpaid = { paidCents: toCents(0), patientResponsibilityCents: toCents(0) };
  const lines = newClaimPayment(claimId).lines.map((line) => ({ ...line, paidCents: toCents(0) }));
  return newClaimPayment(claimId, {
    ...unpaid,
    lines,
    outcome: 'denied',
    payerClaimNumber: 'ICN1',
    denials: [denial],
    ...more,
  });
}

/** Denials as tasks: the worklist, the work on it, and what became of them. */
export function denialsSuite(store: () => Store): void {
  const prepare = async (claims = 1) => {
    const partnerId = await addPartner(store());
    const ids = await addClaims(store(), partnerId, claims);
    const post = async (one: NewClaimPayment[], settlementDate: string, more = {}) => {
      const payment = newPayment(await addFile(store(), partnerId), one, { settlementDate, ...more });
      return transact(store(), (tx) => postPayment(tx, payment));
    };
    return { partnerId, ids, post };
  };
  const listed = async (claimIds: readonly string[], filter = {}): Promise<ListedDenial[]> => {
    const { rows } = await pageOfDenials(store().db, { limit: 500, ...filter }, TODAY);
    return rows.filter(({ claimId }) => claimIds.includes(claimId ?? ''));
  };

  describe('the worklist of denials', () => {
    test('is sorted by what a denial is worth, in pages that lose and repeat nothing', async () => {
      const { ids, post } = await prepare(3);
      const due = (dueOn: string | undefined) => ({
        ...tellDenial({ group: 'CO', reason: '16', remarks: [], payerIds: [], outcome: 'denied' }),
        ...(dueOn === undefined ? {} : { dueOn }),
      });
      const days = [undefined, '2026-03-05', '2026-03-20'];
      const claims = ids.map((id, index) => {
        const claim = refusal(id, '16');
        return { ...claim, denials: claim.denials.map((one) => ({ ...one, told: due(days[index]) })) };
      });
      await post(claims, '2026-02-01');
      const all = await listed(ids);
      expect(all.map(({ claimId }) => claimId)).toEqual([ids[1], ids[2], ids[0]]);
      for (const row of all)
        expect(row.points).toBe(priorityOf(row.amountCents, row.chance, row.dueOn ?? undefined, TODAY));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await pageOfDenials(store().db, { limit: 2, after }, TODAY);
        seen.push(...page.rows.map(({ id }) => id));
        after = page.after;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => all.some((row) => row.id === id))).toEqual(all.map(({ id }) => id));
    });

    test('keeps who did what, and shows what it came to', async () => {
      const { ids, post } = await prepare();
      await post([refusal(ids[0]!, '197')], '2026-02-01');
      const [{ id } = { id: '' }] = await listed(ids);
      const act = (one: Parameters<typeof actOnDenial>[3]) =>
        transact(store(), (tx) => actOnDenial(tx, id, 'ann', one));
      expect(await act({ type: 'assigned', owner: 'bo' })).toBe(true);
      expect(await listed(ids, { owner: 'bo', status: 'assigned' })).toHaveLength(1);
      await act({ type: 'note', note: 'asked for the authorization' });
      await act({ type: 'status', status: 'appealed', note: 'letter sent' });
      await act({ type: 'assigned', owner: 'cy' });
      const detail = await denialDetail(store().db, id, TODAY);
      expect(detail?.denial).toMatchObject({
        owner: 'cy',
        status: 'appealed',
        category: 'authorization',
        action: 'appeal',
      });
      expect(detail?.history.map(({ who, type, owner, status, note }) => [who, type, owner ?? status, note])).toEqual([
        ['ann', 'assigned', 'bo', null],
        ['ann', 'note', null, 'asked for the authorization'],
        ['ann', 'status', 'appealed', 'letter sent'],
        ['ann', 'assigned', 'cy', null],
      ]);
      await act({ type: 'status', status: 'writtenOff' });
      expect(await listed(ids, { status: 'open' })).toEqual([]);
      expect(await transact(store(), (tx) => actOnDenial(tx, ids[0]!, 'ann', { type: 'note', note: 'x' }))).toBe(false);
    });

    test('is told again when the rules of a payer change', async () => {
      const { ids, post } = await prepare();
      await post([refusal(ids[0]!, '50', { detail: { filingIndicator: 'CI' } })], '2026-02-01');
      expect(await listed(ids)).toMatchObject([{ category: 'medicalNecessity', dueOn: null }]);
      const rules = payerRules.parse({
        id: 'own',
        title: 'Own',
        sources: [{ title: 'Letter', url: 'https://payer.example/letter', retrieved: '2026-01-02' }],
        effective: { from: '2026-01-01' },
        appliesTo: { payers: ['12345'] },
        reasons: [{ reasons: ['50'], category: 'recordsAsked', action: 'sendRecords' }],
        deadlines: [{ kind: 'correctedClaim', from: 'service', count: 90, unit: 'days' }],
      });
      expect(await transact(store(), (tx) => putPayerRules(tx, rules))).toBeGreaterThan(0);
      expect(await payerRulesOf(store().db)).toEqual([rules, ...COMMON_PAYER_RULES]);
      expect(await listed(ids)).toMatchObject([
        { category: 'recordsAsked', dueOn: '2026-04-05', rule: 'own', status: 'new' },
      ]);
      expect(await transact(store(), (tx) => removePayerRules(tx, 'own'))).toBeGreaterThan(0);
      expect(await transact(store(), (tx) => removePayerRules(tx, 'own'))).toBeUndefined();
      expect(await listed(ids)).toMatchObject([{ category: 'medicalNecessity', dueOn: null, rule: null }]);
    });
  });

  describe('what became of a denial', () => {
    const paid = (id: string) => newClaimPayment(id, { outcome: 'paid', payerClaimNumber: 'ICN2' });

    test.each(['denied first', 'paid first'])(
      'is told by a later payment, whichever file came first: %s',
      async (order) => {
        const { ids, post } = await prepare();
        const deny = () => post([refusal(ids[0]!, '16')], '2026-02-01', { traceNumber: 'T1' });
        const pay = () => post([paid(ids[0]!)], '2026-03-01', { traceNumber: 'T2' });
        for (const step of order === 'denied first' ? [deny, pay] : [pay, deny]) await step();
        expect(await listed(ids)).toMatchObject([
          { status: 'overturned', outcome: 'overturned', recoveredCents: 8_000 },
        ]);
        const [{ id } = { id: '' }] = await listed(ids);
        expect((await denialDetail(store().db, id, TODAY))?.decidedIn).toMatchObject({ traceNumber: 'T2' });
      },
    );

    test('is open again when that payment no longer counts', async () => {
      const { ids, post } = await prepare();
      await post([refusal(ids[0]!, '16')], '2026-02-01');
      const { id } = await post([paid(ids[0]!)], '2026-03-01');
      await transact(store(), async (tx) => {
        await tx.updateTable('payments').set({ state: 'unposted' }).where('id', '=', id).execute();
        await refreshClaimMoney(tx, ids);
      });
      expect(await listed(ids)).toMatchObject([{ status: 'new', outcome: null, recoveredCents: 0 }]);
    });

    test('need 32: is told by the payment of the claim that replaced it', async () => {
      const { partnerId, ids, post } = await prepare();
      await post([refusal(ids[0]!, '16')], '2026-02-01');
      const replacement = newClaim(partnerId, 'C1', { frequency: '7', replacesNumber: 'ICN1' });
      await transact(store(), (tx) => insertClaims(tx, [replacement]));
      await post([paid(replacement.id)], '2026-03-01');
      expect(await listed(ids)).toMatchObject([{ status: 'overturned', recoveredCents: 8_000 }]);
    });
  });

  describe('tasks that come of no claim payment', () => {
    test('a claim that was turned back is a task of its own, until it is adjudicated all the same', async () => {
      const { ids, post } = await prepare();
      const event = {
        claimId: ids[0]!,
        type: 'rejected_payer',
        dedupeKey: 'r1',
        detail: { codes: ['A7:164:IL'] },
      } as const;
      const open = () =>
        transact(store(), async (tx) => {
          await applyEvents(tx, [event]);
          await openRejections(tx, ids);
        });
      await open();
      await open();
      expect(await listed(ids)).toMatchObject([
        {
          task: 'rejection277',
          category: 'patientData',
          action: 'correctAndResubmit',
          appealable: false,
          amountCents: 10_000,
          reason: 'A7:164:IL',
          status: 'new',
        },
      ]);
      await post([newClaimPayment(ids[0]!, { outcome: 'paid' })], '2026-03-01');
      expect(await listed(ids)).toMatchObject([{ status: 'overturned', outcome: 'overturned', recoveredCents: 8_000 }]);
    });

    test('need 76: a takeback is a task with the reference it gives', async () => {
      const { ids, post } = await prepare();
      const takeback = { providerId: '1', code: 'WO', reference: `ICN-${ids[0]}`, amountCents: toCents(5_000) };
      const more = {
        providerAdjustments: [takeback, { ...takeback, code: 'L6' }, { ...takeback, amountCents: toCents(-1) }],
      };
      const { id } = await post([newClaimPayment(ids[0])], '2026-02-01', more);
      const { rows } = await pageOfDenials(store().db, { task: 'takeback', limit: 500 }, TODAY);
      expect(rows.filter(({ paymentId }) => paymentId === id)).toMatchObject([
        { reason: 'WO', remarks: [`ICN-${ids[0]}`], amountCents: 5_000, action: 'call' },
      ]);
    });
  });
}
