/** What the tests need beside Node, and whether this machine has it. */
import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** Each service: programs that show it is there (one of each choice), and the Debian package that brings them. */
const SERVICES = [
  { name: 'Redis', programs: [['redis-server']], package: 'redis-server' },
  { name: 'PostgreSQL', programs: [['initdb'], ['postgres']], package: 'postgresql' },
  { name: 'OpenSSH server', programs: [['sshd'], ['ssh-keygen'], ['sftp-server']], package: 'openssh-server' },
  { name: 'Chromium', programs: [['chromium', 'chromium-browser', 'google-chrome']], package: 'chromium' },
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** PATH, and where Debian keeps programs that are not on it. */
function folders() {
  const postgres = '/usr/lib/postgresql';
  return [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/lib/openssh',
    '/usr/libexec/openssh',
    '/usr/libexec',
    ...namesIn(postgres).map((version) => path.join(postgres, version, 'bin')),
  ];
}

function isThere(program) {
  return folders().some((folder) => isProgram(path.join(folder, program)));
}

/** The services that this machine lacks. */
export function missingServices() {
  return SERVICES.filter(({ programs }) => !programs.every((choice) => choice.some(isThere)));
}

/** Whether missing ones may and can be installed here: not forbidden, apt-get, and root. */
export function canInstall() {
  return process.env.CLAIMWIRE_NO_INSTALL !== '1' && process.getuid?.() === 0 && isThere('apt-get');
}
