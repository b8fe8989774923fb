/**
 * Ingests a stored file once more and tells what that changed. What the file brought before stays as it is, since every row
 * of it has its place in the file; what is read now and was not then is added.
 */
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { transact } from '../store/database.ts';
import { type FileEvent, type FileOutcome, fileEventsAfter, fileOutcome, lastEvent } from '../store/file-outcome.ts';
import { findFile, moveFile } from '../store/files.ts';
import { type Ingestion, settle, surveyOf } from './ingest.ts';

/** What came of the file before and after, and the events that its claims got. */
export type Replayed = {
  fileId: string;
  name: string;
  before: FileOutcome;
  after: FileOutcome;
  events: FileEvent[];
};

/** States of a file that was read before. */
const READ_BEFORE = ['ingested', 'unreadable'] as const;

/** Replays a received file, all of it or nothing. Throws a Problem (usage) for what is no received file that was ingested. */
export async function replay(ingestion: Ingestion, fileId: string): Promise<Replayed> {
  const file = z.uuid().safeParse(fileId).success ? await findFile(ingestion.store.db, fileId) : undefined;
  if (file?.direction !== 'in')
    throw new Problem(
      'usage',
      `replay: no received file has the id ${fileId}: the dashboard shows it on the file's page`,
    );
  const survey = await surveyOf(ingestion, fileId);
  return transact(ingestion.store, async (tx) => {
    const before = await fileOutcome(tx, fileId);
    const last = await lastEvent(tx);
    if (!(await moveFile(tx, fileId, READ_BEFORE, 'stored')))
      throw new Problem('usage', `replay: file ${fileId} is still to be ingested`);
    await settle(ingestion, tx, fileId, survey);
    const [after, events] = [await fileOutcome(tx, fileId), await fileEventsAfter(tx, fileId, last)];
    return { fileId, name: file.name, before, after, events };
  });
}

/** What differs between before and after, as `name before -> after`; empty where nothing changed. */
export function changesOf({ before, after }: Pick<Replayed, 'before' | 'after'>): string[] {
  return (Object.keys(before) as (keyof FileOutcome)[])
    .filter((name) => before[name] !== after[name])
    .map((name) => `${WORDS[name]} ${before[name]} -> ${after[name]}`);
}

const WORDS: Readonly<Record<keyof FileOutcome, string>> = {
  state: 'file',
  kind: 'kind',
  acknowledgments: 'acknowledgments',
  payments: 'payments',
  posted: 'payments posted',
  duplicates: 'payments known as duplicates',
  exceptions: 'payments in exception',
  claimPayments: 'claim payments',
  matched: 'claim payments matched',
  events: 'events of claims',
};
