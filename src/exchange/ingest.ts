/** Step ingest: a received file becomes acknowledgments, payments and events, all of it in one transaction or nothing. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { type Item, readInterchangeSync } from '../read-interchange.ts';
import { insertAcknowledgments } from '../store/acknowledgments.ts';
import { applyEvents, setPayerClaimNumbers } from '../store/claims.ts';
import { type Tx, transact } from '../store/database.ts';
import { type FileRow, findFile, lockFile, moveFile, readFileBytes } from '../store/files.ts';
import { collectAcknowledgments } from './ingest-acks.ts';
import { postPayments } from './ingest-payments.ts';
import type { Exchange } from './ports.ts';

/** Ingests one stored file; a file that is no X12 is kept and listed as unreadable. */
export async function ingest(exchange: Exchange, { fileId }: JobPayload<'ingest'>): Promise<FollowUp[]> {
  const file = await findFile(exchange.store.db, fileId);
  if (file?.state !== 'stored') return [];
  const bytes = await readFileBytes(exchange.store.db, fileId, exchange.vault);
  const items = [...readInterchangeSync(bytes)];
  const facts = factsOf(items);
  await transact(exchange.store, async (tx) => {
    const row = await lockFile(tx, fileId);
    if (row?.state !== 'stored') return;
    if (facts.readable) await store(tx, row, items);
    const error = facts.readable ? {} : { errorCode: 'no-isa', errorText: 'no X12 interchange was found in this file' };
    await moveFile(tx, fileId, ['stored'], facts.readable ? 'ingested' : 'unreadable', {
      kind: facts.kind,
      ...facts.header,
      detail: facts.detail,
      ...error,
    });
  });
  exchange.log.info({ fileId, partnerId: file.partnerId, kind: facts.kind, ...facts.detail }, 'file ingested');
  return [];
}

async function store(tx: Tx, file: FileRow, items: readonly Item[]): Promise<void> {
  const { acknowledgments, events, payerNumbers } = await collectAcknowledgments(tx, file, items);
  await insertAcknowledgments(tx, acknowledgments);
  await setPayerClaimNumbers(tx, payerNumbers);
  const paid = await postPayments(tx, file, items);
  await applyEvents(tx, [...events, ...paid]);
}

type Facts = {
  readable: boolean;
  kind: string;
  header: { isa13?: string; usage?: string };
  detail: Record<string, number>;
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ['ta1', 'TA1'],
  ['999.group', '999'],
  ['997.group', '997'],
  ['277ca.claim', '277CA'],
  ['835.payment', '835'],
  ['837.claim', '837'],
]);

/** What kind of file this is by what it holds; several kinds make it mixed (a TA1 rides along with any). */
function factsOf(items: readonly Item[]): Facts {
  const first = items.find((item) => item.type === 'interchange');
  const kinds = new Set(items.flatMap(({ type }) => KINDS.get(type) ?? []));
  if (kinds.size > 1) kinds.delete('TA1');
  const summary = items.find((item) => item.type === 'summary');
  const errors = items.filter((item) => item.type === 'issue' && item.severity === 'error').length;
  return {
    readable: first !== undefined,
    kind: kinds.size === 1 ? [...kinds][0]! : kinds.size > 1 ? 'mixed' : 'unknown',
    header: first === undefined ? {} : { isa13: first.isa13, usage: first.usage },
    detail: {
      transactions: summary?.transactions ?? 0,
      segments: summary?.segments ?? 0,
      remits: summary?.remits ?? 0,
      errors,
    },
  };
}
