/** Rule packs of a profile: found beside it, a faulty one is refused by key, the profile is held against what they ask. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { PartnerInput } from '../../schemas/partner.ts';
import { partner as partnerSchema } from '../../schemas/partner.ts';
import { readPartnerFile } from '../../src/exchange/partner-file.ts';
import { profileIssues, rulePacksOf } from '../../src/exchange/partner-rules.ts';
import { readRulePack } from '../../src/exchange/rule-pack-file.ts';
import { profileOf } from './place.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, 'rules'));

const RULE = { id: 'one', check: 'maxCount', at: '/lines', max: 1, message: 'too many lines', next: 'split the claim' };
const PACK = {
  id: 'acme',
  title: 'Acme',
  sources: [{ title: 'Acme companion guide', url: 'https://acme.example/guide', retrieved: '2026-11-01' }],
  effective: { from: '2026-01-01' },
  appliesTo: { kinds: ['professional'] },
  rules: [RULE],
};
const SERVER = {
  host: 'sftp.acme.example',
  user: 'us',
  password: { env: 'CLAIMWIRE_TEST_ACME' },
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
  outbound: '/to',
  inbound: ['/from'],
};

function write(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

let profiles = 0;
const profileWith = (more: Partial<PartnerInput>) =>
  write(`profile-${++profiles}.json`, profileOf('acme', SERVER, more));

describe('packs of a profile', () => {
  test('are found by path beside it, by id in its folder rules, or stand in it', () => {
    write('near.json', { ...PACK, id: 'near' });
    write('rules/known.json', { ...PACK, id: 'known' });
    const profile = readPartnerFile(
      profileWith({ rulePacks: ['near.json', 'known', { ...PACK, id: 'within' } as never] }),
    );
    expect(rulePacksOf(profile).map(({ id }) => id)).toEqual(['near', 'known', 'within']);
  });

  test('one that is not there is named', () => {
    expect(() => readPartnerFile(profileWith({ rulePacks: ['lost'] }))).toThrow(/rules\/lost\.json: cannot be read/);
  });

  test('one that was named and never read is not passed over', () => {
    const profile = partnerSchema.parse(profileOf('acme', SERVER, { rulePacks: ['known'] }));
    expect(() => rulePacksOf(profile)).toThrow('partner acme: rulePacks: "known" was named and not read');
  });

  test.each<[object, string]>([
    [{ ...PACK, sources: [] }, 'sources: expected at least one source'],
    [{ ...PACK, effective: { from: 'soon' } }, 'effective.from: expected a date as YYYY-MM-DD'],
    [{ ...PACK, colour: 'red' }, 'colour: no such key is known'],
    [{ ...PACK, appliesTo: { kinds: [] } }, 'appliesTo.kinds: expected at least one kind of claim'],
    [{ ...PACK, rules: [RULE, RULE] }, 'rules: expected rules with ids of their own'],
    [{ ...PACK, rules: [{ ...RULE, check: 'most' }] }, 'rules.0.check: expected required, forbidden, oneOf'],
    [{ ...PACK, rules: [{ ...RULE, max: undefined }] }, 'rules.0.max: is missing: expected a whole number'],
    [{ ...PACK, rules: [{ ...RULE, at: 'lines' }] }, 'rules.0.at: expected a JSON pointer into the claim'],
    [{ ...PACK, rules: [{ ...RULE, at: '/line' }] }, 'rules.0.at: expected a field of a professional claim'],
    [
      { ...PACK, rules: [{ ...RULE, when: { at: '/frequencies', is: ['7'] } }] },
      'rules.0.when.at: expected a field of a professional claim',
    ],
    [{ ...PACK, rules: [{ ...RULE, when: { at: '/lines' } }] }, 'rules.0.when: expected {"at", "is"}'],
    [
      { ...PACK, rules: [{ ...RULE, max: undefined, check: 'pattern', pattern: '(' }] },
      'rules.0.pattern: expected a regular expression',
    ],
    [{ ...PACK, envelope: { maxClaimsPerSet: 0 } }, 'envelope.maxClaimsPerSet: expected a whole number from 1'],
  ])('a faulty one is refused: %#', (pack, says) => {
    const file = write('faulty.json', pack);
    expect(() => readRulePack(file)).toThrow(`${file}: ${says}`);
    expect(() => readPartnerFile(profileWith({ rulePacks: ['faulty.json'] }))).toThrow(`faulty.json: ${says}`);
  });
});

describe('profileIssues', () => {
  const issuesOf = (envelope: object, more: Partial<PartnerInput> = {}, day = '2026-11-20') =>
    profileIssues(
      readPartnerFile(profileWith({ ...more, rulePacks: [{ ...PACK, rules: [], envelope } as never] })),
      day,
    );

  test.each<[envelope: object, path: string, keeps: Partial<PartnerInput>]>([
    [{ maxClaimsPerFile: 100 }, '/batch/maxClaimsPerFile', { batch: { maxClaimsPerFile: 100 } }],
    [{ maxClaimsPerSet: 1 }, '/batch/maxClaimsPerSet', { batch: { maxClaimsPerSet: 1 } }],
    [
      { versions: { professional: '005010X222A2' } },
      '/versions/professional',
      { versions: { professional: '005010X222A2' } },
    ],
    [
      { delimiters: { component: '>' } },
      '/delimiters/component',
      { delimiters: { element: '*', component: '>', repetition: '^', segment: '~' } },
    ],
    [{ lineBreak: '\n' }, '/lineBreak', { lineBreak: '\n' }],
    [{ characters: 'basic' }, '/text/characters', { text: { characters: 'basic' } }],
    [{ acknowledgmentRequested: false }, '/acknowledgmentRequested', { acknowledgmentRequested: false }],
  ])('%j is asked of the profile', (envelope, at, keeps) => {
    expect(issuesOf(envelope)).toMatchObject([{ code: 'partner-rule', path: at, rule: 'acme:envelope', snip: 7 }]);
    expect(issuesOf(envelope, keeps)).toEqual([]);
    expect(issuesOf(envelope, {}, '2025-12-31')).toEqual([]);
  });
});
