import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { X12Interchange, X12Parser } from 'node-x12';
import { describe, expect, test, vi } from 'vitest';
import type { Claim } from '../../schemas/claim.ts';
import { validateClaim } from '../../src/claims/validate.ts';
import { type ClaimEnvelope, writeClaims } from '../../src/claims/write-claims.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { only } from '../x12/wire.ts';
import { arbitraryDental } from './arbitrary-dental.ts';
import { arbitraryInstitutional } from './arbitrary-institutional.ts';
import { arbitraryProfessional } from './arbitrary-professional.ts';
import { CLAIM, claimWith } from './claim.ts';
import { ENVELOPE, segmentsOf } from './envelope.ts';

// Many runs on a busy machine take longer than the five seconds of a single test.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = Number(process.env.FC_RUNS ?? 200);
const write = (claims: readonly Claim[], change: Partial<ClaimEnvelope> = {}) =>
  writeClaims(claims, { ...ENVELOPE, ...change });
const read = (text: string) => [...readInterchangeSync(text)];
const idsOf = (text: string) => segmentsOf(text).map((segment) => segment.split('*')[0]);

describe("the partner's settings", () => {
  test('names are written in its characters, and each change is said with its claim', () => {
    const claims = [
      claimWith(),
      claimWith({ subscriber: { ...CLAIM.subscriber, lastName: 'Muñoz', firstName: 'A:B' } }),
    ];
    const text = { onDelimiter: 'replace', replaceWith: ' ', characters: 'basic', transliterate: true } as const;
    const written = write(claims, { text });
    expect(segmentsOf(written.text)).toContain('NM1*IL*1*MUNOZ*A B****MI*MEM0001');
    expect(written.issues.map(({ code, severity, element, claim }) => [code, severity, element, claim])).toEqual([
      ['text-replaced', 'warning', 'NM103', 1],
      ['text-replaced', 'warning', 'NM104', 1],
    ]);
  });

  test('an alias of the version stands in GS08 and ST03, and is read', () => {
    const { text, issues } = write([claimWith()], { versions: { professional: '005010X222A2' } });
    expect(issues).toEqual([]);
    expect(text.match(/005010X222\w*/g)).toEqual(['005010X222A2', '005010X222A2']);
    expect(only(read(text), '837.claim')).toHaveLength(1);
    expect(only(read(text), 'issue')).toEqual([]);
  });
});

test('the sample claim becomes exactly these segments', () => {
  const [sample] = JSON.parse(
    readFileSync(new URL('../../samples/claims/professional.json', import.meta.url), 'utf8'),
  ) as unknown[];
  const { claim } = validateClaim(sample);
  if (claim === undefined) throw new Error('the sample is valid');
  const written = write([claim]);
  expect(written.issues).toEqual([]);
  expect(written.index).toEqual([{ claim: 0, st02: '0001', gs06: '7', segmentFrom: 6, segmentTo: 27 }]);
  expect(segmentsOf(written.text)).toEqual([
    'ISA*00*          *00*          *ZZ*CLAIMWIRE      *ZZ*CLEARING       *261123*1605*^*00501*000000007*1*T*:',
    'GS*HC*CLAIMWIRE*CLEARING*20261123*1605*7*X*005010X222A1',
    'ST*837*0001*005010X222A1',
    'BHT*0019*00*B7-1*20261123*1605*CH',
    'NM1*41*2*RIVERSIDE BILLING*****46*SUB1',
    'PER*IC*CLAIMS DESK*TE*6145550100',
    'NM1*40*2*CLEARING HOUSE*****46*CLEARING',
    'HL*1**20*1',
    'NM1*85*2*RIVERSIDE FAMILY MEDICINE*****XX*1234567893',
    'N3*100 MAIN STREET',
    'N4*COLUMBUS*OH*432150001',
    'REF*EI*123456789',
    'HL*2*1*22*0',
    'SBR*P*18*******CI',
    'NM1*IL*1*WINTERS*ALMA****MI*MEM0001',
    'N3*12 OAK LANE',
    'N4*COLUMBUS*OH*43215',
    'DMG*D8*19710412*F',
    'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*SAMPL',
    'CLM*CW1001*185***11:B:1*Y*A*Y*Y',
    'HI*ABK:J069',
    'LX*1',
    'SV1*HC:99213*125*UN*1***1',
    'DTP*472*D8*20261102',
    'REF*6R*L1',
    'LX*2',
    'SV1*HC:87880*60*UN*1***1',
    'DTP*472*D8*20261102',
    'REF*6R*L2',
    'SE*28*0001',
    'GE*1*7',
    'IEA*1*000000007',
  ]);
});

describe('the hierarchy', () => {
  const first = claimWith();
  const second = claimWith({ patientControlNumber: 'CW1002' });
  const dependent = {
    lastName: 'WINTERS',
    firstName: 'NOAH',
    relationship: 'child' as const,
    birthDate: '2015-05-05',
    sex: 'M' as const,
    address: { line1: '12 OAK LANE', city: 'COLUMBUS', state: 'OH', zip: '43215' },
  };

  test('two claims of one subscriber share their 2000B', () => {
    const { text } = write([first, second]);
    expect(idsOf(text).filter((id) => id === 'HL')).toHaveLength(2);
    expect(idsOf(text).filter((id) => id === 'CLM')).toHaveLength(2);
  });

  test('a claim of another provider has its own 2000A', () => {
    const npi = '1457382911';
    const other = claimWith({
      billingProvider: { ...CLAIM.billingProvider, npi: undefined, ids: [{ kind: 'payerAssigned', id: npi }] },
    });
    const { text } = write([first, other, second]);
    expect(segmentsOf(text).filter((segment) => segment.startsWith('HL'))).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'HL*3**20*1',
      'HL*4*3*22*0',
    ]);
    expect(
      segmentsOf(text)
        .filter((segment) => segment.startsWith('CLM'))
        .map((segment) => segment.slice(0, 10)),
    ).toEqual(['CLM*CW1001', 'CLM*CW1002', 'CLM*CW1001']);
  });

  test('a dependent stands in 2000C below a subscriber who says so', () => {
    const { text, issues } = write([
      claimWith({ dependent }),
      claimWith({ dependent, patientControlNumber: 'CW1003' }),
    ]);
    expect(issues).toEqual([]);
    expect(segmentsOf(text).filter((segment) => /^(HL|SBR|PAT|NM1\*QC)/.test(segment))).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*1',
      'SBR*P********CI',
      'HL*3*2*23*0',
      'PAT*19',
      'NM1*QC*1*WINTERS*NOAH',
    ]);
  });

  test('sets hold at most so many claims and one purpose each', () => {
    const claims = [first, claimWith({ purpose: 'encounter' }), second, claimWith({ patientControlNumber: 'CW1004' })];
    const { text, index } = write(claims, { maxClaimsPerSet: 2 });
    expect(index.map(({ claim, st02 }) => [claim, st02])).toEqual([
      [0, '0001'],
      [2, '0001'],
      [3, '0002'],
      [1, '0003'],
    ]);
    expect(segmentsOf(text).filter((segment) => segment.startsWith('BHT'))).toEqual([
      'BHT*0019*00*B7-1*20261123*1605*CH',
      'BHT*0019*00*B7-2*20261123*1605*CH',
      'BHT*0019*00*B7-3*20261123*1605*RP',
    ]);
    expect(segmentsOf(text).at(-2)).toBe('GE*3*7');
  });
});

describe('what must not be sent', () => {
  const broken = claimWith({
    patientControlNumber: 'CW1005',
    subscriber: { ...CLAIM.subscriber, lastName: 'O*BRIEN' },
  });

  test('a delimiter in data is an issue of its claim, and never in the text', () => {
    const { text, issues } = write([claimWith(), broken, claimWith({ patientControlNumber: 'CW1006' })]);
    expect(issues).toMatchObject([{ code: 'delimiter-conflict', severity: 'error', claim: 1, element: 'NM103' }]);
    expect(JSON.stringify(issues)).not.toContain('BRIEN');
    expect(read(text).filter((item) => item.type === 'issue')).toEqual([]);
  });

  test('an issue in the first segment of a claim belongs to that claim, not to the one before', () => {
    const odd = { ...claimWith(), patientControlNumber: 'A:B' };
    expect(write([claimWith(), odd]).issues).toMatchObject([
      { code: 'delimiter-conflict', claim: 1, element: 'CLM01' },
    ]);
  });

  test('a missing segment at the end of a claim belongs to that claim, not to the next', () => {
    const bare = { ...claimWith(), lines: [] };
    expect(write([bare, claimWith({ patientControlNumber: 'CW1007' })]).issues).toMatchObject([
      { code: 'loop-missing', claim: 0 },
    ]);
  });

  test('issues of the envelope belong to no claim', () => {
    const receiver = { ...ENVELOPE.receiver, id: 'CLEAR:ING' };
    const submitter = { ...ENVELOPE.submitter, name: 'A~B' };
    expect(write([claimWith()], { receiver, submitter }).issues).toEqual([
      expect.objectContaining({ code: 'delimiter-conflict', element: 'ISA08' }),
      expect.objectContaining({ code: 'delimiter-conflict', element: 'NM103' }),
    ]);
    expect(write([claimWith()], { receiver, submitter }).issues.some((found) => 'claim' in found)).toBe(false);
  });

  test('the same text is no issue for a partner with other delimiters', () => {
    const delimiters = { element: '|', component: '>', repetition: '!', segment: '\n' };
    const { text, issues } = write([broken], { delimiters });
    expect(issues).toEqual([]);
    expect(only(read(text), '837.claim')[0]?.subscriber.lastName).toBe('O*BRIEN');
  });
});

describe('facts of a claim that once were dropped', () => {
  const ids = [{ kind: 'payerAssigned' as const, id: 'G2ID' }];
  const doctor = { lastName: 'HALE', ids };
  const [line] = CLAIM.lines;
  if (line === undefined) throw new Error('the claim has lines');

  test('further ids of facilities, supervising and ordering providers and other payers are sent', () => {
    const claim = claimWith({
      supervising: doctor,
      facility: { organizationName: 'HALL', ids, address: CLAIM.billingProvider.address },
      otherPayers: [
        {
          payer: { id: 'O1', name: 'OTHER', ids: [{ kind: 'payerId', id: '2UID' }] },
          payerSequence: 'S',
          insured: { lastName: 'W', memberId: 'M2' },
        },
      ],
      charge: '125',
      lines: [{ ...line, ordering: doctor }],
    });
    const { text, issues } = write([claim]);
    expect(issues).toEqual([]);
    expect(segmentsOf(text).filter((segment) => segment === 'REF*G2*G2ID')).toHaveLength(3);
    expect(segmentsOf(text)).toContain('REF*2U*2UID');
  });
});

describe('any claims that pass the edits', () => {
  const claims: fc.Arbitrary<Claim[]> = fc.array(
    fc.oneof<fc.Arbitrary<Claim>[]>(arbitraryProfessional, arbitraryInstitutional, arbitraryDental),
    { minLength: 1, maxLength: 5 },
  );
  const property = (check: (given: readonly Claim[]) => void) =>
    fc.assert(fc.property(claims, check), { numRuns: RUNS });

  test('are written and read back without an issue, counts and amounts conserved', () => {
    property((given) => {
      const { text, issues, index } = write(given, { maxClaimsPerSet: 3, lineBreak: '\n' });
      expect(issues).toEqual([]);
      const items = read(text);
      expect(only(items, 'issue')).toEqual([]);
      const found = only(items, '837.claim');
      expect(found).toHaveLength(given.length);
      for (const [at, { claim }] of index.entries()) {
        const source = given[claim];
        expect(found[at]).toMatchObject({
          kind: source?.kind,
          patientControlNumber: source?.patientControlNumber,
          chargeCents: source?.charge,
          ...(source?.dependent === undefined ? {} : { patient: { lastName: source.dependent.lastName } }),
          otherPayers: source?.otherPayers.map(({ payer, paid }) => ({
            id: payer.id,
            ...(paid === undefined ? {} : { paidCents: paid }),
          })),
          lines: source?.lines.map(({ charge, lineControlNumber }) => ({ chargeCents: charge, lineControlNumber })),
        });
      }
    });
  });

  test('are indexed: the segments of a place hold its control number, and no place overlaps another', () => {
    property((given) => {
      const { text, index } = write(given, { maxClaimsPerSet: 2 });
      const sets = new Map<string, string[]>(
        text
          .split('GS*HC*')
          .slice(1)
          .flatMap((group, at) =>
            group
              .split('ST*837*')
              .slice(1)
              .map((set) => [`${String(ENVELOPE.gs06 + at)} ${set.slice(0, 4)}`, segmentsOf(`ST*837*${set}`)] as const),
          ),
      );
      expect(index.map(({ claim }) => claim).sort((left, right) => left - right)).toEqual(given.map((_, at) => at));
      for (const { claim, gs06, st02, segmentFrom, segmentTo } of index) {
        const own = sets.get(`${gs06} ${st02}`)?.slice(segmentFrom - 1, segmentTo) ?? [];
        const heads = own.filter((segment) => segment.startsWith('CLM*'));
        expect(heads).toHaveLength(1);
        expect(heads[0]?.split('*')[1]).toBe(given[claim]?.patientControlNumber);
        expect(own.at(-1)).not.toMatch(/^(HL|CLM|SE)/);
      }
      const spans = index.map(({ gs06, st02, segmentFrom, segmentTo }) => {
        const set = Number(gs06) * 1e9 + Number(st02) * 1e6;
        return [set + segmentFrom, set + segmentTo];
      });
      for (const [at, [from = 0]] of spans.slice(1).entries()) expect(from).toBeGreaterThan(spans[at]?.[1] ?? 0);
    });
  });

  test('are the same segments to another parser (node-x12, strict)', () => {
    fc.assert(
      fc.property(claims, (given) => {
        const { text } = write(given);
        const parsed = new X12Parser(true).parse(text);
        if (!(parsed instanceof X12Interchange)) throw new Error('an interchange is expected');
        const theirs = parsed.functionalGroups.flatMap(({ transactions }) =>
          transactions.flatMap(({ header, segments, trailer }) =>
            [header, ...segments, trailer].map((segment) =>
              [segment.tag, ...segment.elements.map(({ value }) => value)].join('*'),
            ),
          ),
        );
        expect(theirs).toEqual(segmentsOf(text).filter((segment) => !/^(ISA|GS|GE|IEA)\b/.test(segment)));
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
