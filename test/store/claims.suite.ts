import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { toCents } from '../../src/money.ts';
import {
  applyEvents,
  claimBodies,
  claimCounts,
  claimOutcomes,
  findClaimKeys,
  findClaimsByControlNumbers,
  findClaimsByPayerNumbers,
  findSubmission,
  finishSubmission,
  insertClaims,
  insertSubmission,
  listEvents,
  lockReadyClaims,
  type NewEvent,
  newId,
  nextControlNumber,
  partnersWithReadyClaims,
  pausePartner,
  readSubmission,
  type Store,
  setPayerClaimNumbers,
  sha256,
  transact,
  waitingSubmissions,
} from '../../src/store/index.ts';
import { addClaims, addPartner, newClaim } from './rows.ts';

/** Claims, their events and their numbers. */
export function claimsSuite(store: () => Store): void {
  describe('submissions', () => {
    test('wait until they are finished, once however often they are handed in', async () => {
      const partnerId = await addPartner(store());
      const submission = { id: newId(), partnerId, sha256: sha256('x'), body: [{ a_b: 'é' }] };
      await insertSubmission(store().db, submission);
      await insertSubmission(store().db, submission);
      expect(await waitingSubmissions(store().db, 0)).toContain(submission.id);
      expect(await waitingSubmissions(store().db, 3600)).not.toContain(submission.id);
      await transact(store(), async (tx) => {
        expect(await readSubmission(tx, submission.id)).toMatchObject({ state: 'received', body: [{ a_b: 'é' }] });
        await finishSubmission(tx, submission.id, 'done', { claims: 1 });
      });
      expect(await waitingSubmissions(store().db, 0)).not.toContain(submission.id);
      expect(await findSubmission(store().db, submission.id)).toMatchObject({ state: 'done', result: { claims: 1 } });
    });
  });

  describe('taking claims in', () => {
    test('gives each its first event; the same key again is a conflict that tells same from different', async () => {
      const partnerId = await addPartner(store());
      const ready = newClaim(partnerId, 'A');
      const held = newClaim(partnerId, 'B', { state: 'held' });
      expect(await transact(store(), (tx) => insertClaims(tx, [ready, held]))).toEqual({
        inserted: [ready.id, held.id],
        conflicts: [],
      });
      expect((await listEvents(store().db, ready.id)).map((event) => event.type)).toEqual(['submitted']);
      expect((await listEvents(store().db, held.id)).map((event) => event.type)).toEqual(['held']);
      const again = newClaim(partnerId, 'A');
      const other = newClaim(partnerId, 'B', { bodySha256: 'other' });
      const replacement = newClaim(partnerId, 'A', { frequency: '7', replacesNumber: 'ICN1' });
      const twin = newClaim(partnerId, 'A', { frequency: '7', replacesNumber: 'ICN1' });
      expect(await transact(store(), (tx) => insertClaims(tx, [again, other, replacement, twin]))).toEqual({
        inserted: [replacement.id],
        conflicts: [
          { id: again.id, existingId: ready.id, same: true },
          { id: other.id, existingId: held.id, same: false },
          { id: twin.id, existingId: replacement.id, same: true },
        ],
      });
    });

    test('keeps the claim whole, dates as dates and cents as numbers', async () => {
      const partnerId = await addPartner(store());
      const given = newClaim(partnerId, 'A "quoted" \\ one', { chargeCents: toCents(9_007_199_254_740_991) });
      await transact(store(), (tx) => insertClaims(tx, [given]));
      expect(await claimBodies(store().db, [given.id])).toEqual([{ id: given.id, body: given.body }]);
      const [key] = await findClaimKeys(store().db, [given.id]);
      expect(key).toMatchObject({ chargeCents: 9_007_199_254_740_991, serviceFrom: '2026-01-05', state: 'ready' });
      expect(key?.createdAt).toBeInstanceOf(Date);
    });

    test('of five hundred takes a handful of statements', async () => {
      const partnerId = await addPartner(store());
      const begun = performance.now();
      const ids = await addClaims(store(), partnerId, 500);
      const events = ids.map((claimId) => ({ claimId, type: 'batched', dedupeKey: 'batched' }) as const);
      const applied = await transact(store(), (tx) => applyEvents(tx, events));
      expect(applied.inserted).toBe(500);
      expect(await claimCounts(store().db, partnerId)).toEqual([
        { state: 'batched', count: 500, chargeCents: 5_000_000, paidCents: 0 },
      ]);
      expect(performance.now() - begun).toBeLessThan(5_000);
    });
  });

  describe('ready claims', () => {
    test('are handed out oldest first, by usage, up to the limit', async () => {
      const partnerId = await addPartner(store());
      const ids = await addClaims(store(), partnerId, 5);
      const live = newClaim(partnerId, 'LIVE', { usage: 'P' });
      await transact(store(), (tx) => insertClaims(tx, [live]));
      const locked = (limit: number, usage?: 'T' | 'P') =>
        transact(store(), async (tx) => (await lockReadyClaims(tx, partnerId, limit, usage)).map((row) => row.id));
      expect(await locked(3)).toEqual(ids.slice(0, 3));
      expect(await locked(100, 'T')).toEqual(ids);
      expect(await locked(100, 'P')).toEqual([live.id]);
    });

    test('make their partner due, unless it is paused', async () => {
      const partnerId = await addPartner(store());
      expect(await partnersWithReadyClaims(store().db, 0)).not.toContain(partnerId);
      await addClaims(store(), partnerId, 1);
      expect(await partnersWithReadyClaims(store().db, 0)).toContain(partnerId);
      await pausePartner(store().db, partnerId, 'sftp-login', 'login refused');
      expect(await partnersWithReadyClaims(store().db, 0)).not.toContain(partnerId);
    });
  });

  describe('events', () => {
    const event = (claimId: string, type: NewEvent['type'], dedupeKey: string = type): NewEvent => {
      return { claimId, type, dedupeKey, origin: { segment: 3 }, detail: { code: 'A1' } };
    };

    test('move a claim once; the same again does nothing', async () => {
      const partnerId = await addPartner(store());
      const [one = '', two = ''] = await addClaims(store(), partnerId, 2);
      const events = [event(one, 'batched'), event(one, 'sent'), event(two, 'batched'), event(two, 'batched')];
      const apply = () => transact(store(), (tx) => applyEvents(tx, events));
      const first = await apply();
      expect(first.inserted).toBe(3);
      expect(new Map(first.moved.map((row) => [row.claimId, `${row.from} ${row.to}`]))).toEqual(
        new Map([
          [one, 'ready sent'],
          [two, 'ready batched'],
        ]),
      );
      expect(await apply()).toEqual({ inserted: 0, moved: [] });
      expect((await listEvents(store().db, one)).map((row) => [row.type, row.origin, row.detail])).toEqual([
        ['submitted', {}, {}],
        ['batched', { segment: 3 }, { code: 'A1' }],
        ['sent', { segment: 3 }, { code: 'A1' }],
      ]);
    });

    test('that come late are noted and move nothing backwards', async () => {
      const partnerId = await addPartner(store());
      const [id = ''] = await addClaims(store(), partnerId, 1);
      const states: (string | undefined)[] = [];
      for (const type of [
        'pending',
        'accepted_payer',
        'acknowledged',
        'rejected_payer',
        'sent',
        'paid',
        'batched',
      ] as const) {
        await transact(store(), (tx) => applyEvents(tx, [event(id, type)]));
        states.push((await findClaimKeys(store().db, [id]))[0]?.state);
      }
      expect(states).toEqual(['pending', 'pending', 'pending', ...Array(4).fill('rejected_payer')]);
      expect(await listEvents(store().db, id)).toHaveLength(8);
    });

    test('are gone with the transaction that is rolled back', async () => {
      const partnerId = await addPartner(store());
      const [id = ''] = await addClaims(store(), partnerId, 1);
      const failing = transact(store(), async (tx) => {
        await applyEvents(tx, [event(id, 'batched')]);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect((await findClaimKeys(store().db, [id]))[0]?.state).toBe('ready');
      expect(await listEvents(store().db, id)).toHaveLength(1);
    });
  });

  describe('matching', () => {
    test('finds claims by control number and by payer number, of one partner or of all', async () => {
      const [here, there] = [await addPartner(store()), await addPartner(store())];
      const number = newId().slice(-12);
      const [ours, theirs] = [newClaim(here, number), newClaim(there, number)];
      await transact(store(), (tx) => insertClaims(tx, [ours, theirs]));
      const find = async (partnerId?: string) =>
        (await findClaimsByControlNumbers(store().db, partnerId, [number, 'none'])).map((row) => row.id);
      expect(await find(here)).toEqual([ours.id]);
      expect(await find()).toEqual([ours.id, theirs.id]);
      await transact(store(), (tx) =>
        setPayerClaimNumbers(tx, [
          { claimId: ours.id, payerClaimNumber: 'old' },
          { claimId: ours.id, payerClaimNumber: `N${number}` },
        ]),
      );
      const found = await findClaimsByPayerNumbers(store().db, undefined, [`N${number}`]);
      expect(found.map((row) => row.id)).toEqual([ours.id]);
      expect(await claimOutcomes(store().db, { ids: [ours.id] })).toMatchObject([
        { patientControlNumber: number, state: 'ready', denials: [], rejections: [] },
      ]);
    });
  });

  describe('control numbers', () => {
    const key = () => ({ sender: newId(), receiver: 'R', usage: 'T', kind: 'isa13' }) as const;

    test('count up without gap or double while many ask at once', async () => {
      const mine = key();
      const take = () => transact(store(), (tx) => nextControlNumber(tx, mine));
      const taken = await Promise.all(Array.from({ length: 40 }, take));
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(await transact(store(), (tx) => nextControlNumber(tx, { ...mine, kind: 'gs06' }))).toBe(1);
    });

    test('that were rolled back are given out again', async () => {
      const mine = key();
      const failing = transact(store(), async (tx) => {
        await nextControlNumber(tx, mine);
        throw new Error('stop');
      });
      await expect(failing).rejects.toThrow('stop');
      expect(await transact(store(), (tx) => nextControlNumber(tx, mine))).toBe(1);
    });

    test('begin again after nine nines', async () => {
      const mine = key();
      await transact(store(), (tx) => nextControlNumber(tx, mine));
      await sql`update control_numbers set value = 999999998 where sender = ${mine.sender}`.execute(store().db);
      const take = () => transact(store(), (tx) => nextControlNumber(tx, mine));
      expect([await take(), await take(), await take()]).toEqual([999_999_999, 1, 2]);
    });
  });
}
