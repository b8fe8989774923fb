/** Receiving: each file once, whole, and the remote one put away only after the commit. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../src/exchange/collect.ts';
import type { SftpSession } from '../../src/exchange/sftp.ts';
import { findPartner, pausePartner, pendingRemoteEntries, readFileBytes, type Store } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';
import { contents, drop, openPlace, type Place, vault } from './place.ts';

export function collectSuite(store: () => Store, server: () => SftpServer): void {
  const run = (place: Place) => collect(place.exchange, { partnerId: place.id });
  /** What is stored of a partner: names and contents, oldest first. */
  const stored = async (place: Place) => {
    const rows = await store()
      .db.selectFrom('files')
      .select(['id', 'name', 'state'])
      .where('partnerId', '=', place.id)
      .orderBy('id')
      .execute();
    return Promise.all(
      rows.map(async ({ id, name }) => [name, (await readFileBytes(store().db, id, vault)).toString()] as const),
    );
  };

  describe('collect', () => {
    test('new files are fetched once, in order, and asked to be ingested', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'b.835', 'two');
      drop(place.from, 'a.999', 'one');
      const followUps = await run(place);
      expect(followUps.map(({ step }) => step)).toEqual(['ingest', 'ingest']);
      expect(await stored(place)).toEqual([
        ['a.999', 'one'],
        ['b.835', 'two'],
      ]);
      expect(await run(place)).toEqual([]);
      expect(place.operations).toEqual(['get a.999', 'get b.835']);
      expect(Object.keys(contents(place.from))).toEqual(['a.999', 'b.835']);
      expect((await findPartner(store().db, place.id))?.lastCollectedAt).toBeInstanceOf(Date);
    });

    test('folders, hidden, temporary and empty files are left alone', async () => {
      const place = await openPlace(store(), server());
      mkdirSync(path.join(place.from, 'archive'));
      for (const name of ['.hidden', 'x.part', 'x.PARTIAL', 'x.filepart', 'x.tmp']) drop(place.from, name, 'x');
      drop(place.from, 'empty.835', '');
      expect(await run(place)).toEqual([]);
      drop(place.from, 'empty.835', 'no longer');
      expect(await run(place)).toHaveLength(1);
    });

    test('the same content under another name is one file', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'a.835', 'same');
      drop(place.from, 'b.835', 'same');
      expect(await run(place)).toHaveLength(1);
      drop(place.from, 'c.835', 'same');
      expect(await run(place)).toEqual([]);
      expect(await stored(place)).toEqual([['a.835', 'same']]);
      // Neither is it fetched a second time.
      await run(place);
      expect(place.operations).toHaveLength(3);
    });

    test('the same name with new content is a new file', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'daily.999', 'monday', 300);
      await run(place);
      drop(place.from, 'daily.999', 'sunday', 200);
      expect(await run(place)).toHaveLength(1);
      expect((await stored(place)).map(([, text]) => text)).toEqual(['monday', 'sunday']);
    });

    test('a file that is being written is not taken before it stands still', async () => {
      const place = await openPlace(store(), server());
      await place.change({ sftp: { stableSeconds: 0.4 } });
      const file = path.join(place.from, 'slow.835');
      writeFileSync(file, 'ISA*');
      const writer = setInterval(() => appendFileSync(file, 'more*'), 100);
      drop(place.from, 'done.999', 'whole');
      expect(await run(place)).toHaveLength(1);
      expect(await run(place)).toEqual([]);
      clearInterval(writer);
      appendFileSync(file, 'IEA~');
      expect(await run(place)).toHaveLength(1);
      const texts = new Map(await stored(place));
      expect(texts.get('slow.835')).toBe(contents(place.from)['slow.835']);
      expect(texts.get('slow.835')).toMatch(/IEA~$/);
    });

    test('a long wait goes on over several runs, also of other processes', async () => {
      const place = await openPlace(store(), server());
      await place.change({ sftp: { stableSeconds: 11 } });
      drop(place.from, 'a.835', 'one');
      expect(await run(place)).toEqual([]);
      const back = (seconds: number) =>
        store().pool.query(`update remote_sightings set since = now() - make_interval(secs => ${seconds})
          where partner_id = '${place.id}'`);
      await back(5);
      expect(await run({ ...place, exchange: { ...place.exchange } })).toEqual([]);
      await back(12);
      drop(place.from, 'a.835', 'longer');
      expect(await run(place)).toEqual([]);
      await back(12);
      expect(await run({ ...place, exchange: { ...place.exchange } })).toHaveLength(1);
      expect(await stored(place)).toEqual([['a.835', 'longer']]);
    });

    test('a file that changes or goes while it is read is left to the next time', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'a.835', 'one');
      drop(place.from, 'b.835', 'gone');
      drop(place.from, 'c.835', 'whole');
      place.wrap((session) => ({
        ...session,
        get: async (file, size) => {
          if (file.endsWith('b.835')) rmSync(file);
          const bytes = await session.get(file, size);
          if (file.endsWith('a.835')) appendFileSync(file, ' and two');
          return bytes;
        },
      }));
      expect(await run(place)).toHaveLength(1);
      expect((await stored(place)).map(([name]) => name)).toEqual(['c.835']);
      place.wrap((session) => session);
      expect(await run(place)).toHaveLength(1);
      expect((await stored(place)).map(([, text]) => text)).toEqual(['whole', 'one and two']);
    });

    test('a short read is an error and nothing is stored', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'a.835', 'whole');
      place.wrap((session) => ({ ...session, get: async (file) => (await session.get(file)).subarray(1) }));
      await expect(run(place)).rejects.toMatchObject({ code: 'sftp-transfer', retry: true });
      expect(await stored(place)).toEqual([]);
    });

    test('a folder that is missing does not keep the others from being read, and is told', async () => {
      const place = await openPlace(store(), server());
      await place.change({ sftp: { inbound: ['/nowhere/from', place.from] } });
      drop(place.from, 'a.835', 'one');
      expect(await run(place)).toHaveLength(1);
      expect(place.lines.join('')).toContain('cannot list /nowhere/from');
      await expect(run(place)).rejects.toMatchObject({ code: 'sftp-folder' });
    });

    describe.each<[what: string, left: (place: Place) => Record<string, string>]>([
      ['delete', () => ({})],
      ['move', () => ({ 'a.835': 'one' })],
    ])('%s after the download', (what, left) => {
      const open = async () => {
        const place = await openPlace(store(), server());
        const done = path.join(path.dirname(place.from), 'done');
        mkdirSync(done);
        await place.change({ sftp: { afterDownload: what === 'delete' ? 'delete' : { moveTo: `${done}/` } } });
        drop(place.from, 'a.835', 'one');
        return { place, done };
      };

      test('is done once the file is stored', async () => {
        const { place, done } = await open();
        expect(await run(place)).toHaveLength(1);
        expect(contents(place.from)).toEqual({});
        expect(contents(done)).toEqual(left(place));
        expect(await pendingRemoteEntries(store().db, place.id)).toEqual([]);
      });

      test('is not done when the commit fails', async () => {
        const { place } = await open();
        const broken = {
          open: vault.open,
          seal(): Buffer {
            throw new Error('died');
          },
        };
        await expect(collect({ ...place.exchange, vault: broken }, { partnerId: place.id })).rejects.toThrow('died');
        expect(contents(place.from)).toEqual({ 'a.835': 'one' });
        expect(await stored(place)).toEqual([]);
        expect(await run(place)).toHaveLength(1);
      });

      test('is made up for by the next run when a process dies after the commit', async () => {
        const { place, done } = await open();
        const dead = () => Promise.reject(new Error('died'));
        const died = (session: SftpSession): SftpSession => {
          let reads = 0;
          // The look at the file after its download still works; then comes the commit, and then the end.
          const stat = (file: string) => (++reads > 1 ? dead() : session.stat(file));
          return { ...session, remove: dead, rename: dead, stat };
        };
        place.wrap(died);
        await expect(run(place)).rejects.toThrow('died');
        expect(contents(place.from)).toEqual({ 'a.835': 'one' });
        expect(await stored(place)).toHaveLength(1);
        place.wrap((session) => session);
        place.operations.length = 0;
        expect(await run(place)).toEqual([]);
        expect(place.operations).toEqual([what === 'delete' ? 'remove a.835' : 'rename a.835']);
        expect(contents(place.from)).toEqual({});
        expect(contents(done)).toEqual(left(place));
        expect(await stored(place)).toHaveLength(1);
      });

      test('does not touch another file that came under the name meanwhile', async () => {
        const { place, done } = await open();
        place.wrap((session) => ({
          ...session,
          remove: () => Promise.reject(new Error('died')),
          rename: () => Promise.reject(new Error('died')),
        }));
        await expect(run(place)).rejects.toThrow('died');
        place.wrap((session) => session);
        // As long as the first one, and newer.
        drop(place.from, 'a.835', 'two', 10);
        expect(await run(place)).toHaveLength(1);
        expect((await stored(place)).map(([, text]) => text)).toEqual(['one', 'two']);
        expect(contents(place.from)).toEqual({});
        expect(Object.values(contents(done))).toEqual(what === 'delete' ? [] : ['two']);
      });
    });

    test('a move onto a name that is taken keeps both', async () => {
      const place = await openPlace(store(), server());
      const done = path.join(path.dirname(place.from), 'done');
      mkdirSync(done);
      await place.change({ sftp: { afterDownload: { moveTo: done } } });
      drop(done, 'a.835', 'earlier');
      drop(place.from, 'a.835', 'one');
      expect(await run(place)).toHaveLength(1);
      expect(Object.values(contents(done)).sort()).toEqual(['earlier', 'one']);
    });

    test('a server that lets nothing be moved is told, tried again, and keeps nothing back', async () => {
      const place = await openPlace(store(), server());
      await place.change({ sftp: { afterDownload: { moveTo: '/nowhere/done' } } });
      drop(place.from, 'a.835', 'one');
      drop(place.from, 'b.835', 'two');
      expect(await run(place)).toHaveLength(2);
      drop(place.from, 'c.835', 'three');
      expect(await run(place)).toHaveLength(1);
      await expect(run(place)).rejects.toMatchObject({ code: 'sftp-folder' });
      expect(await pendingRemoteEntries(store().db, place.id)).toHaveLength(3);
      await place.change({ sftp: { afterDownload: 'leave' } });
      expect(await run(place)).toEqual([]);
      expect(await pendingRemoteEntries(store().db, place.id)).toEqual([]);
      expect(Object.keys(contents(place.from))).toHaveLength(3);
    });

    test('two runs at once fetch each file once; a paused partner is left alone', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'a.835', 'one');
      const both = await Promise.all([run(place), run(place)]);
      expect(both.flat()).toHaveLength(1);
      expect(place.operations).toEqual(['get a.835']);
      const { connects } = place;
      await pausePartner(store().db, place.id, 'sftp-login', 'refused');
      expect(await run(place)).toEqual([]);
      expect(place.connects).toBe(connects);
    });

    test('no log line tells what a file holds', async () => {
      const place = await openPlace(store(), server());
      drop(place.from, 'a.835', 'NM1*QC*1*WINTERS*ALMA');
      await run(place);
      expect(place.lines.length).toBeGreaterThan(0);
      expect(place.lines.join('')).not.toMatch(/WINTERS|ALMA/);
    });
  });
}
