/** A clearinghouse on this machine: a real SFTP server with to and from folders, and an office that adjudicates. */
import { mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { PartnerInput } from '../../schemas/partner.ts';
import { Problem } from '../problem.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { type Clearinghouse, startClearinghouse } from './clearinghouse.ts';
import { hostKeyIn } from './host-key.ts';
import type { Received } from './ledger.ts';
import { startSftpServer } from './sftp-server.ts';

/** A submitter with folders of its own; logs in by password or public key (OpenSSH form). */
export type SandboxUser = { name: string; password?: string; publicKey?: string };

export type SandboxOptions = {
  /** Holds everything: the users' folders, the host key, archives and ledgers. One sandbox at a time works on it. */
  folder: string;
  /** The loopback unless told otherwise. */
  host?: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Absent: one user with a well-known password, on the loopback only. */
  users?: readonly [SandboxUser, ...SandboxUser[]];
  /** Payer claim numbers and trace numbers derive from it. */
  seed?: string;
  /** Wait before the 277CAs and again before the 835s. */
  delayMs?: number;
  /** How often the folders are looked at for files that did not come by SFTP. */
  pollMs?: number;
  /** Dates of the answers; the filing limit counts to it. */
  clock?: () => Date;
};

export type Sandbox = {
  host: string;
  port: number;
  /** Name of the first user; the functions below speak of it unless told otherwise. */
  user: string;
  /** `SHA256:...` for the partner profile. */
  hostKey: string;
  /** The user's folders on this machine. */
  folders(user?: string): { to: string; from: string; archive: string };
  /** What the user sent, duplicates named. */
  received(user?: string): Received;
  /** Names of files that could not be worked on. */
  failed(user?: string): string[];
  /** A partner profile that reaches this sandbox; the password is expected in the environment variable. */
  profile(id: string, passwordVariable: string, user?: string): PartnerInput;
  stop(): Promise<void>;
};

/** What the sandbox lets in unless told otherwise: on the loopback, with no patient but made-up ones. */
export const SANDBOX_USER = 'sandbox';
export const SANDBOX_PASSWORD = 'sandbox';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts a sandbox; throws a Problem: usage, port-taken, data-folder-locked, data-folder-unusable. */
export async function startSandbox(given: SandboxOptions): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0 } = given;
  const users = usersOf(given, host);
  const unlock = await lockFolder(given.folder);
  // Without links, so that what the server says of files is what the office sees.
  const options = { ...given, folder: realpathSync(given.folder) };
  const hostKey = hostKeyIn(path.join(options.folder, 'host_key'));
  const offices = new Map(users.map(({ name }) => [name, openOffice(options, name)]));
  const close = async () => {
    await Promise.all([...offices.values()].map((office) => office.stop()));
    await unlock();
  };
  const server = await startSftpServer({
    host,
    port,
    privateKey: hostKey.privateKey,
    users: users.map((user) => ({ ...user, root: foldersOf(options, user.name).home })),
    uploads: {
      begin(file) {
        for (const { uploads } of offices.values()) uploads.begin(file);
      },
      end(file, complete) {
        for (const { uploads } of offices.values()) uploads.end(file, complete);
      },
    },
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const user = users[0].name;
  const officeOf = (name = user) => offices.get(name) ?? noSuchUser(name);
  return {
    host,
    port: server.port,
    user,
    hostKey: hostKey.fingerprint,
    folders: (name = user) => foldersOf(options, name),
    received: (name) => officeOf(name).received(),
    failed: (name) => officeOf(name).failed(),
    profile: (id, passwordVariable, name = user) =>
      profileOf(id, { host, port: server.port, hostKey: hostKey.fingerprint, user: name, passwordVariable }),
    async stop() {
      await server.stop();
      await close();
    },
  };
}

function usersOf({ users }: SandboxOptions, host: string): readonly [SandboxUser, ...SandboxUser[]] {
  if (users === undefined && !LOOPBACK.has(host))
    throw new Problem(
      'usage',
      `a sandbox on ${host} can be reached by others: give it users with passwords of their own`,
    );
  const all = users ?? ([{ name: SANDBOX_USER, password: SANDBOX_PASSWORD }] as const);
  for (const { name } of all)
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(name))
      throw new Problem('usage', 'a sandbox user: 1 to 40 letters, digits, points, hyphens or underscores');
  return all;
}

function foldersOf({ folder }: SandboxOptions, user: string) {
  const home = path.resolve(folder, 'users', user);
  const office = path.resolve(folder, 'office', user);
  return {
    home,
    office,
    to: path.join(home, 'to'),
    from: path.join(home, 'from'),
    archive: path.join(office, 'archive'),
  };
}

function openOffice(options: SandboxOptions, user: string): Clearinghouse {
  const { home, to, from, office } = foldersOf(options, user);
  mkdirSync(home, { recursive: true });
  const { seed = '1', delayMs, pollMs, clock } = options;
  return startClearinghouse({ to, from, office, seed, delayMs, pollMs, clock });
}

function noSuchUser(name: string): never {
  throw new Problem('usage', `the sandbox has no user "${name}"`);
}

type Access = { host: string; port: number; hostKey: string; user: string; passwordVariable: string };

function profileOf(id: string, { host, port, hostKey, user, passwordVariable }: Access): PartnerInput {
  return {
    id,
    name: 'Sandbox clearinghouse',
    usage: 'T',
    sftp: {
      host,
      port,
      user,
      password: { env: passwordVariable },
      hostKeys: [hostKey],
      outbound: '/to',
      inbound: ['/from'],
      stableSeconds: 0,
    },
    sender: { interchangeId: 'CLAIMWIRE' },
    receiver: { interchangeId: 'SANDBOX' },
    submitter: { name: 'CLAIMWIRE DEMO BILLING', contact: { name: 'EDI DESK', phone: '6145550100' } },
    receiverName: 'SANDBOX CLEARINGHOUSE',
    batch: { everySeconds: 0.5, maxClaimsPerFile: 50, maxClaimsPerSet: 1 },
    pollSeconds: 0.5,
  };
}
