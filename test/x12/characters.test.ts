import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide837p } from '../../src/guides/index.ts';
import type { Set837P } from '../../src/guides/values/837p.ts';
import { readSet } from '../../src/read-set.ts';
import { NO_POLICY, type TextPolicy, textRulesFor } from '../../src/x12/characters.ts';
import { DEFAULT_DELIMITERS } from '../../src/x12/delimiters.ts';
import { emitSet } from '../../src/x12/emitter.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { CLAIM_837P, in837p } from './wire.ts';

const EXTENDED: TextPolicy = { onDelimiter: 'replace', replaceWith: ' ', characters: 'extended', transliterate: true };
const BASIC: TextPolicy = { ...EXTENDED, characters: 'basic' };

const settle = (text: string, policy: TextPolicy, free = true) =>
  textRulesFor(DEFAULT_DELIMITERS, policy).settle(text, free);

describe('texts under a policy', () => {
  test.each<[string, TextPolicy, string]>([
    ['SMITH & SONS (NORTH), INC.', BASIC, 'SMITH & SONS (NORTH), INC.'],
    ['Smith_1 <a@b.c> #4 50% $3 {x} [y] |z| \\', EXTENDED, 'Smith_1 <a@b.c> #4 50% $3 {x} [y] |z| \\'],
    ['Łukasz Kądziołka', EXTENDED, 'Lukasz Kadziolka'],
    ['Peña-Núñez', BASIC, 'PENA-NUNEZ'],
    ['Straße Œuvre Ærø Þór', EXTENDED, 'Strasse OEuvre AEro THor'],
    ['“O’Brien” – №', EXTENDED, '"O\'Brien" - No'],
    ['a\u0301b\u00a0c\u200bd…', EXTENDED, 'ab cd...'],
    ['A_B [C]', BASIC, 'A-B (C)'],
    ['A*B:C^D~E\nF', EXTENDED, 'A B C D E F'],
    ['A:é', EXTENDED, 'A e'],
  ])('%s', (text, policy, written) => {
    const settled = settle(text, policy);
    expect(settled?.text ?? text).toBe(written);
    expect(new Set(settled?.findings.map(({ code }) => code))).toEqual(
      new Set(written === text ? [] : ['text-replaced']),
    );
  });

  test.each<[string, string, TextPolicy, boolean, string, string]>([
    ['a letter of no nearest kin', '山 A', EXTENDED, true, ' A', 'element-character'],
    [
      'an accent where nothing is transliterated',
      'É',
      { ...EXTENDED, transliterate: false },
      true,
      '',
      'element-character',
    ],
    ['lower case in the basic set', 'aB', { ...BASIC, transliterate: false }, true, 'B', 'element-character'],
    ['an accent in an identifier', 'É1', EXTENDED, false, '1', 'element-character'],
    ['a delimiter in an identifier', 'A:1', EXTENDED, false, 'A1', 'delimiter-conflict'],
    [
      'a delimiter that is not to be replaced',
      'A:1',
      { ...EXTENDED, onDelimiter: 'refuse' },
      true,
      'A1',
      'delimiter-conflict',
    ],
    ['a delimiter without a policy', 'É:1', NO_POLICY, true, 'É1', 'delimiter-conflict'],
  ])('%s is refused', (_name, text, policy, free, written, code) => {
    const settled = settle(text, policy, free);
    expect(settled?.text).toBe(written);
    expect(settled?.findings.map((finding) => finding.code)).toEqual([code]);
  });

  test('what comes out can be written, and is settled already', () => {
    const policies = fc.constantFrom(EXTENDED, BASIC, NO_POLICY, { ...BASIC, transliterate: false, replaceWith: '' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), policies, fc.boolean(), (text, policy, free) => {
        const written = settle(text, policy, free)?.text ?? text;
        expect(settle(written, policy, free)).toBeUndefined();
        expect(settle(text, policy, free) === undefined).toBe(written === text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('emitSet under a policy', () => {
  const claims = (): Set837P => readSet(guide837p, in837p(CLAIM_837P)).sets[0]!;
  function emit(set: Set837P, policy: TextPolicy) {
    const writer = createSegmentWriter(DEFAULT_DELIMITERS, '', policy);
    const issues = emitSet(guide837p, set, { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001' });
    return { segments: writer.text().split('~'), issues };
  }

  test('replaces in names and says where, not what', () => {
    const set = claims();
    set.submitter.name.lastName = 'Clínica: Peña';
    const { segments, issues } = emit(set, BASIC);
    expect(segments[2]).toBe('NM1*41*2*CLINICA  PENA*****46*SUB1');
    expect(issues.map(({ code, severity, element, path }) => [code, severity, element, path])).toEqual([
      ['text-replaced', 'warning', 'NM103', 'submitter.name'],
      ['text-replaced', 'warning', 'NM103', 'submitter.name'],
    ]);
    expect(JSON.stringify(issues)).not.toMatch(/cl[ií]nica|pe[nñ]a/i);
  });

  test('leaves identifiers alone', () => {
    const set = claims();
    set.billingProviders[0]!.subscribers[0]!.claims![0]!.claim.patientControlNumber = 'PCN:1';
    set.submitter.name.id = 'sub1';
    const { issues } = emit(set, BASIC);
    expect(issues.map(({ code, severity, element }) => [code, severity, element])).toEqual([
      ['element-character', 'error', 'NM109'],
      ['delimiter-conflict', 'error', 'CLM01'],
    ]);
  });

  test('measures the text that is written', () => {
    const set = claims();
    set.billingProviders[0]!.billingProvider.address.line1 = 'ß'.repeat(28);
    expect(emit(set, EXTENDED).issues.map(({ code }) => code)).toEqual(['text-replaced', 'element-too-long']);
  });
});
