/**
 * Installs the services that the tests need and this machine lacks, by apt-get as root: `install-services.mjs LOG`.
 * `npm test` runs it under a lock, so that of two runs at once the second finds what the first has installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingServices } from './services.mjs';

const [log = 'setup.log'] = process.argv.slice(2);

/** A folder of commands that do nothing, for packages that would start their service: the tests start their own. */
function startNothing() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cw-quiet-'));
  for (const command of ['invoke-rc.d', 'deb-systemd-invoke', 'service']) {
    writeFileSync(path.join(folder, command), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  }
  return folder;
}

function install(packages) {
  const output = openSync(log, 'a');
  const quiet = startNothing();
  const options = ['-o', `DPkg::Path=${quiet}:/usr/sbin:/usr/bin:/sbin:/bin`, '-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...words) =>
    spawnSync('apt-get', [...options, ...words], { env, stdio: ['ignore', output, output] }).status === 0;
  const add = (...names) => aptGet('install', '-y', '--no-install-recommends', ...names);
  aptGet('update');
  // Where one package is not to be had, the others still are.
  if (!add(...packages)) for (const one of packages) add(one);
  rmSync(quiet, { recursive: true });
}

const lacking = missingServices();
if (lacking.length > 0) {
  console.log(`installing ${lacking.map(({ name }) => name).join(', ')} (apt-get; what it says is in ${log})`);
  install(lacking.map((one) => one.package));
  const still = missingServices();
  for (const one of lacking)
    console.log(`${one.name}: ${still.includes(one) ? 'could not be installed' : 'installed'}`);
}
