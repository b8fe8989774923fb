/** Read-only views of files for the dashboard and the JSON API. */
import type { Selectable } from 'kysely';
import { type AnswerSummary, answerSummary } from './answer-views.ts';
import type { Db } from './database.ts';
import { PAGE_SIZE, type PageOf, pageOf } from './pages.ts';
import type { AcknowledgmentsTable, FilesTable } from './tables.ts';

const LISTED = [
  'id', 'partnerId', 'direction', 'kind', 'name', 'size', 'sha256', 'state', 'isa13', 'usage', 'claims', 'createdAt',
  'stateAt', 'sentAt', 'errorCode',
] as const; // biome-ignore format: a table
const DETAILED = [...LISTED, 'remoteFolder', 'attempts', 'errorText'] as const;

export type ListedFile = Pick<Selectable<FilesTable>, (typeof LISTED)[number]>;
/** `trouble` stands for every state that needs a person. */
export type FileFilter = {
  direction?: 'in' | 'out' | undefined;
  state?: FilesTable['state'] | 'trouble' | undefined;
  partner?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
};

/** Files, newest first. */
export async function pageOfFiles(db: Db, filter: FileFilter): Promise<PageOf<ListedFile>> {
  const { direction, state, partner, after, limit = PAGE_SIZE } = filter;
  let query = db
    .selectFrom('files')
    .select(LISTED)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (direction !== undefined) query = query.where('direction', '=', direction);
  if (state === 'trouble') query = query.where('state', 'in', ['uncertain', 'failed', 'unreadable']);
  else if (state !== undefined) query = query.where('state', '=', state);
  if (partner !== undefined) query = query.where('partnerId', '=', partner);
  if (after !== undefined) query = query.where('id', '<', after);
  return pageOf(await query.execute(), limit);
}

export type FileDetail = {
  file: Pick<Selectable<FilesTable>, (typeof DETAILED)[number]>;
  /** Claims of an outbound file, in file order, at most `CLAIMS_SHOWN`. */
  claims: {
    id: string;
    patientControlNumber: string;
    chargeCents: number;
    state: string;
    gs06: string;
    st02: string;
    segmentFrom: number;
    segmentTo: number;
  }[];
  /** What an inbound file said, in file order, at most `CLAIMS_SHOWN`. */
  acknowledgments: Pick<
    Selectable<AcknowledgmentsTable>,
    | 'id'
    | 'kind'
    | 'claimId'
    | 'patientControlNumber'
    | 'result'
    | 'stage'
    | 'codes'
    | 'isa13'
    | 'gs06'
    | 'st02'
    | 'answersFileId'
  >[];
  payments: { id: string; payerName: string | null; traceNumber: string; amountCents: number; state: string }[];
  /** What became of the claims of an outbound file. */
  summary?: AnswerSummary;
  /** Files whose acknowledgments answer this one. */
  answers: { id: string; name: string; kind: string }[];
};

/** Most claims or acknowledgments that a file's page lists. */
export const CLAIMS_SHOWN = 500;

/** A file with what it carries and what answered it, as of `now`; undefined when there is none. */
export async function fileDetail(db: Db, id: string, now: Date): Promise<FileDetail | undefined> {
  const file = await db.selectFrom('files').select(DETAILED).where('id', '=', id).executeTakeFirst();
  if (file === undefined) return undefined;
  const claims = await db
    .selectFrom('fileClaims as f')
    .innerJoin('claims as c', 'c.id', 'f.claimId')
    .select([
      'c.id',
      'c.patientControlNumber',
      'c.chargeCents',
      'c.state',
      'f.gs06',
      'f.st02',
      'f.segmentFrom',
      'f.segmentTo',
    ])
    .where('f.fileId', '=', id)
    .orderBy('f.gs06')
    .orderBy('f.st02')
    .orderBy('f.segmentFrom')
    .limit(CLAIMS_SHOWN)
    .execute();
  const acknowledgments = await db
    .selectFrom('acknowledgments')
    .select([
      'id',
      'kind',
      'claimId',
      'patientControlNumber',
      'result',
      'stage',
      'codes',
      'isa13',
      'gs06',
      'st02',
      'answersFileId',
    ])
    .where('fileId', '=', id)
    .orderBy('ordinal')
    .limit(CLAIMS_SHOWN)
    .execute();
  const payments = await db
    .selectFrom('payments')
    .select(['id', 'payerName', 'traceNumber', 'amountCents', 'state'])
    .where('fileId', '=', id)
    .orderBy('ordinal')
    .execute();
  const answers = await db
    .selectFrom('acknowledgments as a')
    .innerJoin('files as f', 'f.id', 'a.fileId')
    .select(['f.id', 'f.name', 'f.kind'])
    .distinct()
    .where('a.answersFileId', '=', id)
    .orderBy('f.id')
    .execute();
  const found = { file, claims, acknowledgments, payments, answers };
  return claims.length === 0 ? found : { ...found, summary: await answerSummary(db, file, now) };
}
