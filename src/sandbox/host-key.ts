/** Fingerprint of an SSH private key's public half. */
import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';

/** `SHA256:...` as OpenSSH prints it. */
export function hostKeyFingerprint(privateKey: string): string {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  const key = Array.isArray(parsed) ? parsed[0]! : parsed;
  return `SHA256:${createHash('sha256').update(key.getPublicSSH()).digest('base64').replace(/=+$/, '')}`;
}
