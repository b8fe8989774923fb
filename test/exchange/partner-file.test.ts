/** Partner profiles: good ones load, a faulty key is named with what was expected, secrets stay out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { envelopeFacts } from '../../src/exchange/batch.ts';
import { outboundName } from '../../src/exchange/file-name.ts';
import {
  loadPartner,
  loadPartners,
  partnersOf,
  profileHash,
  readPartnerFile,
} from '../../src/exchange/partner-file.ts';
import { readCredentials } from '../../src/exchange/secrets.ts';
import { guide837p } from '../../src/guides/index.ts';
import { Problem } from '../../src/problem.ts';
import { profileOf } from './place.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-partners-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = profileOf('acme', {
  host: 'sftp.acme.example',
  user: 'us',
  password: { env: 'CLAIMWIRE_TEST_ACME' },
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
  outbound: '/to',
  inbound: ['/from'],
});

let files = 0;
function write(text: string, extension = 'json'): string {
  const file = path.join(mkdtempSync(path.join(folder, 'f-')), `${++files}.${extension}`);
  writeFileSync(file, text);
  return file;
}

/** The good profile with one place changed; undefined removes it. */
function changed(place: string, value: unknown): string {
  const change = (from: Record<string, unknown>, [key = '', ...rest]: string[]): Record<string, unknown> => ({
    ...from,
    [key]: rest.length === 0 ? value : change({ ...(from[key] as object) }, rest),
  });
  return JSON.stringify(change({ ...GOOD }, place.split('.')));
}

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('no problem was thrown');
}

const YAML = `
id: acme
name: Acme
usage: P
sftp:
  host: sftp.acme.example
  user: us
  privateKey: { file: /secret/key }
  hostKeys: ["SHA256:${'b'.repeat(43)}="]
  outbound: /to
  inbound: [/from, /from2]
  afterDownload: { moveTo: /done }
sender: { interchangeId: SENDER }
receiver: { interchangeId: RECEIVER }
submitter: { name: BILLING, contact: { email: edi@billing.example } }
receiverName: ACME
`;

describe('profiles', () => {
  test('JSON and YAML load, with defaults filled in', () => {
    expect(readPartnerFile(write(JSON.stringify(GOOD)))).toMatchObject({
      sftp: { port: 22, rename: true, afterDownload: 'leave', stableSeconds: 5, temporarySuffix: '.part' },
      batch: { maxClaimsPerFile: 5000 },
      pollSeconds: 600,
    });
    expect(readPartnerFile(write(YAML, 'yaml')).sftp.afterDownload).toEqual({ moveTo: '/done' });
  });

  test.each([guide837p.id, ...guide837p.aliases])('professional claims go out as %s', (version) => {
    const partner = readPartnerFile(write(changed('versions', { professional: version })));
    expect(envelopeFacts(partner, new Date())).toMatchObject({
      versions: { professional: version },
      text: { onDelimiter: 'refuse', replaceWith: ' ', characters: 'extended', transliterate: true },
    });
  });

  test.each([
    ['id', 'ACME!', 'id: expected lower case letters, digits and hyphens, at most 40'],
    ['usage', undefined, 'usage: is missing: expected T (test) or P (production)'],
    ['usage', 'X', 'usage: expected T (test) or P (production)'],
    ['sftp', 'host', 'sftp: expected how to reach the server'],
    ['sftp.outbound', undefined, 'sftp.outbound: is missing: expected a folder of the server'],
    ['sftp.port', '22', 'sftp.port: expected a whole number from 1 to 65535'],
    ['sftp.port', 70_000, 'sftp.port: expected a whole number from 1 to 65535'],
    ['sftp.inbound', '/from', 'sftp.inbound: expected a list of folders'],
    ['sftp.inbound', [], 'sftp.inbound: expected at least one folder'],
    ['sftp.hostKeys', undefined, 'sftp.hostKeys: is missing: expected a list of pinned host keys'],
    ['sftp.hostKeys', ['ab:cd'], 'sftp.hostKeys.0: expected a fingerprint such as SHA256:'],
    ['sftp.password', 'hunter2', 'sftp.password: expected {"env": "NAME"} or {"file": "path"}'],
    ['sftp.password', undefined, 'sftp.password: is missing: expected password or privateKey is needed'],
    ['sftp.pasword', { env: 'X' }, 'sftp.pasword: no such key is known'],
    ['sftp.afterDownload', 'burn', 'sftp.afterDownload: expected leave, delete or {"moveTo": "/folder"}'],
    ['sftp.stableSeconds', -1, 'sftp.stableSeconds: expected a number of seconds from 0 to 3600'],
    ['sftp.rename', 'no', 'sftp.rename: expected true or false'],
    ['sftp.temporarySuffix', '/x', 'sftp.temporarySuffix: expected an ending of 1 to 16'],
    ['sender.interchangeId', 'LONGER THAN FIFTEEN', 'sender.interchangeId: expected text of 1 to 15 characters'],
    ['sender.qualifier', 'XX', 'sender.qualifier: expected an ISA qualifier such as ZZ'],
    ['receiver', undefined, "receiver: is missing: expected the receiver's ids"],
    ['submitter.contact', undefined, 'submitter.contact: is missing: expected object'],
    ['submitter.contact', {}, 'submitter.contact.phone: is missing: expected phone, email or fax'],
    ['delimiters.segment', 'A', 'delimiters.segment: expected one character as segment terminator'],
    ['delimiters', { element: '*', component: '*' }, 'delimiters: expected four different characters'],
    ['text.onDelimiter', 'drop', 'text.onDelimiter: expected refuse or replace'],
    ['text.replaceWith', '*', 'text.replaceWith: expected nothing, or one of capital letter'],
    ['text.characters', 'utf-8', 'text.characters: expected basic or extended'],
    ['versions', { dental: '004010X097' }, 'versions.dental: expected one of 005010X224A2'],
    ['fileName', 'claims.x12', 'fileName: expected a name with {isa13}'],
    ['fileName', '{isa13}{day}', 'fileName: expected letters, digits'],
    ['fileName', '../{isa13}', 'fileName: expected letters, digits'],
    ['batch.everySeconds', 0, 'batch.everySeconds: expected a number of seconds from 0.2 to 86400'],
    ['extra', 1, 'extra: no such key is known'],
  ])('%s as %j is refused', (place, value, says) => {
    const file = write(changed(place, value));
    const problem = problemOf(() => readPartnerFile(file));
    expect(problem.code).toBe('partner-invalid');
    expect(problem.message.startsWith(`${file}: ${says}`), problem.message).toBe(true);
    expect(problem.message).not.toContain('\n');
    expect(problem.message).not.toContain('hunter2');
  });

  test.each([
    ['yaml', 'id: [acme\n', /not valid YAML or JSON \(line \d+\)$/],
    ['json', '{"id": ', /not valid YAML or JSON/],
    ['json', '"acme"', /the whole file: expected a profile: keys and values$/],
    ['json', '', /the whole file: expected a profile/],
  ])('a %s file that holds %j is refused', (extension, text, says) => {
    expect(problemOf(() => readPartnerFile(write(text, extension)))).toMatchObject({
      code: 'partner-invalid',
      message: expect.stringMatching(says),
    });
  });

  test('several faults are counted', () => {
    const file = write(JSON.stringify({ ...GOOD, usage: 'X', pollSeconds: 'x', extra: 1 }));
    expect(problemOf(() => readPartnerFile(file)).message).toMatch(/\(and 2 more\)$/);
  });
});

describe('folders of profiles', () => {
  test('an id that is not there is named with those that are', () => {
    const file = write(JSON.stringify(GOOD));
    expect(loadPartner(path.dirname(file), 'acme').id).toBe('acme');
    expect(loadPartner('nowhere', file).id).toBe('acme');
    const problem = problemOf(() => loadPartner(path.dirname(file), 'acmee'));
    expect(problem).toMatchObject({ code: 'partner-unknown', message: 'no partner "acmee" (known: acme)' });
  });

  test('an id used twice is refused', () => {
    const file = write(JSON.stringify(GOOD));
    writeFileSync(path.join(path.dirname(file), 'zz.yml'), JSON.stringify(GOOD));
    expect(problemOf(() => loadPartners(path.dirname(file))).message).toMatch(/zz\.yml: id: "acme" is used/);
  });

  test('a folder or file that is not there is named', () => {
    expect(problemOf(() => loadPartners('/nowhere'))).toMatchObject({ code: 'partner-unknown' });
    expect(problemOf(() => readPartnerFile('/nowhere/x.json'))).toMatchObject({ code: 'file-unreadable' });
    expect(problemOf(() => partnersOf(new Map()).get('x')).message).toBe('no partner "x": there are no profiles');
  });

  test('the hash of a profile changes with it and with nothing else', () => {
    const hash = profileHash(readPartnerFile(write(JSON.stringify(GOOD))));
    expect(profileHash(readPartnerFile(write(JSON.stringify({ ...GOOD, pollSeconds: 600 }))))).toBe(hash);
    expect(profileHash(readPartnerFile(write(JSON.stringify({ ...GOOD, pollSeconds: 601 }))))).not.toBe(hash);
  });
});

describe('secrets', () => {
  const withKey = (place: unknown) =>
    readPartnerFile(write(changed('sftp', { ...GOOD.sftp, password: undefined, privateKey: place })));

  test('come from the environment or a file, whose last line break is no part of a password', () => {
    process.env.CLAIMWIRE_TEST_ACME = 'pw';
    expect(readCredentials(readPartnerFile(write(JSON.stringify(GOOD))))).toEqual({ password: 'pw' });
    delete process.env.CLAIMWIRE_TEST_ACME;
    const file = write('pw2\r\n', 'txt');
    expect(readCredentials(readPartnerFile(write(changed('sftp.password', { file }))))).toEqual({ password: 'pw2' });
    expect(readCredentials(withKey({ file }))).toEqual({ privateKey: 'pw2\r\n' });
  });

  test('one that is missing is named by its place', () => {
    expect(problemOf(() => readCredentials(readPartnerFile(write(JSON.stringify(GOOD))))).message).toBe(
      'partner acme: sftp.password: the environment variable CLAIMWIRE_TEST_ACME is not set',
    );
    expect(problemOf(() => readCredentials(withKey({ file: '/nowhere/key' }))).message).toBe(
      'partner acme: sftp.privateKey: the file /nowhere/key cannot be read',
    );
  });
});

test('file names are put together from their parts', () => {
  const partner = readPartnerFile(write(changed('fileName', '{partner}-{kind}.{usage}_{isa13}_{date}{time}.dat')));
  const name = outboundName(partner, { kind: '837P', isa13: 42, at: new Date('2026-01-31T23:59:59Z') });
  expect(name).toBe('acme-837P.T_000000042_202601312359.dat');
});
