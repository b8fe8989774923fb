/** A real SFTP server on folders, by ssh2: what a client of a clearinghouse needs, each user confined to a folder. */
import { createHash, timingSafeEqual } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ParsedKey, type PublicKeyAuthContext } from 'ssh2';
import { Problem, systemCode } from '../problem.ts';
import { serveSession, type Uploads } from './sftp-session.ts';

/** Who may log in, and to which folder: it is the user's `/`. */
export type SftpUser = {
  name: string;
  root: string;
  password?: string | undefined;
  /** OpenSSH public key. */
  publicKey?: string | undefined;
};

export type SftpServerOptions = {
  host: string;
  /** 0: any free port. */
  port: number;
  privateKey: string;
  users: readonly SftpUser[];
  uploads: Uploads;
};

export type SftpServer = { port: number; stop(): Promise<void> };

/** Starts the server; throws a Problem (port-taken). */
export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const ssh = new ssh2.Server({ hostKeys: [options.privateKey] }, (client) => serveClient(client, options));
  const open = new Set<net.Socket>();
  // A server of our own, since ssh2 does not set TCP_NODELAY on its: small replies would wait.
  const server = net.createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    ssh.injectSocket(socket);
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function listen(server: net.Server, { host, port }: SftpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const taken = systemCode(cause) === 'EADDRINUSE';
      reject(
        taken ? new Problem('port-taken', `port ${port} is in use: choose another with --port`, { cause }) : cause,
      );
    });
    server.listen(port, host, resolve);
  });
}

function serveClient(client: Connection, { users, uploads }: SftpServerOptions): void {
  let user: SftpUser | undefined;
  client.on('authentication', (context) => {
    user = users.find((one) => sameText(one.name, context.username));
    if (user !== undefined && isAuthentic(context, user)) context.accept();
    else context.reject(['password', 'publickey']);
  });
  client.on('session', (accept) => {
    accept().on('sftp', (acceptSftp) => {
      if (user !== undefined) serveSession(acceptSftp(), user.root, uploads);
    });
  });
  // A client that breaks off is no fault of ours.
  client.on('error', () => {});
}

function isAuthentic(context: AuthContext, user: SftpUser): boolean {
  if (context.method === 'password') return user.password !== undefined && sameText(context.password, user.password);
  return context.method === 'publickey' && user.publicKey !== undefined && keyFits(context, user.publicKey);
}

/** Compares in the same time whatever differs. */
function sameText(left: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}

/** Without a signature the client only asks whether this key would do. */
function keyFits(context: PublicKeyAuthContext, publicKey: string): boolean {
  const parsed: ParsedKey | Error = ssh2.utils.parseKey(publicKey);
  if (parsed instanceof Error || !context.key.data.equals(parsed.getPublicSSH())) return false;
  if (context.signature === undefined || context.blob === undefined) return true;
  return parsed.verify(context.blob, context.signature, context.hashAlgo) === true;
}
