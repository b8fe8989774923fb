/** The same behaviour on both databases. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { postgresAvailable, startPrivatePostgres } from './private-postgres.ts';
import { temporaryFolder } from './rows.ts';

/** Runs a suite on the embedded PGlite. */
export function onEmbedded(name: string, suite: (store: () => Store) => void): void {
  describe(`${name} (PGlite)`, () => {
    let store: Store;
    const [folder, remove] = temporaryFolder();
    beforeAll(async () => {
      store = await openStore({ dataFolder: folder });
    }, 60_000);
    afterAll(async () => {
      await store?.close();
      remove();
    });
    suite(() => store);
  });
}

/** Runs a suite on a PostgreSQL server; `databaseUrl` is for what opens it once more. */
export function onServer(name: string, suite: (store: () => Store, databaseUrl: () => string) => void): void {
  describe.skipIf(!postgresAvailable)(`${name} (PostgreSQL)`, () => {
    let store: Store;
    let server: Awaited<ReturnType<typeof startPrivatePostgres>>;
    beforeAll(async () => {
      server = await startPrivatePostgres();
      store = await openStore({ databaseUrl: server.databaseUrl, dataFolder: '' });
    }, 60_000);
    afterAll(async () => {
      await store?.close();
      await server?.stop();
    });
    suite(
      () => store,
      () => server.databaseUrl,
    );
  });
}

/** Runs a suite on both databases. */
export function onBoth(name: string, suite: (store: () => Store) => void): void {
  onEmbedded(name, suite);
  onServer(name, suite);
}
