/**
 * The embedded database behind the face of a pg.Pool, for Kysely's PostgresDialect and BullMQ's PostgreSQL backend alike.
 * There is one PGlite, which is one session. Many clients share it: statements run one at a time, and a client that has
 * begun a transaction keeps the session to itself until it ends it.
 */
import { EventEmitter } from 'node:events';
import type { PGlite, SerializerOptions } from '@electric-sql/pglite';
import type { PostgresCursor } from 'kysely';
import { Problem } from '../problem.ts';
import { encodeParameter } from './types.ts';

/** What a statement gives back, as pg gives it. */
export type PoolResult<R> = {
  command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'MERGE';
  rowCount: number;
  rows: R[];
};

/** What is used of a client that was checked out of a pool. */
export interface PoolClient extends EventEmitter {
  query<R>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<R>>;
  /** Asked for by Kysely's type only: Claimwire reads no cursors. */
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  release(destroy?: boolean): void;
}

/** What is used of a pg.Pool: by Kysely, by BullMQ, and by nobody else. */
export interface Pool extends EventEmitter {
  /** BullMQ reads it: it dares to wait long for notifications only where a broken connection would be noticed. */
  readonly options: { readonly keepAlive?: boolean | undefined };
  connect(): Promise<PoolClient>;
  query<R>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<R>>;
  end(): Promise<void>;
}

const BEGINS = /^\s*(begin|start\s+transaction)\b/i;
const ENDS = /^\s*(commit|end|rollback|abort)\b(?!\s+to\b)/i;

/** Values go in as text, as pg sends them, instead of through PGlite's own stricter serializers. */
const serializers: SerializerOptions = new Proxy({}, { get: () => (value: unknown) => value });

/** The one session: handed to one holder at a time, first come first served. */
class Session {
  readonly db: PGlite;
  #tail: Promise<void> = Promise.resolve();
  /** What ended the session for good, if anything did. */
  #broken: unknown;

  constructor(db: PGlite) {
    this.db = db;
  }

  /** Waits for the session; the function given back passes it on. */
  async take(): Promise<() => void> {
    const before = this.#tail;
    let pass = () => {};
    this.#tail = new Promise((resolve) => {
      pass = resolve;
    });
    await before;
    return pass;
  }

  /** Runs a statement; only the holder may. */
  async run<R>(text: string, parameters: readonly unknown[]): Promise<PoolResult<R>> {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      const result = await this.#send(text, parameters);
      const { command, rowCount, rows } = result ?? {};
      return { command: command as PoolResult<R>['command'], rowCount: rowCount ?? 0, rows: (rows ?? []) as R[] };
    } catch (error) {
      if (!isPanic(error)) throw systemError(error);
      // After a panic PGlite would go on and lose what it then commits.
      const says = 'the embedded database has stopped, most likely on a full disk: free some room and start again';
      this.#broken = new Problem('disk-full', says, { cause: error });
      throw this.#broken;
    }
  }

  async #send(text: string, parameters: readonly unknown[]) {
    // Without parameters the simple protocol is used, as pg does: only that one takes several statements at once.
    if (parameters.length === 0) return (await this.db.exec(text)).at(-1);
    return await this.db.query(text, parameters.map(encodeParameter), { serializers });
  }

  /** Closes the database; one that panicked is left as it lies, for the next start to recover what was committed. */
  async close(): Promise<void> {
    const pass = await this.take();
    if (this.#broken === undefined) await this.db.close();
    this.#broken ??= new Error('the embedded database is closed');
    pass();
  }
}

function isPanic(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity === 'PANIC';
}

class EmbeddedClient extends EventEmitter implements PoolClient {
  readonly #session: Session;
  /** Statements of one client keep their order, also when the caller does not wait for each. */
  #last: Promise<unknown> = Promise.resolve();
  /** Passes the session on; set while this client is inside a transaction. */
  #pass: (() => void) | undefined;

  constructor(session: Session) {
    super();
    this.setMaxListeners(0);
    this.#session = session;
    session.db.onNotification(this.#notify);
  }

  readonly #notify = (channel: string, payload: string): void => {
    this.emit('notification', { channel, payload, processId: process.pid });
  };

  query<R>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PoolResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('the embedded database reads no cursors');
    const result = this.#last.then(() => this.#run<R>(text, parameters));
    this.#last = result.catch(() => {});
    return result;
  }

  async #run<R>(text: string, parameters: readonly unknown[]): Promise<PoolResult<R>> {
    const pass = this.#pass ?? (await this.#session.take());
    try {
      const result = await this.#session.run<R>(text, parameters);
      if (BEGINS.test(text)) this.#pass = pass;
      return result;
    } finally {
      if (ENDS.test(text)) this.#pass = undefined;
      if (this.#pass === undefined) pass();
    }
  }

  /** Gives the client back; a transaction left open is rolled back, so that it cannot hold everybody up. */
  release(): void {
    this.#session.db.offNotification(this.#notify);
    this.removeAllListeners();
    void this.#last.then(() => (this.#pass === undefined ? undefined : this.#run('rollback', []))).catch(() => {});
  }
}

/** PGlite's file system throws bare objects with WASI error numbers: the ones a person can do something about, as Node names them. */
const WASI_CODES: Readonly<Record<number, string>> = {
  2: 'EACCES',
  19: 'EDQUOT',
  29: 'EIO',
  51: 'ENOSPC',
  63: 'EPERM',
  69: 'EROFS',
};

/** An error of PGlite's file system as an Error with a code; any other as it is. */
export function systemError(error: unknown): unknown {
  if (error instanceof Error || typeof error !== 'object' || error === null || !('errno' in error)) return error;
  const code = WASI_CODES[Number(error.errno)] ?? `WASI_${error.errno}`;
  return Object.assign(new Error(`the embedded database cannot use its folder (${code})`), { code });
}

class EmbeddedPool extends EventEmitter implements Pool {
  readonly options = Object.freeze({ keepAlive: true });
  readonly #session: Session;
  #ended: Promise<void> | undefined;

  constructor(db: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#session = new Session(db);
  }

  async connect(): Promise<PoolClient> {
    if (this.#ended !== undefined) throw new Error('the embedded database is closed');
    return new EmbeddedClient(this.#session);
  }

  async query<R>(text: string, parameters?: readonly unknown[]): Promise<PoolResult<R>> {
    const client = await this.connect();
    try {
      return await client.query<R>(text, parameters);
    } finally {
      client.release();
    }
  }

  /** Waits for the statements under way, then closes the database. */
  end(): Promise<void> {
    this.#ended ??= this.#session.close();
    return this.#ended;
  }
}

/** A pool over one PGlite; ending it closes the PGlite. */
export function createEmbeddedPool(db: PGlite): Pool {
  return new EmbeddedPool(db);
}
