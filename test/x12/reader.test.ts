import { describe, expect, test } from 'vitest';
import { guide835, guide837p } from '../../src/guides/index.ts';
import { readInterchange, readInterchangeSync } from '../../src/read-interchange.ts';
import { readSet } from '../../src/read-set.ts';
import type { Source } from '../../src/source.ts';
import { CLAIM_837P, codesOf, edit, in835, in837p, isa, issuesOf, itemsOf, only, PAYMENT_835 } from './wire.ts';

const whole = in837p(CLAIM_837P);
const claimsOf = (text: string) =>
  only(itemsOf(text), '837.claim').map(({ patientControlNumber }) => patientControlNumber);
const SECOND_CLAIM = CLAIM_837P.slice(16).map((segment) => segment.replace('PCN1', 'PCN2'));

describe('segments find their loop', () => {
  test('a whole set as typed values', () => {
    const { sets, issues } = readSet(guide837p, whole);
    expect(issues).toEqual([]);
    const [claim] = sets[0]?.billingProviders[0]?.subscribers[0]?.claims ?? [];
    expect(claim?.claim.location).toEqual({ facility: '11', qualifier: 'B', frequency: '1' });
    expect(claim?.serviceLines.map(({ number, service }) => [number?.number, service.charge])).toEqual([
      [1, 12500],
      [2, 6000],
    ]);
  });

  test('siblings at one place come in any order', () => {
    const dates = ['DTP*431*D8*20260101', 'DTP*454*D8*20260102', 'REF*EA*MRN1', 'REF*G1*AUTH1'];
    const orders = [dates, [...dates.slice(0, 2).reverse(), ...dates.slice(2).reverse()]];
    const values = orders.map((order) => {
      const { sets, issues } = readSet(guide837p, in837p(edit(CLAIM_837P, 'CLM', [CLAIM_837P[16] ?? '', ...order])));
      expect(issues).toEqual([]);
      return sets[0]?.billingProviders[0]?.subscribers[0]?.claims?.[0];
    });
    expect(values[0]).toEqual(values[1]);
    expect(values[0]).toMatchObject({
      onsetOfCurrentIllnessOrSymptomDate: { period: '2026-01-01' },
      initialTreatmentDate: { period: '2026-01-02' },
      medicalRecordNumber: { value: 'MRN1' },
      priorAuthorization: { value: 'AUTH1' },
    });
  });

  test('qualifiers choose: REF*G1 of a line is not that of the claim', () => {
    const body = [...CLAIM_837P, 'REF*G1*LINE'];
    const claim = readSet(guide837p, in837p(body)).sets[0]?.billingProviders[0]?.subscribers[0]?.claims?.[0];
    expect(claim?.priorAuthorization).toBeUndefined();
    expect(claim?.serviceLines[1]?.priorAuthorization).toEqual([{ qualifier: 'G1', value: 'LINE' }]);
  });

  test('a segment climbs out of as many loops as it must', () => {
    const next = ['HL*3**20*1', ...CLAIM_837P.slice(5, 9), 'HL*4*3*22*0', ...CLAIM_837P.slice(10, 16), ...SECOND_CLAIM];
    const text = in837p([...CLAIM_837P, ...next]);
    expect(codesOf(text)).toEqual([]);
    expect(claimsOf(text)).toEqual(['PCN1', 'PCN2']);
  });

  test('PLB climbs out of the last line of an 835', () => {
    const { sets, issues } = readSet(guide835, in835([...PAYMENT_835, 'PLB*1234567893*20261231*L6*0*WO:R1*0']));
    expect(issues).toEqual([]);
    expect(sets[0]?.providerAdjustments?.[0]?.adjustments).toEqual([
      { adjustment: { reason: 'L6' }, amount: 0 },
      { adjustment: { reason: 'WO', reference: 'R1' }, amount: 0 },
    ]);
  });

  test('a claim without LX is read all the same, and the LX is asked for', () => {
    const text = in835(edit(PAYMENT_835, 'LX'));
    expect(issuesOf(text)).toMatchObject([{ code: 'segment-missing', loop: '2000', expected: 'LX' }]);
    expect(only(itemsOf(text), '835.claim')).toHaveLength(1);
  });

  test('a claim without its subscriber level is read all the same', () => {
    const text = in837p(CLAIM_837P.filter((segment) => !/^HL\*2/.test(segment)));
    expect(claimsOf(text)).toEqual(['PCN1']);
    expect(codesOf(text)).toContain('segment-missing');
  });

  test('a loop of a line that stands too late makes no further line', () => {
    const late = ['SVD*PLAN1*125*HC:99213**1', 'DTP*573*D8*20260105', 'LIN**N4*01234567891', 'CTP****1*UN'];
    const items = itemsOf(in837p(edit(CLAIM_837P, 'DTP*472', ['DTP*472*D8*20260102', ...late])));
    expect(only(items, '837.claim')[0]?.lines).toHaveLength(2);
    expect(only(items, 'issue').map(({ code, segmentId }) => `${code} ${segmentId}`)).toEqual([
      'segment-unexpected LIN',
      'segment-unexpected CTP',
    ]);
  });

  test('an unknown segment costs nothing but itself', () => {
    const text = in837p(edit(CLAIM_837P, 'LX*1', ['ZZZ*1', 'LX*1']));
    expect(issuesOf(text)).toMatchObject([{ code: 'segment-unknown', found: 'ZZZ', origin: { segment: 20 } }]);
    expect(only(itemsOf(text), '837.claim')[0]?.lines).toHaveLength(2);
  });

  test('ids that are names in JavaScript are ids like any other', () => {
    const odd = ['__proto__*1', 'constructor*1', 'hasOwnProperty*1', 'toString', '*1'];
    expect(() => codesOf(in837p([...odd, ...CLAIM_837P]))).not.toThrow();
    expect(claimsOf(in837p([...odd, ...CLAIM_837P]))).toEqual(['PCN1']);
    expect(() => codesOf([isa(), ...odd, 'IEA*0*000000001~'].join('~'))).not.toThrow();
  });
});

describe('HL', () => {
  test.each<[string, string, string, string[]]>([
    ['numbers count on', 'HL*2*1*22*0', 'HL*5*1*22*0', ['HL01']],
    ['the parent is the enclosing level', 'HL*2*1*22*0', 'HL*2*2*22*0', ['HL02']],
    ['the first level has no parent', 'HL*1**20*1', 'HL*1*1*20*1', ['HL02']],
    ['nor one that is no number', 'HL*1**20*1', 'HL*1*X*20*1', ['HL02']],
    ['numbers have no leading zeros', 'HL*2*1*22*0', 'HL*02*1*22*0', ['HL01']],
    ['the child code is 0 or 1', 'HL*2*1*22*0', 'HL*2*1*22*7', ['HL04']],
    ['there are four elements', 'HL*2*1*22*0', 'HL*2*1*22*0*X', ['HL05']],
  ])('%s', (_name, from, to, elements) => {
    const text = in837p(edit(CLAIM_837P, from, to));
    expect(issuesOf(text).map(({ element }) => element)).toEqual(elements);
    expect(claimsOf(text)).toEqual(['PCN1']);
  });
});

describe('the envelope', () => {
  test.each<[string, string, string, string]>([
    ['SE01', 'SE*26*', 'SE*99*', 'set-segment-count'],
    ['SE02', '*0001~GE', '*0002~GE', 'set-control-number'],
    ['GE01', 'GE*1*', 'GE*5*', 'group-set-count'],
    ['GE02', 'GE*1*1', 'GE*1*8', 'group-control-number'],
    ['IEA01', 'IEA*1*', 'IEA*3*', 'interchange-group-count'],
    ['IEA02', 'IEA*1*000000001', 'IEA*1*000000009', 'interchange-control-number'],
    ['an empty SE01', 'SE*26*', 'SE**', 'set-segment-count'],
  ])('a wrong %s is a finding and costs no claim', (_name, from, to, code) => {
    const text = whole.replace(from, to);
    expect(codesOf(text)).toEqual([code]);
    expect(claimsOf(text)).toEqual(['PCN1']);
  });

  test('without any trailer every record is still read', () => {
    const text = whole.slice(0, whole.indexOf('SE*'));
    expect(codesOf(text)).toEqual(['set-trailer-missing', 'group-trailer-missing', 'interchange-trailer-missing']);
    expect(claimsOf(text)).toEqual(['PCN1']);
  });

  test('a set of an unknown guide is counted', () => {
    const items = itemsOf(whole.replaceAll('005010X222A1', '004010X098'));
    expect(only(items, 'segments')).toMatchObject([{ st01: '837', count: 26, origin: { st02: '0001' } }]);
    expect(only(items, 'transaction')).toMatchObject([{ guide: 'unknown' }]);
  });

  test('ST03 names the guide where GS08 does not, and a wrong GS01 is said', () => {
    const text = whole.replace('X*005010X222A1', 'X*005010').replace('GS*HC', 'GS*HP');
    expect(codesOf(text)).toEqual(['group-type']);
    expect(claimsOf(text)).toEqual(['PCN1']);
  });

  test('a bad claim does not stop the file', () => {
    const bad = ['CLM*BAD*x', 'HI*', 'ZZZ*1', 'LX*1', 'SV1'];
    const text = in837p([...CLAIM_837P.slice(0, 16), ...bad, ...SECOND_CLAIM]);
    expect(claimsOf(text)).toEqual(['BAD', 'PCN2']);
    expect(issuesOf(text).every(({ origin }) => (origin?.segment ?? 0) < 24)).toBe(true);
  });

  test('the summary counts everything', () => {
    expect(itemsOf(whole.repeat(3)).at(-1)).toEqual({
      type: 'summary',
      interchanges: 3,
      groups: 3,
      transactions: 3,
      segments: 90,
      claims: 3,
      remits: 0,
      issues: 0,
      origin: {},
    });
  });
});

describe('findings', () => {
  test('mask what can hold a patient’s data, and show codes', () => {
    const name = issuesOf(in837p(edit(CLAIM_837P, 'NM1*IL', `NM1*IL*1*${'Xy9'.repeat(30)}*ALMA****MI*MEM0001`)));
    expect(name).toMatchObject([{ code: 'element-too-long', element: 'NM103', found: `${'AA9'.repeat(13)}A` }]);
    const code = issuesOf(in837p(edit(CLAIM_837P, 'SBR', 'SBR*P*18*******QQ')));
    expect(code).toMatchObject([{ code: 'element-code', element: 'SBR09', found: 'QQ' }]);
  });

  test('know their place: file, interchange, group, set, segment, byte', () => {
    const [found] = [...readInterchangeSync(whole.replace('19710412', '19711312'), { file: 'a.x12' })].filter(
      (item) => item.type === 'issue',
    );
    expect(found).toMatchObject({
      loop: '2010BA',
      segmentId: 'DMG',
      element: 'DMG02',
      origin: {
        file: 'a.x12',
        isa13: '000000001',
        gs06: '1',
        st02: '0001',
        segment: 16,
        offset: whole.indexOf('DMG*'),
      },
    });
  });

  test('elements on which the sources differ give warnings', () => {
    const text = in835(edit(PAYMENT_835, 'SVC', 'SVC*HC:99213*125*100**1*QQ:1'));
    expect(issuesOf(text)).toMatchObject([{ code: 'element-code', element: 'SVC06-01', severity: 'warning' }]);
  });
});

describe('sources', () => {
  const bytes = Buffer.from(whole);
  async function* later(chunks: readonly Uint8Array[]) {
    for (const chunk of chunks) yield chunk;
  }
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));

  test.each<[string, () => Source]>([
    ['a string', () => whole],
    ['bytes', () => bytes],
    ['a plain Uint8Array', () => new Uint8Array(bytes)],
    ['a list of chunks', () => pieces],
    ['a stream of chunks', () => later(pieces)],
  ])('%s', async (_name, source) => {
    const items = [];
    for await (const item of readInterchange(source())) items.push(item);
    expect(items).toEqual(itemsOf(whole));
  });
});
