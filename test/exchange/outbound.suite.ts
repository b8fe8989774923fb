/** From claim JSON to files: submit, batch and the sweep that finds what waits. */
import { describe, expect, test } from 'vitest';
import { codeEdition, codeEditions } from '../../src/codes/edition.ts';
import { batch } from '../../src/exchange/batch.ts';
import type { Exchange } from '../../src/exchange/ports.ts';
import { readRulePack } from '../../src/exchange/rule-pack-file.ts';
import { submit, submitClaims } from '../../src/exchange/submit.ts';
import { sweep } from '../../src/exchange/sweep.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import {
  claimsOfFile,
  findFile,
  insertSubmission,
  listEvents,
  newId,
  pausePartner,
  readFileBytes,
  type Store,
} from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { claimJson } from './answers.ts';
import { builtFile, openPlace, type Place, vault } from './place.ts';

export function outboundSuite(store: () => Store, server: () => SftpServer): void {
  const open = () => openPlace(store(), server());
  const hand = (place: Place, ...claims: unknown[]) => submitClaims(place.exchange, place.id, claims);
  const claimsOf = (place: Place) =>
    store()
      .db.selectFrom('claims')
      .select(['id', 'patientControlNumber', 'state', 'usage', 'issues'])
      .where('partnerId', '=', place.id)
      .orderBy('patientControlNumber')
      .execute();
  const statesOf = async (place: Place) => (await claimsOf(place)).map(({ state }) => state);
  /** Runs batches as long as they ask for more; gives back the ids of the files built. */
  const batchAll = async (place: Place) => {
    const files: string[] = [];
    for (let more = true; more; ) {
      const followUps = await batch(place.exchange, { partnerId: place.id });
      for (const one of followUps) if (one.step === 'transmit') files.push(one.payload.fileId);
      more = followUps.some(({ step }) => step === 'batch');
    }
    return files;
  };
  const textOf = async (fileId: string) => (await readFileBytes(store().db, fileId, vault)).toString();

  describe('submit', () => {
    test('each claim is told apart: ready, held, refused with a pointer', async () => {
      const place = await open();
      const result = await hand(
        place,
        claimJson('A1'),
        claimJson('A2', { charge: '185.01' }),
        { ...claimJson('A3'), subscriber: { ...claimJson('A3').subscriber, sex: 'X' } },
        'no claim',
      );
      expect(result.claims.map(({ index, state }) => [index, state])).toEqual([
        [0, 'ready'],
        [1, 'held'],
        [2, 'refused'],
        [3, 'refused'],
      ]);
      expect(result.claims[1]?.issues.length).toBeGreaterThan(0);
      expect(result.claims[2]?.issues).toMatchObject([{ code: 'claim-invalid', path: '/subscriber/sex' }]);
      expect(await statesOf(place)).toEqual(['ready', 'held']);
      // Our own ids may hold any digits by chance.
      const said = (JSON.stringify(result) + place.lines.join('')).replace(
        /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
        '',
      );
      expect(said).not.toMatch(/WINTERS|ALMA|MEM0001|1971/);
    });

    test('a claim that breaks a rule of the partner is held', async () => {
      const place = await open();
      await place.change({ rulePacks: [readRulePack('samples/rules/medi-cal.json')] });
      const replaces = { payerClaimNumber: 'P1' };
      const result = await hand(place, claimJson('A1'), { ...claimJson('A2'), frequency: '7', replaces });
      expect(result.claims.map(({ state }) => state)).toEqual(['ready', 'held']);
      expect(result.claims[1]?.issues).toMatchObject([{ code: 'partner-rule', path: '/lines' }]);
    });

    test('a claim with a code that the imported list of its day lacks is held', async () => {
      const place = await open();
      const list = codeEdition({ kind: 'icd10cm', effective: '2025-10-01' }, new Map([['J069', { label: '' }]]));
      const exchange = { ...place.exchange, codes: () => codeEditions([list]) };
      const claims = [claimJson('A1', { diagnoses: ['J06.9'] }), claimJson('A2', { diagnoses: ['J06.8'] })];
      const result = await submitClaims(exchange, place.id, claims);
      expect(result.claims.map(({ state }) => state)).toEqual(['ready', 'held']);
      expect(result.claims[1]?.issues).toMatchObject([{ code: 'code-unknown', path: '/diagnoses/0' }]);
    });

    test('a held claim that is handed in again takes the place of the held one: it was never sent', async () => {
      const place = await open();
      const codes = (...known: readonly string[]) => {
        const list = new Map(known.map((code) => [code, { label: '' }]));
        return codeEditions([codeEdition({ kind: 'icd10cm', effective: '2025-10-01' }, list)]);
      };
      const given = [claimJson('A1', { charge: '185.01' }), claimJson('A2', { diagnoses: ['J06.8'] }), claimJson('A3')];
      const listed = (...known: readonly string[]) => ({ ...place.exchange, codes: () => codes(...known) });
      const first = await submitClaims(listed('J069'), place.id, given);
      expect(first.claims.map(({ state }) => state)).toEqual(['held', 'held', 'ready']);
      // One is corrected, one is as it was while its list was imported; one is handed in twice.
      const again = [claimJson('A1'), claimJson('A1'), claimJson('A2', { diagnoses: ['J06.8'] }), claimJson('A3')];
      const second = await submitClaims(listed('J069', 'J068'), place.id, again);
      expect(second.claims.map(({ state, id }) => [state, id])).toEqual([
        ['ready', first.claims[0]?.id],
        ['known', first.claims[0]?.id],
        ['ready', first.claims[1]?.id],
        ['known', first.claims[2]?.id],
      ]);
      expect(await claimsOf(place)).toMatchObject([{ issues: [] }, { issues: [] }, { issues: [] }]);
      const events = await listEvents(store().db, first.claims[0]?.id ?? '');
      expect(events.map(({ type }) => type)).toEqual(['held', 'released']);
      const [file] = await batchAll(place);
      expect(
        [...readInterchangeSync(await textOf(file ?? ''))].filter(({ type }) => type === '837.claim'),
      ).toMatchObject([{ chargeCents: 18500 }, { chargeCents: 18500 }, { chargeCents: 18500 }]);
    });

    test('a held claim stays held while what is handed in is wrong, and one that was sent is not touched', async () => {
      const place = await open();
      await hand(place, claimJson('A1', { charge: '185.01' }));
      expect((await hand(place, claimJson('A1', { charge: '185.02' }))).claims).toMatchObject([{ state: 'held' }]);
      await hand(place, claimJson('A1'));
      await batchAll(place);
      expect((await hand(place, claimJson('A1', { charge: '185.02' }))).claims).toMatchObject([{ state: 'refused' }]);
      expect(await statesOf(place)).toEqual(['batched']);
    });

    test('a claim handed in again is known, one with another content is refused', async () => {
      const place = await open();
      const [first] = (await hand(place, claimJson('A1'))).claims;
      const again = await hand(
        place,
        claimJson('A1'),
        claimJson('A1', { diagnoses: ['J02.9'] }),
        claimJson('A1', { frequency: '7', replaces: { payerClaimNumber: 'N1' } }),
      );
      expect(again.claims).toMatchObject([
        { state: 'known', id: first?.id },
        { state: 'refused', issues: [{ path: '/patientControlNumber' }] },
        { state: 'ready' },
      ]);
      expect(await statesOf(place)).toEqual(['ready', 'ready']);
    });

    test('twice in one hand-in is once', async () => {
      const place = await open();
      const result = await hand(place, claimJson('A1'), claimJson('A1'));
      expect(result.claims.map(({ state }) => state)).toEqual(['ready', 'known']);
    });

    test('the step run again, or side by side, adds nothing', async () => {
      const place = await open();
      const submissionId = newId();
      await insertSubmission(store().db, {
        id: submissionId,
        partnerId: place.id,
        sha256: '',
        body: [claimJson('A1')],
      });
      await Promise.all([1, 2, 3].map(() => submit(place.exchange, { submissionId })));
      const [claim, ...others] = await claimsOf(place);
      expect(others).toEqual([]);
      expect(await listEvents(store().db, claim?.id ?? '')).toHaveLength(1);
    });

    test('what no database can hold is named before it gets there', async () => {
      const place = await open();
      const bad = claimJson('A1', { meta: { note: 'NUL \u0000' } });
      await expect(hand(place, bad)).rejects.toMatchObject({ code: 'usage' });
      await expect(hand(place, claimJson('A1', { meta: { note: 'half \ud83d' } }))).rejects.toMatchObject({
        code: 'usage',
      });
      const fine = await hand(place, claimJson('A1', { meta: { note: 'a \\u0000 in so many letters, and 😀' } }));
      expect(fine.claims[0]?.state).toBe('ready');
    });

    test('a full file is asked for at once, less waits for the schedule', async () => {
      const place = await open();
      await place.change({ batch: { maxClaimsPerFile: 2 } });
      expect((await hand(place, claimJson('A1'))).followUps).toEqual([]);
      expect((await hand(place, claimJson('A2'), claimJson('A3'))).followUps).toEqual([
        { step: 'batch', payload: { partnerId: place.id } },
      ]);
    });
  });

  describe('batch', () => {
    test('ready claims become one file with its numbers, places and events', async () => {
      const place = await open();
      await hand(place, claimJson('A1'), claimJson('A2'), claimJson('A3', { charge: '1' }));
      const [fileId = '', ...others] = await batchAll(place);
      expect(others).toEqual([]);
      expect(await findFile(store().db, fileId)).toMatchObject({
        direction: 'out',
        state: 'built',
        kind: '837P',
        name: `${place.id}_837P_T_000000001.x12`,
        isa13: '000000001',
        usage: 'T',
        claims: 2,
      });
      const items = [...readInterchangeSync(await textOf(fileId))];
      const written = items.filter((item) => item.type === '837.claim');
      const places = await claimsOfFile(store().db, fileId);
      expect(written.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['A1', 'A2']);
      expect(places.map(({ patientControlNumber, gs06 }) => [patientControlNumber, gs06])).toEqual([
        ['A1', '1'],
        ['A2', '1'],
      ]);
      for (const [index, { segmentFrom, segmentTo }] of places.entries()) {
        const segment = written[index]?.origin.segment ?? 0;
        expect(segment >= segmentFrom && segment <= segmentTo).toBe(true);
      }
      expect(await statesOf(place)).toEqual(['batched', 'batched', 'held']);
      expect((await listEvents(store().db, places[0]?.claimId ?? '')).map(({ type }) => type)).toEqual([
        'submitted',
        'batched',
      ]);
    });

    test('files hold no more claims than the profile says, and numbers go on', async () => {
      const place = await open();
      await place.change({ batch: { maxClaimsPerFile: 2, maxClaimsPerSet: 1 } });
      await hand(place, ...Array.from({ length: 5 }, (_, index) => claimJson(`A${index}`)));
      const files = await batchAll(place);
      const rows = await Promise.all(files.map((id) => findFile(store().db, id)));
      expect(rows.map((row) => [row?.isa13, row?.claims])).toEqual([
        ['000000001', 2],
        ['000000002', 2],
        ['000000003', 1],
      ]);
      const sets = [...readInterchangeSync(await textOf(files[0] ?? ''))].filter(({ type }) => type === 'transaction');
      expect(sets).toHaveLength(2);
    });

    test('files hold claims of one payer where the profile asks for it', async () => {
      const place = await open();
      await place.change({ batch: { onePayerPerFile: true } });
      const of = (number: string, id: string) => claimJson(number, { payer: { id, name: 'PLAN' } });
      await hand(place, of('A1', 'ONE'), of('A2', 'TWO'), of('A3', 'ONE'));
      const files = await batchAll(place);
      const payers = await Promise.all(
        files.map(async (id) =>
          (await textOf(id)).match(/(?<=\*PI\*)\w+/g)?.filter((one, at, all) => all.indexOf(one) === at),
        ),
      );
      expect(payers).toEqual([['ONE'], ['TWO']]);
      expect(await statesOf(place)).toEqual(['batched', 'batched', 'batched']);
    });

    test('files hold no more bytes than the profile says, and no claim is forgotten', async () => {
      const place = await open();
      await place.change({ batch: { maxBytesPerFile: 10_000 } });
      const numbers = Array.from({ length: 60 }, (_, index) => `A${index + 100}`);
      await hand(place, ...numbers.map((number) => claimJson(number)));
      const texts = await Promise.all((await batchAll(place)).map(textOf));
      expect(texts.length).toBeGreaterThan(1);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(10_000);
      expect(texts.flatMap((text) => text.match(/(?<=CLM\*)\w+/g) ?? [])).toEqual(numbers);
    });

    test('batches side by side never take the same claim', async () => {
      const place = await open();
      await place.change({ batch: { maxClaimsPerFile: 3 } });
      await hand(place, ...Array.from({ length: 12 }, (_, index) => claimJson(`A${index}`)));
      await Promise.all([batchAll(place), batchAll(place), batchAll(place)]);
      // One may have been passed over while it was locked: the next schedule finds it.
      await batchAll(place);
      expect(await statesOf(place)).toEqual(Array.from({ length: 12 }, () => 'batched'));
      const { rows } = await store().pool.query<{ count: number }>(
        `select count(*) from file_claims fc join claims c on c.id = fc.claim_id where c.partner_id = '${place.id}'`,
      );
      expect(Number(rows[0]?.count)).toBe(12);
    });

    test('a claim that cannot be written is held and does not stop the others', async () => {
      const place = await open();
      await place.change({ delimiters: { element: '*', component: ':', repetition: '^', segment: '/' } });
      const faulty = claimJson('A2');
      const person = claimJson('A3');
      await hand(
        place,
        claimJson('A1'),
        { ...faulty, priorAuthorization: 'PA/1' },
        { ...person, subscriber: { ...person.subscriber, memberId: 'MEM/3' } },
        claimJson('A4'),
      );
      const [fileId = ''] = await batchAll(place);
      expect(await statesOf(place)).toEqual(['batched', 'held', 'held', 'batched']);
      const [, held, other] = await claimsOf(place);
      expect(held?.issues).toMatchObject([{ severity: 'error' }]);
      expect(other?.issues).toMatchObject([{ severity: 'error' }]);
      expect(JSON.stringify([held?.issues, other?.issues]) + place.lines.join('')).not.toMatch(/PA\/1|MEM\/3|WINTERS/);
      expect((await findFile(store().db, fileId))?.claims).toBe(2);
      expect(await batchAll(place)).toEqual([]);
    });

    test('claims handed in as test stay test when the profile turns to production', async () => {
      const place = await open();
      await hand(place, claimJson('A1'));
      await place.change({ usage: 'P' });
      await hand(place, claimJson('A2'));
      const files = await batchAll(place);
      const usages = await Promise.all(files.map(async (id) => (await findFile(store().db, id))?.usage));
      expect(usages).toEqual(['T', 'P']);
      const isa = await Promise.all(files.map(async (id) => (await textOf(id)).slice(102, 103)));
      expect(isa).toEqual(['T', 'P']);
    });

    test('a name that was used before is passed over', async () => {
      const place = await open();
      await place.change({ fileName: '{partner}-{isa13}.x12' });
      await hand(place, claimJson('A1'));
      await batchAll(place);
      await place.change({ usage: 'P' });
      await hand(place, claimJson('A2'));
      const [fileId = ''] = await batchAll(place);
      expect(await findFile(store().db, fileId)).toMatchObject({ name: `${place.id}-000000002.x12`, usage: 'P' });
    });

    test('nothing is built for a paused partner', async () => {
      const place = await open();
      await hand(place, claimJson('A1'));
      await pausePartner(store().db, place.id, 'sftp-login', 'refused');
      expect(await batchAll(place)).toEqual([]);
      expect(await statesOf(place)).toEqual(['ready']);
    });
  });

  describe('sweep', () => {
    const age = (table: string, place: Place, column: string, seconds: number) =>
      store().pool.query(`update ${table} set ${column} = now() - make_interval(secs => ${seconds})
        where partner_id = '${place.id}'`);
    const stepsOf = async (exchange: Exchange) => (await sweep(exchange)).map(({ step }) => step);

    test('what is young is let alone, what waits too long is asked for', async () => {
      const place = await open();
      await place.change({ batch: { everySeconds: 30 } });
      const id = newId();
      await hand(place, claimJson('A1'));
      await insertSubmission(store().db, { id, partnerId: place.id, sha256: '', body: [claimJson('A2')] });
      await builtFile(place);
      const own = async () =>
        (await sweep(place.exchange)).filter(
          (one) => JSON.stringify(one).includes(place.id) || one.step === 'submit' || one.step === 'transmit',
        );
      expect(await own()).toEqual([]);
      await age('submissions', place, 'created_at', 20);
      await age('files', place, 'state_at', 20);
      await age('claims', place, 'state_at', 20);
      const found = await stepsOf(place.exchange);
      expect(found).toEqual(expect.arrayContaining(['submit', 'transmit']));
      // Ready claims wait as long as the partner's batches are apart.
      expect(found).not.toContain('batch');
      await age('claims', place, 'state_at', 40);
      expect(await sweep(place.exchange)).toContainEqual({ step: 'batch', payload: { partnerId: place.id } });
      await submit(place.exchange, { submissionId: id });
    });

    test('a poll that did not come is asked for, once per its time', async () => {
      const place = await open();
      await place.change({ pollSeconds: 100 });
      const late = { step: 'collect', payload: { partnerId: place.id } };
      expect(await sweep(place.exchange)).not.toContainEqual(late);
      await store().pool.query(
        `update partners set created_at = now() - interval '200 seconds' where id = '${place.id}'`,
      );
      expect(await sweep(place.exchange)).toContainEqual(late);
      expect(await sweep(place.exchange)).not.toContainEqual(late);
    });
  });
}
