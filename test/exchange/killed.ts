/** Does one step and kills itself, without any notice, before or after the operation it is told: `put 1 before`. */
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { type Partner, partner as partnerSchema } from '../../schemas/partner.ts';
import { collect } from '../../src/exchange/collect.ts';
import { ingest } from '../../src/exchange/ingest.ts';
import { partnersOf } from '../../src/exchange/partner-file.ts';
import type { Exchange } from '../../src/exchange/ports.ts';
import { readCredentials } from '../../src/exchange/secrets.ts';
import { connectSftp, type SftpSession } from '../../src/exchange/sftp.ts';
import { transmit } from '../../src/exchange/transmit.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/index.ts';
import { vault } from './place.ts';

/** What the parent process hands over. */
export type KillOrder = {
  databaseUrl: string;
  profile: unknown;
  step: 'transmit' | 'collect' | 'ingest';
  fileId?: string;
  /** The how-manieth operation on the server (or statement of the database) is the last. */
  at: { on: 'server' | 'database'; count: number; when: 'before' | 'after' };
};

const order = JSON.parse(process.argv[2] ?? '') as KillOrder;
let counted = 0;

/** Ends this process where the order says; the operation after which it ends is done. */
async function guarded<T>(on: 'server' | 'database', work: () => Promise<T>): Promise<T> {
  const { at } = order;
  const last = on === at.on && ++counted === at.count;
  if (last && at.when === 'before') process.kill(process.pid, 'SIGKILL');
  const result = await work();
  if (last) process.kill(process.pid, 'SIGKILL');
  return result;
}

function guardedSession(session: SftpSession): SftpSession {
  return {
    list: (folder) => guarded('server', () => session.list(folder)),
    stat: (path) => guarded('server', () => session.stat(path)),
    put: (path, bytes) => guarded('server', () => session.put(path, bytes)),
    rename: (from, to) => guarded('server', () => session.rename(from, to)),
    get: (path, size) => guarded('server', () => session.get(path, size)),
    remove: (path) => guarded('server', () => session.remove(path)),
    close: () => session.close(),
  };
}

/** Counts statements as they are answered; a commit is no statement of Kysely's and lies between two of them. */
class CountingPlugin implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node;
  }
  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return guarded('database', () => Promise.resolve(result));
  }
}

const partner: Partner = partnerSchema.parse(order.profile);
const opened = await openStore({ databaseUrl: order.databaseUrl, dataFolder: '' });
const store = { ...opened, db: opened.db.withPlugin(new CountingPlugin()) };
const exchange: Exchange = {
  store,
  vault,
  partners: partnersOf(new Map([[partner.id, partner]])),
  clock: () => new Date(),
  log: createLog('silent'),
  connect: async (profile) => guardedSession(await connectSftp(profile, readCredentials(profile))),
};
const { fileId = '' } = order;
if (order.step === 'transmit') await transmit(exchange, { fileId });
else if (order.step === 'ingest') await ingest(exchange, { fileId });
else await collect(exchange, { partnerId: partner.id });
await store.close();
