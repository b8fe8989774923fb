/** The operator's password: made, kept only as a salted hash, compared in constant time. */
import { createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify<string, Buffer, number, Buffer>(scrypt);

/** No letters and digits that are mistaken for one another. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random password of four groups of five characters (100 bits), to be printed once by whoever starts the service. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Says whether a name and a password are the operator's. */
export type Verifier = {
  /** Takes the time of one scrypt, right or wrong. */
  verify(name: string, password: string): Promise<boolean>;
  /** Whether this very pair was verified before; costs nothing, for scripts that send it with each request. */
  remembers(name: string, password: string): boolean;
};

/** A verifier for one operator account; the password itself is not kept. */
export async function createVerifier(operator: { name: string; password: string }): Promise<Verifier> {
  const salt = randomBytes(16);
  const key = randomBytes(32);
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  const name = digest(operator.name);
  const hash = await deriveKey(operator.password, salt, 32);
  let verified: Buffer | undefined;
  return {
    async verify(givenName, password) {
      const given = await deriveKey(password, salt, 32);
      const right = timingSafeEqual(given, hash);
      const known = timingSafeEqual(digest(givenName), name);
      if (right && known) verified = digest(`${givenName}\n${password}`);
      return right && known;
    },
    remembers: (givenName, password) =>
      verified !== undefined && timingSafeEqual(digest(`${givenName}\n${password}`), verified),
  };
}
