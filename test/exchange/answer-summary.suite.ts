/** What became of the claims of a sent file: totals by stage, what is still to come, and which claims are silent. */
import { describe, expect, test } from 'vitest';
import { pageOfClaims } from '../../src/store/claim-views.ts';
import { type AnswerSummary, answerSummary, type Store } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { ack277, ack999, claimJson, FA, HN, interchange, ta1 } from './answers.ts';
import type { Place } from './place.ts';
import { sentClaims } from './sent-claims.ts';

const DAY_MS = 86_400_000;

export function answerSummarySuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, receive, rowsOf } = sentClaims(store, server);
  const summaryOf = async (place: Place, daysLater = 0): Promise<AnswerSummary> => {
    const [row] = await rowsOf(`select id, sent_at from files where partner_id = '${place.id}' and direction = 'out'`);
    const sentAt = new Date(String(row?.sent_at));
    return answerSummary(store().db, { id: String(row?.id), sentAt }, new Date(sentAt.getTime() + daysLater * DAY_MS));
  };
  /** Claims sent, accepted, rejected, silent at each stage. */
  const figures = ({ stages }: AnswerSummary) =>
    Object.fromEntries(
      stages.map(({ stage, ...sums }) => [
        stage,
        [sums.sent, sums.accepted, sums.rejected, sums.silent].map(({ claims, cents }) => `${claims}/${cents}`),
      ]),
    );

  describe('a sent file in sum', () => {
    test('sent = accepted + rejected + silent, in claims and in cents, at every stage', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'), claimJson('A3'), claimJson('A4'));
      expect(figures(await summaryOf(place))).toEqual({
        '999': ['4/74000', '0/0', '0/0', '4/74000'],
        clearinghouse: ['4/74000', '0/0', '0/0', '4/74000'],
        payer: ['4/74000', '0/0', '0/0', '4/74000'],
      });
      await receive(place, ta1('000000001', 'A'));
      await receive(place, interchange(FA, [ack999('1', { '0001': 'R' }, 'P', '4*4*3')]));
      await receive(place, interchange(HN, [ack277('AY', [['A2', 'A3:21:85'], ['A3', 'A1:19']])])); // biome-ignore format: claims
      await receive(place, interchange({ ...HN, isa13: '000000079' }, [ack277('PR', [['A3', 'A2:20:PR']])]));
      const summary = await summaryOf(place);
      expect(figures(summary)).toEqual({
        '999': ['4/74000', '3/55500', '1/18500', '0/0'],
        clearinghouse: ['3/55500', '1/18500', '1/18500', '1/18500'],
        payer: ['2/37000', '1/18500', '0/0', '1/18500'],
      });
      expect(summary.envelopes.map(({ kind, gs06, result }) => [kind, gs06, result])).toEqual([
        ['ta1', null, 'accepted'],
        ['999', '1', 'partly_accepted'],
      ]);
      expect(summary.awaited.map(({ answer, claims, cents }) => [answer, claims, Number(cents)])).toEqual([
        ['clearinghouse', 1, 18_500],
        ['remittance', 1, 18_500],
      ]);
    });

    test('need 57: every step has its time, and silent claims are a list of their own', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'), claimJson('A3'));
      await receive(place, interchange(FA, [ack999('1', { '0002': 'A', '0003': 'R' }, 'P', '2*2*1')]));
      const overdue = async (days: number) => {
        const page = await pageOfClaims(
          store().db,
          { state: 'overdue', partner: place.id },
          new Date(Date.now() + days * DAY_MS),
        );
        return page.rows.map((row) => row.patientControlNumber).toSorted();
      };
      const lateIn = async (days: number) =>
        (await summaryOf(place, days)).awaited
          .filter((one) => one.overdue)
          .map(({ answer, claims }) => [answer, claims]);
      expect(await overdue(0)).toEqual([]);
      expect(await lateIn(0)).toEqual([]);
      // Four hours for a 999; a business day, which a long weekend makes five, for the clearinghouse; never for the rejected.
      expect(await overdue(0.2)).toEqual(['A1']);
      expect(await lateIn(0.2)).toEqual([['999', 1]]);
      expect(await overdue(6)).toEqual(['A1', 'A2']);
      expect(await lateIn(6)).toEqual([['999', 1], ['clearinghouse', 1]]); // biome-ignore format: rows
    });
  });
}
