/** A clearinghouse on this machine: a real SFTP server with to and from folders, and an office that adjudicates. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PartnerInput } from '../../schemas/partner.ts';
import { type ReceivedFile, startClearinghouse } from './clearinghouse.ts';
import { startSftpServer } from './sftp-server.ts';

export type SandboxOptions = {
  /** Holds everything: the folders, the host key, the archive, the ledger. */
  folder: string;
  host?: string;
  /** 0 or absent: any free port. */
  port?: number;
  user?: string;
  password?: string;
  publicKey?: string;
  seed?: string;
  /** Wait before the 277CAs and again before the 835s. */
  delayMs?: number;
};

export type Sandbox = {
  host: string;
  port: number;
  user: string;
  /** `SHA256:...` for the partner profile. */
  hostKey: string;
  /** What it received, duplicates marked. */
  received(): ReceivedFile[];
  /** A partner profile that reaches this sandbox; the password is expected in the environment variable. */
  profile(id: string, passwordVariable: string): PartnerInput;
  stop(): Promise<void>;
};

/** What the sandbox lets in unless told otherwise. It listens on the loopback and knows no patient but made-up ones. */
export const SANDBOX_USER = 'sandbox';
export const SANDBOX_PASSWORD = 'sandbox';

/** Starts a sandbox; throws a Problem (port-taken). */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const root = path.join(options.folder, 'root');
  const office = path.join(options.folder, 'office');
  for (const name of ['to', 'from']) mkdirSync(path.join(root, name), { recursive: true });
  const user = options.user ?? SANDBOX_USER;
  const server = await startSftpServer({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    root,
    office,
    user,
    password: options.password ?? SANDBOX_PASSWORD,
    ...(options.publicKey === undefined ? {} : { publicKey: options.publicKey }),
  });
  const clearinghouse = startClearinghouse({
    to: path.join(root, 'to'),
    from: path.join(root, 'from'),
    office,
    seed: options.seed ?? '1',
    ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
  });
  return {
    host: server.host,
    port: server.port,
    user,
    hostKey: server.hostKey,
    received: clearinghouse.received,
    profile: (id, passwordVariable) => profileOf(id, server, user, passwordVariable),
    async stop() {
      await server.stop();
      await clearinghouse.stop();
    },
  };
}

function profileOf(
  id: string,
  server: { host: string; port: number; hostKey: string },
  user: string,
  passwordVariable: string,
): PartnerInput {
  return {
    id,
    name: 'Sandbox clearinghouse',
    usage: 'T',
    sftp: {
      host: server.host,
      port: server.port,
      user,
      password: { env: passwordVariable },
      hostKeys: [server.hostKey],
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
