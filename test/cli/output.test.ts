/** Colours on terminals only. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { colour } from '../../src/cli/output.ts';

const stream = (isTTY: boolean) => ({ isTTY }) as NodeJS.WriteStream;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('colour', () => {
  test.each([
    ['on a terminal', true, '', '\u001b[31mno\u001b[0m'],
    ['not in a pipe', false, '', 'no'],
    ['not where NO_COLOR asks for none', true, '1', 'no'],
  ])('%s', (_where, isTTY, noColor, shown) => {
    vi.stubEnv('NO_COLOR', noColor);
    expect(colour('red', 'no', stream(isTTY))).toBe(shown);
  });
});
