/** What a person is shown of a file: every segment once, every finding once, nothing of a patient where it is masked. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkInterchange } from '../../src/check-interchange.ts';
import { WIRE } from '../../src/guides/index.ts';
import { createFindings } from '../../src/view/findings.ts';
import { createInspector, type InspectOptions } from '../../src/view/inspect.ts';
import { renderLine } from '../../src/view/render.ts';
import type { ViewLine } from '../../src/view/view-line.ts';
import { createWalk } from '../../src/view/walk.ts';
import { createWireReader } from '../../src/x12/reader.ts';
import { createTokenizer, type Segment } from '../../src/x12/tokenizer.ts';
import { mutate } from '../hostile/mutate.ts';
import { folderBeside } from '../outside.ts';
import { diceOf } from '../x12/generate-value.ts';
import { HOW, spoil } from '../x12/spoil.ts';

const plain = { width: Number.POSITIVE_INFINITY, paint: (_ink: string, text: string) => text };
const fixture = (name: string) => readFileSync(new URL(`../fixtures/x12/${name}`, import.meta.url));
const answer = (name: string) => readFileSync(path.join('samples/answers', name));

function inspect(source: string | Uint8Array, options: InspectOptions = {}, size = 64 * 1024): ViewLine[] {
  const bytes = Buffer.from(source);
  const inspector = createInspector(options);
  const lines: ViewLine[] = [];
  for (let at = 0; at < bytes.length; at += size) lines.push(...inspector.push(bytes.subarray(at, at + size)));
  return [...lines, ...inspector.end()];
}

async function withFindings(source: Uint8Array, options: InspectOptions = {}) {
  const { issues } = await checkInterchange(source);
  const findings = createFindings();
  for (const found of issues) findings.add(found);
  return { issues, lines: inspect(source, { ...options, findings }) };
}

const textOf = (lines: readonly ViewLine[]) => lines.map((line) => renderLine(line, plain)).join('\n');
const only = <K extends ViewLine['kind']>(lines: readonly ViewLine[], kind: K) =>
  lines.filter((line): line is ViewLine & { kind: K } => line.kind === kind);

function segmentsOf(bytes: Uint8Array): Segment[] {
  const tokenizer = createTokenizer();
  return [...tokenizer.push(bytes), ...tokenizer.end()].filter((item): item is Segment => 'elements' in item);
}

describe('a remittance', () => {
  const text = textOf(inspect(answer('835.x12')));

  test.each([
    [
      'the envelope',
      /^ {7}ISA Interchange Control Header {2}.* · sender qualifier ZZ \(Mutually defined\) · sender SANDBOX · .* · ISA13 000000027/m,
    ],
    ['an amount', /^ {4}2 {4}BPR Financial Information {2}handling I \(Remittance only\) · amount 3,316\.77 ·/m],
    ['a loop by name', /^ {9}Loop 1000A {2}Payer Identification$/m],
    ['a deeper loop, further in', /^ {11}Loop 2100 {2}Claim Payment Information$/m],
    [
      'a composite',
      /SVC {2}procedure qualifier HC \(HCPCS\/CPT\), code 99213 · charge 125\.00 · paid 80\.00 · units 1$/m,
    ],
    ['an adjustment', /group CO \(Contractual obligation.*\) · reason 45 \(.+\), amount 25\.00$/m],
    ['a date without its format', /DTM Service Date {2}qualifier 472 \(Service\) · date 2026-11-02$/m],
    ['a remark', /code N115 \(Local coverage determination\)$/m],
  ])('shows %s', (_what, shown) => {
    expect(text).toMatch(shown);
  });
});

test('periods, times and amounts that do not read as such stand as they are', () => {
  const bytes = Buffer.from(
    answer('835.x12').toString().replace('DTM*405*20261123', 'DTM*405*20261323').replace('*3316.77*', '*3316.777*'),
  );
  const text = textOf(inspect(bytes));
  expect(text).toContain('qualifier 405 (Production) · date 20261323');
  expect(text).toContain('amount 3316.777 ·');
});

test('an organization has a name, a person a last name', () => {
  const text = textOf(inspect(answer('277ca-payer.x12')));
  expect(text).toMatch(/entity PR \(Payer\) · type 2 \(Non-person\) · name SAMPLE HEALTH PLAN/);
  expect(text).toMatch(/entity QC \(Patient\) · type 1 \(Person\) · last name /);
});

describe('any file', () => {
  const folder = folderBeside('corpus');
  const index =
    folder === undefined
      ? []
      : (JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as { path: string }[]);
  const files = [
    ...readdirSync(new URL('../fixtures/x12', import.meta.url))
      .filter((name) => name.endsWith('.x12'))
      .map((name) => ({ name, bytes: fixture(name) })),
    ...index
      .filter((_, at) => at % 6 === 0)
      .map((entry) => ({ name: entry.path, bytes: readFileSync(path.join(folder!, entry.path)) })),
  ];

  test('is shown whole: each segment once and in order, each finding once', async () => {
    for (const { name, bytes } of files) {
      const { issues, lines } = await withFindings(bytes);
      const shown = only(lines, 'segment').map(({ id }) => id);
      expect(shown, name).toEqual(segmentsOf(bytes).map(({ elements }) => elements[0] ?? ''));
      const found = only(lines, 'finding').map(({ finding }) => finding);
      expect(found.length, name).toBe(issues.length);
      expect(new Set(found), name).toEqual(new Set(issues));
    }
  });

  test('opens its records where the reader does', () => {
    for (const { name, bytes } of files) {
      const walk = createWalk();
      const opened = segmentsOf(bytes).flatMap((segment) =>
        walk(segment).opens.some(({ record }) => record) ? [segment.offset] : [],
      );
      const reader = createWireReader(WIRE);
      const records = [...reader.push(bytes), ...reader.end()].flatMap((item) =>
        item.kind === 'record' ? [item.record.first.offset] : [],
      );
      expect(opened, name).toEqual(records);
    }
  });

  test('gives no terminal a command', () => {
    const bytes = Buffer.from(
      answer('835.x12').toString().replace('SAMPLE HEALTH PLAN', 'A\u001b[2JB\u009b31mC\u0007D'),
    );
    const text = textOf(inspect(bytes));
    expect(text).toContain('name A[2JB31mCD');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('is shown the same in chunks of any size', () => {
    const bytes = fixture('835-secondary.x12');
    const whole = inspect(bytes);
    for (const size of [1, 7, 100, 1000]) expect(inspect(bytes, {}, size)).toEqual(whole);
  });
});

test('a spoiled file is shown whole, and every finding finds its place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('837p-two-payers.x12', '835-secondary.x12', '999-errors.x12', '277ca-accepted.x12'),
      fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...HOW)), { minLength: 1, maxLength: 4 }),
      async (name, changes) => {
        const text = changes.reduce((spoiled, [at, how]) => spoil(spoiled, at, how), fixture(name).toString());
        const { issues, lines } = await withFindings(Buffer.from(text));
        expect(only(lines, 'segment').map(({ id }) => id)).toEqual(
          segmentsOf(Buffer.from(text)).map(({ elements }) => elements[0] ?? ''),
        );
        expect(only(lines, 'finding')).toHaveLength(issues.length);
        // Those that name a segment stand beneath it.
        for (const [at, line] of lines.entries()) {
          if (line.kind !== 'finding' || line.finding.origin?.offset === undefined) continue;
          const above = lines.slice(0, at).findLast(({ kind }) => kind === 'segment');
          if (line.finding.origin.segment !== undefined && above?.kind === 'segment')
            expect(above.ordinal).toBe(line.finding.origin.segment);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('whatever bytes it is given, an inspector shows the segments in them and ends', () => {
  const [file, other] = [fixture('837p-two-payers.x12'), fixture('835-secondary.x12')];
  for (let seed = 1; seed <= 150; seed++) {
    const { bytes, ways } = mutate(file, diceOf(seed), other);
    const shown = only(inspect(bytes), 'segment').map(({ id }) => id);
    expect(shown, `${ways} ${seed}`).toEqual(segmentsOf(bytes).map(({ elements }) => elements[0] ?? ''));
  }
});

describe('findings', () => {
  const bad = Buffer.from(
    answer('835.x12')
      .toString()
      .replace('HC:99213', 'QQ:99213')
      .replace('CLP*CW1002*1*295*', 'CLP*CW1002*1*300*')
      .replace(/GE\*1\*27~/, ''),
  );

  test('stand beneath the segment they concern, those of a whole beneath it', async () => {
    const { lines } = await withFindings(bad);
    const places = lines.flatMap((line, at) => {
      if (line.kind !== 'finding') return [];
      const before = lines.slice(0, at).findLast(({ kind }) => kind === 'segment');
      return [
        `${line.finding.code} ${before?.kind === 'segment' ? `${before.id} ${before.ordinal ?? ''}`.trim() : ''}`,
      ];
    });
    expect(places).toEqual(['element-code SVC 14', 'claim-balance CLP 26', 'group-trailer-missing SE 155']);
  });
});

test('what lets a sender in is never shown', () => {
  const text = answer('835.x12').toString().replace('*00*          *ZZ', '*01*OPENSESAME*ZZ');
  expect(textOf(inspect(text))).toContain('security qualifier 01 (Password) · security AAAAAAAAAA');
});

test('a set says which guide it is read by where ST03 does not', () => {
  const text = textOf(inspect(answer('835.x12')));
  expect(text).toContain('ST01 835 (Claim payment) · ST02 0001 · read by 005010X221A1');
});

describe('masked', () => {
  const privateWords = (bytes: Uint8Array) =>
    segmentsOf(bytes)
      .flatMap(({ elements: [id, ...rest] }) => {
        if (id === 'NM1') return [rest[2], rest[3], rest[8]];
        if (id === 'DMG') return [rest[1]];
        if (id === 'N3') return [rest[0]];
        if (id === 'CLM' || id === 'CLP') return [rest[0]];
        return id === 'REF' ? [rest[1]] : [];
      })
      .filter((word): word is string => word !== undefined && word.length > 3);

  test.each(['837p-two-payers.x12', '837p-dependent.x12', '835-secondary.x12'])(
    '%s tells nobody who the patients are',
    (name) => {
      const bytes = fixture(name);
      // The envelope names senders, not patients.
      const shown = textOf(inspect(bytes, { mask: true }).filter(({ depth }) => depth > 0));
      const words = privateWords(bytes);
      expect(words.length).toBeGreaterThan(10);
      // What the labels say is no patient's.
      const values = shown.replace(/\([^)]*\)/g, '');
      expect(
        words.filter((word) => new RegExp(`(?<![A-Z0-9])${word.replace(/[^A-Z0-9]/gi, '.')}(?![A-Z0-9])`).test(values)),
      ).toEqual([]);
      expect(shown).toMatch(/amount|charge|paid/);
    },
  );

  test('hides all of a segment that no guide explains', () => {
    const bytes = Buffer.from(answer('835.x12').toString().replace('LX*1~', 'LX*1~ZZZ*WINTERS*19710412~'));
    expect(textOf(inspect(bytes, { mask: true }))).toContain('ZZZ  ZZZ01 AAAAAAA · ZZZ02 99999999');
  });
});

describe('only what is asked for', () => {
  test('a claim comes with what stands around it and nothing else', () => {
    const lines = inspect(answer('835.x12'), { claim: 'CW1003' });
    expect(textOf(lines)).toMatch(/patient control number CW1003/);
    expect(textOf(lines)).not.toMatch(/CW1002|CW1004/);
    expect(
      only(lines, 'segment')
        .map(({ id }) => id)
        .slice(0, 12),
    ).toEqual(['ISA', 'GS', 'ST', 'BPR', 'TRN', 'DTM', 'N1', 'N3', 'N4', 'PER', 'N1', 'LX']);
    expect(only(lines, 'loop').map(({ id }) => id)).toEqual(['1000A', '1000B', '2000', '2100', '2110']);
  });

  test('the payer number finds it too', () => {
    expect(inspect(answer('835.x12'), { claim: 'P618381568663' })).toEqual(
      inspect(answer('835.x12'), { claim: 'CW1003' }),
    );
  });

  test('loops by id, with their parents', () => {
    const loops = only(inspect(fixture('837p-two-payers.x12'), { loop: '2330B' }), 'loop').map(({ id }) => id);
    expect(loops.filter((id) => id === '2330B').length).toBeGreaterThan(0);
    expect(loops).toContain('2300');
    expect(loops).not.toContain('2400');
  });

  test('with faults: the claims that have them, whole, each with what stands around it', async () => {
    const bytes = Buffer.from(
      answer('835.x12')
        .toString()
        .replace('CLP*CW1002*1*295*', 'CLP*CW1002*1*300*')
        .replace('LX*1~', 'LX*1X~')
        .replace('CLP*CW1005', 'CLP*'),
    );
    const { issues, lines } = await withFindings(bytes, { faults: true });
    const text = textOf(lines);
    expect(only(lines, 'finding')).toHaveLength(issues.length);
    expect(
      only(lines, 'segment')
        .map(({ id }) => id)
        .filter((id) => ['BPR', 'LX', 'CLP'].includes(id)),
    ).toEqual(['BPR', 'LX', 'CLP', 'CLP']);
    expect(text).toMatch(/CW1002[\s\S]*code N115/);
    expect(text).not.toMatch(/CW1001|CW1003|CW1004|CW1006/);
  });

  test('with faults, a sound file is nothing', async () => {
    expect((await withFindings(answer('835.x12'), { faults: true })).lines).toEqual([]);
  });

  test('nothing where nothing is', () => {
    expect(inspect(answer('835.x12'), { claim: 'NOBODY' })).toEqual([]);
  });
});

describe('on a narrow terminal', () => {
  test.each([40, 60, 80, 120])('no line is wider than %i where a word lets it', (width) => {
    for (const line of inspect(fixture('837p-two-payers.x12'))) {
      const rows = renderLine(line, { ...plain, width }).split('\n');
      const long = rows.filter((row) => row.length > width);
      // What cannot be broken: a heading, or one element by itself.
      expect(long.filter((row) => row.includes(' · '))).toEqual([]);
      expect(rows.join(' ').replace(/[·,\s]/g, '')).toBe(renderLine(line, plain).replace(/[·,\s]/g, ''));
    }
  });
});
