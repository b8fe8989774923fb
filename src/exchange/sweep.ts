/** Step sweep: finds every row that waits longer than it should and asks for its step again. A queue that lost its memory costs a delay and nothing else. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import type { Partner } from '../../schemas/partner.ts';
import type { Db } from '../store/database.ts';
import { listFilesWaiting } from '../store/files.ts';
import { listPartners, type PartnerRow, partnersWithReadyClaims } from '../store/partners.ts';
import { waitingSubmissions } from '../store/submissions.ts';
import type { Exchange } from './ports.ts';

/** Seconds that a row may wait longer than its partner's schedule says. */
const PATIENCE = 5;

/** Seconds that a poll may be late; beyond, its schedule was lost. */
const LATE_POLL = 60;

/** What is overdue. */
export async function sweep(exchange: Exchange, _payload: JobPayload<'sweep'> = {}): Promise<FollowUp[]> {
  const { db } = exchange.store;
  const rows = new Map((await listPartners(db)).map((row) => [row.id, row]));
  const active = exchange.partners.all().filter(({ id }) => rows.get(id)?.pausedAt == null);
  const ids = new Set(active.map(({ id }) => id));
  const [submissions, ready, files] = await Promise.all([
    waitingSubmissions(db, PATIENCE),
    readyPartners(db, active),
    listFilesWaiting(db, ['built', 'uploading', 'renaming', 'stored'], PATIENCE),
  ]);
  const followUps: FollowUp[] = [
    ...submissions.map((submissionId): FollowUp => ({ step: 'submit', payload: { submissionId } })),
    ...ready.map((partnerId): FollowUp => ({ step: 'batch', payload: { partnerId } })),
    ...files
      .filter(({ partnerId, direction }) => direction === 'in' || ids.has(partnerId))
      .map(({ id, direction }): FollowUp => {
        return { step: direction === 'out' ? 'transmit' : 'ingest', payload: { fileId: id } };
      }),
    ...latePolls(exchange, active, rows).map((partnerId): FollowUp => ({ step: 'collect', payload: { partnerId } })),
  ];
  if (followUps.length > 0) exchange.log.info({ jobs: followUps.length }, 'overdue work found');
  return followUps;
}

/** Partners whose ready claims have waited for longer than their batches are apart. */
async function readyPartners(db: Db, partners: readonly Partner[]): Promise<string[]> {
  const found: string[] = [];
  for (const every of new Set(partners.map(({ batch }) => batch.everySeconds))) {
    const ready = new Set(await partnersWithReadyClaims(db, every + PATIENCE));
    found.push(
      ...partners.filter(({ id, batch }) => batch.everySeconds === every && ready.has(id)).map(({ id }) => id),
    );
  }
  return found;
}

/** When this process last asked for a late poll: a server that is down is not asked for more often than its schedule says. */
const asked = new WeakMap<Exchange, Map<string, number>>();

function latePolls(exchange: Exchange, partners: readonly Partner[], rows: ReadonlyMap<string, PartnerRow>): string[] {
  const now = exchange.clock().getTime();
  const before = asked.get(exchange) ?? new Map<string, number>();
  asked.set(exchange, before);
  const late = partners.filter(({ id, pollSeconds }) => {
    const row = rows.get(id);
    if (row === undefined) return false;
    const last = Math.max((row.lastCollectedAt ?? row.createdAt).getTime(), before.get(id) ?? 0);
    return now - last > (pollSeconds + LATE_POLL) * 1000;
  });
  for (const { id } of late) before.set(id, now);
  return late.map(({ id }) => id);
}
