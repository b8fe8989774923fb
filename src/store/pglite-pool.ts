/**
 * The embedded database behind the face of a pg.Pool, for Kysely's PostgresDialect and BullMQ's PostgreSQL backend alike.
 * There is one PGlite, which is one session. Many clients share it: statements run one at a time, and a client that has
 * begun a transaction keeps the session to itself until it ends it.
 */
import { EventEmitter } from 'node:events';
import type { PGlite, SerializerOptions } from '@electric-sql/pglite';
import type { PostgresCursor } from 'kysely';
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

/** Hands out one session to one holder at a time, first come first served. */
class Turns {
  #tail: Promise<void> = Promise.resolve();

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
}

class EmbeddedClient extends EventEmitter implements PoolClient {
  readonly #db: PGlite;
  readonly #turns: Turns;
  /** Statements of one client keep their order, also when the caller does not wait for each. */
  #last: Promise<unknown> = Promise.resolve();
  /** Passes the session on; set while this client is inside a transaction. */
  #pass: (() => void) | undefined;

  constructor(db: PGlite, turns: Turns) {
    super();
    this.setMaxListeners(0);
    this.#db = db;
    this.#turns = turns;
    db.onNotification(this.#notify);
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
    const pass = this.#pass ?? (await this.#turns.take());
    try {
      const result = await execute<R>(this.#db, text, parameters);
      if (BEGINS.test(text)) this.#pass = pass;
      return result;
    } finally {
      if (ENDS.test(text)) this.#pass = undefined;
      if (this.#pass === undefined) pass();
    }
  }

  /** Gives the client back; a transaction left open is rolled back, so that it cannot hold everybody up. */
  release(): void {
    this.#db.offNotification(this.#notify);
    this.removeAllListeners();
    void this.#last.then(() => (this.#pass === undefined ? undefined : this.#run('rollback', []))).catch(() => {});
  }
}

async function execute<R>(db: PGlite, text: string, parameters: readonly unknown[]): Promise<PoolResult<R>> {
  // Without parameters the simple protocol is used, as pg does: only that one takes several statements at once.
  const result =
    parameters.length === 0
      ? (await db.exec(text)).at(-1)
      : await db.query(text, parameters.map(encodeParameter), { serializers });
  return {
    command: result?.command as PoolResult<R>['command'],
    rowCount: result?.rowCount ?? 0,
    rows: (result?.rows ?? []) as R[],
  };
}

class EmbeddedPool extends EventEmitter implements Pool {
  readonly options = Object.freeze({ keepAlive: true });
  readonly #db: PGlite;
  readonly #turns = new Turns();
  #ended: Promise<void> | undefined;

  constructor(db: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#db = db;
  }

  async connect(): Promise<PoolClient> {
    if (this.#ended !== undefined) throw new Error('the embedded database is closed');
    return new EmbeddedClient(this.#db, this.#turns);
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
    this.#ended ??= this.#turns.take().then(async (pass) => {
      await this.#db.close();
      pass();
    });
    return this.#ended;
  }
}

/** A pool over one PGlite; ending it closes the PGlite. */
export function createEmbeddedPool(db: PGlite): Pool {
  return new EmbeddedPool(db);
}
