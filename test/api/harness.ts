/** A server on a seeded store, with its log kept and every route it registered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { ServerOptions } from '../../src/api/options.ts';
import { buildServer, createApp } from '../../src/api/server.ts';
import { createLog } from '../../src/log.ts';
import { openBackend } from '../../src/queues/backend.ts';
import { describeCode } from './meanings.ts';
import { openSeeded, type Seeded } from './seed.ts';

export const OPERATOR = { name: 'operator', password: 'correct-horse-battery' };
/** An address that is not this machine (RFC 5737). */
export const REMOTE = '203.0.113.9';

export type Route = { method: string; url: string };
export type Harness = {
  app: FastifyInstance;
  seeded: Seeded;
  options: ServerOptions;
  routes: Route[];
  logged: string[];
  close(): Promise<void>;
};

/** Opens the store and builds the server; nothing listens. */
export async function openHarness(more: Partial<ServerOptions> = {}): Promise<Harness> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-api-'));
  const seeded = await openSeeded(folder);
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => logged.push(line) });
  const backend = await openBackend({ config: {}, store: seeded.store, log });
  const queues = [backend.openQueue('ingest'), backend.openQueue('transmit')];
  const config = { operator: OPERATOR, http: { host: '127.0.0.1', port: 0 } };
  const options: ServerOptions = {
    config,
    store: seeded.store,
    vault: seeded.vault,
    log,
    queues,
    describe: describeCode,
    version: '0.1.0',
    ...more,
  };
  const { app, routes } = await buildListed(options);
  return {
    app,
    seeded,
    options,
    routes,
    logged,
    close: async () => {
      await app.close();
      await backend.close();
      await seeded.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One more server on the same store, with a session key and a rate limit of its own. */
export async function buildListed(options: ServerOptions): Promise<{ app: FastifyInstance; routes: Route[] }> {
  const app = createApp();
  const routes: Route[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  return { app: await buildServer(options, app), routes };
}

/** A browser's part: keeps the cookie and knows the CSRF token of the page it saw last. */
export class Visitor {
  cookie = '';
  token = '';
  readonly #app: FastifyInstance;
  readonly #more: InjectOptions;
  constructor(app: FastifyInstance, more: InjectOptions = {}) {
    this.#app = app;
    this.#more = more;
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#app.inject({ ...this.#more, url, headers: { cookie: this.cookie, ...headers } }));
  }

  async post(url: string, fields: Record<string, string>, token = this.token): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams({ _csrf: token, ...fields }).toString();
    const headers = { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded' };
    return this.#keep(await this.#app.inject({ ...this.#more, method: 'POST', url, headers, payload }));
  }

  async logIn(password = OPERATOR.password, operator = OPERATOR.name, next = '/'): Promise<LightMyRequestResponse> {
    await this.get('/login');
    const answer = await this.post('/login', { operator, password, next });
    if (answer.statusCode === 303) await this.get('/partners');
    return answer;
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    const set = answer.cookies.find(({ name }) => name === 'claimwire');
    if (set !== undefined) this.cookie = `claimwire=${encodeURIComponent(set.value)}`;
    this.token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token;
    return answer;
  }
}
