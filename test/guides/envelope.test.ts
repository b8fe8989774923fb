import { describe, expect, test } from 'vitest';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import { CLAIM_837P, in837p, issuesOf } from '../x12/wire.ts';

const ISA =
  'ISA*00*          *00*          *ZZ*A              *ZZ*B              *261102*1200*^*00501*000000001*0*T*:~';

function read(ta1: string) {
  return [...readInterchangeSync(`${ISA}${ta1}~IEA*0*000000001~`)];
}

test('a TA1 is a record and raises nothing', () => {
  const items = read('TA1*000000007*261102*1200*R*022');
  expect(items.find(({ type }) => type === 'ta1')).toMatchObject({ isa13: '000000007', result: 'R', note: '022' });
  expect(items.filter(({ type }) => type === 'issue')).toEqual([]);
});

test.each([
  ['TA1*7*261102*1200*A*000', 'element-too-short', 'TA101'],
  ['TA1*000000007*261399*1200*A*000', 'element-date', 'TA102'],
  ['TA1*000000007*261102*2500*A*000', 'element-time', 'TA103'],
  ['TA1*000000007*261102*1200*X*000', 'element-code', 'TA104'],
  ['TA1*000000007*261102*1200*A*099', 'element-code', 'TA105'],
  ['TA1*000000007*261102*1200*A', 'element-missing', 'TA105'],
])('%s raises %s at %s', (text, code, element) => {
  expect(read(text).filter(({ type }) => type === 'issue')).toMatchObject([{ code, element }]);
});

describe('in the envelope of a claim file', () => {
  const whole = in837p(CLAIM_837P);

  test.each<[from: string | RegExp, to: string, code: string, element: string]>([
    ['*00*          *00*', '*01*          *00*', 'element-code', 'ISA01'],
    ['*ZZ*SENDER ', '*99*SENDER ', 'element-code', 'ISA05'],
    ['*260102*1530*^', '*260230*1530*^', 'element-date', 'ISA09'],
    ['*260102*1530*^', '*260102*2560*^', 'element-time', 'ISA10'],
    ['*0*T*', '*2*T*', 'element-code', 'ISA14'],
    ['*0*T*', '*0*X*', 'element-code', 'ISA15'],
    ['GS*HC*SENDER', 'GS*HC*S', 'element-too-short', 'GS02'],
    ['*20260102*1530*1*X', '*260102*1530*1*X', 'element-too-short', 'GS04'],
    ['*20260102*1530*1*X', '*20260102*1530*1*T', 'element-code', 'GS07'],
    ['ST*837*0001*005010X222A1', 'ST*8371*0001*005010X222A1', 'element-too-long', 'ST01'],
    ['ST*837*0001*005010X222A1', 'ST*837*0001', 'element-missing', 'ST03'],
    ['IEA*1*', 'IEA*000001*', 'element-too-long', 'IEA01'],
  ])('%s written %s raises %s at %s', (from, to, code, element) => {
    expect(issuesOf(whole.replace(from, to)).filter((found) => found.element === element)).toMatchObject([
      { code, severity: 'error' },
    ]);
  });

  test('a wrong count or number is one finding, not two', () => {
    const wrong = whole.replace('GE*1*1', 'GE*x*').replace('IEA*1*000000001', 'IEA**1');
    expect(issuesOf(wrong).map(({ element }) => element)).toEqual(['GE01', 'GE02', 'IEA01', 'IEA02']);
  });

  test('an end of line where the last terminator should be is none of them', () => {
    expect(issuesOf(whole.replace(/IEA.*$/, 'IEA*1*000000001\r\n')).flatMap(({ element }) => element ?? [])).toEqual(
      [],
    );
  });

  test('no finding repeats who sends, or what authorizes them', () => {
    const secret = whole.replace('*00*          *', '*03*PASS\u0001ORD  *').replace('*SENDER*', '*S*');
    const found = issuesOf(secret).map((one) => JSON.stringify(one));
    expect(found.length).toBeGreaterThan(1);
    expect(found.join()).not.toContain('PASS');
  });
});
