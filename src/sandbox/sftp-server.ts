/** A real SFTP server on a folder, by ssh2: what a client of a clearinghouse needs, confined to the folder. */
import { generateKeyPairSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import ssh2, { type AuthContext, type Connection, type ParsedKey } from 'ssh2';
import { Problem, systemCode } from '../problem.ts';
import { hostKeyFingerprint } from './host-key.ts';
import { serveSession } from './sftp-session.ts';

export type SftpServerOptions = {
  host: string;
  /** 0: any free port. */
  port: number;
  /** What clients see as `/`. */
  root: string;
  /** Holds the host key. */
  office: string;
  user: string;
  password: string;
  /** OpenSSH public key that may log in too. */
  publicKey?: string;
};

export type SftpServer = { host: string; port: number; hostKey: string; stop(): Promise<void> };

/** Starts the server; throws a Problem (port-taken). */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const key = hostKeyOf(options.office);
  const open = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [key] }, (client) => {
    open.add(client);
    client.on('authentication', (context) => authenticate(context, options));
    client.on('ready', () => {
      client.on('session', (accept) => {
        accept().on('sftp', (acceptSftp) => serveSession(acceptSftp(), options.root));
      });
    });
    client.on('error', () => {});
    client.on('close', () => open.delete(client));
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    host: options.host,
    port,
    hostKey: hostKeyFingerprint(key),
    stop: () =>
      new Promise((resolve) => {
        for (const client of open) client.end();
        server.close(() => resolve());
        setTimeout(resolve, 1000).unref();
      }),
  };
}

function listen(server: ssh2.Server, { host, port }: SftpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error) => {
      const taken = systemCode(error) === 'EADDRINUSE';
      reject(
        taken
          ? new Problem('port-taken', `port ${port} is in use: choose another with --port`, { cause: error })
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** The host key is made once: clients pin it. */
function hostKeyOf(office: string): string {
  const file = path.join(office, 'host_key.pem');
  if (!existsSync(file)) {
    mkdirSync(office, { recursive: true });
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    writeFileSync(file, privateKey, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function authenticate(context: AuthContext, options: SftpServerOptions): void {
  const known = sameText(context.username, options.user);
  if (context.method === 'password' && known && sameText(context.password, options.password)) context.accept();
  else if (
    context.method === 'publickey' &&
    known &&
    options.publicKey !== undefined &&
    keyFits(context, options.publicKey)
  )
    context.accept();
  else context.reject(['password', 'publickey']);
}

function keyFits(context: AuthContext & { method: 'publickey' }, publicKey: string): boolean {
  const parsed = ssh2.utils.parseKey(publicKey);
  if (parsed instanceof Error) return false;
  const allowed: ParsedKey = Array.isArray(parsed) ? parsed[0]! : parsed;
  if (context.key.algo !== allowed.type || !context.key.data.equals(allowed.getPublicSSH())) return false;
  return (
    context.signature === undefined ||
    context.blob === undefined ||
    allowed.verify(context.blob, context.signature, context.hashAlgo) === true
  );
}
