/**
 * `npm test`: finds or installs what the tests need (Redis, PostgreSQL, OpenSSH, Chromium), runs them, and ends with the line
 * `N passed, N failed`. With --no-skips (or CLAIMWIRE_NO_SKIPS=1) a skipped test counts as failed;
 * with CLAIMWIRE_NO_INSTALL=1 nothing is installed. Further arguments go to vitest.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport } from './report.mjs';
import { canInstall, missingServices } from './services.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const noSkips = process.argv.includes('--no-skips') || process.env.CLAIMWIRE_NO_SKIPS === '1';
const args = process.argv.slice(2).filter((arg) => arg !== '--no-skips');
mkdirSync('.test', { recursive: true });

function findServices() {
  if (missingServices().length > 0 && canInstall()) {
    const lock = ['-w', '1800', path.join(tmpdir(), 'claimwire-install.lock')];
    const script = [process.execPath, 'scripts/install-services.mjs', '.test/setup.log'];
    spawnSync('flock', [...lock, ...script], { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  for (const one of missingServices()) {
    console.log(`${one.name} is missing: its suites are skipped (on Debian, as root: apt-get install ${one.package})`);
  }
}

/** Runs vitest to its end; gives back its exit code, null when it was killed. */
async function runVitest(report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  return new Promise((resolve) => child.once('exit', resolve));
}

findServices();
const report = path.join(root, `.test/report-${process.pid}.json`);
const exitCode = await runVitest(report);
const { passed, failed, skipped, notes } = readReport(report, exitCode);
rmSync(report, { force: true });
for (const note of notes) console.log(note);
if (skipped > 0) console.log(`${skipped} skipped${noSkips ? ', which count as failed here' : ''}`);
const faults = noSkips ? failed + skipped : failed;
console.log(`${passed} passed, ${faults} failed`);
process.exitCode = faults > 0 ? 1 : 0;
