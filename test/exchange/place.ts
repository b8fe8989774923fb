/** A place to try the steps in: a store, an OpenSSH server, a partner of its own for each test. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Partner, type PartnerInput, partner as partnerSchema } from '../../schemas/partner.ts';
import { profileHash } from '../../src/exchange/partner-file.ts';
import type { Exchange, Partners } from '../../src/exchange/ports.ts';
import { readCredentials } from '../../src/exchange/secrets.ts';
import { connectSftp, type SftpSession } from '../../src/exchange/sftp.ts';
import { createLog } from '../../src/log.ts';
import { Problem } from '../../src/problem.ts';
import { createVault, insertFile, newId, type Store, transact, upsertPartner } from '../../src/store/index.ts';
import type { SftpServer } from '../services/sshd.ts';

export const vault = createVault(Buffer.alloc(32, 7));

/** What every profile of the tests has in common. */
export function profileOf(id: string, sftp: PartnerInput['sftp'], more: Partial<PartnerInput> = {}): PartnerInput {
  return {
    id,
    name: 'Acme Clearinghouse',
    usage: 'T',
    sftp,
    sender: { interchangeId: `S${id.slice(-12)}` },
    receiver: { interchangeId: 'ACME' },
    submitter: { name: 'BILLING SERVICE', contact: { phone: '6145550100' } },
    receiverName: 'ACME',
    ...more,
  };
}

/** A partner with folders of its own on the server. */
export type Place = {
  exchange: Exchange;
  id: string;
  partner(): Partner;
  /** Changes the profile, as a person would change the file. */
  change(more: { sftp?: Partial<PartnerInput['sftp']> } & Partial<Omit<PartnerInput, 'sftp'>>): Promise<void>;
  /** Folders on the server's disk. */
  to: string;
  from: string;
  /** Puts something between the steps and the server's session. */
  wrap(wrapper: (session: SftpSession) => SftpSession): void;
  /** Every operation on the server in order, as `put x.part`. */
  operations: string[];
  /** How often a connection was opened. */
  connects: number;
  lines: string[];
};

/** Makes a partner of its own. */
export async function openPlace(store: Store, server: SftpServer): Promise<Place> {
  const id = `p-${newId().slice(-12)}`;
  const to = path.join(server.folder, id, 'to');
  const from = path.join(server.folder, id, 'from');
  for (const folder of [to, from]) mkdirSync(folder, { recursive: true });
  let input = profileOf(id, { ...server.profile(), outbound: to, inbound: [from] });
  let partner = partnerSchema.parse(input);
  let wrapper = (session: SftpSession) => session;
  const lines: string[] = [];
  const place: Place = {
    exchange: {
      store,
      vault,
      partners: partnersPort(() => partner),
      clock: () => new Date(),
      log: createLog('debug', { write: (line: string) => void lines.push(line) }),
      connect: async (profile) => {
        place.connects++;
        return wrapper(recorded(await connectSftp(profile, readCredentials(profile)), place.operations));
      },
    },
    id,
    partner: () => partner,
    async change({ sftp, ...more }) {
      input = { ...input, ...more, sftp: { ...input.sftp, ...sftp } };
      partner = partnerSchema.parse(input);
      await upsertPartner(store.db, { id, profileHash: profileHash(partner) });
    },
    to,
    from,
    wrap: (next) => {
      wrapper = next;
    },
    operations: [],
    connects: 0,
    lines,
  };
  await place.change({});
  return place;
}

function partnersPort(get: () => Partner): Partners {
  return {
    all: () => [get()],
    get(id) {
      if (id !== get().id) throw new Problem('partner-unknown', `no partner "${id}"`);
      return get();
    },
  };
}

function recorded(session: SftpSession, operations: string[]): SftpSession {
  const noted =
    <A extends [file: string, ...rest: unknown[]], T>(what: string, operation: (...args: A) => Promise<T>, named = 0) =>
    (...args: A): Promise<T> => {
      operations.push(`${what} ${path.basename(String(args[named]))}`);
      return operation(...args);
    };
  return {
    ...session,
    put: noted('put', session.put),
    rename: noted('rename', session.rename, 1),
    remove: noted('remove', session.remove),
    get: noted('get', session.get),
  };
}

/** A built outbound file without claims. */
export async function builtFile(place: Place, text = 'ISA*claims~'.repeat(50)): Promise<{ id: string; name: string }> {
  const id = newId();
  const name = `${id.slice(-12)}.x12`;
  const file = { id, partnerId: place.id, direction: 'out', kind: '837P', name, state: 'built' } as const;
  await transact(place.exchange.store, (tx) => insertFile(tx, file, Buffer.from(text), vault));
  return { id, name };
}

/** Names and contents in a folder. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Drops a file, written so many seconds ago. */
export function drop(folder: string, name: string, text: string, secondsAgo = 60): void {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(file, at, at);
}
