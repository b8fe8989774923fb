/** Step sweep: finds every row that waits longer than it should and asks for its step again. A queue that lost its memory costs a delay and nothing else. */
import type { FollowUp, JobPayload } from '../../schemas/jobs.ts';
import { listFilesWaiting } from '../store/files.ts';
import { listPartners, partnersWithReadyClaims } from '../store/partners.ts';
import { waitingSubmissions } from '../store/submissions.ts';
import type { Exchange } from './ports.ts';

/** Seconds a row may wait before the sweep asks for it. */
const PATIENCE = 5;

/** What is overdue. */
export async function sweep(exchange: Exchange, _payload: JobPayload<'sweep'> = {}): Promise<FollowUp[]> {
  const { db } = exchange.store;
  const known = new Set(exchange.partners.all().map(({ id }) => id));
  const [submissions, ready, files, partners] = await Promise.all([
    waitingSubmissions(db, PATIENCE),
    partnersWithReadyClaims(db, PATIENCE),
    listFilesWaiting(db, ['built', 'uploading', 'renaming', 'stored'], PATIENCE),
    listPartners(db),
  ]);
  const paused = new Set(partners.filter(({ pausedAt }) => pausedAt !== null).map(({ id }) => id));
  const followUps: FollowUp[] = [
    ...submissions.map((submissionId): FollowUp => ({ step: 'submit', payload: { submissionId } })),
    ...ready.filter((id) => known.has(id)).map((partnerId): FollowUp => ({ step: 'batch', payload: { partnerId } })),
    ...files
      .filter(({ partnerId, direction }) => direction === 'in' || (known.has(partnerId) && !paused.has(partnerId)))
      .map(
        ({ id, direction }): FollowUp => ({
          step: direction === 'out' ? 'transmit' : 'ingest',
          payload: { fileId: id },
        }),
      ),
  ];
  if (followUps.length > 0) exchange.log.info({ jobs: followUps.length }, 'overdue work found');
  return followUps;
}
