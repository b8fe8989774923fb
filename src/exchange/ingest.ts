/** Step ingest: a received file becomes acknowledgments, payments and events, all of it in one transaction or nothing. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { systemCode } from '../problem.ts';
import { type Item, readInterchange } from '../read-interchange.ts';
import { insertAcknowledgments } from '../store/acknowledgments.ts';
import { applyEvents, lockClaims, setPayerClaimNumbers } from '../store/claims.ts';
import { type Db, type Tx, transact } from '../store/database.ts';
import { type FileRow, fileChunks, findFile, lockFile, moveFile } from '../store/files.ts';
import { createFactsTaker, type FileFacts, UNUSABLE } from './inbound-facts.ts';
import { collectAcknowledgments } from './ingest-acks.ts';
import { postRemittances } from './ingest-payments.ts';
import { openMatcher } from './matching.ts';
import type { Exchange } from './ports.ts';
import { createRemittanceSurvey, type Remittance } from './remittance-survey.ts';
import { settleUncertain } from './sent.ts';

/**
 * Ingests one stored file; one that holds nothing we can use is kept and listed as unreadable. The file is read twice: once
 * to see what it is and what its payments come to, then, claim by claim, to post them.
 */
export async function ingest(exchange: Exchange, { fileId }: JobPayload<'ingest'>): Promise<FollowUp[]> {
  const file = await findFile(exchange.store.db, fileId);
  if (file?.state !== 'stored') return [];
  const survey = createSurvey();
  try {
    for await (const item of itemsOf(exchange.store.db, exchange, fileId)) survey.take(item);
    await settle(exchange, fileId, survey, survey.facts());
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    exchange.log.error({ fileId, partnerId: file.partnerId, err: error }, 'a file cannot be ingested');
    await settle(exchange, fileId, survey, { ...survey.facts(), error: UNUSABLE.faulty });
    return [];
  }
  const { kind, counts } = survey.facts();
  exchange.log.info({ fileId, partnerId: file.partnerId, kind, ...counts }, 'file ingested');
  return [];
}

/** What the first reading gives: all of a file but its claims. */
type Survey = { answers: readonly Item[]; remittances: readonly Remittance[] };

/** Too many, or of no concern to those who read the answers. */
const PASSED_OVER: ReadonlySet<Item['type']> = new Set(['835.claim', '837.claim', 'issue']);

function createSurvey() {
  const { take: note, facts } = createFactsTaker();
  const { take: add, remittances } = createRemittanceSurvey();
  const answers: Item[] = [];
  const take = (item: Item): void => {
    note(item);
    add(item);
    if (!PASSED_OVER.has(item.type)) answers.push(item);
  };
  return { take, facts, answers, remittances };
}

function itemsOf(db: Db, { vault }: Exchange, fileId: string): AsyncGenerator<Item, void, undefined> {
  return readInterchange(fileChunks(db, fileId, vault));
}

/** One transaction: everything the file says, and its new state. */
async function settle(exchange: Exchange, fileId: string, survey: Survey, facts: FileFacts): Promise<void> {
  await transact(exchange.store, async (tx) => {
    const file = await lockFile(tx, fileId);
    if (file?.state !== 'stored') return;
    if (facts.error === undefined) await post(exchange, tx, file, survey);
    const { errorCode, errorText } = facts.error ?? {};
    await moveFile(tx, fileId, ['stored'], facts.error === undefined ? 'ingested' : 'unreadable', {
      kind: facts.kind,
      ...facts.header,
      detail: { ...facts.counts, codes: facts.codes },
      errorCode: errorCode ?? null,
      errorText: errorText ?? null,
    });
  });
}

async function post(exchange: Exchange, tx: Tx, file: FileRow, { answers, remittances }: Survey): Promise<void> {
  const at = exchange.clock();
  await postAnswers(tx, file, answers, at);
  if (remittances.length > 0) await postRemittances({ tx, file, at }, remittances, itemsOf(tx, exchange, file.id));
}

async function postAnswers(tx: Tx, file: FileRow, answers: readonly Item[], at: Date): Promise<void> {
  const match = await openMatcher(tx, file.partnerId, answers);
  const { acknowledgments, events, payerNumbers } = await collectAcknowledgments(tx, file, answers, match);
  const claimIds = [...new Set(events.map(({ claimId }) => claimId))];
  await lockClaims(tx, claimIds);
  await settleUncertain(tx, claimIds, at);
  await insertAcknowledgments(tx, acknowledgments);
  await setPayerClaimNumbers(tx, payerNumbers);
  await applyEvents(tx, events);
}

/** Values that no column takes (22, 23) or no arithmetic: another try would end the same. A lost race (23505) would not. */
function isOfTheData(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return error instanceof RangeError || (/^2[23][0-9A-Z]{3}$/.test(code) && code !== '23505');
}
