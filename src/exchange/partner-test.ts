/** Trying out a partner profile: log in, check the host key, list the folders, write and remove a probe file. */
import { randomBytes } from 'node:crypto';
import type { Partner } from '../../schemas/partner.ts';
import type { SftpSession } from './sftp.ts';
import { trimFolder } from './sftp-session.ts';

export type ProbeStep = { step: string; detail: string };

/** Runs the steps and reports each as it is done; throws the Problem of the first that fails. */
export async function* testPartner(
  partner: Partner,
  connect: (partner: Partner) => Promise<SftpSession>,
): AsyncGenerator<ProbeStep, void, undefined> {
  const { sftp } = partner;
  const session = await connect(partner);
  try {
    yield { step: 'login', detail: `${sftp.user}@${sftp.host}:${sftp.port}, host key as pinned` };
    const moveTo = typeof sftp.afterDownload === 'object' ? [sftp.afterDownload.moveTo] : [];
    for (const folder of new Set([sftp.outbound, ...sftp.inbound, ...moveTo])) {
      const files = await session.list(folder);
      yield { step: 'list', detail: `${folder}: ${files.length} entries` };
    }
    yield await probe(partner, session);
  } finally {
    await session.close();
  }
}

/** Every name the probe has ends as temporary names do: nobody takes it for a claim file. */
async function probe({ sftp }: Partner, session: SftpSession): Promise<ProbeStep> {
  const path = `${trimFolder(sftp.outbound)}/claimwire-probe-${randomBytes(6).toString('hex')}`;
  const first = `${path}${sftp.temporarySuffix}`;
  const last = sftp.rename ? `${path}-renamed${sftp.temporarySuffix}` : first;
  await session.put(first, Buffer.from('claimwire probe\n'));
  if (sftp.rename) await session.rename(first, last);
  await session.remove(last);
  return {
    step: 'write',
    detail: `${sftp.outbound}: a probe file was written, ${sftp.rename ? 'renamed and ' : ''}removed`,
  };
}
