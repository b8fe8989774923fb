/** The same behaviour on both databases. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { available } from '../services/available.ts';
import { type PostgresServer, startPostgres } from '../services/postgres.ts';
import { temporaryFolder } from './rows.ts';

/** Runs a suite on the embedded PGlite. */
export function onEmbedded(name: string, suite: (store: () => Store) => void): void {
  describe(`${name} (PGlite)`, () => {
    let store: Store;
    const [folder, remove] = temporaryFolder();
    beforeAll(async () => {
      store = await openStore({ dataFolder: folder });
    });
    afterAll(async () => {
      await store?.close();
      remove();
    });
    suite(() => store);
  });
}

/** Runs a suite on a PostgreSQL server; `databaseUrl` is for what opens it once more. */
export function onServer(name: string, suite: (store: () => Store, databaseUrl: () => string) => void): void {
  describe.skipIf(!available.postgres)(`${name} (PostgreSQL)`, () => {
    let store: Store;
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
      store = await openStore({ databaseUrl: server.url, dataFolder: '' });
    });
    afterAll(async () => {
      await store?.close();
      await server?.stop();
    });
    suite(
      () => store,
      () => server.url,
    );
  });
}

/** Runs a suite on both databases. */
export function onBoth(name: string, suite: (store: () => Store) => void): void {
  onEmbedded(name, suite);
  onServer(name, suite);
}
