/** node-x12's object model: ours equals its own where that is right, and what docs/node-x12.md says of it holds. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { X12Interchange, X12Parser, X12QueryEngine, X12Segment, X12TransactionMap } from 'node-x12';
import { describe, expect, test } from 'vitest';
import { ordinalOf, toNodeX12 } from '../src/node-x12.ts';
import { createTokenizer } from '../src/x12/tokenizer.ts';
import { mutate } from './hostile/mutate.ts';
import { folderBeside } from './outside.ts';
import { diceOf } from './x12/generate-value.ts';

const remittance = readFileSync('samples/answers/835.x12', 'utf8');
const QUERIES = [
  'CLM01',
  'CLP01',
  'ISA13',
  'GS06',
  'SE01',
  'GE01',
  'IEA02',
  'REF02:REF01["6R"]',
  'NM103:NM101["IL"]',
  'HL+20+22-NM109:NM101["IL"]',
  'N1-N401',
  'FOREACH(LX)=>SV101',
  'FOREACH(CLP)=>CAS03',
  'CONCAT(ISA13,-)=>ST02',
];

const answers = (interchange: X12Interchange) =>
  QUERIES.map((query) => new X12QueryEngine().query(interchange, query).map(({ value }) => value));

/** CLP segments with elements that stand in sets. */
function paymentsIn(bytes: Uint8Array): number {
  const tokenizer = createTokenizer();
  let inSet = false;
  let count = 0;
  for (const item of [...tokenizer.push(bytes), ...tokenizer.end()]) {
    if (!('elements' in item)) continue;
    const [id = '', ...elements] = item.elements;
    if (inSet && id === 'CLP' && elements.length > 0) count++;
    if (['ST', 'SE', 'GS', 'GE', 'ISA', 'IEA'].includes(id)) inSet = id === 'ST';
  }
  return count;
}

/** What node-x12's strict parser makes of a text, where it takes it and finds one interchange with its end. */
function theirs(text: string): X12Interchange | undefined {
  try {
    const parsed = new X12Parser(true).parse(text);
    return parsed instanceof X12Interchange && parsed.trailer !== undefined ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Files whose lines end with two line feeds: node-x12 writes one, we take them for CR LF. */
const ODD_LINE_ENDS = /ProcessEnvelopeTest.java__L15__|TransactionCallbackTest.java__L62__/;

describe('the model of a sound file is the one of node-x12', () => {
  test.each(['835.x12', '999.x12', '277ca-payer.x12'])('%s', async (name) => {
    const text = readFileSync(path.join('samples/answers', name), 'utf8');
    const [ours, ...more] = await toNodeX12(text);
    expect(more).toEqual([]);
    expect(ours).toBeInstanceOf(X12Interchange);
    expect(String(ours)).toBe(String(theirs(text)));
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs(text)));
    expect(answers(ours!)).toEqual(answers(theirs(text)!));
  });

  test('over the public samples', async () => {
    const folder = folderBeside('corpus');
    if (folder === undefined) return;
    const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {
      path: string;
      bytes: number;
    }[];
    let compared = 0;
    for (const entry of index.filter((one) => one.bytes < 100_000 && !ODD_LINE_ENDS.test(one.path))) {
      const text = readFileSync(path.join(folder, entry.path), 'utf8');
      const parsed = theirs(text);
      if (parsed === undefined) continue;
      compared++;
      const made = await toNodeX12(text);
      expect(made.map(String), entry.path).toEqual([String(parsed)]);
      expect(JSON.stringify(made), entry.path).toBe(JSON.stringify([parsed]));
      expect(made.map(answers), entry.path).toEqual([answers(parsed)]);
    }
    expect(compared).toBeGreaterThan(200);
  });
});

describe('beyond that', () => {
  test('chunks are cut anywhere', async () => {
    const bytes = Buffer.from(remittance);
    for (const size of [1, 7, 112, 1000]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect((await toNodeX12(chunks)).map(String)).toEqual([remittance.trimEnd()]);
    }
  });

  test('each of several interchanges is one', async () => {
    const second = remittance.replaceAll('000000027', '000000028').replace('CW1001', 'CW2001');
    const made = await toNodeX12(remittance + second);
    expect(made.map((one) => one.header.valueOf(13))).toEqual(['27', '28']);
    expect(made.map((one) => new X12QueryEngine().querySingle(one, 'CLP01')?.value)).toEqual(['CW1001', 'CW2001']);
    expect(made.map(String)).toEqual([remittance.trimEnd(), second.trimEnd()]);
  });

  test('what the file lacks the model lacks', async () => {
    const [made] = await toNodeX12(remittance.replace(/SE\*[\s\S]*/, ''));
    expect(made?.trailer).toBeUndefined();
    expect(made?.functionalGroups[0]?.transactions[0]?.trailer).toBeUndefined();
    expect(new X12QueryEngine().query(made!, 'CLP01')).toHaveLength(12);
  });

  test('a set without a group has one without a header', async () => {
    const [made] = await toNodeX12(remittance.replace(/GS\*[^~]*~\s*/, ''));
    expect(made?.functionalGroups.map(({ header, transactions }) => [header, transactions.length])).toEqual([
      [undefined, 1],
    ]);
  });

  test('segments know their ordinal and write themselves with the delimiters of their file', async () => {
    const [made] = await toNodeX12(remittance.replaceAll('*', '|').replaceAll('~', "'"));
    const [set] = made?.functionalGroups[0]?.transactions ?? [];
    const segment = set?.segments[1];
    expect(segment).toBeInstanceOf(X12Segment);
    expect(String(segment)).toMatch(/^TRN\|1\|T825244944771\|1952592454'$/);
    expect(ordinalOf(segment!)).toBe(3);
    expect(ordinalOf(set!.header)).toBeUndefined();
  });

  test('segments can be changed as any of node-x12', async () => {
    const [made] = await toNodeX12(remittance);
    const segment = made!.functionalGroups[0]!.transactions[0]!.segments[1]!;
    segment.addElement('NEW');
    segment.replaceElement('2', 1);
    expect(String(segment)).toBe('TRN*2*T825244944771*1952592454*NEW~');
    segment.setElements(['1']);
    expect(String(segment)).toBe('TRN*1~');
    const { segments } = made!.functionalGroups[0]!.transactions[0]!;
    segments.splice(0, 1);
    expect(segments.indexOf(segment)).toBe(0);
  });

  test('its mapper takes it', async () => {
    const [made] = await toNodeX12(remittance);
    const map = new X12TransactionMap(
      { trace: 'TRN02', payer: 'N102:N101["PR"]' },
      made!.functionalGroups[0]!.transactions[0]!,
    );
    expect(map.toObject()).toEqual({ trace: 'T825244944771', payer: 'SAMPLE HEALTH PLAN' });
  });

  test('whatever bytes it is given, every claim payment in a set is found', async () => {
    const other = readFileSync('samples/answers/999.x12');
    for (let seed = 1; seed <= 100; seed++) {
      const { bytes, ways } = mutate(Buffer.from(remittance), diceOf(seed), other);
      const found = (await toNodeX12(bytes)).flatMap((one) => new X12QueryEngine().query(one, 'CLP01'));
      expect(found.length, `${ways} ${seed}`).toBe(paymentsIn(bytes));
    }
  });

  test('no X12, no interchange', async () => {
    expect(await toNodeX12('hello')).toEqual([]);
  });
});

describe('what is said of node-x12', () => {
  const parse = (text: string) => new X12Parser(true).parse(text);

  test('a wrong count throws the file away', () => {
    expect(() => parse(remittance.replace('SE*155*', 'SE*154*'))).toThrow(/SE01/);
  });

  test('two interchanges become one where it is not strict', () => {
    const parsed = new X12Parser(false).parse(remittance + remittance.replaceAll('000000027', '000000028'));
    expect(parsed).toBeInstanceOf(X12Interchange);
    expect(parsed).toMatchObject({ functionalGroups: { length: 2 } });
    expect((parsed as X12Interchange).header.valueOf(13)).toBe('28');
  });

  test('a file with nothing but a TA1 is an error', () => {
    expect(() => parse(readFileSync('samples/answers/ta1.x12', 'utf8'))).toThrow(/TA1/);
  });

  test('a parser keeps what it read', () => {
    const parser = new X12Parser(true);
    expect(parser.parse(remittance)).toBeInstanceOf(X12Interchange);
    expect(parser.parse(remittance)).toMatchObject({ interchanges: { length: 2 } });
  });

  test('its writer puts delimiters out as they are', () => {
    expect(String(new X12Segment('NTE').setElements(['ADD', '5*3~2']))).toBe('NTE*ADD*5*3~2~');
  });
});
