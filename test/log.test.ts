import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';
import { Problem } from '../src/problem.ts';

function logged(fields: object): Record<string, unknown> {
  const lines: string[] = [];
  createLog('info', { write: (line: string) => void lines.push(line) }).info(fields, 'something happened');
  return JSON.parse(lines.join(''));
}

test('a problem is logged with its code and message', () => {
  const { err } = logged({ err: new Problem('sftp-folder', 'acme: cannot list /from') });
  expect(err).toEqual({ type: 'Problem', code: 'sftp-folder', message: 'acme: cannot list /from' });
});

test('a message that names a remote file stays out: partners put patients into file names', () => {
  const found = logged({ err: new Problem('sftp-transfer', 'cannot read DOE_JANE.835', { namesFile: true }) });
  expect(found.err).toEqual({ type: 'Problem', code: 'sftp-transfer' });
});

test("another program's error is told by its class, code and place in our code, not by its words", () => {
  const found = logged({ err: Object.assign(new Error('row (DOE, JANE) exists'), { code: '23505' }) });
  expect(found.err).toMatchObject({ type: 'Error', code: '23505' });
  expect(JSON.stringify(found)).not.toContain('DOE');
});

test.each(['patientControlNumber', 'memberId', 'lastName', 'chargeCents', 'password'])('%s is cut out', (key) => {
  expect(logged({ [key]: 'X1', inner: { [key]: 'X1' } })).toMatchObject({
    [key]: '[redacted]',
    inner: { [key]: '[redacted]' },
  });
});
