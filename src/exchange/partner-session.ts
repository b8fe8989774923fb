/** Working on a partner's server: at most one process per task, and a partner that refuses us is paused, not hammered. */
import type { Partner } from '../../schemas/partner.ts';
import { asProblem, Problem } from '../problem.ts';
import { newId } from '../store/ids.ts';
import { releaseLease, takeLease } from '../store/leases.ts';
import { findPartner, pausePartner, upsertPartner } from '../store/partners.ts';
import { profileHash } from './partner-file.ts';
import type { Exchange } from './ports.ts';
import type { SftpSession } from './sftp.ts';

/** Longer than any pause of a living process, short enough that a dead one does not hold a file up for long. */
const LEASE_SECONDS = 15;
const RENEW_MS = 4000;

/** A lease that is being held. */
export type Lease = {
  /** Extends the lease; throws when another process has taken the work over. For right before what cannot be undone. */
  confirm(): Promise<void>;
};

/** Does the work while holding a lease, renewed as long as it lasts; undefined when someone else holds it. */
export async function withLease<T>(
  { store }: Exchange,
  name: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T | undefined> {
  // An owner per run: two runs in one process are two as well.
  const owner = newId();
  const take = () => takeLease(store.db, name, owner, LEASE_SECONDS);
  if (!(await take())) return undefined;
  const renewal = setInterval(() => void take().catch(() => {}), RENEW_MS);
  try {
    return await work({
      async confirm() {
        if (!(await take()))
          throw new Problem('sftp-transfer', `${name}: another process has taken it over`, { retry: true });
      },
    });
  } finally {
    clearInterval(renewal);
    await releaseLease(store.db, name, owner).catch(() => {});
  }
}

/** The profile of a partner that is not paused; a changed profile lifts a pause. */
export async function activePartner(exchange: Exchange, partnerId: string): Promise<Partner | undefined> {
  const partner = exchange.partners.get(partnerId);
  await upsertPartner(exchange.store.db, { id: partner.id, profileHash: profileHash(partner) });
  const row = await findPartner(exchange.store.db, partner.id);
  return row?.pausedAt == null ? partner : undefined;
}

const PAUSES: ReadonlySet<string> = new Set(['sftp-login', 'sftp-host-key']);

/** Opens a session, does the work, closes it. A refused login or a changed host key pauses the partner. */
export async function withSession<T>(
  exchange: Exchange,
  partner: Partner,
  work: (session: SftpSession) => Promise<T>,
): Promise<T> {
  let session: SftpSession;
  try {
    session = await exchange.connect(partner);
  } catch (error) {
    const problem = asProblem(error);
    if (problem !== undefined && PAUSES.has(problem.code)) {
      await pausePartner(exchange.store.db, partner.id, problem.code, problem.message);
      exchange.log.warn({ partnerId: partner.id, code: problem.code }, 'partner paused');
    }
    throw error;
  }
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
