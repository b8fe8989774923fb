/** Secrets of a profile, by the environment variable or the file that holds them. */
import { readFileSync } from 'node:fs';
import type { Partner } from '../../schemas/partner.ts';
import { readSecret } from '../config.ts';
import { Problem } from '../problem.ts';

type SecretPlace = NonNullable<Partner['sftp']['password']>;

export type Credentials = { password?: string; privateKey?: string; passphrase?: string };

/** Reads what the login needs; throws a Problem that names the variable or file, never its content. */
export function readCredentials(partner: Partner): Credentials {
  const { password, privateKey, passphrase } = partner.sftp;
  return {
    ...(password === undefined ? {} : { password: readPlace(partner, 'password', password) }),
    ...(privateKey === undefined ? {} : { privateKey: readPlace(partner, 'privateKey', privateKey) }),
    ...(passphrase === undefined ? {} : { passphrase: readPlace(partner, 'passphrase', passphrase) }),
  };
}

function readPlace(partner: Partner, key: string, place: SecretPlace): string {
  if ('env' in place) {
    const value = readSecret(place.env);
    if (value === undefined)
      throw new Problem(
        'partner-invalid',
        `partner ${partner.id}: sftp.${key}: the environment variable ${place.env} is not set`,
      );
    return value;
  }
  try {
    const text = readFileSync(place.file, 'utf8');
    return key === 'privateKey' ? text : text.replace(/\r?\n$/, '');
  } catch (error) {
    throw new Problem('partner-invalid', `partner ${partner.id}: sftp.${key}: the file ${place.file} cannot be read`, {
      cause: error,
    });
  }
}
