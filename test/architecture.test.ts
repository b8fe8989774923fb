/** The house keeps its floors: imports point downward, files have one size and one subject, effects stay at the edge. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Floors by folder or file; the longest prefix counts. Imports go to the same floor or a lower one. */
const FLOORS: Readonly<Record<string, number>> = {
  'src/money.ts': 0,
  'src/issue.ts': 0,
  'src/next-steps.ts': 0,
  'src/problem.ts': 0,
  'src/config.ts': 0,
  'src/log.ts': 0,
  'src/clean.ts': 0,
  'src/lists.ts': 0,
  'src/days.ts': 0,
  'src/source.ts': 0,
  'src/npi.ts': 0,
  'src/html.ts': 0,
  'src/x12/': 1,
  'schemas/': 1,
  'src/guides/': 2,
  'src/codes/': 2,
  'src/claims/': 3,
  'src/remits/': 3,
  'src/acks/': 3,
  'src/rules/': 3,
  'src/summary.ts': 4,
  'src/read-interchange.ts': 4,
  'src/check-interchange.ts': 4,
  'src/read-set.ts': 4,
  'src/rewrite-interchange.ts': 4,
  'src/view/': 4,
  'src/inspect-interchange.ts': 4,
  'src/report-remittance.ts': 4,
  'src/node-x12.ts': 4,
  'src/index.ts': 4,
  'src/store/': 5,
  'src/exchange/': 6,
  'src/sandbox/': 6,
  'src/queues/': 7,
  'src/api/': 7,
  'src/dashboard/': 7,
  'workers/': 8,
  'src/cli/': 9,
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(place);
    return place.endsWith('.ts') ? [place] : [];
  });
}

const files = ['src', 'workers', 'schemas'].flatMap(filesBelow);
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** The file without its comments: what is said about the code is not the code. */
function codeOf(file: string): string {
  return (texts.get(file) ?? '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function importsOf(file: string): string[] {
  const code = codeOf(file);
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return found.map((target) => path.posix.normalize(path.posix.join(path.posix.dirname(file), target)));
}

function floorOf(file: string): number | undefined {
  const place = Object.keys(FLOORS)
    .filter((prefix) => file.startsWith(prefix))
    .sort((left, right) => right.length - left.length)[0];
  return place === undefined ? undefined : FLOORS[place];
}

/** Files that break a rule, each with what breaks it. */
function offenders(rule: (file: string) => readonly string[]): string[] {
  return files.flatMap((file) => rule(file).map((what) => `${file}: ${what}`));
}

describe('floors', () => {
  test('every file stands on one', () => {
    expect(offenders((file) => (floorOf(file) === undefined ? ['no floor'] : []))).toEqual([]);
  });

  test('imports point to the same floor or a lower one', () => {
    const found = offenders((file) =>
      importsOf(file).filter((target) => (floorOf(target) ?? 99) > (floorOf(file) ?? 0)),
    );
    expect(found).toEqual([]);
  });

  test('there is no cycle of imports', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const target of runtimeImports(file)) visit(target, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

/** Imports of values: a type may refer back, a value may not. */
function runtimeImports(file: string): string[] {
  const types = new Set(
    [...codeOf(file).matchAll(/import type [^;]*? from '(\.[^']+)'/g)].map((match) =>
      path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1] ?? '')),
    ),
  );
  return importsOf(file).filter((target) => !types.has(target));
}

describe('habits', () => {
  test.each([
    ['process.env is read in config.ts only', /process\.env|process\['env|from 'node:process'/, ['src/config.ts']],
    // Widths of drawn bars are rounded to pixels, and a delay is no money.
    [
      'money is divided and formatted in money.ts only',
      /\/ 100\b|\* 100\b|toFixed\(|parseFloat\(/,
      ['src/money.ts', 'src/dashboard/money-line.ts', 'src/dashboard/overview.ts', 'src/queues/redis.ts'],
    ],
    ['nothing is any', /[:<,|&]\s*any\b(?=\s*[[\]>,;)=|&{]|$)|\bas any\b/m, []],
    ['nothing is cast through unknown', /as unknown as/, []],
    ['no check is switched off', /@ts-ignore|@ts-expect-error|@ts-nocheck/, []],
    ['nothing is left to do', /\bTODO\b|\bFIXME\b|not implemented/i, []],
    ['nothing is exported without a name', /export default|\bas default\b/, []],
  ] as const)('%s', (_name, pattern, allowed) => {
    const found = offenders((file) =>
      (allowed as readonly string[]).includes(file) ? [] : (codeOf(file).match(pattern) ?? []).slice(0, 1),
    );
    expect(found).toEqual([]);
  });

  test('no file is longer than 400 lines, guides and code lists aside', () => {
    const long = offenders((file) => {
      const lines = (texts.get(file) ?? '').split('\n').length;
      return lines > 400 && !/^src\/(guides|codes)\//.test(file) ? [`${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  test('the public entry loads no server part', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const target of runtimeImports(file)) visit(target);
    };
    visit('src/index.ts');
    expect([...seen].filter((file) => (floorOf(file) ?? 99) > 4)).toEqual([]);
    expect([...seen].filter((file) => codeOf(file).includes("from 'node-x12'"))).toEqual([]);
  });
});
