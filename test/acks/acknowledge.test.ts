import { describe, expect, test } from 'vitest';
import { type AcknowledgeOptions, acknowledge, answersTo, receive } from '../../src/acks/acknowledge.ts';
import type { Receiver } from '../../src/acks/received.ts';
import { segmentsOf } from '../claims/envelope.ts';
import {
  CLAIM_837P,
  edit,
  in277ca,
  in835,
  in837p,
  in999,
  isa,
  issuesOf,
  itemsOf,
  only,
  PAYMENT_835,
} from '../x12/wire.ts';
import { fault, group, WHOLE } from './received-text.ts';

const AT = new Date('2026-01-02T16:00:00Z');
const ack = (text: string, options: AcknowledgeOptions = {}) => acknowledge(text, { at: AT, ...options });
const idsOf = (text: string) => segmentsOf(text).map((segment) => segment.split('*')[0]);
const ASKED = WHOLE.replace('*0*T*:', '*1*T*:');
const SOUND_999 = in999(['AK1*HC*1*005010X222A1', 'AK9*A*1*1*1']);

describe('acknowledge', () => {
  test('answers a sound file by a 999', async () => {
    expect(segmentsOf(await ack(WHOLE))).toEqual([
      'ISA*00*          *00*          *ZZ*RECEIVER       *ZZ*SENDER         *260102*1600*^*00501*000000001*0*T*:',
      'GS*FA*RECEIVER*SENDER*20260102*1600*1*X*005010X231A1',
      'ST*999*0001*005010X231A1',
      'AK1*HC*1*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK9*A*1*1*1',
      'SE*6*0001',
      'GE*1*1',
      'IEA*1*000000001',
    ]);
  });

  test.each<[string, string, AcknowledgeOptions['ta1'], boolean]>([
    ['not asked for', WHOLE, 'asked', false],
    ['asked for', ASKED, 'asked', true],
    ['asked for, but only faults are told', ASKED, 'error', false],
    ['not asked for, but always sent', WHOLE, 'always', true],
    ['not asked for, but the envelope is noted', WHOLE.replace('*260102*', '*261302*'), 'error', true],
  ])('a TA1 %s stands before the groups', async (_name, text, ta1, sent) => {
    const ids = idsOf(await ack(text, { ta1 }));
    expect(ids.slice(0, 3)).toEqual(sent ? ['ISA', 'TA1', 'GS'] : ['ISA', 'GS', 'ST']);
    expect(issuesOf(await ack(text, { ta1 })).filter(({ element }) => element !== 'TA102')).toEqual([]);
  });

  test('an interchange that is refused gets its TA1 alone, asked for or not', async () => {
    const text = await ack(WHOLE.replace('IEA*1*', 'IEA*4*'));
    expect(segmentsOf(text).slice(1)).toEqual(['TA1*000000001*260102*1530*R*021', 'IEA*0*000000001']);
  });

  test.each([
    ['a 999', SOUND_999],
    ['a 999 with faults', SOUND_999.replace('AK9*A', 'AK9*Q')],
    ['a 999 that asks for a TA1', SOUND_999.replace('*0*T*:', '*1*T*:')],
    ['a 999 in a broken interchange', SOUND_999.replace('IEA*1', 'IEA*2')],
    ['a TA1', `${isa()}TA1*000000042*260102*1530*R*024~IEA*0*000000001~`],
    ['what is no X12', 'Dear Sir or Madam'],
    ['nothing', ''],
  ])('%s is never acknowledged', async (_name, text) => {
    expect(await ack(text, { ta1: 'always' })).toBe('');
  });

  test('of a file with claims and acknowledgments the claims are answered', async () => {
    const mixed = WHOLE.replace('IEA*1*', `${segmentsOf(SOUND_999).slice(1, -1).join('~')}~IEA*2*`).replace(
      /GS\*FA.*GE\*1\*1/,
      (found) => found.replace('*1530*1*', '*1530*2*').replace('GE*1*1', 'GE*1*2'),
    );
    expect(only(itemsOf(await ack(mixed)), '999.group').map(({ gs01 }) => gs01)).toEqual(['HC']);
  });

  test('a 277CA is answered like any other set', async () => {
    expect(segmentsOf(await ack(in277ca(['BHT*0085*08*REF1*20260102*1530*TH'])))[3]).toBe('AK1*HN*1*005010X214');
  });

  test('groups of old and new versions: a group of 999s, then one of 997s, numbers counting on', async () => {
    const old = segmentsOf(WHOLE.replaceAll('005010X222A1', '004010X098A1').replaceAll('*1*X*', '*2*X*'));
    const both = WHOLE.replace('IEA*1*', `${old.slice(1, -2).join('~')}~GE*1*2~IEA*2*`);
    const text = await ack(both, { gs06: 40 });
    expect(issuesOf(text)).toEqual([]);
    expect(segmentsOf(text).filter((segment) => /^(GS|ST|AK1|GE|IEA)/.test(segment))).toEqual([
      'GS*FA*RECEIVER*SENDER*20260102*1600*40*X*005010X231A1',
      'ST*999*0001*005010X231A1',
      'AK1*HC*1*005010X222A1',
      'GE*1*40',
      'GS*FA*RECEIVER*SENDER*20260102*1600*41*X*004010',
      'ST*997*0001',
      'AK1*HC*2',
      'GE*1*41',
      'IEA*2*000000001',
    ]);
  });

  test('each interchange is answered by one, with numbers that count on and start again after the last', async () => {
    const text = await ack(WHOLE + SOUND_999 + WHOLE.replaceAll('000000001', '000000002'), {
      isa13: 999_999_999,
      gs06: 999_999_999,
    });
    expect(segmentsOf(text).filter((segment) => /^(GE|IEA)/.test(segment))).toEqual([
      'GE*1*999999999',
      'IEA*1*999999999',
      'GE*1*1',
      'IEA*1*000000001',
    ]);
  });

  test('a group of 005010 in an interchange of 00401 is noted by a TA1 and taken', async () => {
    const text = await ack(WHOLE.replace('*00501*', '*00401*'));
    expect(segmentsOf(text).filter((segment) => /^(TA1|AK9)/.test(segment))).toEqual([
      'TA1*000000001*260102*1530*E*017',
      'AK9*A*1*1*1',
    ]);
  });

  test('a control number that was used before in the file refuses the second interchange', async () => {
    expect(segmentsOf(await ack(WHOLE + WHOLE)).filter((segment) => /^(TA1|AK9)/.test(segment))).toEqual([
      'AK9*A*1*1*1',
      'TA1*000000001*260102*1530*R*025',
    ]);
  });

  test('chunks cut anywhere and other delimiters change nothing', async () => {
    const bytes = Buffer.from(fault('SBR', 'SBR*P*19*******CI'));
    const whole = await acknowledge(bytes, { at: AT });
    const pieces = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(await acknowledge(pieces, { at: AT })).toBe(whole);
    const delimiters = { element: '|', component: '>', repetition: '!', segment: '\n' };
    expect(
      (await acknowledge(bytes, { at: AT, delimiters })).replace(/[|\n]/g, (one) => (one === '|' ? '*' : '~')),
    ).toBe(whole.replace('*^*', '*!*').replace('*T*:', '*T*>'));
  });

  test('an ISA that was no good is answered in one that is', async () => {
    const crooked = WHOLE.replace('*ZZ*SENDER         *', '*Z*A SENDER WITH A LONG NAME*');
    const text = await ack(crooked, { ta1: 'always' });
    expect(text.slice(0, 106)).toBe(
      'ISA*00*          *00*          *ZZ*RECEIVER       *Z *A SENDER WITH A*260102*1600*^*00501*000000001*0*T*:~',
    );
  });

  test('only what lies within the SNIP type asked for is told', async () => {
    const unbalanced = fault('CLM', 'CLM*PCN1*186***11:B:1*Y*A*Y*Y');
    expect(segmentsOf(await ack(unbalanced))[5]).toBe('IK5*A');
    expect(segmentsOf(await ack(unbalanced, { snip: 3 })).slice(5, 9)).toEqual([
      'IK3*CLM*18*2300*8',
      'CTX*CLM01:PCN1',
      'IK4*2*782*I12',
      'IK5*R*I5',
    ]);
    const outsideList = fault('SBR', 'SBR*P*19*******CI');
    expect(segmentsOf(await ack(outsideList, { snip: 1 }))[5]).toBe('IK5*A');
  });

  test('an element that a rule misses is told as missing, a loop by its first segment', async () => {
    const electronic = in835(
      edit(PAYMENT_835, 'BPR', 'BPR*I*100*C*ACH*CTX***DA*1*1234567890**01*021000021*DA*2*20260105'),
    );
    const told = segmentsOf(await ack(electronic));
    expect(told.filter((segment) => /^IK[34]/.test(segment))).toEqual(['IK3*BPR*2**8', 'IK4*6*506*I9', 'IK4*7*507*I9']);
    const childless = in837p(CLAIM_837P.slice(0, 16));
    expect(segmentsOf(await ack(childless)).filter((segment) => segment.startsWith('IK3'))).toContain(
      'IK3*HL*11*2000*8',
    );
  });

  test.each([0, -1, 1.5, Number.NaN])(
    'a limit of %s findings is none: a faulty set would be taken',
    async (maxFindings) => {
      await expect(ack(WHOLE, { maxFindings })).rejects.toThrow(RangeError);
    },
  );

  test('a set with more faults than are told says how many were left out', async () => {
    const spoilt = group(2, 'SBR*Y*18*******QQ');
    const second = (receiver: Receiver) => receiver.interchanges[0]?.groups[0]?.sets[1];
    const whole = second(await receive(spoilt));
    const receiver = await receive(spoilt, { maxFindings: 1 });
    expect(whole?.issues.length).toBeGreaterThan(1);
    expect(second(receiver)?.omitted).toBe((whole?.issues.length ?? 0) - 1);
    expect(idsOf(answersTo(receiver)).filter((id) => id === 'IK4')).toHaveLength(1);
  });
});
