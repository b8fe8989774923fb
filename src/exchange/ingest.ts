/** Step ingest: a received file becomes acknowledgments, payments and events, all of it in one transaction or nothing. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { systemCode } from '../problem.ts';
import { type Item, readInterchange } from '../read-interchange.ts';
import { insertAcknowledgments } from '../store/acknowledgments.ts';
import { applyEvents, lockClaims, setPayerClaimNumbers } from '../store/claims.ts';
import { type Db, type Tx, transact } from '../store/database.ts';
import { openRejections } from '../store/denial-tasks.ts';
import { type FileRow, fileChunks, findFile, lockFile, moveFile } from '../store/files.ts';
import { payerRulesOf } from '../store/payer-rules.ts';
import { createFactsTaker, type FileFacts, UNUSABLE } from './inbound-facts.ts';
import { collectAcknowledgments } from './ingest-acks.ts';
import { postRemittances } from './ingest-payments.ts';
import { openMatcher } from './matching.ts';
import { rematch } from './payment-matching.ts';
import type { Exchange } from './ports.ts';
import { createRemittanceSurvey, type Remittance } from './remittance-survey.ts';
import { settleUncertain } from './sent.ts';

/** What ingesting works with. */
export type Ingestion = Pick<Exchange, 'store' | 'vault' | 'clock' | 'log'>;

/**
 * Ingests one stored file; one that holds nothing we can use is kept and listed as unreadable. The file is read twice: once
 * to see what it is and what its payments come to, then, claim by claim, to post them.
 */
export async function ingest(ingestion: Ingestion, { fileId }: JobPayload<'ingest'>): Promise<FollowUp[]> {
  const { store, log } = ingestion;
  const file = await findFile(store.db, fileId);
  if (file?.state !== 'stored') return [];
  let survey = NOTHING;
  try {
    const read = await surveyOf(ingestion, fileId);
    survey = read;
    await transact(store, (tx) => settle(ingestion, tx, fileId, read));
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    log.error({ fileId, partnerId: file.partnerId, err: error }, 'a file cannot be ingested');
    const faulty = { ...survey, facts: { ...survey.facts, error: UNUSABLE.faulty } };
    await transact(store, (tx) => settle(ingestion, tx, fileId, faulty));
    return [];
  }
  const { kind, counts } = survey.facts;
  log.info({ fileId, partnerId: file.partnerId, kind, ...counts }, 'file ingested');
  return [];
}

/** What the first reading of a file gives: all of it but its claims. */
export type Survey = { facts: FileFacts; answers: readonly Item[]; remittances: readonly Remittance[] };

/** Of a file that cannot be read at all. */
const NOTHING: Survey = { facts: createFactsTaker().facts(), answers: [], remittances: [] };

/** Too many, or of no concern to those who read the answers. */
const PASSED_OVER: ReadonlySet<Item['type']> = new Set(['835.claim', '837.claim', 'issue']);

/** Reads a file for the first time. */
export async function surveyOf(ingestion: Ingestion, fileId: string): Promise<Survey> {
  const facts = createFactsTaker();
  const remits = createRemittanceSurvey();
  const answers: Item[] = [];
  for await (const item of itemsOf(ingestion.store.db, ingestion, fileId)) {
    facts.take(item);
    remits.take(item);
    if (!PASSED_OVER.has(item.type)) answers.push(item);
  }
  return { facts: facts.facts(), answers, remittances: remits.remittances };
}

function itemsOf(db: Db, { vault }: Ingestion, fileId: string): AsyncGenerator<Item, void, undefined> {
  return readInterchange(fileChunks(db, fileId, vault));
}

/** Everything a stored file says, and its new state: in one transaction. */
export async function settle(ingestion: Ingestion, tx: Tx, fileId: string, survey: Survey): Promise<void> {
  const { facts } = survey;
  const file = await lockFile(tx, fileId);
  if (file?.state !== 'stored') return;
  if (facts.error === undefined) await post(ingestion, tx, file, survey);
  const { errorCode, errorText } = facts.error ?? {};
  await moveFile(tx, fileId, ['stored'], facts.error === undefined ? 'ingested' : 'unreadable', {
    kind: facts.kind,
    ...facts.header,
    detail: { ...facts.counts, codes: facts.codes },
    errorCode: errorCode ?? null,
    errorText: errorText ?? null,
  });
}

async function post(ingestion: Ingestion, tx: Tx, file: FileRow, { answers, remittances }: Survey): Promise<void> {
  const at = ingestion.clock();
  await postAnswers(ingestion, tx, file, answers, at);
  if (remittances.length > 0) await postRemittances({ tx, file, at }, remittances, itemsOf(tx, ingestion, file.id));
}

async function postAnswers(
  { vault }: Ingestion,
  tx: Tx,
  file: FileRow,
  answers: readonly Item[],
  at: Date,
): Promise<void> {
  const match = await openMatcher(tx, file.partnerId, answers);
  const { acknowledgments, events, payerNumbers } = await collectAcknowledgments(tx, file, answers, match, vault);
  const claimIds = [...new Set(events.map(({ claimId }) => claimId))];
  await lockClaims(tx, claimIds);
  await settleUncertain(tx, claimIds, at);
  await insertAcknowledgments(tx, acknowledgments);
  await setPayerClaimNumbers(tx, payerNumbers);
  await applyEvents(tx, events);
  await openRejections(tx, claimIds, await payerRulesOf(tx));
  await rematch(
    tx,
    file.partnerId,
    payerNumbers.map(({ claimId }) => claimId),
  );
}

/** Values that no column takes (22, 23) or no arithmetic: another try would end the same. A lost race (23505) would not. */
function isOfTheData(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return error instanceof RangeError || (/^2[23][0-9A-Z]{3}$/.test(code) && code !== '23505');
}
