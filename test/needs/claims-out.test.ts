/** What billers complain of in other systems, and what happens here instead. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claim as claimSchema, type ProfessionalClaimInput } from '../../schemas/claim.ts';
import { type PartnerInput, partner } from '../../schemas/partner.ts';
import { rulePack } from '../../schemas/rule-pack.ts';
import { claimsFrom837Sync } from '../../src/claims/read-claims.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { outboundName } from '../../src/exchange/file-name.ts';
import { arbitraryProfessional } from '../claims/arbitrary-professional.ts';
import { CLAIM, claimWith } from '../claims/claim.ts';
import { ENVELOPE, segmentsOf } from '../claims/envelope.ts';

type Change = Partial<ProfessionalClaimInput>;

const PROFILE: PartnerInput = {
  id: 'clearinghouse',
  name: 'Clearinghouse',
  usage: 'T',
  sftp: {
    host: 'h',
    user: 'u',
    password: { env: 'P' },
    hostKeys: ['SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    outbound: '/out',
    inbound: ['/in'],
  },
  sender: { qualifier: 'ZZ', interchangeId: 'SENDER' },
  receiver: { qualifier: 'ZZ', interchangeId: 'RECEIVER' },
  submitter: { name: 'ACME', contact: { phone: '6145550100' } },
  receiverName: 'CLEARING HOUSE',
};

const { billingProvider, subscriber } = CLAIM;
const [first, second] = CLAIM.lines as [
  ProfessionalClaimInput['lines'][number],
  ProfessionalClaimInput['lines'][number],
];

const segments = (...claims: readonly Claim[]) => segmentsOf(writeClaims(claims, ENVELOPE).text);
const segmentOf = (id: string, change: Change) => segments(claimWith(change)).find((one) => one.startsWith(`${id}*`));
/** Path and rule of each finding of a claim. */
const found = (change: object, options = {}) =>
  validateClaim({ ...CLAIM, ...change }, options).issues.map(({ path, rule }) => [path, rule]);

describe('need 21: the submitter is right, or the profile is refused', () => {
  const paths = (submitter: unknown) =>
    partner.safeParse({ ...PROFILE, submitter }).error?.issues.map(({ path }) => path.join('.')) ?? [];

  test.each([
    [{ name: '', contact: { phone: '6145550100' } }, ['submitter.name']],
    [{ name: 'ACME', id: 'X'.repeat(81), contact: { phone: '6145550100' } }, ['submitter.id']],
    [{ name: 'ACME', contact: { name: 'DESK' } }, ['submitter.contact.phone']],
    [undefined, ['submitter']],
  ])('%j', (submitter, expected) => {
    expect(paths(submitter)).toEqual(expect.arrayContaining(expected));
  });

  test('and it stands in NM1*41 with its ETIN', () => {
    expect(segments(claimWith())).toContain('NM1*41*2*RIVERSIDE BILLING*****46*SUB1');
  });
});

describe('need 24: assignment and benefits are fields with defaults', () => {
  test.each<[Change, string]>([
    [{}, 'CLM*CW1001*185***11:B:1*Y*A*Y*Y'],
    [{ assignment: 'C', benefitsAssigned: 'N' }, 'CLM*CW1001*185***11:B:1*Y*C*N*Y'],
    [{ assignment: 'B', benefitsAssigned: 'W', release: 'I' }, 'CLM*CW1001*185***11:B:1*Y*B*W*I'],
  ])('%j', (change, text) => {
    expect(segmentOf('CLM', change)).toBe(text);
  });
});

describe('need 25: a ZIP is sent as it was given, and asked for where four digits are missing', () => {
  const at = (zip: string) => ({
    billingProvider: { ...billingProvider, address: { ...billingProvider.address, zip } },
  });

  test.each([
    ['43215-0001', 'N4*COLUMBUS*OH*432150001'],
    ['43215', 'N4*COLUMBUS*OH*43215'],
  ])('%s', (zip, text) => {
    expect(segments(claimWith(at(zip)))).toContain(text);
  });

  test('five digits of a billing provider are told at once, in the claim’s own words', () => {
    expect(found(at('43215'))).toEqual([['/billingProvider/address/zip', 'R51']]);
    expect(found(at('43215-0001'))).toEqual([]);
  });
});

describe('need 26: why Medicare is not first is asked for before the payer asks', () => {
  const secondary: Change = {
    subscriber: { ...subscriber, memberId: '1EG4TE5MK73', claimFiling: 'MB', payerSequence: 'S' },
    otherPayers: [
      {
        payer: { id: 'FIRST', name: 'FIRST PLAN' },
        payerSequence: 'P',
        insured: { lastName: 'WINTERS', firstName: 'ALMA', memberId: 'M2' },
      },
    ],
  };

  test('the edit names the field', () => {
    const { claim, issues } = validateClaim({ ...CLAIM, ...secondary });
    expect(claim).toBeUndefined();
    expect(issues).toMatchObject([
      { path: '/subscriber/mspType', rule: 'R68', next: expect.stringContaining('SBR05') },
    ]);
  });

  test('SBR05 holds it', () => {
    const told = { ...secondary, subscriber: { ...secondary.subscriber, mspType: '12' } } as Change;
    expect(found(told)).toEqual([]);
    expect(segmentOf('SBR', told)).toBe('SBR*S*18***12****MB');
  });
});

test('need 29: files of one minute have names of their own', () => {
  const profile = partner.parse(PROFILE);
  const facts = { kind: '837P', at: new Date('2026-11-25T10:00:00Z') };
  const names = [7, 8].map((isa13) => outboundName(profile, { ...facts, isa13 }));
  expect(names).toEqual(['clearinghouse_837P_T_000000007.x12', 'clearinghouse_837P_T_000000008.x12']);
});

describe('need 30: nothing half filled leaves', () => {
  test('a claim without a part is refused whole, and every part that is missing is named', () => {
    const { claim, issues } = validateClaim({ ...CLAIM, subscriber: {}, payer: undefined, lines: [{}] });
    expect(claim).toBeUndefined();
    expect(issues.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/payer', '/lines/0/procedure', '/lines/0/charge', '/lines/0/serviceDate']),
    );
  });

  test('no segment of any claim is empty', () => {
    fc.assert(
      fc.property(arbitraryProfessional, (claim) => {
        for (const segment of segments(claim)) expect(segment).toMatch(/^[A-Z0-9]{2,3}\*.*[^*]$/);
      }),
      { numRuns: 100 },
    );
  });
});

test('need 33: what was sent is read back and is what was given', () => {
  fc.assert(
    fc.property(arbitraryProfessional, (claim) => {
      const items = [...claimsFrom837Sync(writeClaims([claim], ENVELOPE).text)];
      expect(items).toMatchObject([{ type: 'claim', issues: [] }]);
      const [item] = items;
      const json = item?.type === 'claim' ? item.claim : {};
      // What is never sent is not read back.
      const { claimId: _claimId, meta: _meta, ...sent } = claim;
      expect(claimSchema.parse(json)).toEqual(sent);
    }),
    { numRuns: 100 },
  );
});

describe('need 34: what cannot be sent is a visible stop', () => {
  test.each<[string, object, string, string | undefined]>([
    ['the same diagnosis twice', { diagnoses: ['J06.9', 'J069'] }, '/diagnoses/1', 'R121'],
    [
      'a line without a pointer',
      { lines: [first, { ...second, diagnosisPointers: [] }] },
      '/lines/1/diagnosisPointers',
      undefined,
    ],
    [
      'a relationship that is none',
      { dependent: { lastName: 'WINTERS', relationship: 'nephew' } },
      '/dependent/relationship',
      undefined,
    ],
  ])('%s', (_name, change, path, rule) => {
    expect(validateClaim({ ...CLAIM, ...change }).claim).toBeUndefined();
    expect(found(change)).toContainEqual([path, rule]);
  });
});

describe('need 35: pointers are numbers in the list of diagnoses', () => {
  const pointing = (...diagnosisPointers: number[]) => ({ lines: [first, { ...second, diagnosisPointers }] });

  test('they are sent as they are given', () => {
    expect(segments(claimWith(pointing(2, 1)))).toContain('SV1*HC:87880*60*UN*1***2:1');
  });

  test.each([
    [[3], 'R123'],
    [[0], undefined],
  ])('%j points to nothing', (pointers, rule) => {
    expect(found(pointing(...pointers))[0]?.[1]).toBe(rule);
    expect(validateClaim({ ...CLAIM, ...pointing(...pointers) }).claim).toBeUndefined();
  });
});

describe('need 36, 37: what a payer asks is data with its dates and its source', () => {
  const pack = rulePack.parse({
    id: 'acme-medicaid',
    title: 'Acme Medicaid',
    sources: [{ title: 'Enrolment guide', url: 'https://acme.example/guide', retrieved: '2026-11-01' }],
    effective: { from: '2026-01-01', to: '2026-12-31' },
    appliesTo: { kinds: ['professional'], payers: ['SAMPL'] },
    rules: [
      {
        id: 'state-number',
        check: 'idOfKind',
        at: '/billingProvider/ids',
        kind: 'payerAssigned',
        message: 'the number that the state gave the provider is missing',
        next: 'add the state provider number as an id of kind payerAssigned',
      },
    ],
  });
  const enrolled = { billingProvider: { ...billingProvider, ids: [{ kind: 'payerAssigned', id: 'ST1' }] } };
  const on = (day: string, change: object = {}) => found(change, { rulePacks: [pack], on: day });

  test('a claim without the state’s number is held before it is sent, by the field that is missing', () => {
    expect(on('2026-11-25')).toEqual([['/billingProvider/ids', 'acme-medicaid:state-number']]);
    expect(on('2026-11-25', enrolled)).not.toContainEqual(['/billingProvider/ids', 'acme-medicaid:state-number']);
  });

  test('only on its days, and only for its payers', () => {
    expect(on('2027-01-01')).toEqual([]);
    expect(on('2026-11-25', { payer: { id: 'OTHER', name: 'OTHER PLAN' } })).toEqual([]);
  });

  test('and the number stands in 2010BB', () => {
    expect(segments(claimWith(enrolled as Change))).toContain('REF*G2*ST1');
  });
});
