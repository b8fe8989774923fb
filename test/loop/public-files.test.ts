/** Public files of strangers in the inbound folder are stored, parsed and listed, and wait unmatched; none is lost. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partner as partnerSchema } from '../../schemas/partner.ts';
import { collect } from '../../src/exchange/collect.ts';
import { ingest } from '../../src/exchange/ingest.ts';
import { partnersOf } from '../../src/exchange/partner-file.ts';
import type { Exchange } from '../../src/exchange/ports.ts';
import { readCredentials } from '../../src/exchange/secrets.ts';
import { connectSftp } from '../../src/exchange/sftp.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/database.ts';
import { pageOfFiles } from '../../src/store/file-views.ts';
import { readFileBytes } from '../../src/store/files.ts';
import { pageOfPayments, unmatchedClaimPayments } from '../../src/store/payment-views.ts';
import { createVault } from '../../src/store/vault.ts';
import { available } from '../services/available.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { type SftpServer, startSshd } from '../services/sshd.ts';

const FIXTURES = path.resolve('test/fixtures/x12');
const CORPUS = path.resolve('../shared/corpus/files');

/** Public files: those of the project, and one more of each kind from the corpus where it is there. */
const FILES = [
  path.join(FIXTURES, '835-denied.x12'),
  path.join(FIXTURES, '835-provider-adjustment.x12'),
  path.join(FIXTURES, '999-rejected.x12'),
  path.join(CORPUS, 'azoner__pyx12/pyx12__tests__834_ls_le_ls_5010.999.txt'),
].filter((file) => existsSync(file));

describe.skipIf(!available.sshd)('public answers', () => {
  let store: Store;
  let sftp: SftpServer;
  let exchange: Exchange;
  const folder = temporaryFolder('public');

  beforeAll(async () => {
    sftp = await startSshd();
    store = await openStore({ dataFolder: folder });
    const profile = partnerSchema.parse({
      id: 'public',
      name: 'Public files',
      usage: 'T',
      sftp: sftp.profile(),
      sender: { interchangeId: 'CLAIMWIRE' },
      receiver: { interchangeId: 'PUBLIC' },
      submitter: { name: 'TEST', contact: { name: 'DESK', phone: '6145550100' } },
      receiverName: 'PUBLIC',
    });
    exchange = {
      store,
      vault: createVault(randomBytes(32)),
      partners: partnersOf(new Map([[profile.id, profile]])),
      clock: () => new Date(),
      log: createLog('silent'),
      connect: async (partner) => connectSftp(partner, readCredentials(partner)),
    };
  });

  afterAll(async () => {
    await store.close();
    await sftp.remove();
    removeFolder(folder);
  });

  test('are stored byte for byte, parsed, and listed as unmatched; prose is kept too', async () => {
    for (const file of FILES) copyFileSync(file, path.join(sftp.from, path.basename(file)));
    writeFileSync(path.join(sftp.from, 'report.txt'), 'Dear customer, your report is attached.\n');
    const followUps = await collect(exchange, { partnerId: 'public' });
    expect(followUps.length).toBe(FILES.length + 1);
    for (const { payload } of followUps) await ingest(exchange, payload as { fileId: string });

    const { rows } = await pageOfFiles(store.db, {});
    const stateOf = (name: string) => rows.find((row) => row.name === name)?.state;
    expect(stateOf('report.txt')).toBe('unreadable');
    for (const file of FILES) {
      const row = rows.find(({ name }) => name === path.basename(file));
      expect(row?.state, file).toBe('ingested');
      expect((await readFileBytes(store.db, row!.id, exchange.vault)).equals(readFileSync(file))).toBe(true);
    }
    expect((await pageOfPayments(store.db, {})).rows.length).toBeGreaterThanOrEqual(2);
    expect((await unmatchedClaimPayments(store.db, {})).rows.length).toBeGreaterThanOrEqual(2);
    expect(await collect(exchange, { partnerId: 'public' })).toEqual([]);
  });
});
