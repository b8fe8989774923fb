/**
 * `npm test`: finds or installs what the tests need (Redis, PostgreSQL, OpenSSH, Chromium), runs them, and ends with the line
 * `N passed, N failed`. With --no-skips a skipped test counts as a failure. Further arguments go to vitest.
 */
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, appendFileSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const noSkips = process.argv.includes('--no-skips');
const args = process.argv.slice(2).filter((arg) => arg !== '--no-skips');
const work = path.resolve('.test');
const report = path.join(work, 'report.json');
const log = path.join(work, 'setup.log');
mkdirSync(work, { recursive: true });
rmSync(report, { force: true });

/** What the tests need: programs that show it is there, and the Debian package that brings it. */
const NEEDED = [
  { name: 'Redis', programs: ['redis-server'], package: 'redis-server' },
  { name: 'PostgreSQL', programs: ['initdb'], package: 'postgresql' },
  { name: 'OpenSSH server', programs: ['sshd'], package: 'openssh-server' },
  { name: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
];

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const folders = () => {
  const postgres = '/usr/lib/postgresql';
  const versions = existsSync(postgres) ? execFileSync('ls', [postgres], { encoding: 'utf8' }).trim().split('\n') : [];
  return [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/sbin',
    '/usr/local/sbin',
    ...versions.map((version) => `${postgres}/${version}/bin`),
  ];
};

const isThere = ({ programs }) =>
  programs.some((program) => folders().some((folder) => isProgram(path.join(folder, program))));

function install(lacking) {
  const apt = folders().some((folder) => isProgram(path.join(folder, 'apt-get')));
  if (!apt || process.getuid?.() !== 0) return;
  const packages = lacking.map((one) => one.package);
  console.log(`installing ${packages.join(', ')} (output in ${path.relative('.', log)})`);
  const run = (command) => {
    try {
      // Packages' services must not start: the tests run servers of their own.
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
      appendFileSync(
        log,
        execFileSync('apt-get', command, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }),
      );
      return true;
    } catch (error) {
      appendFileSync(log, `${error.stdout ?? ''}${error.stderr ?? ''}`);
      return false;
    }
  };
  run(['update']);
  const flags = ['install', '-y', '--no-install-recommends'];
  if (!run([...flags, ...packages])) for (const one of packages) run([...flags, one]);
}

const lacking = NEEDED.filter((one) => !isThere(one));
if (lacking.length > 0) install(lacking);
for (const one of NEEDED.filter((need) => !isThere(need))) {
  console.log(`${one.name} is missing: its suites are skipped (Debian: apt-get install ${one.package})`);
}

const vitest = path.resolve('node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  if (!existsSync(report)) {
    console.log('vitest gave no report\n0 passed, 1 failed');
    process.exit(1);
  }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that cannot be loaded has no tests to fail.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  );
  for (const file of broken) console.log(`failed to run: ${path.relative('.', file.name)}`);
  if (numPendingTests > 0) {
    console.log(`${numPendingTests} skipped:`);
    for (const file of testResults) {
      for (const one of file.assertionResults)
        if (one.status !== 'passed' && one.status !== 'failed')
          console.log(`  ${path.relative('.', file.name)}: ${one.fullName}`);
    }
  }
  const failed = numFailedTests + broken.length + (noSkips ? numPendingTests : 0);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  process.exit(failed === 0 && (code === 0 || numFailedTestSuites === 0) ? 0 : 1);
});
