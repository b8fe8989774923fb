import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVault, openVault } from '../../src/store/index.ts';
import { temporaryFolder } from './rows.ts';

describe('a vault', () => {
  const vault = createVault(Buffer.alloc(32, 1));

  test('opens what it sealed, and seals the same bytes differently each time', () => {
    const bytes = Buffer.from('ISA*00*');
    const [one, two] = [vault.seal(bytes, 'a'), vault.seal(bytes, 'a')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('ISA')).toBe(false);
    expect(vault.open(one, 'a').equals(bytes)).toBe(true);
    expect(vault.open(vault.seal(Buffer.alloc(0)))).toHaveLength(0);
  });

  test.each([
    ['another context', (sealed: Buffer) => vault.open(sealed, 'b')],
    ['another key', (sealed: Buffer) => createVault(Buffer.alloc(32, 2)).open(sealed, 'a')],
    ['a changed byte', (sealed: Buffer) => vault.open(Buffer.concat([sealed.subarray(0, -1), Buffer.of(0)]), 'a')],
    ['an unknown version', (sealed: Buffer) => vault.open(Buffer.concat([Buffer.of(9), sealed.subarray(1)]), 'a')],
    ['a cut tag', (sealed: Buffer) => vault.open(sealed.subarray(0, 20), 'a')],
  ])('refuses %s', (_name, open) => {
    const sealed = vault.seal(Buffer.from([1, 2, 3]), 'a');
    sealed[sealed.length - 1] = sealed.at(-1) === 0 ? 1 : sealed.at(-1)!;
    expect(() => open(sealed)).toThrow();
  });

  test('makes its key in the data folder once, for its owner alone', async () => {
    const [folder, remove] = temporaryFolder();
    const sealed = (await openVault({ dataFolder: folder })).seal(Buffer.from('x'));
    expect((await openVault({ dataFolder: folder })).open(sealed).toString()).toBe('x');
    const file = path.join(folder, 'file.key');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
    writeFileSync(file, 'too short');
    await expect(openVault({ dataFolder: folder })).rejects.toMatchObject({ code: 'data-folder-unusable' });
    remove();
  });

  test('wants to be given the key when there are many hosts', async () => {
    const databaseUrl = 'postgres://localhost/x';
    await expect(openVault({ dataFolder: '', databaseUrl })).rejects.toMatchObject({ code: 'config-invalid' });
    const fileKey = Buffer.alloc(32, 1);
    const given = await openVault({ dataFolder: '', databaseUrl, fileKey });
    expect(given.open(vault.seal(Buffer.from('x'))).toString()).toBe('x');
  });
});
