/** Once per run of vitest: one PostgreSQL for all suites, starting while they load; what killed runs left is removed. */
import type { TestProject } from 'vitest/node';
import { available } from './available.ts';
import { removeAbandoned } from './folders.ts';
import { launchPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The administrator's database of the shared server; undefined where there is no PostgreSQL. */
    postgresAdmin: string | undefined;
  }
}

/** Begins the shared services; gives back what ends them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned();
  const postgres = available.postgres ? await launchPostgres() : undefined;
  project.provide('postgresAdmin', postgres?.admin);
  return async () => {
    await postgres?.stop();
    removeAbandoned();
  };
}
