/** Remittances into the database: claim payments a second and memory, embedded and with PostgreSQL, beside reading alone. */
import { statSync } from 'node:fs';
import { missing } from '../test/services/available.ts';
import { removeFolder, temporaryFolder } from '../test/services/folders.ts';
import { launchPostgres } from '../test/services/postgres-server.ts';
import { runAlone } from './build.ts';
import { fileIn } from './generate.ts';
import type { Ingested } from './ingest-alone.ts';
import type { Reading } from './read-alone.ts';
import { RECORDS } from './readers.ts';
import { table } from './table.ts';

export type IngestOptions = { megabytes: number };

const SETTINGS = ['embedded (PGlite)', 'PostgreSQL'] as const;
type Setting = (typeof SETTINGS)[number];

/** Measures and gives back the section's text. */
export async function benchIngest({ megabytes }: IngestOptions): Promise<string> {
  const folder = temporaryFolder('bench');
  const file = fileIn(folder, '835', megabytes);
  const size = statSync(file).size / 1e6;
  const lacking = missing('postgres');
  const settings = SETTINGS.filter((setting) => setting !== 'PostgreSQL' || lacking.length === 0);
  const reading = await runAlone<Reading>('read-alone', [RECORDS, '835', file, fileIn(folder, '835', 1), '1']);
  const rows: string[][] = [];
  for (const setting of settings) rows.push(rowOf(setting, await measure(setting, file), reading));
  removeFolder(folder);
  return [
    `## Ingesting an 835 of ${size.toFixed(0)} MB`,
    '',
    'One payment whose claims are all ours, from the stored (sealed) file to payment, claim payments, lines, adjustments, denials,',
    "events and the claims' money and state, in one transaction. The file is read twice, once to see that it balances. The",
    'process that ingests was started for it; its peak memory includes Node and, embedded, the database. PostgreSQL runs',
    'without fsync on the same cores.',
    '',
    table(
      [
        'setting',
        'claim payments',
        'matched',
        'seconds',
        'claim payments/s',
        'rows/s',
        'CPU s',
        'CPU s, reading twice',
        'peak MB',
      ],
      rows,
    ),
    ...(lacking.length === 0 ? [] : ['', `Not measured with a server: missing ${lacking.join(', ')}.`]),
  ].join('\n');
}

function rowOf(setting: string, found: Ingested, reading: Reading): string[] {
  const { claimPayments, matched, seconds, rows, cpuSeconds, peakMegabytes } = found;
  return [
    setting,
    String(claimPayments),
    String(matched),
    seconds.toFixed(1),
    (claimPayments / seconds).toFixed(0),
    (rows / seconds).toFixed(0),
    cpuSeconds.toFixed(1),
    (2 * reading.cpuSeconds).toFixed(1),
    peakMegabytes.toFixed(0),
  ];
}

async function measure(setting: Setting, file: string): Promise<Ingested> {
  const folder = temporaryFolder('bench');
  const postgres = setting === 'PostgreSQL' ? await launchPostgres() : undefined;
  await postgres?.started;
  const args = [folder, postgres?.admin ?? '', file];
  await runAlone('ingest-alone', ['prepare', ...args]);
  const found = await runAlone<Ingested>('ingest-alone', ['ingest', ...args]);
  await postgres?.stop();
  removeFolder(folder);
  return found;
}
