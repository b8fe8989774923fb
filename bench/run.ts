/**
 * `npm run bench -- [read|write|ingest|loop] [--rounds N] [--claims N] [--megabytes N] [--large]`: prints tables and keeps them, section by
 * section, in bench/results.md. Files to read go up to `megabytes` (100), with `--large` to 1 GB.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { benchIngest } from './ingest.ts';
import { benchLoop } from './loop.ts';
import { benchRead } from './read.ts';
import { benchWrite } from './write.ts';

const RESULTS = fileURLToPath(new URL('./results.md', import.meta.url));
const SECTIONS = { read: benchRead, write: benchWrite, ingest: benchIngest, loop: benchLoop } as const;
const HEAD =
  '# Benchmarks\n\nWritten by `npm run bench`. Trust the ratios more than the figures: others may have used the machine at the same time.\n';

type Section = keyof typeof SECTIONS;

/** Puts a section in place of its last one. */
function keep(name: Section, text: string): void {
  const old = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  const parts = (Object.keys(SECTIONS) as Section[]).flatMap((one) => {
    const body = one === name ? `\n${text}\n` : old.split(`<!-- ${one} -->`)[1]?.split(`<!-- /${one} -->`)[0];
    return body === undefined ? [] : `<!-- ${one} -->${body}<!-- /${one} -->\n`;
  });
  writeFileSync(RESULTS, [HEAD, ...parts].join('\n'));
}

function facts(): string {
  const load = os.loadavg()[0]?.toFixed(1);
  return `Node ${process.version}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}, load ${load} at the start`;
}

/** A count given as an option. */
function count(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: a whole number from 1`);
  return value;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    claims: { type: 'string', default: '1000' },
    megabytes: { type: 'string', default: '100' },
    large: { type: 'boolean', default: false },
  },
});
const options = {
  rounds: count(values.rounds, 'rounds'),
  claims: count(values.claims, 'claims'),
  megabytes: count(values.megabytes, 'megabytes'),
  large: values.large,
};
const names = Object.keys(SECTIONS) as Section[];
const unknown = positionals.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) throw new Error(`no section ${unknown.join(', ')}: there are ${names.join(' and ')}`);
build();
for (const name of names.filter((one) => positionals.length === 0 || positionals.includes(one))) {
  const begin = facts();
  const text = `${await SECTIONS[name](options)}\n\n${begin}`;
  process.stdout.write(`${text}\n\n`);
  keep(name, text);
}
