import { describe, expect, test } from 'vitest';
import { guide835, guide837p } from '../../src/guides/index.ts';
import type { Set835 } from '../../src/guides/values/835.ts';
import type { Set837P } from '../../src/guides/values/837p.ts';
import { readSet } from '../../src/read-set.ts';
import { DEFAULT_DELIMITERS, type Delimiters } from '../../src/x12/delimiters.ts';
import { emitSet } from '../../src/x12/emitter.ts';
import { formatIsa13, isaElements } from '../../src/x12/envelope.ts';
import type { Guide } from '../../src/x12/grammar.ts';
import { createSegmentWriter } from '../../src/x12/writer.ts';
import { CLAIM_837P, in835, in837p, PAYMENT_835 } from './wire.ts';

function emit<V extends object>(guide: Guide<V>, value: V, delimiters: Delimiters = DEFAULT_DELIMITERS) {
  const writer = createSegmentWriter(delimiters);
  const issues = emitSet(guide, value, { writer, delimiters, st02: '0001' });
  return { segments: writer.text().split(delimiters.segment).slice(0, -1), issues };
}

const claims = (): Set837P => {
  const [set] = readSet(guide837p, in837p(CLAIM_837P)).sets;
  if (set === undefined) throw new Error('there is a set');
  return set;
};
const payment = (): Set835 => {
  const [set] = readSet(guide835, in835(PAYMENT_835)).sets;
  if (set === undefined) throw new Error('there is a set');
  return set;
};

describe('emitSet', () => {
  test('writes what was read, ST and SE around it', () => {
    expect(emit(guide837p, claims())).toEqual({
      segments: ['ST*837*0001*005010X222A1', ...CLAIM_837P, 'SE*26*0001'],
      issues: [],
    });
    expect(emit(guide835, payment())).toEqual({ segments: ['ST*835*0001', ...PAYMENT_835, 'SE*18*0001'], issues: [] });
  });

  test('computes HL, LX and SE: they are never data', () => {
    const set = claims();
    const [provider] = set.billingProviders;
    const [subscriber] = provider?.subscribers ?? [];
    if (provider === undefined || subscriber === undefined) throw new Error('the set has a subscriber');
    for (const line of subscriber.claims?.[0]?.serviceLines ?? []) line.number = undefined;
    provider.subscribers.push({ ...subscriber, patients: [] });
    set.billingProviders.push({ ...provider, subscribers: [subscriber] });
    const { segments, issues } = emit(guide837p, set);
    expect(issues).toEqual([]);
    expect(segments.filter((segment) => /^(HL|LX)/.test(segment))).toEqual([
      'HL*1**20*1',
      'HL*2*1*22*0',
      'LX*1',
      'LX*2',
      'HL*3*1*22*0',
      'LX*1',
      'LX*2',
      'HL*4**20*1',
      'HL*5*4*22*0',
      'LX*1',
      'LX*2',
    ]);
    expect(segments.at(-1)).toBe(`SE*${segments.length}*0001`);
  });

  test.each(['*', ':', '^', '~', '\n', '\u0000', '\u007f'])('leaves %j out of data, and says so', (character) => {
    const set = claims();
    set.submitter.name.lastName = `SUB${character}MITTER`;
    const { segments, issues } = emit(guide837p, set);
    expect(issues).toMatchObject([
      {
        code: 'delimiter-conflict',
        severity: 'error',
        element: 'NM103',
        path: 'submitter.name',
        found: expect.not.stringContaining('SUBM'),
      },
    ]);
    expect(segments[2]).toBe('NM1*41*2*SUBMITTER*****46*SUB1');
  });

  test.each<[string, (set: Set837P) => void, object]>([
    [
      'a required element',
      (set) => {
        set.receiver.name.lastName = '';
      },
      { code: 'element-missing', element: 'NM103' },
    ],
    [
      'a required element of blanks',
      (set) => {
        set.receiver.name.lastName = '  ';
      },
      { code: 'element-missing', element: 'NM103' },
    ],
    [
      'a required segment',
      (set) => {
        set.submitter.contacts = [];
      },
      { code: 'segment-missing', segmentId: 'PER' },
    ],
    [
      'a required loop',
      (set) => {
        set.billingProviders = [];
      },
      { code: 'loop-missing', loop: '2000A' },
    ],
  ])('reports that %s is missing', (_name, spoil, expected) => {
    const set = claims();
    spoil(set);
    expect(emit(guide837p, set).issues).toMatchObject([{ severity: 'error', ...expected }]);
  });

  test.each<[string, (set: Set837P) => void, object]>([
    [
      'too long',
      (set) => {
        set.beginning.reference = 'X'.repeat(31);
      },
      { code: 'element-too-long', element: 'BHT03' },
    ],
    [
      'too short',
      (set) => {
        set.submitter.name.id = 'X';
      },
      { code: 'element-too-short', element: 'NM109' },
    ],
    [
      'no day',
      (set) => {
        set.beginning.date = '2026-02-30';
      },
      { code: 'element-date', element: 'BHT04' },
    ],
    [
      'no number',
      (set) => {
        set.billingProviders[0]!.subscribers[0]!.claims![0]!.serviceLines[0]!.service!.quantity = 'ONE';
      },
      { code: 'element-number', element: 'SV104' },
    ],
    [
      'half a pair (P0809)',
      (set) => {
        set.billingProviders[0]!.billingProvider.name.idQualifier = undefined;
      },
      { code: 'element-syntax', element: 'NM108' },
    ],
    [
      'one segment too many',
      (set) => {
        set.submitter.contacts.push(set.submitter.contacts[0]!, set.submitter.contacts[0]!);
      },
      { code: 'segment-repeat', segmentId: 'PER' },
    ],
  ])('reports what is %s', (_name, spoil, expected) => {
    const set = claims();
    spoil(set);
    expect(emit(guide837p, set).issues).toMatchObject([{ severity: 'error', ...expected }]);
  });

  test('an optional segment without data is not written', () => {
    const set = payment();
    const [claim] = set.headers?.[0]?.claims ?? [];
    if (claim === undefined) throw new Error('there is a claim');
    claim.outpatient = {};
    expect(emit(guide835, set).segments).toEqual(emit(guide835, payment()).segments);
  });

  test('trailing empty elements and components are dropped, those between are kept', () => {
    const set = payment();
    set.financial.format = undefined;
    set.trace.supplemental = undefined;
    const { segments } = emit(guide835, set);
    expect(segments[1]).toBe('BPR*I*100*C*CHK************20260105');
    expect(segments.some((segment) => /[*:]$/.test(segment))).toBe(false);
  });

  test('takes any delimiters', () => {
    const delimiters = { element: '|', component: '>', repetition: '!', segment: "'" };
    const { segments, issues } = emit(guide837p, claims(), delimiters);
    expect(issues).toEqual([]);
    expect(segments).toContain('CLM|PCN1|185|||11>B>1|Y|A|Y|Y');
  });
});

describe('the envelope', () => {
  const facts = {
    sender: { qualifier: 'ZZ', id: 'SENDER', groupId: 'S' },
    receiver: { qualifier: '30', id: '123456789', groupId: 'R' },
    usage: 'P' as const,
    isa13: 42,
    at: new Date('2026-01-02T03:04:05Z'),
    acknowledgmentRequested: false,
    delimiters: DEFAULT_DELIMITERS,
  };
  const isaOf = (change: Partial<typeof facts> = {}) => `${isaElements({ ...facts, ...change }).join('*')}~`;

  test('an ISA is 106 characters wide', () => {
    expect(isaOf()).toBe(
      'ISA*00*          *00*          *ZZ*SENDER         *30*123456789      *260102*0304*^*00501*000000042*0*P*:~',
    );
    expect(isaOf()).toHaveLength(106);
  });

  test('without a repetition separator ISA11 holds U, and the width is kept', () => {
    const text = isaOf({ delimiters: { ...DEFAULT_DELIMITERS, repetition: '' } });
    expect(text.split('*')[11]).toBe('U');
    expect(text).toHaveLength(106);
  });

  test('numbers and ids out of their bounds are refused', () => {
    for (const value of [0, -1, 1.5, 1_000_000_000]) expect(() => formatIsa13(value)).toThrow(RangeError);
    expect(() => isaOf({ sender: { ...facts.sender, id: 'X'.repeat(16) } })).toThrow(RangeError);
  });
});
