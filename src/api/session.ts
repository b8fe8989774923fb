/** Who may come in: one operator account, by a session cookie or, for scripts, by HTTP Basic or a token. Every route is shut unless it says otherwise. */
import { createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import csrf from '@fastify/csrf-protection';
import rateLimit from '@fastify/rate-limit';
import secureSession from '@fastify/secure-session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import { type CheckOutcome, createCredentials } from './credentials.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open without login. */
    open?: boolean;
    /** HTTP Basic will do: for scripts. */
    scripts?: boolean;
    /** Open to this machine itself without login. */
    loopback?: boolean;
  }
  interface FastifyRequest {
    /** The operator's name once known; empty on open routes. */
    operator: string;
    byScript: boolean;
  }
}

declare module '@fastify/secure-session' {
  interface SessionData {
    operator: string;
    id: string;
  }
}

export type SessionOptions = {
  operator: { name: string; password: string };
  /** Lets commands on this machine in (service-card.ts). */
  token?: string | undefined;
  /** Shared by all processes of one installation, so that any of them knows the cookie; else a random key per process. */
  fileKey?: Buffer | undefined;
  log: Log;
};

export type Session = {
  /** Signs the request in; false when name or password are wrong; `later` when it was tried too often. */
  signIn(request: FastifyRequest, name: string, password: string): Promise<CheckOutcome>;
  signOut(request: FastifyRequest): void;
};

const COOKIE = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
const LIFETIME_SECONDS = 12 * 3600;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Puts cookie session, login guard and CSRF check before every route of the server. */
export async function registerSession(app: FastifyInstance, options: SessionOptions): Promise<Session> {
  await app.register(secureSession, {
    key: sessionKey(options),
    cookieName: 'claimwire',
    expiry: LIFETIME_SECONDS,
    cookie: COOKIE,
  });
  await app.register(csrf, { sessionPlugin: '@fastify/secure-session', getToken: csrfToken });
  await app.register(rateLimit, { global: false });
  const credentials = await createCredentials(app, options);
  const ended = new Map<string, number>();
  app.decorateRequest('operator', '');
  app.decorateRequest('byScript', false);

  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') request.session.options({ ...COOKIE, secure: true });
    request.operator = operatorOf(request, ended);
    const route = request.routeOptions.config;
    if (request.operator !== '' || route?.open === true) return;
    if (route?.loopback === true && isLoopback(request)) return;
    // A mistyped address under /api tells a script that it is not there, not that its password is wrong.
    if (route?.scripts === true || (request.is404 && request.url.startsWith('/api/'))) {
      const outcome = await credentials.checkHeader(request);
      if (outcome === true) {
        request.operator = options.operator.name;
        request.byScript = true;
        return;
      }
      if (outcome === 'later')
        return reply.code(429).send(problem('too-many-attempts', 'too many failed logins: wait a minute'));
    }
    return refuse(request, reply);
  });
  // After the body is parsed (the token is in the form), before any handler.
  app.addHook('preValidation', (request, reply, done) => {
    if (SAFE_METHODS.has(request.method) || request.byScript) return done();
    app.csrfProtection(request, reply, done);
  });

  return {
    async signIn(request, name, password) {
      const outcome = await credentials.check(request, name, password);
      if (outcome !== true) return outcome;
      request.session.regenerate();
      request.session.set('operator', options.operator.name);
      request.session.set('id', randomUUID());
      options.log.info({ audit: 'login', ip: request.ip }, 'operator signed in');
      return true;
    },
    signOut(request) {
      remember(ended, sessionId(request));
      request.session.delete();
    },
  };
}

function sessionKey({ fileKey, operator }: SessionOptions): Buffer {
  if (fileKey === undefined) return randomBytes(32);
  // The password takes part, so that a new one ends every session.
  const salt = createHash('sha256').update(operator.password).digest();
  return Buffer.from(hkdfSync('sha256', fileKey, salt, 'claimwire session', 32));
}

function csrfToken(request: FastifyRequest): string | undefined {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
  return typeof body._csrf === 'string' ? body._csrf : undefined;
}

/** Whether a request comes from this machine itself, not through a proxy on it. */
function isLoopback({ headers, socket }: FastifyRequest): boolean {
  const proxied = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers;
  return !proxied && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

function sessionId(request: FastifyRequest): string {
  return request.session.get('id') ?? '';
}

function operatorOf(request: FastifyRequest, ended: ReadonlyMap<string, number>): string {
  return ended.has(sessionId(request)) ? '' : (request.session.get('operator') ?? '');
}

/** A cookie is good until it expires wherever it was copied to; a session that was signed out is refused until then. */
function remember(ended: Map<string, number>, id: string): void {
  const now = Date.now();
  for (const [old, until] of ended) if (until < now) ended.delete(old);
  if (id !== '') ended.set(id, now + LIFETIME_SECONDS * 1000);
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const page = SAFE_METHODS.has(request.method) && !/^\/(api|queues\/api|metrics)(\/|$)/.test(request.url);
  if (page) {
    const next = request.url === '/' ? '' : `?next=${encodeURIComponent(request.url)}`;
    return reply.redirect(`/login${next}`, 303);
  }
  // A browser would answer the challenge with its own dialog and keep the password: only scripts get it.
  if (request.headers['sec-fetch-mode'] === undefined)
    reply.header('www-authenticate', 'Basic realm="claimwire", charset="UTF-8"');
  return reply
    .code(401)
    .send(problem('login-required', 'log in first, or send the operator name and password as HTTP Basic'));
}

/** The JSON body of every refusal. */
export function problem(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } };
}
