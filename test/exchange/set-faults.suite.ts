/** Faults told by a 999: tied to the claim and to the field in the claim object, with what to do. */
import { describe, expect, test } from 'vitest';
import { submitClaims } from '../../src/exchange/submit.ts';
import { answerSummary, readFileBytes, type Store } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { ack999, claimJson, FA, interchange, ta1 } from './answers.ts';
import { type Place, vault } from './place.ts';
import { sentClaims } from './sent-claims.ts';

export function setFaultsSuite(store: () => Store, server: () => SftpServer): void {
  const { openSent, openSentIn, sendMore, receive, rowsOf, claimsOf, states } = sentClaims(store, server);

  /** The ordinal in its set (ST = 1) of the n-th segment of the sent file that begins so. */
  const ordinalOf = async (place: Place, prefix: string, nth = 1) => {
    const [file] = await rowsOf(`select id from files where partner_id = '${place.id}' and direction = 'out'`);
    const text = (await readFileBytes(store().db, String(file?.id), vault)).toString();
    let ordinal = 0;
    let met = 0;
    for (const segment of text.split(/~\s*/)) {
      ordinal = segment.startsWith('ST*') ? 1 : ordinal + 1;
      if (segment.startsWith(prefix) && ++met === nth) return ordinal;
    }
    throw new Error(`no segment begins with ${prefix}`);
  };
  const told = (fileId: string) =>
    rowsOf(`select patient_control_number as pcn, result, detail from acknowledgments
      where file_id = '${fileId}' and claim_id is not null order by ordinal`);
  const detailOf = async (place: Place, pcn: string) => {
    const claim = (await claimsOf(place)).find((row) => row.patient_control_number === pcn);
    const rows = await rowsOf(`select detail from events where claim_id = '${claim?.id}' order by id desc limit 1`);
    return rows[0]?.detail;
  };
  const oneSet = (result: string, faults: string[]) =>
    interchange(FA, [ack999('1', { '0001': result }, result, result === 'R' ? '1*1*0' : '1*1*1', { '0001': faults })]);

  describe('faults of a 999', () => {
    test('need 51: several faults under one segment, each tied to its claim and to the field, without a TA1', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const at = await ordinalOf(place, 'SV1*', 4);
      const id = await receive(
        place,
        oneSet('R*5', [`IK3*SV1*${at}*2400*8`, 'CTX*CLM01:A2', 'IK4*1:2*234*7', 'IK4*2*782*1']),
      );
      expect(await states(place)).toEqual({ A1: 'rejected_999', A2: 'rejected_999', A3: 'rejected_999' });
      const place2 = { segmentId: 'SV1', position: at, loop: '2400', segmentCode: '8' };
      const rows = await told(id);
      expect(rows.map(({ pcn, result }) => [pcn, result])).toEqual([['A1', 'rejected'], ['A2', 'rejected'], ['A3', 'rejected']]); // biome-ignore format: rows
      expect(rows[0]?.detail).toEqual({ errors: [], withSet: true });
      expect(rows[1]?.detail).toEqual({
        errors: [
          {
            ...place2,
            element: 1,
            component: 2,
            elementCode: '7',
            path: '/lines/1/procedure/code',
            message: 'Professional Service, Product/Service ID (SV101-02): invalid code value',
            next: 'Use a code of the list.',
          },
          {
            ...place2,
            element: 2,
            elementCode: '1',
            path: '/lines/1/charge',
            message: 'Professional Service, Monetary Amount (SV102): required element missing',
            next: 'Fill it.',
          },
        ],
        atFault: true,
      });
      expect(await detailOf(place, 'A2')).toMatchObject({
        codes: ['R', '5'],
        errors: [{ path: '/lines/1/procedure/code' }, {}],
      });
      expect(await detailOf(place, 'A3')).toMatchObject({ withSet: true, errors: [] });
    });

    test('a fault of the subscriber is told to every claim of the subscriber', async () => {
      const other = {
        memberId: 'MEM0002',
        lastName: 'SOMMER',
        firstName: 'EVE',
        birthDate: '1980-01-01',
        sex: 'F',
      } as const;
      const address = { line1: '1 ELM', city: 'COLUMBUS', state: 'OH', zip: '43215' };
      const place = await openSentIn(
        9,
        claimJson('A1'),
        claimJson('B1', { subscriber: { ...other, address } }),
        claimJson('A2'),
      );
      const at = await ordinalOf(place, 'DMG*', 1);
      await receive(place, oneSet('R*5', [`IK3*DMG*${at}*2010*8`, 'IK4*2*1251*8']));
      const error = { path: '/subscriber/birthDate', next: 'Correct the date.' };
      expect(await detailOf(place, 'A1')).toMatchObject({ errors: [error] });
      expect(await detailOf(place, 'A2')).toMatchObject({ errors: [error] });
      expect(await detailOf(place, 'B1')).toMatchObject({ errors: [], withSet: true });
    });

    test('a segment that is missing is the field that would fill it', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'));
      const at = await ordinalOf(place, 'LX*', 3);
      await receive(place, oneSet('R*5', [`IK3*DTP*${at}*2400*3`]));
      expect(await detailOf(place, 'A2')).toMatchObject({
        errors: [
          {
            path: '/lines/0/serviceDate',
            message: expect.stringContaining('required segment missing'),
            next: 'Add it.',
          },
        ],
      });
    });

    test('what stands in no claim is told to all: nobody is at fault', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'));
      const at = await ordinalOf(place, 'NM1*41');
      const id = await receive(place, oneSet('R*5', [`IK3*NM1*${at}*1000*8`, 'IK4*9*67*7']));
      const error = { message: 'NM109: invalid code value', position: at };
      expect(await told(id)).toMatchObject([{ detail: { errors: [error] } }, { detail: { errors: [error] } }]);
      expect((await told(id)).some(({ detail }) => JSON.stringify(detail).includes('withSet'))).toBe(false);
    });

    test('need 53: what was refused goes out again, and what is said of the old sending no longer counts', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const [old] = await rowsOf(`select id from files where partner_id = '${place.id}' and direction = 'out'`);
      const at = await ordinalOf(place, 'SV1*', 3);
      const faults = [`IK3*SV1*${at}*2400*8`, 'IK4*1:2*234*7'];
      await receive(place, oneSet('R*5', faults));
      const submitted = await submitClaims(place.exchange, place.id, [claimJson('A1'), claimJson('A2')]);
      expect(submitted.claims.map(({ state }) => state)).toEqual(['ready', 'known']);
      await sendMore(place, claimJson('A2', { diagnoses: ['J06.9', 'R05.9'] }));
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'sent', A3: 'rejected_999' });
      // The old answer comes once more, then that of the new file.
      await receive(place, oneSet('R*5', faults).replaceAll('000000077', '000000079'));
      expect(await states(place)).toEqual({ A1: 'sent', A2: 'sent', A3: 'rejected_999' });
      const second = interchange({ ...FA, isa13: '000000080' }, [ack999('2', { '0001': 'A' }, 'A', '1*1*1')]);
      await receive(place, second);
      expect(await states(place)).toEqual({ A1: 'acknowledged', A2: 'acknowledged', A3: 'rejected_999' });
      const { stages } = await answerSummary(store().db, { id: String(old?.id), sentAt: new Date() }, new Date());
      expect(stages[0]).toMatchObject({ sent: { claims: 3 }, rejected: { claims: 3 }, silent: { claims: 0 } });
      expect((await claimsOf(place)).length).toBe(3);
    });

    test('a refusal of the set, the group or the interchange as such is told as what it is', async () => {
      const place = await openSentIn(9, claimJson('A1'));
      const told = async (text: string) => {
        const id = await receive(place, text);
        const rows = await rowsOf(`select detail->'errors' as errors from acknowledgments
          where file_id = '${id}' and claim_id is not null`);
        return rows.map(({ errors }) => errors);
      };
      expect(await told(oneSet('R*4', []))).toMatchObject([[{ message: 'Transaction set: segment count mismatch' }]]);
      const group = interchange({ ...FA, isa13: '000000079' }, [ack999('1', {}, 'R', '1*1*0*6')]);
      expect(await told(group)).toMatchObject([[{ message: 'Functional group: control number invalid' }]]);
      expect(await told(ta1('000000001', 'R', '025'))).toMatchObject([
        [{ message: 'Interchange: duplicate control number' }],
      ]);
    });

    test('need 58: accepted with errors is no rejection; the claim moves on and its errors are shown', async () => {
      const place = await openSentIn(9, claimJson('A1'), claimJson('A2'));
      const at = await ordinalOf(place, 'CLM*A1');
      const id = await receive(place, oneSet('E*5', [`IK3*CLM*${at}*2300*8`, 'IK4*5:3*1325*7']));
      expect(await states(place)).toEqual({ A1: 'acknowledged', A2: 'acknowledged' });
      expect((await told(id)).map(({ pcn, result }) => [pcn, result])).toEqual([['A1', 'accepted_with_errors'], ['A2', 'accepted']]); // biome-ignore format: rows
      expect(await detailOf(place, 'A1')).toMatchObject({ errors: [{ path: '/frequency' }] });
    });

    test('need 53: of a group that is accepted in part only the refused set goes back', async () => {
      const place = await openSent(claimJson('A1'), claimJson('A2'), claimJson('A3'));
      const faults = { '0002': ['IK3*CLM*18*2300*8', 'IK4*2*782*1'] };
      const id = await receive(
        place,
        interchange(FA, [ack999('1', { '0001': 'A', '0002': 'R', '0003': 'E' }, 'P', '3*3*2', faults)]),
      );
      expect(await states(place)).toEqual({ A1: 'acknowledged', A2: 'rejected_999', A3: 'acknowledged' });
      const rows = await rowsOf(`select patient_control_number as pcn, st02, result from acknowledgments
        where file_id = '${id}' order by ordinal`);
      expect(rows).toEqual([
        { pcn: 'A1', st02: '0001', result: 'accepted' },
        { pcn: 'A2', st02: '0002', result: 'rejected' },
        { pcn: 'A3', st02: '0003', result: 'accepted_with_errors' },
        { pcn: null, st02: null, result: 'partly_accepted' },
      ]);
    });

    test('nothing of the patient is in the words', async () => {
      const place = await openSentIn(9, claimJson('A1'));
      const at = await ordinalOf(place, 'NM1*IL');
      await receive(
        place,
        oneSet('R*5', [`IK3*NM1*${at}*2010*8`, 'CTX*SUBSCRIBER NAME NM109:MEM0001', 'IK4*9*67*6*MEM0001']),
      );
      const detail = JSON.stringify(await detailOf(place, 'A1'));
      expect(detail).toContain('/subscriber/memberId');
      expect(detail).not.toMatch(/MEM0001|WINTERS/);
    });
  });
}
