/** Finding the sent file, and the claims in it, that an answer speaks of. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from './bulk.ts';
import type { Db } from './database.ts';
import type { FilePlace, FileRow } from './files.ts';
import type { ClaimsTable } from './tables.ts';

/** What an answer says of the file it answers. */
export type SentFileKey = {
  partnerId: string;
  isa13?: string | undefined;
  gs06?: string | undefined;
  usage?: string | undefined;
};

/**
 * The newest outbound file of a partner with that ISA13, that GS06, or both; control numbers come round again, so an
 * answer means the newest. Test and production files are numbered apart: one of the given usage comes first.
 */
export function findSentFile(db: Db, { partnerId, isa13, gs06, usage }: SentFileKey): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .selectAll('files')
    .where('files.partnerId', '=', partnerId)
    .where('files.direction', '=', 'out')
    .$if(isa13 !== undefined, (query) => query.where('files.isa13', '=', isa13!))
    .$if(gs06 !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('fileClaims')
            .select('fileClaims.fileId')
            .whereRef('fileClaims.fileId', '=', 'files.id')
            .where('fileClaims.gs06', '=', gs06!),
        ),
      ),
    )
    .$if(usage !== undefined, (query) => query.orderBy(sql`files.usage is distinct from ${usage}`))
    .orderBy('files.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A claim's place in a sent file, with what names the claim. `past`: it was handed in again since, and this sending is over. */
export type FileClaim = FilePlace &
  Pick<Selectable<ClaimsTable>, 'patientControlNumber' | 'state' | 'billingNpi'> & { past: boolean };

/** The claims of a sent file, or of one of its sets, in the order they stand in it. */
export function claimsOfFile(db: Db, fileId: string, st02?: string): Promise<FileClaim[]> {
  return db
    .selectFrom('fileClaims')
    .innerJoin('claims', 'claims.id', 'fileClaims.claimId')
    .select([
      'claimId', 'gs06', 'st02', 'segmentFrom', 'segmentTo', 'claims.patientControlNumber', 'claims.state', 'claims.billingNpi',
    ]) // biome-ignore format: a list
    .select(
      sql<boolean>`claims.state in ('held', 'ready') or exists (
        select from file_claims later where later.claim_id = file_claims.claim_id and later.file_id > file_claims.file_id
      )`.as('past'),
    )
    .where('fileId', '=', fileId)
    .$if(st02 !== undefined, (query) => query.where('st02', '=', st02!))
    .orderBy('gs06')
    .orderBy('st02')
    .orderBy('segmentFrom')
    .execute();
}

/** Ids of the claims of a sent file whose billing provider has that tax id, or that social security number. */
export async function claimsOfBiller(db: Db, fileId: string, taxId: string): Promise<string[]> {
  const { rows } = await sql<{ claimId: string }>`
    select f.claim_id from file_claims f join claims c on c.id = f.claim_id
    where f.file_id = ${fileId}
      and ${taxId} in (c.body -> 'billingProvider' ->> 'taxId', c.body -> 'billingProvider' ->> 'ssn')
    order by f.claim_id`.execute(db);
  return rows.map(({ claimId }) => claimId);
}

/** Ids of the claims of a set whose segments include the given one; of all its claims when none is given. */
export async function claimsAtSegment(db: Db, fileId: string, st02: string, segment?: number): Promise<string[]> {
  const rows = await db
    .selectFrom('fileClaims')
    .select('claimId')
    .where('fileId', '=', fileId)
    .where('st02', '=', st02)
    .$if(segment !== undefined, (query) =>
      query.where('segmentFrom', '<=', segment!).where('segmentTo', '>=', segment!),
    )
    .orderBy('segmentFrom')
    .execute();
  return rows.map((row) => row.claimId);
}

/** Files of unknown outcome that carry any of these claims. */
export async function uncertainFilesOf(db: Db, claimIds: readonly string[]): Promise<string[]> {
  if (claimIds.length === 0) return [];
  const rows = await db
    .selectFrom('files')
    .select('files.id')
    .where('files.state', '=', 'uncertain')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('fileClaims')
          .select('fileClaims.fileId')
          .whereRef('fileClaims.fileId', '=', 'files.id')
          .where('fileClaims.claimId', '=', anyOf(claimIds, 'uuid')),
      ),
    )
    .orderBy('files.id')
    .execute();
  return rows.map((row) => row.id);
}

/** Whether any acknowledgment speaks of a sent file or of a claim in it. */
export async function isAnswered(db: Db, fileId: string): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`
    select exists (select from acknowledgments a where a.answers_file_id = ${fileId})
      or exists (
        select from file_claims fc join acknowledgments a on a.claim_id = fc.claim_id where fc.file_id = ${fileId}
      ) as answered`.execute(db);
  return rows[0]?.answered ?? false;
}

/** Whether an outbound file of the partner has that name. */
export async function isSentName(db: Db, partnerId: string, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('files')
    .select('id')
    .where('partnerId', '=', partnerId)
    .where('name', '=', name)
    .where('direction', '=', 'out')
    .executeTakeFirst();
  return row !== undefined;
}
