import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  claimsAtSegment,
  claimsOfFile,
  createVault,
  type FileState,
  findFile,
  findPartner,
  findSentFile,
  finishRemoteEntry,
  insertFile,
  insertFileClaims,
  insertReceivedFile,
  knownRemoteEntries,
  listFilesWaiting,
  markCollected,
  moveFile,
  newId,
  noteFileError,
  pausePartner,
  pendingRemoteEntries,
  readFileBytes,
  rememberRemoteEntry,
  resumePartner,
  type Store,
  sha256,
  transact,
  upsertPartner,
} from '../../src/store/index.ts';
import { addClaims, addFile, addPartner, vault } from './rows.ts';

/** Files, what is known of partners, and what was seen on their servers. */
export function filesSuite(store: () => Store): void {
  const received = (partnerId: string) =>
    ({ id: newId(), partnerId, kind: '835', name: 'a.x12', state: 'stored' }) as const;

  describe('partners', () => {
    test('stay paused for the first reason until resumed or until their profile changes', async () => {
      const id = await addPartner(store());
      const paused = async () => (await findPartner(store().db, id))?.pausedCode;
      await pausePartner(store().db, id, 'sftp-login', 'login refused');
      await pausePartner(store().db, id, 'sftp-host-key', 'another host key');
      await upsertPartner(store().db, { id, profileHash: 'one' });
      expect(await paused()).toBe('sftp-login');
      expect(await resumePartner(store().db, id)).toBe(true);
      expect(await resumePartner(store().db, id)).toBe(false);
      await pausePartner(store().db, id, 'sftp-login', 'login refused');
      await upsertPartner(store().db, { id, profileHash: 'two' });
      expect(await paused()).toBeNull();
      const at = new Date('2026-03-01T10:00:00.123Z');
      await markCollected(store().db, id, at);
      expect((await findPartner(store().db, id))?.lastCollectedAt).toEqual(at);
    });
  });

  describe('bytes of a file', () => {
    test('come back as they were, over several chunks, and lie sealed in the table', async () => {
      const partnerId = await addPartner(store());
      const bytes = Buffer.concat([Buffer.alloc(2_500_000, 'ISA*00*SECRETNAME*'), Buffer.from([0, 255, 10])]);
      const file = received(partnerId);
      await transact(store(), (tx) => insertReceivedFile(tx, file, bytes, vault));
      expect((await readFileBytes(store().db, file.id, vault)).equals(bytes)).toBe(true);
      expect(await findFile(store().db, file.id)).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
      const { rows } = await sql<{ bytes: Buffer }>`
        select bytes from file_chunks where file_id = ${file.id} order by ordinal`.execute(store().db);
      expect(rows).toHaveLength(3);
      expect(rows.every((row) => !row.bytes.includes('SECRET') && !row.bytes.includes('ISA*'))).toBe(true);
    });

    test('do not open with another key, in another order, or when one chunk is gone', async () => {
      const partnerId = await addPartner(store());
      const file = received(partnerId);
      const bytes = Buffer.alloc(1_500_000, `${file.id}`);
      await transact(store(), (tx) => insertReceivedFile(tx, file, bytes, vault));
      await expect(readFileBytes(store().db, file.id, createVault(Buffer.alloc(32, 8)))).rejects.toThrow();
      await sql`update file_chunks set ordinal = 1 - ordinal + 10 where file_id = ${file.id}`.execute(store().db);
      await sql`update file_chunks set ordinal = ordinal - 10 where file_id = ${file.id}`.execute(store().db);
      await expect(readFileBytes(store().db, file.id, vault)).rejects.toThrow();
      await sql`delete from file_chunks where file_id = ${file.id}`.execute(store().db);
      await expect(readFileBytes(store().db, file.id, vault)).rejects.toThrow('not whole');
    });

    test('may be none', async () => {
      const file = received(await addPartner(store()));
      await transact(store(), (tx) => insertReceivedFile(tx, file, Buffer.alloc(0), vault));
      expect(await readFileBytes(store().db, file.id, vault)).toHaveLength(0);
    });
  });

  describe('receiving', () => {
    test('the same bytes from the same partner, at once or later, is one file', async () => {
      const [here, there] = [await addPartner(store()), await addPartner(store())];
      const receive = (partnerId: string) =>
        transact(store(), (tx) => insertReceivedFile(tx, received(partnerId), Buffer.from('same bytes'), vault));
      const both = await Promise.all([receive(here), receive(here)]);
      const ids = new Set([...both, await receive(here)].map((file) => file.id));
      expect(ids.size).toBe(1);
      expect(both.map((file) => file.known).sort()).toEqual([false, true]);
      expect((await receive(there)).known).toBe(false);
      const [id = ''] = ids;
      expect((await readFileBytes(store().db, id, vault)).toString()).toBe('same bytes');
    });

    test('remembers remote entries until their after-action is done', async () => {
      const partnerId = await addPartner(store());
      const fileId = await addFile(store(), partnerId);
      const entry = { partnerId, path: '/out/a.x12', size: 10, modifiedAt: new Date('2026-01-01T00:00:00Z') };
      const changed = { ...entry, modifiedAt: new Date('2026-01-02T00:00:00Z') };
      expect(await knownRemoteEntries(store().db, partnerId, [entry, changed])).toEqual([]);
      await rememberRemoteEntry(store().db, { ...entry, fileId });
      await rememberRemoteEntry(store().db, { ...entry, fileId });
      expect(await knownRemoteEntries(store().db, partnerId, [changed, entry])).toEqual([
        { ...entry, fileId, afterDone: false },
      ]);
      expect(await pendingRemoteEntries(store().db, partnerId)).toHaveLength(1);
      await finishRemoteEntry(store().db, entry);
      expect(await pendingRemoteEntries(store().db, partnerId)).toEqual([]);
      expect(await knownRemoteEntries(store().db, partnerId, [entry])).toMatchObject([{ afterDone: true }]);
    });
  });

  describe('a file moves', () => {
    test('only from the states named, and counts its uploads', async () => {
      const id = await addFile(store(), await addPartner(store()), 'out');
      const move = (from: FileState[], to: FileState, patch = {}) => moveFile(store().db, id, from, to, patch);
      expect(await move(['uploading'], 'sent')).toBe(false);
      expect(await move(['built'], 'uploading', { temporaryName: 'a.part', detail: { a_b: 1 } })).toBe(true);
      await noteFileError(store().db, id, 'sftp-transfer', 'broken off');
      expect(await move(['built', 'uploading'], 'uploading')).toBe(true);
      expect(await findFile(store().db, id)).toMatchObject({
        state: 'uploading',
        temporaryName: 'a.part',
        attempts: 2,
        errorCode: 'sftp-transfer',
        detail: { a_b: 1 },
      });
      const sentAt = new Date('2026-01-01T00:00:00Z');
      expect(await move(['uploading', 'renaming'], 'sent', { sentAt, errorCode: null, errorText: null })).toBe(true);
      expect(await findFile(store().db, id)).toMatchObject({
        state: 'sent',
        sentAt,
        errorCode: null,
        temporaryName: 'a.part',
      });
    });

    test('and waits in the sweep while it does not', async () => {
      const id = await addFile(store(), await addPartner(store()), 'out');
      const waiting = async (states: FileState[], seconds: number) =>
        (await listFilesWaiting(store().db, states, seconds)).map((file) => file.id);
      expect(await waiting(['built', 'uploading'], 0)).toContain(id);
      expect(await waiting(['built'], 3600)).not.toContain(id);
      expect(await waiting(['sent'], 0)).not.toContain(id);
    });
  });

  describe('a sent file', () => {
    test('is found by its numbers, the newest first, and tells which claim a segment belongs to', async () => {
      const partnerId = await addPartner(store());
      const [a = '', b = '', c = ''] = await addClaims(store(), partnerId, 3);
      const send = async (isa13: string, gs06: string, claims: string[]) => {
        const id = newId();
        const file = { id, partnerId, direction: 'out', kind: '837', name: id, state: 'sent', isa13 } as const;
        const places = claims.map((claimId, index) => {
          return {
            claimId,
            gs06,
            st02: index < 2 ? '0001' : '0002',
            segmentFrom: 10 + index * 20,
            segmentTo: 29 + index * 20,
          };
        });
        await transact(store(), async (tx) => {
          await insertFile(tx, file, Buffer.from('ISA'), vault);
          await insertFileClaims(tx, id, places);
          await insertFileClaims(tx, id, places);
        });
        return id;
      };
      const old = await send('000000001', '1', [a]);
      const recent = await send('000000002', '2', [a, b, c]);
      const again = await send('000000001', '3', []);
      const find = async (which: { isa13?: string; gs06?: string }) =>
        (await findSentFile(store().db, { partnerId, ...which }))?.id;
      expect(await find({ isa13: '000000001' })).toBe(again);
      expect(await find({ isa13: '000000001', gs06: '1' })).toBe(old);
      expect(await find({ gs06: '2' })).toBe(recent);
      expect(await find({ gs06: '9' })).toBeUndefined();
      expect((await claimsOfFile(store().db, recent)).map((row) => [row.claimId, row.patientControlNumber])).toEqual([
        [a, 'C1'],
        [b, 'C2'],
        [c, 'C3'],
      ]);
      expect((await claimsOfFile(store().db, recent, '0002')).map((row) => row.claimId)).toEqual([c]);
      expect(await claimsAtSegment(store().db, recent, '0001', 29)).toEqual([a]);
      expect(await claimsAtSegment(store().db, recent, '0001', 30)).toEqual([b]);
      expect(await claimsAtSegment(store().db, recent, '0001', 5)).toEqual([]);
      expect(await claimsAtSegment(store().db, recent, '0001')).toEqual([a, b]);
    });
  });
}
