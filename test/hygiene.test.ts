/** What is committed holds on any machine, and no test is switched off. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Committed files that are there and hold text. */
const texts = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 64_000_000 })
  .split('\0')
  .filter((file) => file !== '' && !/\.(png|jpg|ico|woff2?)$/.test(file))
  .flatMap((file) => {
    const text = read(file);
    return text === undefined ? [] : [{ file, text }];
  });

/** Undefined for a file that someone is about to remove. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Lines that match, named by file and line. */
function linesWith(pattern: RegExp, of: (file: string) => boolean): string[] {
  return texts
    .filter(({ file }) => of(file))
    .flatMap(({ file, text }) =>
      text
        .split('\n')
        .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
    );
}

/** Folders that are somebody's own: homes, workplaces, mounts. */
const OWN = ['home', 'root', 'Users', 'work', 'workspace', 'builds', 'mnt', 'media'];

describe('committed files', () => {
  test('name no path of one machine', () => {
    const pattern = new RegExp(`(?<![\\w.~:/*})-])/(${OWN.join('|')})/[\\w.]`);
    expect(linesWith(pattern, (file) => file !== 'package-lock.json')).toEqual([]);
  });

  test('take packages from wherever npm is told to', () => {
    expect(linesWith(/"resolved": "http/, (file) => file === 'package-lock.json')).toEqual([]);
  });

  test('end with a line end', () => {
    const code = texts.filter(({ file }) => /\.(ts|mjs|md|json|sql|css|ya?ml)$/.test(file));
    expect(code.filter(({ text }) => text !== '' && !text.endsWith('\n')).map(({ file }) => file)).toEqual([]);
  });
});

describe('tests', () => {
  test('are skipped for a missing service and for nothing else', () => {
    // Tests of the test command hold small tests as texts.
    const ours = (file: string) => file.startsWith('test/') && !file.startsWith('test/scripts/');
    const off = /\b(test|it|describe)\.(skip|only|todo|fails)\(/;
    const found = linesWith(off, ours);
    const other = linesWith(/skipIf\((?!.*(available|missing\())/, ours);
    expect([...found, ...other]).toEqual([]);
  });
});
