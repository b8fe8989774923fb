/** The SSH host key of a sandbox: made once and kept, since clients pin it. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import ssh2 from 'ssh2';

export type HostKey = {
  privateKey: string;
  /** `SHA256:...` as OpenSSH prints it. */
  fingerprint: string;
};

/** The key in the file, made there if there is none. */
export function hostKeyIn(file: string): HostKey {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'prime256v1',
      privateKeyEncoding: { type: 'sec1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    writeFileSync(`${file}.new`, privateKey, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const privateKey = readFileSync(file, 'utf8');
  return { privateKey, fingerprint: fingerprintOf(privateKey) };
}

function fingerprintOf(privateKey: string): string {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  const hash = createHash('sha256').update(parsed.getPublicSSH()).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
}
