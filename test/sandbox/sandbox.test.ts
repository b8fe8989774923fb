import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { partner } from '../../schemas/partner.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';
import { removeFolder, temporaryFolder } from '../services/process.ts';
import { itemsOf, only } from '../x12/wire.ts';
import { claimOf, textOf } from './claim-texts.ts';
import { connect, kill, spawnSandbox, untilFiles } from './sftp.ts';

const KINDS = ['01_TA1', '02_999', '03_277CA_AY', '04_277CA_SAMPL', '05_835_SAMPL'];
const namesOf = (isa13: string) => KINDS.map((kind) => `CLAIMWIRE_${isa13}_${kind}.x12`);
const clock = () => new Date('2026-11-23T12:00:00Z');
const file = (isa13: number, ...numbers: string[]) =>
  textOf(
    numbers.map((number) => claimOf(number, ['87880', '99213'])),
    { isa13 },
  );

const folders: string[] = [];
const running: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  for (const folder of folders.splice(0)) removeFolder(folder);
});

function place(): string {
  const folder = temporaryFolder('sandbox');
  folders.push(folder);
  return folder;
}

async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ folder: place(), pollMs: 20, clock, ...options });
  running.push(sandbox);
  return sandbox;
}

describe('from claim to payment by SFTP', () => {
  test('claims put and renamed: TA1, 999, two 277CA and an 835 can be fetched', async () => {
    const sandbox = await start({ delayMs: 20 });
    const client = await connect(sandbox);
    await client.put(Buffer.from(file(17, 'A', 'B', 'C')), '/to/claims.x12.part');
    await sleep(100);
    expect(sandbox.received().files).toEqual([]);
    await client.rename('/to/claims.x12.part', '/to/claims.x12');
    const names = await untilFiles(sandbox.folders().from, 5);
    expect(names).toEqual(namesOf('000000017'));
    const fetched = await Promise.all(names.map(async (name) => String(await client.get(`/from/${name}`))));
    const items = fetched.flatMap((text) => itemsOf(text));
    expect(only(items, 'issue')).toEqual([]);
    expect(only(items, '835.claim').map(({ patientControlNumber }) => patientControlNumber)).toEqual(['A', 'B', 'C']);
    expect(only(items, 'interchange').every(({ date }) => date === '2026-11-23')).toBe(true);
    expect(sandbox.received()).toMatchObject({
      files: [{ receipt: 1, name: 'claims.x12', controlNumbers: ['A', 'B', 'C'] }],
      claims: 3,
      repeatedInterchanges: [],
      repeatedClaims: [],
    });
    expect(await client.list('/to')).toEqual([]);
    expect(readdirSync(sandbox.folders().archive)).toEqual(['000001_claims.x12']);
    await client.end();
  });

  test('a file written under its final name is taken when it is closed, not before', async () => {
    const sandbox = await start();
    const client = await connect(sandbox);
    await client.put(Buffer.from(file(18, 'A')), '/to/direct.x12');
    expect(await untilFiles(sandbox.folders().from, 5)).toEqual(namesOf('000000018'));
    await client.end();
  });

  test('a file dropped into the folder is taken once it stops growing', async () => {
    const sandbox = await start();
    const text = file(19, 'A');
    const target = path.join(sandbox.folders().to, 'dropped.x12');
    writeFileSync(target, text.slice(0, 300));
    writeFileSync(target, text);
    expect(await untilFiles(sandbox.folders().from, 5)).toEqual(namesOf('000000019'));
  });

  test('what comes twice is counted, and answered by TA1 025 only', async () => {
    const sandbox = await start();
    const { to, from } = sandbox.folders();
    writeFileSync(path.join(to, 'one.x12'), file(20, 'A', 'B'));
    await untilFiles(from, 5);
    writeFileSync(path.join(to, 'again.x12'), file(20, 'A', 'B'));
    await untilFiles(from, 6);
    writeFileSync(path.join(to, 'other.x12'), file(21, 'B'));
    const names = await untilFiles(from, 11);
    expect(names).toEqual([...namesOf('000000020'), 'CLAIMWIRE_000000020_R2-01_TA1.x12', ...namesOf('000000021')]);
    const { claims, repeatedClaims, repeatedInterchanges } = sandbox.received();
    expect({ claims, repeatedClaims, repeatedInterchanges }).toEqual({
      claims: 5,
      repeatedClaims: ['A', 'B', 'B'],
      repeatedInterchanges: ['CLAIMWIRE 000000020'],
    });
  });

  test('what is no X12 is kept and answered by nothing', async () => {
    const sandbox = await start();
    writeFileSync(path.join(sandbox.folders().to, 'letter.txt'), 'Dear Sir or Madam');
    expect(await untilFiles(sandbox.folders().archive, 1)).toEqual(['000001_letter.txt']);
    expect(readdirSync(sandbox.folders().from)).toEqual([]);
  });
});

describe('the sandbox as a whole', () => {
  test('one at a time on a folder', async () => {
    const folder = place();
    await start({ folder });
    await expect(startSandbox({ folder })).rejects.toMatchObject({ code: 'data-folder-locked' });
  });

  test('a port in use is named', async () => {
    const { port } = await start();
    await expect(startSandbox({ folder: place(), port })).rejects.toMatchObject({ code: 'port-taken' });
  });

  test('not open to others with the well-known password', async () => {
    await expect(startSandbox({ folder: place(), host: '0.0.0.0' })).rejects.toMatchObject({ code: 'usage' });
  });

  test('its profile is one', async () => {
    const sandbox = await start();
    const profile = partner.parse(sandbox.profile('sandbox', 'PASSWORD'));
    expect(profile.sftp).toMatchObject({ port: sandbox.port, hostKeys: [sandbox.hostKey], outbound: '/to' });
  });

  test('stopped in the middle, it goes on where it was', async () => {
    const folder = place();
    const first = await startSandbox({ folder, pollMs: 20, delayMs: 60_000, clock });
    const { to, from, archive } = first.folders();
    writeFileSync(path.join(to, 'one.x12'), file(30, 'A'));
    expect(await untilFiles(from, 2)).toEqual(namesOf('000000030').slice(0, 2));
    await first.stop();
    expect(readdirSync(from).length).toBe(2);
    const second = await start({ folder });
    expect(await untilFiles(from, 5)).toEqual(namesOf('000000030'));
    expect(await untilFiles(archive, 1)).toEqual(['000001_one.x12']);
    expect(second.received().claims).toBe(1);
  });
});

describe('killed without warning', () => {
  test('again and again in the middle of its work: each file is counted once, each answer given once', async () => {
    const folder = place();
    const source = path.join(folder, 'source');
    const isa13s = Array.from({ length: 6 }, (_, index) => 40 + index);
    const given = new Map<string, number>();
    for (const [round, isa13] of isa13s.entries()) {
      const { child, host, port } = await spawnSandbox(folder, 40);
      const { to, from } = sandboxFolders(folder);
      writeFileSync(source, file(isa13, `R${round}A`, `R${round}B`));
      copyFileSync(source, path.join(to, `${isa13}.x12.part`));
      const client = await connect({ host, port });
      await client.rename(`/to/${isa13}.x12.part`, `/to/${isa13}.x12`);
      await client.end();
      // The rounds end at different moments of the work.
      await sleep(round * 25);
      await kill(child);
      fetchAll(from, given);
    }
    const last = await start({ folder });
    await untilFiles(last.folders().archive, isa13s.length);
    fetchAll(last.folders().from, given);
    const expected = isa13s.flatMap((isa13) => namesOf(String(isa13).padStart(9, '0')));
    expect([...given.keys()].sort()).toEqual(expected);
    expect(new Set(given.values())).toEqual(new Set([1]));
    const { files, claims, repeatedClaims, repeatedInterchanges } = last.received();
    expect(files.map(({ receipt }) => receipt)).toEqual([1, 2, 3, 4, 5, 6]);
    expect({ claims, repeatedClaims, repeatedInterchanges }).toEqual({
      claims: 12,
      repeatedClaims: [],
      repeatedInterchanges: [],
    });
  });
});

const sandboxFolders = (folder: string) => ({
  to: path.join(folder, 'users/sandbox/to'),
  from: path.join(folder, 'users/sandbox/from'),
});

/** Takes the answers away, as a partner that deletes what it fetched. */
function fetchAll(from: string, given: Map<string, number>): void {
  for (const name of readdirSync(from)) {
    expect(readFileSync(path.join(from, name), 'utf8')).toMatch(/^ISA.*~$/);
    given.set(name, (given.get(name) ?? 0) + 1);
    removeFolder(path.join(from, name));
  }
}
