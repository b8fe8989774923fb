#!/usr/bin/env node
/** The command line. Each command loads what it needs when it runs: reading a file does not load a queue. */
import { Command, CommanderError } from 'commander';
import { debugging } from '../config.ts';
import { asProblem, systemCode } from '../problem.ts';
import type { AckOptions } from './ack.ts';
import type { CodesOptions } from './codes.ts';
import { say } from './output.ts';
import { version } from './version.ts';

/** Exit codes: 0 done and clean, 1 done and errors found in the data, 2 could not do it. */
type Exit = 0 | 1 | 2;

const program = new Command('claimwire')
  .description('Claims out as X12 837 over SFTP; acknowledgments, payments and denials back.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(oneLine(text)) });

/** Adds a command whose action gives the exit code. */
function command<A extends unknown[]>(usage: string, says: string, run: (...given: A) => Promise<Exit>): Command {
  return program
    .command(usage)
    .description(says)
    .action(async (...given: unknown[]) => {
      process.exitCode = await run(...(given as A));
    });
}

command('read <files...>', 'each record of X12 files as JSON lines (- is stdin)', async (files: string[]) =>
  (await import('./read.ts')).read(files),
).option('--json', 'as without it: records are JSON lines');

command(
  'check <files...>',
  'findings of X12 files, SNIP types 1 to 5',
  async (files: string[], options: { json?: boolean; snip: string }) =>
    (await import('./check.ts')).check(files, options),
)
  .option('--json', 'findings and summary as JSON lines')
  .option('--snip <type>', 'check up to this SNIP type', '5');

command(
  'inspect <file>',
  'a file as a person reads it, with findings beneath the lines they concern',
  async (file: string, options: { mask?: boolean; loop?: string; claim?: string; faults?: boolean }) =>
    (await import('./inspect.ts')).inspect(file, options),
)
  .option('--mask', 'hide names, ids, dates and free text')
  .option('--loop <id>', 'only these loops, with what stands around them')
  .option('--claim <number>', 'only the claim or payment with this number in its first segment')
  .option('--faults', 'only claims, payments and loops with findings');

command(
  'report <file>',
  'remittances (835) as a person reads them: totals, claims, reasons in words, whether they balance (- is stdin)',
  async (file: string, options: { html?: boolean; mask?: boolean }) =>
    (await import('./report.ts')).report(file, options),
)
  .option('--html', 'one page of HTML that needs nothing else')
  .option('--mask', 'hide names, ids, numbers and dates of patients');

command(
  'query <file> <path>',
  "node-x12's query language over a file",
  async (file: string, path: string, options: { json?: boolean }) =>
    (await import('./query.ts')).query(file, path, options),
).option('--json', 'each value with its place as a line of JSON');

command(
  'claims <file>',
  'the claims of an 837 as claim objects: to edit, validate and submit again (- is stdin)',
  async (file: string, options: { json?: boolean }) => (await import('./claims.ts')).claims(file, options),
).option('--json', 'a claim a line instead of one list');

command(
  'validate <claims>',
  'check claim objects: form and edits',
  async (file: string, options: { partner?: string; json?: boolean }) =>
    (await import('./validate.ts')).validate(file, options),
)
  .option('--partner <id>', 'check against this partner profile too')
  .option('--json', 'issues as JSON lines');

command(
  'write <claims>',
  'the 837 interchange for claim objects, on stdout',
  async (file: string, options: { partner: string; isa13: string }) =>
    (await import('./write.ts')).write(file, options),
)
  .requiredOption('--partner <id>', 'partner profile (id, or path of its file)')
  .option('--isa13 <number>', 'interchange and group control number', '1');

command(
  'submit <claims>',
  'hand claims to the service',
  async (file: string, options: { partner: string; json?: boolean }) =>
    (await import('./submit.ts')).submit(file, options),
)
  .requiredOption('--partner <id>', 'partner that the claims are for')
  .option('--json', 'one line of JSON per claim');

command(
  'ack <file>',
  'the TA1, 999 and 997 that answer an X12 file (- is stdin), on stdout',
  async (file: string, options: AckOptions) => (await import('./ack.ts')).ack(file, options),
)
  .option('--ta1 <when>', 'asked (by ISA14, or there are faults), error, always', 'asked')
  .option('--snip <type>', 'how far to check: what is found refuses the set', '2')
  .option('--unknown <what>', 'sets of no known guide: refuse, or accept by their envelope', 'refuse')
  .option('--isa13 <number>', 'first interchange control number of the answers', '1')
  .option('--gs06 <number>', 'first group control number of the answers', '1')
  .option('--max <number>', 'most findings told of one set', '1000');

command('up', 'the whole service: API, dashboard, all workers', async (options: { port?: string }) =>
  (await import('./up.ts')).up(options),
).option('--port <port>', 'port of the dashboard (CLAIMWIRE_PORT)');

command(
  'worker [steps...]',
  'only these workers (submit batch transmit collect ingest sweep; all without a name)',
  async (steps: string[]) => (await import('./worker.ts')).worker(steps),
);

command(
  'sandbox',
  'a clearinghouse on this machine',
  async (options: { port: string; folder: string; seed: string; delay: string }) =>
    (await import('./sandbox.ts')).sandbox(options),
)
  .option('--port <port>', 'port of its SFTP server', '2222')
  .option('--folder <folder>', 'holds its files, host key and ledger', '.claimwire-sandbox')
  .option('--seed <text>', 'numbers it gives derive from this', '1')
  .option('--delay <ms>', 'wait before the 277CAs and again before the 835s', '500');

command(
  'demo',
  'service + sandbox + sample claims: the loop from claim to payment, printed',
  async (options: { keep?: boolean; seed: string; port: string; data?: string }) =>
    (await import('./demo.ts')).demo(options),
)
  .option('--keep', 'stay up afterwards, with the dashboard')
  .option('--seed <text>', 'numbers of the sandbox derive from this', '1')
  .option('--port <port>', 'port of the dashboard with --keep', '8370')
  .option('--data <folder>', 'folder to use and keep');

command(
  'partner <action> [id]',
  'partner profiles: list, test ID, resume ID',
  async (action: string, id: string | undefined) => (await import('./partner.ts')).partner(action, id),
);

command(
  'codes <action> [kind] [file]',
  'code lists of their owners: import KIND FILE (icd10cm icd10pcs hcpcs cpt taxonomy ndc carc rarc), list',
  async (action: string, kind: string | undefined, file: string | undefined, options: CodesOptions) =>
    (await import('./codes.ts')).codes(action, kind, file, options),
)
  .option('--effective <day>', 'first day on which the list counts')
  .option('--until <day>', 'last day; without it the list counts until a newer one does')
  .option('--json', 'list: one line of JSON per list');

command('audit', 'whether the declarations of the guides are sound', async () => (await import('./audit.ts')).audit());

command(
  'deposits <action> <file>',
  "import FILE: a bank's deposits (NACHA CCD+ or CSV), tied to the payments they are (- is stdin)",
  async (action: string, file: string, options: { json?: boolean }) =>
    (await import('./deposits.ts')).deposits(action, file, options),
).option('--json', 'what was imported as a line of JSON');

command(
  'replay <file-id>',
  'ingest a stored file again, and what that changes',
  async (fileId: string, options: { json?: boolean }) => (await import('./replay.ts')).replay(fileId, options),
).option('--json', 'before and after as a line of JSON');

command(
  'payer-rules <action> [file-or-id]',
  "payers' rules about denials: list, add FILE, remove ID",
  async (action: string, which: string | undefined, options: { json?: boolean }) =>
    (await import('./payer-rules.ts')).payerRules(action, which, options),
).option('--json', 'list: one line of JSON per payer');

command(
  'follow-up <claim-id> <kind>',
  'what follows from a decision: secondary, replacement, void, new (claim JSON), patient-share',
  async (claimId: string, kind: string) => (await import('./follow-up.ts')).followUp(claimId, kind),
);

/** The parser's words, which may come with a suggestion on a line of its own. */
function oneLine(text: string): string {
  return `${text
    .replace(/^error: /, 'claimwire: ')
    .trimEnd()
    .replaceAll('\n', ' ')}\n`;
}

/** One line for whatever went wrong; a stack only when asked for. */
function explain(error: unknown): string {
  const problem = asProblem(error);
  if (problem !== undefined) return problem.message;
  const code = systemCode(error);
  return `unexpected failure (${error instanceof Error ? error.name : typeof error}${code === undefined ? '' : ` ${code}`}); set CLAIMWIRE_DEBUG=1 for details`;
}

process.stdout.on('error', (error) => {
  // The reader of our pipe has seen enough.
  if (systemCode(error) === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    say(`claimwire: ${explain(error)}`);
    if (debugging() && error instanceof Error) say(error.stack ?? '');
    process.exitCode = 2;
  }
  // A database or socket that is half open must not keep a failed command alive.
  process.exit();
}
