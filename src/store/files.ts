/** Files sent and received: their rows, their bytes (sealed, in chunks) and which claims they carry. */
import { type Selectable, sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Db, Tx } from './database.ts';
import { sha256 } from './hash.ts';
import type { Direction, FileState, FilesTable } from './tables.ts';
import type { Vault } from './vault.ts';

export type { FileState } from './tables.ts';
export type FileRow = Selectable<FilesTable>;

/** A file to store; size and hash come from its bytes. */
export type NewFile = {
  id: string;
  partnerId: string;
  kind: string;
  name: string;
  state: FileState;
  remoteFolder?: string | undefined;
  temporaryName?: string | undefined;
  isa13?: string | undefined;
  usage?: string | undefined;
  claims?: number | undefined;
  detail?: unknown;
};

/** What may change along with a file's state; null clears. */
export type FilePatch = Partial<
  Pick<
    FileRow,
    | 'kind'
    | 'name'
    | 'remoteFolder'
    | 'temporaryName'
    | 'isa13'
    | 'usage'
    | 'claims'
    | 'errorCode'
    | 'errorText'
    | 'detail'
    | 'sentAt'
  >
>;

const CHUNK_BYTES = 1024 * 1024;

/** Stores a file and its bytes. */
export async function insertFile(
  tx: Tx,
  file: NewFile & { direction: Direction },
  bytes: Uint8Array,
  vault: Vault,
): Promise<void> {
  await tx.insertInto('files').values(fileValues(file, bytes)).execute();
  await insertChunks(tx, file.id, bytes, vault);
}

/** Stores a received file; the same bytes from the same partner a second time give back the first one's id. */
export async function insertReceivedFile(
  tx: Tx,
  file: NewFile,
  bytes: Uint8Array,
  vault: Vault,
): Promise<{ id: string; known: boolean }> {
  const values = fileValues({ ...file, direction: 'in' }, bytes);
  const inserted = await tx
    .insertInto('files')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['partnerId', 'sha256']).where('direction', '=', sql.lit('in')).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (inserted !== undefined) {
    await insertChunks(tx, file.id, bytes, vault);
    return { id: file.id, known: false };
  }
  const first = await tx
    .selectFrom('files')
    .select('id')
    .where('direction', '=', 'in')
    .where('partnerId', '=', file.partnerId)
    .where('sha256', '=', values.sha256)
    .executeTakeFirstOrThrow();
  return { id: first.id, known: true };
}

function fileValues(file: NewFile & { direction: Direction }, bytes: Uint8Array) {
  const given = Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined)) as typeof file;
  return { ...given, size: bytes.length, sha256: sha256(bytes), detail: JSON.stringify(file.detail ?? {}) };
}

async function insertChunks(tx: Tx, fileId: string, bytes: Uint8Array, vault: Vault): Promise<void> {
  for (let ordinal = 0; ordinal * CHUNK_BYTES < bytes.length; ordinal++) {
    const plain = bytes.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES);
    const sealed = vault.seal(plain, chunkContext(fileId, ordinal));
    await tx.insertInto('fileChunks').values({ fileId, ordinal, bytes: sealed }).execute();
  }
}

/** Sealed with its place, a chunk opens nowhere else: chunks cannot be swapped unnoticed. */
function chunkContext(fileId: string, ordinal: number): string {
  return `${fileId}/${ordinal}`;
}

/**
 * The bytes of a file as they were stored, chunk by chunk; throws when they are not whole or not sealed with this vault's
 * key.
 */
export async function* fileChunks(db: Db, id: string, vault: Vault): AsyncGenerator<Buffer, void, undefined> {
  const file = await findFile(db, id);
  let size = 0;
  for (let ordinal = 0; ; ordinal++) {
    const chunk = await db
      .selectFrom('fileChunks')
      .select('bytes')
      .where('fileId', '=', id)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (chunk === undefined) break;
    const bytes = vault.open(chunk.bytes, chunkContext(id, ordinal));
    size += bytes.length;
    yield bytes;
  }
  if (file?.size !== size) throw new Error(`the stored bytes of file ${id} are not whole`);
}

/** The same in one piece. */
export async function readFileBytes(db: Db, id: string, vault: Vault): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileChunks(db, id, vault)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The row of a file. */
export function findFile(db: Db, id: string): Promise<FileRow | undefined> {
  return db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The row of a file, locked until the transaction ends. */
export function lockFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  return tx.selectFrom('files').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/**
 * Moves a file from one of the given states to another, with what changes along; false when it is in none of them. Each
 * move to uploading counts as an attempt.
 */
export async function moveFile(
  db: Db,
  id: string,
  from: readonly FileState[],
  to: FileState,
  patch: FilePatch = {},
): Promise<boolean> {
  const { detail, ...rest } = patch;
  const result = await db
    .updateTable('files')
    .set({ ...rest, state: to, stateAt: sql<Date>`now()` })
    .$if(detail !== undefined, (query) => query.set({ detail: JSON.stringify(detail) }))
    .$if(to === 'uploading', (query) => query.set((eb) => ({ attempts: eb('attempts', '+', 1) })))
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Notes why a file does not get on; its state stays. */
export async function noteFileError(db: Db, id: string, code: string, text: string): Promise<void> {
  await db.updateTable('files').set({ errorCode: code, errorText: text }).where('id', '=', id).execute();
}

export type WaitingFile = Pick<FileRow, 'id' | 'partnerId' | 'direction' | 'state'>;

/** Files that have been in one of the states for so many seconds, longest first. */
export function listFilesWaiting(
  db: Db,
  states: readonly FileState[],
  olderThanSeconds: number,
  limit = 1000,
): Promise<WaitingFile[]> {
  return db
    .selectFrom('files')
    .select(['id', 'partnerId', 'direction', 'state'])
    .where('state', 'in', states)
    .where('stateAt', '<=', sql<Date>`now() - make_interval(secs => ${olderThanSeconds})`)
    .orderBy('stateAt')
    .limit(limit)
    .execute();
}

/** Which segments of which set of a sent file carry a claim (ST = 1). */
export type FilePlace = { claimId: string; gs06: string; st02: string; segmentFrom: number; segmentTo: number };

const PLACE = {
  fileId: 'uuid',
  claimId: 'uuid',
  gs06: 'text',
  st02: 'text',
  segmentFrom: 'integer',
  segmentTo: 'integer',
} as const;

/** Notes where in a sent file its claims are. */
export async function insertFileClaims(tx: Tx, fileId: string, places: readonly FilePlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map((place) => ({ ...place, fileId }));
  await sql`${insertRows('fileClaims', PLACE, rows)} on conflict do nothing`.execute(tx);
}
