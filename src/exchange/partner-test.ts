/** Trying out a partner profile: log in, check the host key, list the folders, write and remove a probe file. */
import { randomBytes } from 'node:crypto';
import type { Partner } from '../../schemas/partner.ts';
import type { SftpSession } from './sftp.ts';

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
    for (const folder of [...new Set([sftp.outbound, ...sftp.inbound])]) {
      const files = await session.list(folder);
      yield { step: 'list', detail: `${folder}: ${files.length} entries` };
    }
    yield await probe(partner, session);
  } finally {
    await session.close();
  }
}

async function probe({ sftp }: Partner, session: SftpSession): Promise<ProbeStep> {
  const name = `claimwire-probe-${randomBytes(6).toString('hex')}`;
  const folder = sftp.outbound.replace(/\/+$/, '');
  const first = `${folder}/${name}${sftp.temporarySuffix}`;
  const last = sftp.rename ? `${folder}/${name}` : first;
  await session.put(first, Buffer.from('claimwire probe\n'));
  if (sftp.rename) await session.rename(first, last);
  await session.remove(last);
  return { step: 'write', detail: `${folder}: a probe file was written, ${sftp.rename ? 'renamed and ' : ''}removed` };
}
