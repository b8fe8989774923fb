/** Which real services this machine has. Suites that need a missing one are skipped by this and by nothing else. */
import { findChromium } from './chromium.ts';
import { findPostgresFolder, findProgram } from './process.ts';
import { sshdAvailable } from './sshd.ts';

/** True for each service that is there. */
export const available = {
  redis: findProgram('redis-server') !== undefined,
  postgres: findPostgresFolder() !== undefined,
  sshd: sshdAvailable(),
  chromium: findChromium() !== undefined,
} as const;

/** The services of a list that are missing. */
export function missing(...needed: (keyof typeof available)[]): string[] {
  return needed.filter((one) => !available[one]);
}
