/** Encryption of stored files at rest: AES-256-GCM, one seal per chunk. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { Problem, systemCode } from '../problem.ts';

/** Seals bytes and opens them again. `context` (which file, which chunk) must be the same both times. */
export type Vault = {
  seal(bytes: Uint8Array, context?: string): Buffer;
  open(sealed: Uint8Array, context?: string): Buffer;
};

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed, so that another scheme can follow. */
const VERSION = 1;

/** A vault with the given key of 32 bytes. Opening throws when bytes, context or key are not those of the sealing. */
export function createVault(key: Buffer): Vault {
  return {
    seal(bytes, context = '') {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
    },
    open(sealed, context = '') {
      if (sealed[0] !== VERSION) throw new Error('stored bytes are sealed in a way this version does not know');
      const body = 1 + IV_BYTES + TAG_BYTES;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(1 + IV_BYTES, body));
      return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
    },
  };
}

/**
 * The vault of the settings: the key given, or for the embedded database one that is made in the data folder at first
 * use. With a database server the key must be given, since every host needs the same one.
 */
export async function openVault(config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'fileKey'>): Promise<Vault> {
  if (config.fileKey !== undefined) return createVault(config.fileKey);
  if (config.databaseUrl !== undefined) {
    throw new Problem(
      'config-invalid',
      'CLAIMWIRE_FILE_KEY: expected with DATABASE_URL, the same on every host: 32 bytes in base64 (openssl rand -base64 32)',
    );
  }
  return createVault(await keyInFolder(config.dataFolder));
}

async function keyInFolder(folder: string): Promise<Buffer> {
  const file = path.join(folder, 'file.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new Problem('data-folder-unusable', `${file}: expected 32 bytes in base64: put the key's backup in its place`);
}
