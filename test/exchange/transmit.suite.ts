/** Sending: exactly once, from whatever a crash left in the database and on the server. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { SftpSession } from '../../src/exchange/sftp.ts';
import { sweep } from '../../src/exchange/sweep.ts';
import { transmit } from '../../src/exchange/transmit.ts';
import { type FileState, findFile, findPartner, moveFile, resumePartner, type Store } from '../../src/store/index.ts';
import { takeLease } from '../../src/store/leases.ts';
import type { SftpServer } from '../services/sshd.ts';
import { builtFile, contents, openPlace, type Place } from './place.ts';

const TEXT = 'ISA*claims~'.repeat(50);
const HALF = TEXT.slice(0, 100);
const CONTENT = { whole: TEXT, half: HALF };

/** A file as a process left it that died in that state. */
async function leftIn(place: Place, state: FileState, temporary = true) {
  const file = await builtFile(place, TEXT);
  if (state !== 'built') {
    const names = { remoteFolder: place.to, temporaryName: temporary ? `${file.name}.part` : null };
    await moveFile(place.exchange.store.db, file.id, ['built'], 'uploading', names);
    if (state !== 'uploading') await moveFile(place.exchange.store.db, file.id, ['uploading'], state);
  }
  return file;
}

export function transmitSuite(store: () => Store, server: () => SftpServer): void {
  const rowOf = async (id: string) => {
    const row = await findFile(store().db, id);
    if (row === undefined) throw new Error('the file is gone');
    return row;
  };

  describe('transmit', () => {
    test('a built file is put under a temporary name, renamed and sent', async () => {
      const place = await openPlace(store(), server());
      const { id, name } = await builtFile(place, TEXT);
      expect(await transmit(place.exchange, { fileId: id })).toEqual([]);
      expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1, errorCode: null, sentAt: expect.any(Date) });
      expect(contents(place.to)).toEqual({ [name]: TEXT });
      expect(place.operations).toEqual([`put ${name}.part`, `rename ${name}`]);
      // Again, and nothing happens.
      await transmit(place.exchange, { fileId: id });
      expect(place.connects).toBe(1);
    });

    test('a partner that forbids renaming gets it under its final name', async () => {
      const place = await openPlace(store(), server());
      await place.change({ sftp: { rename: false } });
      const { id, name } = await builtFile(place, TEXT);
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
      expect(place.operations).toEqual([`put ${name}`]);
    });

    type Remote = Partial<Record<'final' | 'temporary', keyof typeof CONTENT>>;
    type Row = [state: FileState, remote: Remote, outcome: FileState, operations: string[]];
    // What is in the database, what is on the server, what it comes to, and what may be done on the server for it.
    test.each<Row>([
      ['uploading', {}, 'sent', ['put .part', 'rename']],
      ['uploading', { temporary: 'half' }, 'sent', ['remove .part', 'put .part', 'rename']],
      ['uploading', { temporary: 'whole' }, 'sent', ['rename']],
      ['uploading', { final: 'whole' }, 'sent', []],
      ['uploading', { final: 'half' }, 'failed', []],
      ['renaming', {}, 'sent', []],
      ['renaming', { temporary: 'whole' }, 'sent', ['rename']],
      ['renaming', { temporary: 'half' }, 'sent', ['remove .part', 'put .part', 'rename']],
      ['renaming', { final: 'whole' }, 'sent', []],
      ['renaming', { final: 'half' }, 'failed', []],
      ['built', { final: 'whole' }, 'failed', []],
      ['built', { temporary: 'half' }, 'failed', []],
      ['sent', {}, 'sent', []],
      ['failed', {}, 'failed', []],
      ['uncertain', {}, 'uncertain', []],
    ])('%s, on the server %j: %s', async (state, remote, outcome, operations) => {
      const place = await openPlace(store(), server());
      const { id, name } = await leftIn(place, state);
      if (remote.final !== undefined) writeFileSync(path.join(place.to, name), CONTENT[remote.final]);
      if (remote.temporary !== undefined) writeFileSync(path.join(place.to, `${name}.part`), CONTENT[remote.temporary]);
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe(outcome);
      expect(place.operations.map((one) => one.replace(name, '').trim())).toEqual(operations);
      if (operations.length > 0) expect(contents(place.to)).toEqual({ [name]: TEXT });
    });

    test.each<[state: FileState, final: keyof typeof CONTENT | undefined, outcome: FileState]>([
      ['uploading', undefined, 'uncertain'],
      ['uploading', 'half', 'uncertain'],
      ['uploading', 'whole', 'sent'],
    ])('without renaming: %s, on the server %j: %s', async (state, final, outcome) => {
      const place = await openPlace(store(), server());
      const { id, name } = await leftIn(place, state, false);
      if (final !== undefined) writeFileSync(path.join(place.to, name), CONTENT[final]);
      await transmit(place.exchange, { fileId: id });
      const errorCode = outcome === 'uncertain' ? 'sftp-uncertain' : null;
      expect(await rowOf(id)).toMatchObject({ state: outcome, errorCode });
      // It waits for an answer or a person: nobody sends it again.
      await transmit(place.exchange, { fileId: id });
      expect(place.operations).toEqual([]);
    });

    test('what was committed counts, not a profile that changed since', async () => {
      const place = await openPlace(store(), server());
      const direct = await leftIn(place, 'uploading', false);
      const elsewhere = path.join(path.dirname(place.to), 'elsewhere');
      mkdirSync(elsewhere);
      const renamed = await leftIn(place, 'renaming');
      writeFileSync(path.join(place.to, `${renamed.name}.part`), TEXT);
      await place.change({ sftp: { outbound: elsewhere, temporarySuffix: '.tmp' } });
      await transmit(place.exchange, { fileId: direct.id });
      await transmit(place.exchange, { fileId: renamed.id });
      expect((await rowOf(direct.id)).state).toBe('uncertain');
      expect((await rowOf(renamed.id)).state).toBe('sent');
      expect(contents(place.to)).toEqual({ [renamed.name]: TEXT });
      expect(contents(elsewhere)).toEqual({});
    });

    test('a folder that is corrected later gets the file', async () => {
      const place = await openPlace(store(), server());
      const { id, name } = await builtFile(place, TEXT);
      for (const rename of [true, false]) {
        await place.change({ sftp: { outbound: '/nowhere/to', rename } });
        await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({ code: 'sftp-folder' });
        expect(await rowOf(id)).toMatchObject({ state: 'built', errorCode: 'sftp-folder' });
      }
      await place.change({ sftp: { outbound: place.to } });
      await transmit(place.exchange, { fileId: id });
      expect(await rowOf(id)).toMatchObject({ state: 'sent', errorCode: null, errorText: null });
      expect(contents(place.to)).toEqual({ [name]: TEXT });
    });

    test('a partner that takes files away at once has them', async () => {
      const place = await openPlace(store(), server());
      place.wrap((session) => ({
        ...session,
        rename: async (from, to) => {
          await session.rename(from, to);
          renameSync(to, path.join(place.from, path.basename(to)));
        },
      }));
      const { id, name } = await builtFile(place, TEXT);
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
      expect(contents(place.from)).toEqual({ [name]: TEXT });
    });

    test('a rename that the server only says it did is no success', async () => {
      const place = await openPlace(store(), server());
      place.wrap((session) => ({ ...session, rename: async () => {} }));
      const { id } = await builtFile(place, TEXT);
      await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({ code: 'sftp-transfer' });
      expect((await rowOf(id)).state).toBe('renaming');
      place.wrap((session) => session);
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
    });

    test('an upload that the server cuts short is done again', async () => {
      const place = await openPlace(store(), server());
      place.wrap((session) => ({ ...session, put: (file, bytes) => session.put(file, bytes.subarray(0, 7)) }));
      const { id, name } = await builtFile(place, TEXT);
      await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({ retry: true });
      expect(await rowOf(id)).toMatchObject({ state: 'uploading', errorCode: 'sftp-transfer' });
      place.wrap((session) => session);
      await transmit(place.exchange, { fileId: id });
      expect(contents(place.to)).toEqual({ [name]: TEXT });
    });

    const failing: readonly (keyof SftpSession)[] = ['put', 'rename', 'stat', 'remove'];
    test.each(failing.flatMap((one) => [[one, 'before'] as const, [one, 'after'] as const]))(
      'a connection lost at each %s, %s it: sent once in the end',
      async (operation, when) => {
        const place = await openPlace(store(), server());
        const { id, name } = await leftIn(place, 'uploading');
        writeFileSync(path.join(place.to, `${name}.part`), HALF);
        let failures = 0;
        place.wrap((session) => breaking(session, operation, when, () => failures++ < 3));
        for (let run = 0; run < 12 && (await rowOf(id)).state !== 'sent'; run++) {
          await transmit(place.exchange, { fileId: id }).catch(() => {});
        }
        expect((await rowOf(id)).state).toBe('sent');
        expect(failures).toBeGreaterThan(0);
        expect(contents(place.to)).toEqual({ [name]: TEXT });
        expect(place.operations.filter((one) => one === `rename ${name}`).length).toBeLessThanOrEqual(4);
      },
    );

    test('many runs at once, in one process or several, send once', async () => {
      const place = await openPlace(store(), server());
      const { id, name } = await builtFile(place, TEXT);
      await Promise.all(Array.from({ length: 5 }, () => transmit(place.exchange, { fileId: id })));
      expect((await rowOf(id)).state).toBe('sent');
      expect(place.operations).toEqual([`put ${name}.part`, `rename ${name}`]);
    });

    test('a lease keeps others off and is taken over when its owner died', async () => {
      const place = await openPlace(store(), server());
      const { id } = await builtFile(place, TEXT);
      await takeLease(store().db, `transmit-${id}`, 'another process', 1);
      await transmit(place.exchange, { fileId: id });
      expect(place.connects).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
    });

    test('a process that was overtaken neither sends again nor leaves its copy', async () => {
      const place = await openPlace(store(), server());
      const { id, name } = await builtFile(place, TEXT);
      let overtaken = false;
      place.wrap((session) => ({
        ...session,
        put: async (file, bytes) => {
          await session.put(file, bytes);
          if (overtaken) return;
          // We stood still for longer than our lease: another process sends the file and the partner takes it.
          overtaken = true;
          await sql`delete from leases where name = ${`transmit-${id}`}`.execute(store().db);
          await transmit(place.exchange, { fileId: id });
          renameSync(path.join(place.to, name), path.join(place.from, name));
          writeFileSync(path.join(place.to, `${name}.part`), TEXT);
        },
      }));
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
      expect(contents(place.to)).toEqual({});
      expect(place.operations.filter((one) => one.startsWith('rename'))).toHaveLength(1);
    });

    test('a refused login pauses the partner: no second try until it is resumed or its profile changes', async () => {
      const place = await openPlace(store(), server());
      const right = place.partner().sftp.hostKeys;
      await place.change({ sftp: { hostKeys: [`SHA256:${'A'.repeat(43)}`] } });
      const { id } = await builtFile(place, TEXT);
      const other = await builtFile(place, TEXT);
      await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({ code: 'sftp-host-key' });
      expect(await findPartner(store().db, place.id)).toMatchObject({ pausedCode: 'sftp-host-key' });
      expect(await rowOf(id)).toMatchObject({ state: 'built', errorCode: 'sftp-host-key' });
      await transmit(place.exchange, { fileId: id });
      await transmit(place.exchange, { fileId: other.id });
      expect(place.connects).toBe(1);
      expect(await sweep(place.exchange)).toEqual([]);
      await resumePartner(store().db, place.id);
      await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({ code: 'sftp-host-key' });
      expect(place.connects).toBe(2);
      await place.change({ sftp: { hostKeys: right } });
      await transmit(place.exchange, { fileId: id });
      expect((await rowOf(id)).state).toBe('sent');
    });

    test('a server that is away is no reason for a pause', async () => {
      const place = await openPlace(store(), server());
      const { id } = await builtFile(place, TEXT);
      await place.change({ sftp: { port: 1 } });
      await expect(transmit(place.exchange, { fileId: id })).rejects.toMatchObject({
        code: 'sftp-unreachable',
        retry: true,
      });
      expect((await findPartner(store().db, place.id))?.pausedAt).toBeNull();
      expect(await rowOf(id)).toMatchObject({ state: 'built', errorCode: 'sftp-unreachable' });
    });
  });
}

/** A session whose connection is lost at an operation, done or not done by then, as long as it is asked to fail. */
function breaking(
  session: SftpSession,
  operation: keyof SftpSession,
  when: 'before' | 'after',
  fails: () => boolean,
): SftpSession {
  let lost = false;
  const guard =
    <A extends unknown[], T>(name: keyof SftpSession, work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (lost) throw new Error('the connection was lost');
      if (name !== operation || !fails()) return work(...args);
      lost = true;
      if (when === 'after') await work(...args);
      throw new Error('the connection was lost');
    };
  return {
    ...session,
    put: guard('put', session.put),
    rename: guard('rename', session.rename),
    stat: guard('stat', session.stat),
    remove: guard('remove', session.remove),
  };
}
