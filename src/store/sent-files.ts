/** Finding the sent file, and the claims in it, that an answer speaks of. */
import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { FilePlace, FileRow } from './files.ts';
import type { ClaimsTable } from './tables.ts';

/**
 * The newest outbound file of a partner with that ISA13, that GS06, or both; control numbers come round again, so an
 * answer means the newest.
 */
export function findSentFile(
  db: Db,
  { partnerId, isa13, gs06 }: { partnerId: string; isa13?: string | undefined; gs06?: string | undefined },
): Promise<FileRow | undefined> {
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
    .orderBy('files.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A claim's place in a sent file, with what names the claim. */
export type FileClaim = FilePlace & Pick<Selectable<ClaimsTable>, 'patientControlNumber' | 'state'>;

/** The claims of a sent file, or of one of its sets, in the order they stand in it. */
export function claimsOfFile(db: Db, fileId: string, st02?: string): Promise<FileClaim[]> {
  return db
    .selectFrom('fileClaims')
    .innerJoin('claims', 'claims.id', 'fileClaims.claimId')
    .select([
      'claimId', 'gs06', 'st02', 'segmentFrom', 'segmentTo', 'claims.patientControlNumber', 'claims.state',
    ]) // biome-ignore format: a list
    .where('fileId', '=', fileId)
    .$if(st02 !== undefined, (query) => query.where('st02', '=', st02!))
    .orderBy('gs06')
    .orderBy('st02')
    .orderBy('segmentFrom')
    .execute();
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
