/** Checks the operator's name and password, or the token of this machine, and stops who guesses. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { createVerifier } from './password.ts';

/** Right, wrong, or `later`: wrong too often from this address. */
export type CheckOutcome = boolean | 'later';

export type Credentials = {
  check(request: FastifyRequest, name: string, password: string): Promise<CheckOutcome>;
  /** The same for what an Authorization header says: name and password (Basic) or the token (Bearer); false without one. */
  checkHeader(request: FastifyRequest): Promise<CheckOutcome>;
};

/** Failures that one address may make. */
const ATTEMPTS = { max: 10, timeWindow: 60_000 };

type Options = {
  operator: { name: string; password: string };
  /** What commands on this machine show instead of a password; too long to guess. */
  token?: string | undefined;
  log: Log;
};

/** The check for one operator account; needs @fastify/rate-limit on the server. */
export async function createCredentials(app: FastifyInstance, { operator, token, log }: Options): Promise<Credentials> {
  const limit = app.createRateLimit(ATTEMPTS);
  const verifier = await createVerifier(operator);
  const isOver = (allowance: Awaited<ReturnType<typeof limit>>) => !allowance.isAllowed && allowance.isExceeded;

  const attempt = async (request: FastifyRequest, name: string, password: string): Promise<CheckOutcome> => {
    if (isOver(await limit(request, { increment: false }))) return 'later';
    if (await verifier.verify(name, password)) return true;
    log.warn({ audit: 'login-failed', ip: request.ip }, 'login failed');
    return isOver(await limit(request)) ? 'later' : false;
  };
  // One at a time: guesses sent side by side would all be checked before the first failure counts.
  let turn: Promise<unknown> = Promise.resolve();
  const check: Credentials['check'] = (request, name, password) => {
    const outcome = turn.then(() => attempt(request, name, password));
    turn = outcome.catch(() => undefined);
    return outcome;
  };
  return {
    check,
    async checkHeader(request) {
      if (token !== undefined && bearerOf(request) !== undefined) return isSame(bearerOf(request) ?? '', token);
      const pair = basicPair(request);
      if (pair === undefined) return false;
      return verifier.remembers(...pair) || check(request, ...pair);
    },
  };
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Compared by their hashes: how long it takes tells nothing. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}

function basicPair({ headers }: FastifyRequest): [name: string, password: string] | undefined {
  const match = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.authorization ?? '');
  const text = Buffer.from(match?.[1] ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
