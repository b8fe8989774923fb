/** Answers: tied to the file and the claim they speak of, posted once, kept when they are nobody's. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/exchange/ingest.ts';
import { changesOf, replay } from '../../src/exchange/replay.ts';
import { submitClaims } from '../../src/exchange/submit.ts';
import { transmit } from '../../src/exchange/transmit.ts';
import { findFile, insertReceivedFile, moveFile, newId, type Store, transact } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { ack277, ack999, claimJson, FA, HN, HP, interchange, LINES, remit, ta1 } from './answers.ts';
import { vault } from './place.ts';
import { sentClaims } from './sent-claims.ts';

/** A public sample. */
const sample = (name: string) => readFileSync(new URL(`../fixtures/x12/${name}`, import.meta.url));

export function ingestSuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, sendMore, receive, rowsOf, claimsOf, states, eventsOf, count } = sentClaims(store, server);

  describe('replay', () => {
    test('of a file that was understood adds nothing', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const files = [
        interchange(FA, [ack999('1', { '0001': 'R', '0002': 'A' }, 'P', '2*2*1')]),
        interchange(HN, [ack277('PR', [['A2', 'A2:20:PR', 'N1']])]),
        interchange(HP, [remit('T1', [{ pcn: 'A2', paid: 160, lines: LINES.paid }], { amount: 160 })]),
        interchange(HP, [remit('T2', [{ pcn: 'A2', paid: 160, lines: LINES.paid }], { amount: 161 })]),
      ];
      for (const text of files) {
        const id = await receive(place, text);
        const before = await states(place);
        const done = await replay(place.exchange, id);
        expect({ changes: changesOf(done), events: done.events }).toEqual({ changes: [], events: [] });
        expect(done.after).toMatchObject({ state: 'ingested' });
        expect(await states(place)).toEqual(before);
      }
      expect((await claimsOf(place)).map((row) => Number(row.paid_cents))).toEqual([0, 16000]);
    });

    test('of a file that was not understood before brings all it says, and tells it', async () => {
      const place = await openSent(claimJson('A1'));
      const id = newId();
      const file = { id, partnerId: place.id, kind: 'unknown', name: 'answer', state: 'unreadable' } as const;
      const text = interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]);
      await transact(store(), (tx) => insertReceivedFile(tx, file, Buffer.from(text), vault));
      const done = await replay(place.exchange, id);
      expect(changesOf(done)).toEqual([
        'file unreadable -> ingested',
        'kind unknown -> 835',
        'payments 0 -> 1',
        'payments posted 0 -> 1',
        'claim payments 0 -> 1',
        'claim payments matched 0 -> 1',
        'events of claims 0 -> 1',
      ]);
      expect(done.events).toMatchObject([{ patientControlNumber: 'A1', type: 'paid', state: 'paid' }]);
    });

    test('of a file that we sent, of none, or of one that waits is refused', async () => {
      const place = await openSent(claimJson('A1'));
      const [sent] = await rowsOf(`select id from files where partner_id = '${place.id}'`);
      for (const id of [String(sent?.id), newId(), 'monday'])
        await expect(replay(place.exchange, id)).rejects.toThrow(`no received file has the id ${id}`);
      const waiting = newId();
      const file = { id: waiting, partnerId: place.id, kind: 'unknown', name: 'answer', state: 'stored' } as const;
      await transact(store(), (tx) => insertReceivedFile(tx, file, Buffer.from('ISA'), vault));
      await expect(replay(place.exchange, waiting)).rejects.toThrow('still to be ingested');
    });
  });

  describe('TA1', () => {
    test.each([
      ['A', 'sent', 'interchange_accepted'],
      ['E', 'sent', 'interchange_accepted'],
      ['R', 'rejected_999', 'interchange_rejected'],
    ] as const)('%s: the claims of that file are %s', async (result, state, event) => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      await sendMore(place, claimJson('B1'));
      const id = await receive(place, ta1('000000001', result, result === 'A' ? '000' : '001'));
      expect(await states(place)).toEqual({ A1: state, A2: state, B1: 'sent' });
      expect(await eventsOf(place, 'A1')).toEqual([event]);
      expect(await eventsOf(place, 'B1')).toEqual([]);
      expect(await findFile(store().db, id)).toMatchObject({ state: 'ingested', kind: 'TA1', isa13: '000000078' });
    });

    test('a number without its leading zeros is the same number', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, ta1('000000001', 'A').replace('TA1*000000001', 'TA1*1'));
      expect(await eventsOf(place, 'A1')).toEqual(['interchange_accepted']);
    });

    test('one that answers nothing of ours is kept', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, ta1('000004711', 'R'));
      expect(await states(place)).toEqual({ A1: 'sent' });
      expect(await rowsOf(`select * from acknowledgments where file_id = '${id}'`)).toMatchObject([
        { kind: 'ta1', isa13: '000004711', answers_file_id: null, claim_id: null },
      ]);
    });
  });

  describe('999', () => {
    test.each<[what: string, sets: Record<string, string>, result: string, counts: string, A1: string, A2: string]>([
      ['all accepted, each set named', { '0001': 'A', '0002': 'A' }, 'A', '2*2*2', 'acknowledged', 'acknowledged'],
      ['all accepted, no set named', {}, 'A', '2*2*2', 'acknowledged', 'acknowledged'],
      ['accepted with errors', { '0001': 'E' }, 'E', '2*2*2', 'acknowledged', 'acknowledged'],
      ['one of two refused', { '0001': 'R', '0002': 'A' }, 'P', '2*2*1', 'rejected_999', 'acknowledged'],
      ['one of two refused, the other not named', { '0002': 'R' }, 'P', '2*2*1', 'acknowledged', 'rejected_999'],
      ['M, W and X refuse', { '0001': 'M', '0002': 'X' }, 'R', '2*2*0', 'rejected_999', 'rejected_999'],
      ['the group refused, no set named', {}, 'R', '2*2*0', 'rejected_999', 'rejected_999'],
      ['the group refused, whatever a set was', { '0001': 'A' }, 'W', '2*2*0', 'rejected_999', 'rejected_999'],
      ['a 999 for one set of two', { '0001': 'R' }, 'R', '1*1*0', 'rejected_999', 'sent'],
    ])('%s', async (_, sets, result, counts, A1, A2) => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const id = await receive(place, interchange(FA, [ack999('1', sets, result, counts)]));
      expect(await states(place)).toEqual({ A1, A2 });
      expect(await findFile(store().db, id)).toMatchObject({ state: 'ingested', kind: '999' });
      const told = await rowsOf(`select patient_control_number as pcn, result from acknowledgments
        where file_id = '${id}' and claim_id is not null and result = 'rejected' order by 1`);
      const refused = Object.entries({ A1, A2 }).filter(([, state]) => state === 'rejected_999');
      expect(told.map(({ pcn }) => pcn)).toEqual(refused.map(([pcn]) => pcn));
    });

    test('a 999 for each set, in one file', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const sets = [ack999('000000001', { '0001': 'R' }, 'R', '1*1*0'), ack999('1', { '2': 'A' }, 'A', '1*1*1')];
      await receive(place, interchange(FA, sets));
      expect(await states(place)).toEqual({ A1: 'rejected_999', A2: 'acknowledged' });
    });

    test('a 997 says the same', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const text = ['AK1*HC*1', 'AK2*837*0001', 'AK5*A', 'AK2*837*0002', 'AK5*R*5', 'AK9*P*2*2*1'];
      const id = await receive(place, interchange({ gs01: 'FA', gs08: '004010' }, [text]));
      expect(await states(place)).toEqual({ A1: 'acknowledged', A2: 'rejected_999' });
      expect((await findFile(store().db, id))?.kind).toBe('997');
    });
  });

  describe('277CA', () => {
    test.each([
      ['AY', 'A1:19:PR', 'accepted_clearinghouse'],
      ['PR', 'A2:20:PR', 'accepted_payer'],
      ['AY', 'A3:21:85', 'rejected_clearinghouse'],
      ['PR', 'A7:562:85', 'rejected_payer'],
      ['PR', 'P1:20', 'pending'],
    ] as const)('%s %s: %s', async (entity, status, state) => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const id = await receive(place, interchange(HN, [ack277(entity, [['A1', status, 'PAYER-1']])]));
      expect(await states(place)).toEqual({ A1: state, A2: 'sent' });
      expect((await claimsOf(place))[0]).toMatchObject({ payer_claim_number: 'PAYER-1' });
      expect((await findFile(store().db, id))?.kind).toBe('277CA');
    });

    test('an older answer that comes late does not take a claim back', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HN, [ack277('PR', [['A1', 'A2:20:PR']])]));
      await receive(place, interchange(HN, [ack277('AY', [['A1', 'A1:19:PR']])]));
      await receive(place, interchange(FA, [ack999('1', { '0001': 'A' }, 'A', '1*1*1')]));
      expect(await states(place)).toEqual({ A1: 'accepted_payer' });
      expect(await eventsOf(place, 'A1')).toEqual(['accepted_payer', 'accepted_clearinghouse', 'acknowledged']);
    });

    test("another partner's claim of the same number is not meant, nor one that never went out", async () => {
      const place = await openSent(claimJson('A1'));
      const other = await openSent(claimJson('A1'));
      await submitClaims(other.exchange, other.id, [claimJson('A9')]);
      const id = await receive(
        other,
        interchange(HN, [
          ack277('AY', [
            ['A1', 'A3:21:85'],
            ['A9', 'A3:21:85'],
          ]),
        ]),
      );
      expect(await states(place)).toEqual({ A1: 'sent' });
      expect(await states(other)).toEqual({ A1: 'rejected_clearinghouse', A9: 'ready' });
      expect(
        await rowsOf(`select patient_control_number as pcn, claim_id is null as alone from acknowledgments
        where file_id = '${id}' and patient_control_number is not null order by 1`),
      ).toEqual([
        { pcn: 'A1', alone: false },
        { pcn: 'A9', alone: true },
      ]);
    });
  });

  describe('835', () => {
    test('pays, pays in part, denies: each claim with its event, money and denials', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'), claimJson('A3'), claimJson('A4'));
      const set = remit('TRACE1', [
        { pcn: 'A1', paid: 160, lines: LINES.paid },
        { pcn: 'A2', paid: 100, lines: LINES.partial },
        { pcn: 'A3', paid: 0, lines: LINES.denied, status: '4' },
        { pcn: 'A4', paid: 0, lines: LINES.zero },
      ]);
      const id = await receive(place, interchange(HP, [set]));
      expect(await states(place)).toEqual({ A1: 'paid', A2: 'partial', A3: 'denied', A4: 'zero' });
      expect(
        (await claimsOf(place)).map((row) => [row.paid_cents, row.patient_responsibility_cents].map(Number)),
      ).toEqual([
        [16000, 0],
        [10000, 0],
        [0, 0],
        [0, 18500],
      ]);
      expect((await claimsOf(place)).map((row) => row.payer_claim_number)).toEqual(['NA1', 'NA2', 'NA3', 'NA4']);
      expect(
        await rowsOf(`select c.patient_control_number as pcn, d.level, d.group_code, d.reason, d.remarks,
          d.amount_cents::int as cents from denials d join claims c on c.id = d.claim_id
        where c.partner_id = '${place.id}' order by 1, d.ordinal`),
      ).toEqual([
        { pcn: 'A2', level: 'line', group_code: 'CO', reason: '50', remarks: ['N115'], cents: 6000 },
        { pcn: 'A3', level: 'line', group_code: 'CO', reason: '29', remarks: [], cents: 12500 },
        { pcn: 'A3', level: 'line', group_code: 'CO', reason: '29', remarks: [], cents: 6000 },
      ]);
      expect(
        await rowsOf(`select state, amount_cents::int, claim_paid_cents::int, difference_cents::int
        from payments where file_id = '${id}'`),
      ).toEqual([{ state: 'posted', amount_cents: 26000, claim_paid_cents: 26000, difference_cents: 0 }]);
      expect(await findFile(store().db, id)).toMatchObject({ state: 'ingested', kind: '835', errorCode: null });
    });

    test('need 70: the same payment in another file is a duplicate and pays nothing', async () => {
      const place = await openSent(claimJson('A1'));
      const set = remit('TRACE1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }]);
      await receive(place, interchange(HP, [set]));
      const again = await receive(place, interchange({ ...HP, isa13: '000000099' }, [set]));
      expect(Number((await claimsOf(place))[0]?.paid_cents)).toBe(16000);
      expect(await rowsOf(`select state from payments where file_id = '${again}'`)).toEqual([{ state: 'duplicate' }]);
      expect(await eventsOf(place, 'A1')).toEqual(['paid']);
    });

    test('what does not balance is an exception and moves no claim', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const wrong = LINES.paid.map((line) => line.replace('CAS*CO*45*25', 'CAS*CO*45*24'));
      const id = await receive(
        place,
        interchange(HP, [
          remit('SUM', [{ pcn: 'A1', paid: 160, lines: LINES.paid }], { amount: 161 }),
          remit('LINE', [{ pcn: 'A2', paid: 160, lines: wrong }]),
        ]),
      );
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'sent' });
      expect(
        await rowsOf(`select state, difference_cents::int as off, exceptions from payments
        where file_id = '${id}' order by ordinal`),
      ).toEqual([
        { state: 'exception', off: -100, exceptions: [{ reason: 'payment-off', cents: -100 }] },
        {
          state: 'exception',
          off: 0,
          exceptions: [
            { reason: 'claim-off', count: 1, claim: 1, cents: 100 },
            { reason: 'line-off', count: 1, claim: 1, line: 1, cents: 100 },
          ],
        },
      ]);
      const off = await rowsOf(`select l.difference_cents::int as off from payment_lines l
        join claim_payments cp on cp.id = l.claim_payment_id join payments p on p.id = cp.payment_id
        where p.file_id = '${id}' and p.ordinal = 2 order by l.ordinal`);
      expect(off).toEqual([{ off: 100 }, { off: 0 }]);
    });

    test('need 73, 79: a payment of nothing is posted with its denials and shares, and is no denial by itself', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const set = remit('ZERO', [
        { pcn: 'A1', paid: 0, lines: LINES.zero },
        { pcn: 'A2', paid: 0, lines: LINES.denied, status: '4' },
      ]).map((one) => one.replace(/^BPR\*I\*0\*C\*ACH\*CCP.*/, 'BPR*H*0*C*NON************20261123'));
      const id = await receive(place, interchange(HP, [set]));
      expect(
        await rowsOf(
          `select state, handling, method, amount_cents::int as cents from payments where file_id = '${id}'`,
        ),
      ).toEqual([{ state: 'posted', handling: 'H', method: 'NON', cents: 0 }]);
      expect(await states(place)).toEqual({ A1: 'zero', A2: 'denied' });
      expect(
        await rowsOf(`select cp.patient_control_number as pcn, e.type, e.group_code || '-' || e.reason as code, e.cents::int
          from ledger_entries e join claim_payments cp on cp.id = e.claim_payment_id join payments p on p.id = cp.payment_id
        where p.file_id = '${id}' order by e.id`),
      ).toEqual([
        { pcn: 'A1', type: 'patientShare', code: 'PR-1', cents: 12500 },
        { pcn: 'A1', type: 'patientShare', code: 'PR-1', cents: 6000 },
        { pcn: 'A2', type: 'adjustment', code: 'CO-29', cents: 12500 },
        { pcn: 'A2', type: 'adjustment', code: 'CO-29', cents: 6000 },
      ]);
    });

    test('need 27: what a line says of its procedure arrives whole', async () => {
      const place = await openSent(claimJson('A1'));
      const lines = [
        'SVC*HC:99213:25:59:GT:95*185*160**1**2',
        'DTM*472*20261102',
        'CAS*CO*45*25**1',
        'REF*6R*LINE7',
        'LQ*HE*N115',
      ];
      const id = await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines }])]));
      expect(
        await rowsOf(`select l.procedure_qualifier || ':' || l.procedure_code as code, l.modifiers, l.units,
          l.detail->>'unitsSubmitted' as sent, l.line_control_number as line, l.service_from::text as day, l.remarks
        from payment_lines l join claim_payments cp on cp.id = l.claim_payment_id join payments p on p.id = cp.payment_id
        where p.file_id = '${id}'`),
      ).toEqual([
        {
          code: 'HC:99213',
          modifiers: ['25', '59', 'GT', '95'],
          units: '1',
          sent: '2',
          line: 'LINE7',
          day: '2026-11-02',
          remarks: ['N115'],
        },
      ]);
    });

    test('provider adjustments belong to the balance', async () => {
      const place = await openSent(claimJson('A1'));
      const plb = ['PLB*1234567893*20261231*WO:REF1*10.5*L6:REF2*-2.25'];
      const set = remit('TRACE1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }], { amount: 151.75, plb });
      const id = await receive(place, interchange(HP, [set]));
      expect(
        await rowsOf(`select state, provider_adjustment_cents::int as plb from payments where file_id = '${id}'`),
      ).toEqual([{ state: 'posted', plb: 825 }]);
    });

    test('a reversal and its correction in one file come to the correction, in whatever order', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]));
      const correction = { pcn: 'A1', paid: 100, lines: LINES.partial };
      const reversal = { pcn: 'A1', paid: -160, charge: -185, status: '22', lines: LINES.reversal };
      await receive(
        place,
        interchange(HP, [
          remit('T2', [correction, reversal], { amount: 0, plb: ['PLB*1234567893*20261231*FB:1*-60'] }),
        ]),
      );
      expect(await states(place)).toEqual({ A1: 'partial' });
      expect(Number((await claimsOf(place))[0]?.paid_cents)).toBe(10000);
      expect(await eventsOf(place, 'A1')).toEqual(['paid', 'reversed', 'partial']);
    });

    test('of a claim and its replacement the one that is meant gets the answer', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HN, [ack277('PR', [['A1', 'A2:20:PR', 'FIRST']])]));
      await sendMore(place, claimJson('A1', { frequency: '7', replaces: { payerClaimNumber: 'FIRST' } }));
      const both = async () => (await claimsOf(place)).map(({ frequency, state }) => [frequency, state]);
      const first = { pcn: 'A1', paid: 0, lines: LINES.denied, status: '4', number: 'FIRST' };
      await receive(place, interchange(HP, [remit('T1', [first])]));
      expect(await both()).toEqual([
        ['1', 'denied'],
        ['7', 'sent'],
      ]);
      const second = { pcn: 'A1', paid: 160, lines: LINES.paid, number: 'SECOND' };
      const replaced = remit('T2', [second]).map((one) => one.replace('*11*1', '*11*7'));
      await receive(place, interchange(HP, [replaced]));
      expect(await both()).toEqual([
        ['1', 'denied'],
        ['7', 'paid'],
      ]);
    });

    test("a control number the payer changed: the payer's own number finds the claim", async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HN, [ack277('PR', [['A1', 'A2:20:PR', 'PAYER-1']])]));
      const id = await receive(
        place,
        interchange(HP, [remit('T1', [{ pcn: 'CHANGED', paid: 160, lines: LINES.paid, number: 'PAYER-1' }])]),
      );
      expect(await states(place)).toEqual({ A1: 'paid' });
      expect(
        await rowsOf(`select match_rule from claim_payments cp join payments p on p.id = cp.payment_id
        where p.file_id = '${id}'`),
      ).toEqual([{ match_rule: 'payer-number' }]);
    });

    test('a payment of more claims than are posted at a time is posted whole, reversals before corrections', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]));
      const others = Array.from({ length: 1100 }, (_, at) => ({ pcn: `X${at}`, paid: 160, lines: LINES.paid }));
      const correction = { pcn: 'A1', paid: 160, lines: LINES.paid };
      const taken = { pcn: 'A1', status: '22', paid: -160, charge: -185, lines: LINES.reversal };
      const id = await receive(place, interchange(HP, [remit('T2', [correction, ...others, taken])]));
      const rows = await rowsOf(`select count(*)::int as n, min(cp.ordinal) as low, max(cp.ordinal) as high,
        count(distinct cp.ordinal)::int as places, sum(cp.paid_cents)::bigint as paid, min(p.state) as state
        from claim_payments cp join payments p on p.id = cp.payment_id where p.file_id = '${id}'`);
      expect(rows).toEqual([{ n: 1102, low: 1, high: 1102, places: 1102, paid: 17_600_000, state: 'posted' }]);
      expect((await eventsOf(place, 'A1')).slice(1)).toEqual(['reversed', 'paid']);
      expect(await states(place)).toEqual({ A1: 'paid' });
    });

    test('a payment for a claim that is not ours is posted, unmatched, and kept for later', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(
        place,
        interchange(HP, [remit('T1', [{ pcn: 'STRANGE', paid: 160, lines: LINES.paid }])]),
      );
      expect(
        await rowsOf(`select p.state, cp.claim_id, cp.patient_control_number as pcn from payments p
        join claim_payments cp on cp.payment_id = p.id where p.file_id = '${id}'`),
      ).toEqual([{ state: 'posted', claim_id: null, pcn: 'STRANGE' }]);
    });

    test.each([
      ['in the middle', 'CLP*A2'],
      ['where its sums still agree', 'CLP*A3'],
      ['right before its end', 'SE*'],
    ])('a set that was cut off %s is not posted; the whole one is', async (_, before) => {
      const place = await openSent(claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const set = remit('T1', [
        { pcn: 'A1', paid: 160, lines: LINES.paid },
        { pcn: 'A2', paid: 160, lines: LINES.paid },
        { pcn: 'A3', paid: 0, lines: LINES.denied, status: '4' },
      ]);
      const whole = interchange(HP, [set]);
      const cut = await receive(place, whole.slice(0, whole.indexOf(before)));
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'sent', A3: 'sent' });
      expect(await rowsOf(`select state, exceptions->0 as first from payments where file_id = '${cut}'`)).toMatchObject(
        [{ state: 'exception', first: { reason: 'not-whole' } }],
      );
      expect((await findFile(store().db, cut))?.detail).toMatchObject({
        codes: expect.arrayContaining(['set-trailer-missing']),
      });
      await receive(place, whole);
      expect(await states(place)).toEqual({ A1: 'paid', A2: 'paid', A3: 'denied' });
      expect((await claimsOf(place)).map((row) => Number(row.paid_cents))).toEqual([16000, 16000, 0]);
    });

    test('a set whose segments are miscounted is an exception, a missing terminator at the very end is none', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'));
      const miscounted = interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]);
      await receive(place, miscounted.replace(/SE\*\d+/, 'SE*999'));
      const sound = interchange(HP, [remit('T2', [{ pcn: 'A2', paid: 160, lines: LINES.paid }])]);
      await receive(place, sound.slice(0, -1));
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'paid' });
    });

    test('an exception that comes again is a duplicate of it, and one that comes again put right is posted', async () => {
      const place = await openSent(claimJson('A1'));
      const right = remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }]);
      const wrong = right.map((one) => one.replace('CAS*CO*45*25', 'CAS*CO*45*24'));
      const stateOf = async (isa13: string, set: string[]) =>
        (
          await rowsOf(
            `select state from payments where file_id = '${await receive(place, interchange({ ...HP, isa13 }, [set]))}'`,
          )
        )[0]?.state;
      expect(await stateOf('000000001', wrong)).toBe('exception');
      expect(await stateOf('000000002', wrong)).toBe('duplicate');
      expect(await stateOf('000000003', right)).toBe('posted');
      expect(await stateOf('000000004', right)).toBe('duplicate');
      expect(await stateOf('000000005', wrong)).toBe('duplicate');
      expect(await states(place)).toEqual({ A1: 'paid' });
    });
  });

  describe('any file', () => {
    test('is ingested once, however often and by however many', async () => {
      const place = await openSent(claimJson('A1'));
      const text =
        interchange(FA, [ack999('1', { '0001': 'A' }, 'A', '1*1*1')]) +
        interchange(HN, [ack277('PR', [['A1', 'A2:20:PR']])]) +
        interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]);
      const id = await receive(place, text);
      const before = [await count('acknowledgments', id), await count('payments', id), await eventsOf(place, 'A1')];
      expect(before).toEqual([4, 1, ['acknowledged', 'accepted_payer', 'paid']]);
      expect((await findFile(store().db, id))?.kind).toBe('mixed');
      // As after a crash before the state was noted, and several at once.
      await moveFile(store().db, id, ['ingested'], 'stored');
      await Promise.all([1, 2, 3].map(() => ingest(place.exchange, { fileId: id })));
      expect([await count('acknowledgments', id), await count('payments', id), await eventsOf(place, 'A1')]).toEqual(
        before,
      );
      expect(Number((await claimsOf(place))[0]?.paid_cents)).toBe(16000);
    });

    test('that fails halfway leaves nothing and is done whole the next time', async () => {
      const place = await openSent(claimJson('A1'));
      const id = newId();
      const file = { id, partnerId: place.id, kind: 'unknown', name: 'answer', state: 'stored' } as const;
      const text = interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]);
      await transact(store(), (tx) => insertReceivedFile(tx, file, Buffer.from(text), vault));
      // The last statement of the transaction is refused once.
      const name = `refuse_${id.replaceAll('-', '')}`;
      await store().pool.query(`create function ${name}() returns trigger language plpgsql as
        $$ begin if new.id = '${id}' then raise exception 'refused' using errcode = '57014'; end if; return new; end $$`);
      await store().pool.query(`create trigger ${name} before update on files for each row execute function ${name}()`);
      await expect(ingest(place.exchange, { fileId: id })).rejects.toThrow('refused');
      expect([await count('payments', id), await states(place)]).toEqual([0, { A1: 'sent' }]);
      await store().pool.query(`drop function ${name}() cascade`);
      await ingest(place.exchange, { fileId: id });
      expect([await count('payments', id), await states(place)]).toEqual([1, { A1: 'paid' }]);
    });

    test.each([
      ['a text report', 'CLAIM REPORT\nline 1\n', 'no-isa'],
      ['something compressed', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'no-isa'],
      [
        'a set nobody knows',
        interchange({ gs01: 'HS', gs08: '005010X279A1' }, [['BHT*0022*13*1*20261123*1200']]),
        'set-unknown',
      ],
      ['an interchange in ruins', `${ta1('000000001', 'A').slice(0, 106)}XX*1~YY*2~`, 'set-unknown'],
    ])('%s is kept and listed as unreadable', async (_, bytes, errorCode) => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, bytes);
      expect(await findFile(store().db, id)).toMatchObject({ state: 'unreadable', kind: 'unknown', errorCode });
    });

    test('amounts that nothing can add up make the payment an exception that says so', async () => {
      const place = await openSent(claimJson('A1'));
      const huge = '90071992547409.91';
      const lines = ['SVC*HC:99213*185*160**1', 'DTM*472*20261102', `CAS*CO*45*${huge}*1*50*${huge}`];
      const id = await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines }])]));
      expect((await findFile(store().db, id))?.state).toBe('ingested');
      expect(await rowsOf(`select state, difference_cents, exceptions from payments where file_id = '${id}'`)).toEqual([
        {
          state: 'exception',
          difference_cents: 0,
          exceptions: [
            { reason: 'claim-off', count: 1, claim: 1 },
            { reason: 'line-off', count: 1, claim: 1, line: 1 },
          ],
        },
      ]);
      expect(
        await rowsOf(`select cp.difference_cents as claim, l.difference_cents as line, l.charge_cents::int as charge
        from claim_payments cp join payments p on p.id = cp.payment_id join payment_lines l on l.claim_payment_id = cp.id
        where p.file_id = '${id}'`),
      ).toEqual([{ claim: null, line: null, charge: 18500 }]);
      expect(await states(place)).toEqual({ A1: 'sent' });
    });

    test.each([
      ['835-provider-adjustment.x12', '835'],
      ['835-secondary.x12', '835'],
      ['999-rejected.x12', '999'],
      ['277ca-accepted.x12', '277CA'],
    ])("the public sample %s is read, listed and nobody's", async (name, kind) => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, sample(name));
      expect(await findFile(store().db, id)).toMatchObject({ state: 'ingested', kind });
      const rows = (await count('acknowledgments', id)) + (await count('payments', id));
      expect(rows).toBeGreaterThan(0);
      expect(await states(place)).toEqual({ A1: 'sent' });
    });

    test('a 277CA whose levels are not where they belong says what it was meant to be', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, sample('277ca-odd-levels.x12'));
      expect(await findFile(store().db, id)).toMatchObject({
        state: 'unreadable',
        kind: '277CA',
        errorCode: 'set-faulty',
        detail: { codes: expect.arrayContaining(['segment-unexpected']) },
      });
    });

    test('an answer settles a send whose outcome nobody knew', async () => {
      for (const text of [
        interchange(FA, [ack999('1', { '0001': 'A' }, 'A', '1*1*1')]),
        interchange(HN, [ack277('PR', [['A1', 'A2:20:PR']])]),
        ta1('000000001', 'A'),
      ]) {
        const place = await openSent(claimJson('A1'));
        const [sent] = await rowsOf(`select id from files where partner_id = '${place.id}' and direction = 'out'`);
        const fileId = String(sent?.id);
        await moveFile(store().db, fileId, ['sent'], 'uncertain', { errorCode: 'sftp-uncertain' });
        await receive(place, text);
        expect(await findFile(store().db, fileId)).toMatchObject({ state: 'sent', errorCode: null });
      }
    });

    test('an upload without renaming that was answered before it was looked after is sent', async () => {
      const place = await openSent(claimJson('A1'));
      const [sent] = await rowsOf(`select id from files where partner_id = '${place.id}' and direction = 'out'`);
      const fileId = String(sent?.id);
      await moveFile(store().db, fileId, ['sent'], 'uploading', { temporaryName: null, remoteFolder: '/gone' });
      await receive(place, interchange(HN, [ack277('PR', [['A1', 'A2:20:PR']])]));
      await transmit(place.exchange, { fileId });
      expect((await findFile(store().db, fileId))?.state).toBe('sent');
    });

    test('tells the log nothing of the patient', async () => {
      const place = await openSent(claimJson('A1'));
      await receive(place, interchange(HP, [remit('T1', [{ pcn: 'A1', paid: 160, lines: LINES.paid }])]));
      await receive(place, 'NM1*QC*1*WINTERS*ALMA');
      // Times, process ids and our own ids may hold any number by chance.
      const said = place.lines.join('').replace(/"(time|pid|\w*[iI]d)":("[^"]*"|\d+)/g, '');
      expect(said).not.toMatch(/WINTERS|ALMA|MEM0001|185|160\b/);
    });
  });
}
