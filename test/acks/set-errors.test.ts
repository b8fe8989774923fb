import { describe, expect, test } from 'vitest';
import { envelopeErrors, namedPlace, setError } from '../../src/acks/set-errors.ts';
import { ACKNOWLEDGMENT } from '../../src/codes/labels/acknowledgment.ts';
import { ISSUE_CODES } from '../../src/issue.ts';

const SEGMENT = { segmentId: 'CLM', position: 22, loop: '2300' };

describe('a fault of a 999', () => {
  test('is told with the field, its name, and what to do', () => {
    const error = { ...SEGMENT, segmentCode: '8', element: 5, component: 3, elementCode: 'I6' };
    const found = { path: '/frequency', loop: '2300', claims: [22], label: 'Claim Information, Frequency' };
    expect(setError({ ...error, businessUnit: { name: 'CLM01', reference: 'PCN1' } }, found)).toEqual({
      ...error,
      path: '/frequency',
      message: 'Claim Information, Frequency (CLM05-03): code not used in implementation',
      next: 'Use a code that the guide allows here.',
    });
  });

  test('is told without a field where none was found', () => {
    expect(setError({ ...SEGMENT, segmentCode: '5' }, undefined)).toEqual({
      ...SEGMENT,
      segmentCode: '5',
      message: 'CLM: segment repeats too often',
      next: 'Leave out the surplus.',
    });
  });

  test.each(Object.keys(ACKNOWLEDGMENT['621'] ?? {}))('of element code %s has words and a step', (elementCode) => {
    const { message, next } = setError({ ...SEGMENT, segmentCode: '8', element: 1, elementCode }, undefined);
    expect(message).toMatch(/^CLM01: [a-z]/);
    expect(next).not.toMatch(/Ask the partner/);
  });

  test.each(Object.keys(ACKNOWLEDGMENT['620'] ?? {}).filter((code) => code !== '8'))(
    'of segment code %s has words and a step',
    (segmentCode) => {
      const { message, next } = setError({ ...SEGMENT, segmentCode }, undefined);
      expect(message).toMatch(/^CLM: [a-z]/);
      expect(next).not.toMatch(/Ask the partner/);
    },
  );

  test('of any code that our own acknowledgments give is understood', () => {
    const { ik3, ik4 } = { ik3: new Set<string>(), ik4: new Set<string>() };
    for (const codes of Object.values(ISSUE_CODES)) {
      if ('ik3' in codes && codes.ik3 !== '8') ik3.add(codes.ik3);
      if ('ik4' in codes) ik4.add(codes.ik4);
    }
    const steps = [
      ...[...ik3].map((segmentCode) => setError({ ...SEGMENT, segmentCode }, undefined).next),
      ...[...ik4].map((elementCode) => setError({ ...SEGMENT, element: 1, elementCode }, undefined).next),
    ];
    expect(steps.filter((next) => next.startsWith('Ask'))).toEqual([]);
  });

  test('of a code nobody knows is told by the code', () => {
    expect(setError({ segmentCode: 'Z9' }, undefined)).toMatchObject({
      message: 'segment: code Z9',
      next: 'Ask the partner what it expects there.',
    });
  });

  test.each([
    ['interchange', ['025'], ['Interchange: duplicate control number']],
    ['interchange', ['000'], []],
    ['group', ['5', '6'], ['Functional group: transaction count mismatch', 'Functional group: control number invalid']],
    ['set', ['5', 'I5', '4'], ['Transaction set: segment count mismatch']],
    ['set', ['99'], ['Transaction set: code 99']],
  ] as const)('of the %s as such (%j) is no claim’s', (what, codes, messages) => {
    expect(envelopeErrors(what, codes).map(({ message }) => message)).toEqual(messages);
  });

  test('names its place: segment, element, or what is missing there', () => {
    expect(namedPlace({ ...SEGMENT, segmentCode: '3' })).toMatchObject({
      position: 22,
      segmentId: 'CLM',
      missing: true,
    });
    expect(namedPlace({ ...SEGMENT, segmentCode: '8', element: 2 })).toMatchObject({
      element: 'CLM02',
      missing: false,
    });
    expect(namedPlace({ segmentId: 'CLM' })).toBeUndefined();
  });
});
