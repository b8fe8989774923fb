/** 277CA at every level: claims that are not listed one by one go the way of their batch or of their provider. */
import { describe, expect, test } from 'vitest';
import { answerSummary, type Store } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { ack277, claimJson, HN, interchange } from './answers.ts';
import type { Place } from './place.ts';
import { sentClaims } from './sent-claims.ts';

const REFUSED = 'STC*A3:24:41*20261123*U*370';
const TAKEN = 'STC*A1:19:PR*20261123*WQ*370';

export function claimAcksSuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, openSentIn, receive, rowsOf, claimsOf, states, eventsOf } = sentClaims(store, server);
  const batchOf = (place: Place, ordinal = 1) => `${place.id.toUpperCase().slice(0, 12)}000000001-${ordinal}`;
  /** A claim of another billing provider. */
  const ofOther = (pcn: string) => {
    const { billingProvider } = claimJson(pcn);
    return claimJson(pcn, { billingProvider: { ...billingProvider, npi: '1245319599', taxId: '987654321' } });
  };
  const told = (fileId: string) =>
    rowsOf(`select patient_control_number as pcn, result, stage, codes, detail->>'level' as level,
      answers_file_id is not null as tied from acknowledgments where file_id = '${fileId}' order by ordinal`);

  describe('277CA above the claims', () => {
    test.each([
      ['AY', 'rejected_clearinghouse', 'clearinghouse'],
      ['PR', 'rejected_payer', 'payer'],
    ] as const)(
      'a batch refused whole by %s: its claims are %s, those of other batches are not',
      async (entity, state, stage) => {
        const place = await openSentIn(2, claimJson('A1'), claimJson('A2'), claimJson('B1'));
        const set = ack277(entity, [], { batch: batchOf(place), receiver: [REFUSED, 'QTY*AA*2', 'AMT*YY*370'] });
        const id = await receive(place, interchange(HN, [set]));
        expect(await states(place)).toEqual({ A1: state, A2: state, B1: 'sent' });
        const [sent] = await rowsOf(`select id from files where partner_id = '${place.id}' and direction = 'out'`);
        const summary = await answerSummary(store().db, { id: String(sent?.id), sentAt: new Date() }, new Date());
        expect(summary.envelopes).toMatchObject([{ kind: '277ca', st02: '0001', result: 'rejected', stage }]);
        expect(await told(id)).toEqual([
          { pcn: null, result: 'rejected', stage, codes: ['A3:24:41'], level: 'receiver', tied: true },
          { pcn: 'A1', result: 'rejected', stage, codes: ['A3:24:41'], level: 'receiver', tied: true },
          { pcn: 'A2', result: 'rejected', stage, codes: ['A3:24:41'], level: 'receiver', tied: true },
        ]);
      },
    );

    test('a provider refused: only its claims are, by NPI', async () => {
      const place = await openSentIn(9, claimJson('A1'), ofOther('B1'), ofOther('B2'));
      const levels = { batch: batchOf(place), provider: ['STC*A3:562:85*20261123*U*370'], providerId: 'XX*1245319599' };
      await receive(place, interchange(HN, [ack277('AY', [], levels)]));
      expect(await states(place)).toEqual({ A1: 'sent', B1: 'rejected_clearinghouse', B2: 'rejected_clearinghouse' });
    });

    test('a provider is known by its tax id too; one that is none of ours refuses nobody', async () => {
      const place = await openSentIn(9, claimJson('A1'), ofOther('B1'));
      const of = (providerId: string) =>
        ack277('PR', [], { batch: batchOf(place), provider: ['STC*A3:562:85*20261123*U*185'], providerId });
      await receive(place, interchange(HN, [of('FI*111111111'), of('XX*1111111111'), of('SV*PROV7')]));
      expect(await states(place)).toEqual({ A1: 'sent', B1: 'sent' });
      await receive(place, interchange({ ...HN, isa13: '000000079' }, [of('FI*987654321')]));
      expect(await states(place)).toEqual({ A1: 'sent', B1: 'rejected_payer' });
    });

    test('claims that are listed are what their own statuses say', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const set = ack277('PR', [['A2', 'A2:20:PR', 'ICN2'], ['A3', 'A7:562:85']], {
        batch: batchOf(place),
        receiver: [REFUSED, 'QTY*90*1', 'QTY*AA*2'],
      }); // biome-ignore format: claims
      await receive(place, interchange(HN, [set]));
      expect(await states(place)).toEqual({ A1: 'rejected_payer', A2: 'accepted_payer', A3: 'rejected_payer' });
      expect((await claimsOf(place)).map((row) => row.payer_claim_number)).toEqual([null, 'ICN2', null]);
    });

    test('where only refused claims are listed, the totals accept the rest', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const answer = (accepted: number) =>
        ack277('AY', [['A2', 'A7:562:85']], {
          batch: batchOf(place),
          receiver: [TAKEN, `QTY*90*${accepted}`, 'QTY*AA*1'],
        });
      await receive(place, interchange(HN, [answer(1)]));
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'rejected_clearinghouse', A3: 'sent' });
      await receive(place, interchange({ ...HN, isa13: '000000079' }, [answer(2)]));
      expect(await states(place)).toEqual({
        A1: 'accepted_clearinghouse',
        A2: 'rejected_clearinghouse',
        A3: 'accepted_clearinghouse',
      });
    });

    test('a number of the payer that a clearinghouse relays does not take the place of the payer’s own', async () => {
      const place = await openSent(claimJson('A1'));
      const numberNow = async () => (await claimsOf(place))[0]?.payer_claim_number;
      await receive(place, interchange(HN, [ack277('AY', [['A1', 'A1:19', 'RELAYED']])]));
      expect(await numberNow()).toBe('RELAYED');
      await receive(place, interchange({ ...HN, isa13: '000000079' }, [ack277('PR', [['A1', 'A2:20', 'ICN1']])]));
      await receive(place, interchange({ ...HN, isa13: '000000080' }, [ack277('AY', [['A1', 'A1:20', 'RELAYED']])]));
      expect(await numberNow()).toBe('ICN1');
    });

    test('a batch that is none of ours is kept and moves nothing', async () => {
      const place = await openSent(claimJson('A1'));
      const id = await receive(place, interchange(HN, [ack277('PR', [], { receiver: [REFUSED] })]));
      expect(await states(place)).toEqual({ A1: 'sent' });
      expect(await told(id)).toMatchObject([{ pcn: null, result: 'rejected', level: 'receiver', tied: false }]);
    });

    test('the batch tells claims of one number apart', async () => {
      const place = await openSent(
        claimJson('A1'),
        claimJson('A1', { frequency: '8', replaces: { payerClaimNumber: 'X' } }),
      );
      const set = ack277('PR', [['A1', 'A7:562:85']], { batch: batchOf(place, 1) });
      await receive(place, interchange(HN, [set]));
      expect((await claimsOf(place)).map(({ state }) => state)).toEqual(['rejected_payer', 'sent']);
    });

    test('need 56: clearinghouse and payer answer one after the other, in any order and twice over', async () => {
      const answers = (place: Place) => [
        interchange(HN, [ack277('AY', [['A1', 'A1:19:PR']], { batch: batchOf(place) })]),
        interchange({ ...HN, isa13: '000000079' }, [
          ack277('PR', [['A1', 'A2:20:PR', 'ICN1']], { batch: batchOf(place) }),
        ]),
        interchange({ ...HN, isa13: '000000080' }, [ack277('AY', [], { batch: batchOf(place), receiver: [REFUSED] })]),
      ];
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 0, 2, 1, 0],
      ]) {
        // biome-ignore format: orders
        const place = await openSent(claimJson('A1'));
        for (const index of order) await receive(place, answers(place)[index]!);
        expect(await states(place)).toEqual({ A1: 'accepted_payer' });
        expect((await eventsOf(place, 'A1')).toSorted()).toEqual([
          'accepted_clearinghouse',
          'accepted_payer',
          'rejected_clearinghouse',
        ]);
      }
    });

    test('need 55: categories outside the guide are taken by their meaning, and their sender is told apart', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'), claimJson('A3'), claimJson('A4'));
      const claims: [string, string][] = [['A1', 'F1:65'], ['A2', 'P1:20'], ['A3', 'R1:21'], ['A4', 'A1:19']]; // biome-ignore format: claims
      const id = await receive(place, interchange(HN, [ack277('AY', claims, { batch: batchOf(place) })]));
      const taken = 'accepted_clearinghouse';
      expect(await states(place)).toEqual({ A1: taken, A2: taken, A3: taken, A4: taken });
      const rows = await rowsOf(`select patient_control_number as pcn, result, detail->'outsideGuide' as odd
        from acknowledgments where file_id = '${id}' and claim_id is not null order by 1`);
      expect(rows).toEqual([
        { pcn: 'A1', result: 'accepted', odd: ['F1'] },
        { pcn: 'A2', result: 'pending', odd: ['P1'] },
        { pcn: 'A3', result: 'pending', odd: ['R1'] },
        { pcn: 'A4', result: 'accepted', odd: null },
      ]);
    });
  });
}
