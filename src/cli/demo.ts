/** claimwire demo: the whole loop on this machine, printed. A sandbox clearinghouse, the service, sample claims. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { partner as partnerSchema } from '../../schemas/partner.ts';
import { type Config, provideSecret, readConfig } from '../config.ts';
import { partnersOf } from '../exchange/partner-file.ts';
import { submitClaims } from '../exchange/submit.ts';
import { createLog } from '../log.ts';
import { Problem } from '../problem.ts';
import type { Service } from '../queues/service.ts';
import { closeOnSignal } from '../queues/shutdown.ts';
import { SANDBOX_PASSWORD, startSandbox } from '../sandbox/sandbox.ts';
import { claimCounts } from '../store/views.ts';
import { printDemoReport } from './demo-report.ts';
import { portOf } from './options.ts';
import { printLine, readClaims, say } from './output.ts';
import { openDashboard, startWhole, untilSignal } from './running.ts';

const PARTNER = 'sandbox';
const TIMEOUT_MS = 120_000;
const FINAL: ReadonlySet<string> = new Set([
  'paid',
  'partial',
  'denied',
  'zero',
  'rejected_999',
  'rejected_clearinghouse',
  'rejected_payer',
  'held',
]);

export type DemoOptions = { keep?: boolean; seed: string; port: string; data?: string };

/** Runs the loop once; with `keep` the service stays up for a look at the dashboard. */
export async function demo(options: DemoOptions): Promise<0> {
  const started = Date.now();
  const folder = demoFolder(options);
  const kept = options.keep === true || options.data !== undefined;
  const config = demoConfig(folder, options);
  const log = createLog(
    'info',
    pino.destination({ dest: path.join(folder, 'claimwire.log'), mkdir: true, sync: true }),
  );
  say(`starting the sandbox clearinghouse and the service in ${kept ? folder : 'a temporary folder'} ...`);
  const sandbox = await startSandbox({ folder: path.join(folder, 'sandbox'), seed: options.seed, delayMs: 300 });
  provideSecret('CLAIMWIRE_DEMO_SANDBOX_PASSWORD', SANDBOX_PASSWORD);
  const profile = partnerSchema.parse(sandbox.profile(PARTNER, 'CLAIMWIRE_DEMO_SANDBOX_PASSWORD'));
  const service = await startWhole(config, partnersOf(new Map([[PARTNER, profile]])), log);
  const close = async () => {
    await service.close();
    await sandbox.stop();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  };
  const stopListening = closeOnSignal(close, log);
  await submitSamples(service);
  await untilFinal(service);
  await printDemoReport(service.exchange.store.db);
  printLine(`\n${Math.round((Date.now() - started) / 1000)} s from start to the last payment`);
  if (options.keep === true) return keepUp(config, service, log);
  stopListening();
  await close();
  return 0;
}

function demoFolder(options: DemoOptions): string {
  if (options.data === undefined && options.keep !== true) return mkdtempSync(path.join(tmpdir(), 'claimwire-demo-'));
  const folder = path.resolve(options.data ?? '.claimwire-demo');
  if (existsSync(path.join(folder, 'data'))) {
    throw new Problem(
      'data-folder-unusable',
      `${folder} holds an earlier demo: remove it, or name another folder with --data`,
    );
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

function demoConfig(folder: string, options: DemoOptions): Config {
  const { operator, jobLockSeconds } = readConfig();
  return {
    dataFolder: path.join(folder, 'data'),
    partnersFolder: folder,
    codesFolder: path.join(folder, 'codes'),
    operator,
    jobLockSeconds,
    http: { host: '127.0.0.1', port: portOf(options.port) },
    logLevel: 'info',
  };
}

function sampleFile(): string {
  const places = ['../../samples/claims/demo.json', '../../../samples/claims/demo.json'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(place)) ?? places[0]!;
}

/** The day the samples are written for; the sandbox denies what is older than its filing limit. */
const SAMPLES_DAY = Date.parse('2026-11-23');
const DAY_MS = 86_400_000;
const SERVICE_KEYS: ReadonlySet<string> = new Set(['serviceDate', 'date', 'from', 'to']);

/** The claim with its dates of service moved to the days before `now`, as far back as the samples have them. */
function withDatesOf(claim: unknown, now: Date): unknown {
  const days = Math.floor((now.getTime() - SAMPLES_DAY) / DAY_MS);
  const moved = (date: string) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
  const text = JSON.stringify(claim, (key, value: unknown) =>
    SERVICE_KEYS.has(key) && typeof value === 'string' ? moved(value) : value,
  );
  return JSON.parse(text);
}

async function submitSamples(service: Service): Promise<void> {
  const claims = readClaims(sampleFile()).claims.map((claim) => withDatesOf(claim, new Date()));
  const { followUps, claims: taken } = await submitClaims(service.exchange, PARTNER, claims);
  await service.enqueue(followUps);
  say(`${taken.length} claims submitted`);
}

/** Shows the counts by state whenever they change, until every claim came to an end. */
async function untilFinal(service: Service): Promise<void> {
  let shown = '';
  for (
    const end = Date.now() + TIMEOUT_MS;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 150))
  ) {
    const counts = await claimCounts(service.exchange.store.db);
    const line = counts.map(({ state, count }) => `${count} ${state.replaceAll('_', ' ')}`).join(', ');
    if (line !== shown) say(`  ${line}`);
    shown = line;
    if (counts.length > 0 && counts.every(({ state }) => FINAL.has(state))) return;
  }
  throw new Problem(
    'usage',
    `the demo did not finish within ${TIMEOUT_MS / 1000} s: ${shown}; the log is beside its data`,
  );
}

async function keepUp(config: Config, service: Service, log: ReturnType<typeof createLog>): Promise<never> {
  const dashboard = await openDashboard(config, service, log);
  printLine(`dashboard: ${dashboard.url}`);
  if (dashboard.password !== undefined) printLine(`login: ${config.operator.name} / ${dashboard.password}`);
  printLine('Ctrl-C ends it');
  return untilSignal();
}
