import { expect, test } from 'vitest';
import { readInterchangeSync } from '../../src/read-interchange.ts';

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
