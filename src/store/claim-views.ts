/** Read-only views of claims for the dashboard and the JSON API. The claim's body stays in the database. */
import type { Selectable } from 'kysely';
import type { ClaimState } from '../claims/lifecycle.ts';
import { isOverdue } from './answer-views.ts';
import type { Db } from './database.ts';
import { PAGE_SIZE, type PageOf, pageOf, prefixPattern } from './pages.ts';
import type { AcknowledgmentsTable, ClaimsTable, EventsTable } from './tables.ts';

const LISTED = [
  'id', 'partnerId', 'kind', 'usage', 'patientControlNumber', 'frequency', 'payerId', 'chargeCents', 'paidCents',
  'patientResponsibilityCents', 'serviceFrom', 'serviceTo', 'state', 'stateAt', 'payerClaimNumber', 'createdAt',
] as const; // biome-ignore format: a table
const DETAILED = [...LISTED, 'replacesNumber', 'billingNpi', 'submissionId', 'issues'] as const;

export type ListedClaim = Pick<Selectable<ClaimsTable>, (typeof LISTED)[number]>;
export type ClaimFilter = {
  /** `overdue` stands for every claim whose next answer should have come by `now`. */
  state?: ClaimState | 'overdue' | undefined;
  partner?: string | undefined;
  search?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
};

/** Claims, newest first; `search` is the beginning of a patient control number or a whole payer claim number. */
export async function pageOfClaims(db: Db, filter: ClaimFilter, now: Date): Promise<PageOf<ListedClaim>> {
  const { state, partner, search, after, limit = PAGE_SIZE } = filter;
  let query = db
    .selectFrom('claims')
    .select(LISTED)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (state === 'overdue') query = query.where(isOverdue(now));
  else if (state !== undefined) query = query.where('state', '=', state);
  if (partner !== undefined) query = query.where('partnerId', '=', partner);
  if (after !== undefined) query = query.where('id', '<', after);
  if (search !== undefined) {
    query = query.where((is) =>
      is.or([is('patientControlNumber', 'ilike', prefixPattern(search)), is('payerClaimNumber', '=', search)]),
    );
  }
  return pageOf(await query.execute(), limit);
}

export type ClaimDetail = {
  claim: Pick<Selectable<ClaimsTable>, (typeof DETAILED)[number]>;
  events: (Omit<Selectable<EventsTable>, 'claimId' | 'dedupeKey'> & { fileName: string | null })[];
  files: {
    fileId: string;
    name: string;
    state: string;
    gs06: string;
    st02: string;
    segmentFrom: number;
    segmentTo: number;
    sentAt: Date | null;
  }[];
  acknowledgments: (Pick<
    Selectable<AcknowledgmentsTable>,
    'id' | 'fileId' | 'kind' | 'result' | 'stage' | 'codes' | 'detail' | 'origin' | 'createdAt'
  > & { fileName: string })[];
};

/** A claim with its events, the files it was sent in and the acknowledgments that name it; undefined when there is none. */
export async function claimDetail(db: Db, id: string): Promise<ClaimDetail | undefined> {
  const claim = await db.selectFrom('claims').select(DETAILED).where('id', '=', id).executeTakeFirst();
  if (claim === undefined) return undefined;
  const events = await db
    .selectFrom('events as e')
    .leftJoin('files as f', 'f.id', 'e.fileId')
    .select(['e.id', 'e.type', 'e.at', 'e.fileId', 'e.origin', 'e.detail', 'f.name as fileName'])
    .where('e.claimId', '=', id)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  const files = await db
    .selectFrom('fileClaims as c')
    .innerJoin('files as f', 'f.id', 'c.fileId')
    .select(['c.fileId', 'f.name', 'f.state', 'c.gs06', 'c.st02', 'c.segmentFrom', 'c.segmentTo', 'f.sentAt'])
    .where('c.claimId', '=', id)
    .orderBy('c.fileId')
    .execute();
  const acknowledgments = await db
    .selectFrom('acknowledgments as a')
    .innerJoin('files as f', 'f.id', 'a.fileId')
    .select([
      'a.id',
      'a.fileId',
      'a.kind',
      'a.result',
      'a.stage',
      'a.codes',
      'a.detail',
      'a.origin',
      'a.createdAt',
      'f.name as fileName',
    ])
    .where('a.claimId', '=', id)
    .orderBy('a.id')
    .execute();
  return { claim, events, files, acknowledgments };
}
