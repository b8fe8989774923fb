/** Step ingest: a received file becomes acknowledgments, payments and events, all of it in one transaction or nothing. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { systemCode } from '../problem.ts';
import { type Item, readInterchangeSync } from '../read-interchange.ts';
import { insertAcknowledgments } from '../store/acknowledgments.ts';
import { applyEvents, lockClaims, setPayerClaimNumbers } from '../store/claims.ts';
import { type Tx, transact } from '../store/database.ts';
import { type FileRow, findFile, lockFile, moveFile, readFileBytes } from '../store/files.ts';
import { type FileFacts, factsOf, UNUSABLE } from './inbound-facts.ts';
import { collectAcknowledgments } from './ingest-acks.ts';
import { postPayments, remittancesOf } from './ingest-payments.ts';
import { openMatcher } from './matching.ts';
import type { Exchange } from './ports.ts';
import { settleUncertain } from './sent.ts';

/** Ingests one stored file; one that holds nothing we can use is kept and listed as unreadable. */
export async function ingest(exchange: Exchange, { fileId }: JobPayload<'ingest'>): Promise<FollowUp[]> {
  const file = await findFile(exchange.store.db, fileId);
  if (file?.state !== 'stored') return [];
  const items = read(await readFileBytes(exchange.store.db, fileId, exchange.vault));
  const facts = factsOf(items);
  try {
    await settle(exchange, fileId, items, facts);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    exchange.log.error({ fileId, partnerId: file.partnerId, err: error }, 'a file cannot be ingested');
    await settle(exchange, fileId, [], { ...facts, error: UNUSABLE.faulty });
    return [];
  }
  exchange.log.info({ fileId, partnerId: file.partnerId, kind: facts.kind, ...facts.counts }, 'file ingested');
  return [];
}

/** No item at all where the reader itself gives up, which it should not. */
function read(bytes: Buffer): Item[] {
  try {
    return [...readInterchangeSync(bytes)];
  } catch {
    return [];
  }
}

/** One transaction: everything the file says, and its new state. */
async function settle(
  { store, clock }: Exchange,
  fileId: string,
  items: readonly Item[],
  facts: FileFacts,
): Promise<void> {
  await transact(store, async (tx) => {
    const file = await lockFile(tx, fileId);
    if (file?.state !== 'stored') return;
    if (facts.error === undefined) await post(tx, file, items, clock());
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

async function post(tx: Tx, file: FileRow, items: readonly Item[], at: Date): Promise<void> {
  const match = await openMatcher(tx, file.partnerId, items);
  const { acknowledgments, events, payerNumbers } = await collectAcknowledgments(tx, file, items, match);
  const remittances = remittancesOf(items, match);
  const answered = events.map(({ claimId }) => claimId);
  const paid = remittances.flatMap(({ claims }) => claims.flatMap((one) => one.match?.claim.id ?? []));
  const claimIds = [...new Set([...answered, ...paid])];
  await lockClaims(tx, claimIds);
  await settleUncertain(tx, claimIds, at);
  await insertAcknowledgments(tx, acknowledgments);
  await setPayerClaimNumbers(tx, payerNumbers);
  const payments = await postPayments(tx, file, remittances);
  await applyEvents(tx, [...events, ...payments]);
}

/** Values that no column takes (22, 23) or no arithmetic: another try would end the same. A lost race (23505) would not. */
function isOfTheData(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return error instanceof RangeError || (/^2[23][0-9A-Z]{3}$/.test(code) && code !== '23505');
}
