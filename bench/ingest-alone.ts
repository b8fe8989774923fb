/**
 * Remittances into the database, each phase in a process of its own: `ingest-alone prepare|ingest FOLDER DATABASE_URL FILE`, the URL
 * empty for the embedded database. `prepare` stores the claims that the file pays, as sent, and the file; `ingest` posts it.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { ingest } from '../src/exchange/ingest.ts';
import { createLog } from '../src/log.ts';
import { readInterchange } from '../src/read-interchange.ts';
import {
  createVault,
  insertReceivedFile,
  newId,
  openStore,
  type Store,
  transact,
  upsertPartner,
} from '../src/store/index.ts';
import { tell } from './build.ts';

/** What one ingestion took, and what came to be. */
export type Ingested = {
  seconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  claimPayments: number;
  matched: number;
  rows: number;
};

const PARTNER = 'bench';
const CHUNK = 2000;
const vault = createVault(Buffer.alloc(32, 7));

async function prepare(store: Store, file: string): Promise<object> {
  await upsertPartner(store.db, { id: PARTNER, profileHash: 'bench' });
  let some: [pcn: string, charge: number][] = [];
  for await (const item of readInterchange(createReadStream(file))) {
    if (item.type !== '835.claim') continue;
    some.push([item.patientControlNumber, item.chargeCents]);
    if (some.length === CHUNK) {
      await addSent(store, some);
      some = [];
    }
  }
  await addSent(store, some);
  await store.pool.query('analyze');
  const received = { id: newId(), partnerId: PARTNER, kind: '835', name: 'bench.835', state: 'stored' } as const;
  await transact(store, (tx) => insertReceivedFile(tx, received, readFileSync(file), vault));
  return {};
}

/** Claims that went out, by their numbers and charges in cents. */
async function addSent(store: Store, claims: readonly [pcn: string, charge: number][]): Promise<void> {
  const ids = claims.map(() => newId());
  const numbers = claims.map(([pcn]) => pcn);
  const charges = claims.map(([, charge]) => charge);
  await sql`
    insert into claims (id, partner_id, kind, usage, patient_control_number, frequency, payer_id, charge_cents, body, body_sha256,
      state, state_rank)
    select id, ${PARTNER}, 'professional', 'P', pcn, '1', '60054', charge, '{}', pcn, 'sent', 30
    from unnest(${ids}::uuid[], ${numbers}::text[], ${charges}::bigint[]) as r(id, pcn, charge)`.execute(store.db);
}

/** Rows of the tables that a remittance fills. */
const FILLED = [
  'payments',
  'claim_payments',
  'payment_lines',
  'adjustments',
  'provider_adjustments',
  'ledger_entries',
  'denials',
  'events',
];

async function run(store: Store): Promise<Ingested> {
  const { id } = await store.db
    .selectFrom('files')
    .select('id')
    .where('state', '=', 'stored')
    .executeTakeFirstOrThrow();
  const nobody = () => Promise.reject(new Error('nothing is sent here'));
  const partners = { get: nobody, all: () => [] } as never;
  const exchange = { store, vault, partners, clock: () => new Date(), log: createLog('silent'), connect: nobody };
  const begin = performance.now();
  const before = process.cpuUsage();
  await ingest(exchange, { fileId: id });
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(before);
  const counts = FILLED.map((table) => `(select count(*) from ${table})`).join(' + ');
  const { rows } = await store.pool.query<Record<'claim_payments' | 'matched' | 'rows', number>>(
    `select count(*) as claim_payments, count(claim_id) as matched, ${counts} as rows from claim_payments`,
  );
  const [found] = rows;
  return {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    claimPayments: Number(found?.claim_payments),
    matched: Number(found?.matched),
    rows: Number(found?.rows),
  };
}

const [phase = '', folder = '', databaseUrl = '', file = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder: folder, ...(databaseUrl === '' ? {} : { databaseUrl }) });
const result = phase === 'prepare' ? await prepare(store, file) : await run(store);
await store.close();
tell(result);
