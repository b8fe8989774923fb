import { describe, expect, test, vi } from 'vitest';
import { createTokenizer, type Segment } from '../../src/x12/tokenizer.ts';
import { CLAIM_837P, in835, in837p, isa, issuesAmong, PAYMENT_835, segmentsAmong, tokens } from './wire.ts';

// Many runs on a busy machine take longer than the five seconds of a single test.
vi.setConfig({ testTimeout: 120_000 });

const delimitersOf = (text: string) => {
  const [first] = tokens(text);
  return first !== undefined && 'elements' in first ? first.delimiters : undefined;
};

describe('delimiters come from the ISA', () => {
  test.each([
    ['*^:~', { element: '*', repetition: '^', component: ':', segment: '~' }],
    ['|\\>~', { element: '|', repetition: '\\', component: '>', segment: '~' }],
    ["+!<'", { element: '+', repetition: '!', component: '<', segment: "'" }],
    ['*^:\n', { element: '*', repetition: '^', component: ':', segment: '\n' }],
    ['\x1d\x1f\x1e\x1c', { element: '\x1d', repetition: '\x1f', component: '\x1e', segment: '\x1c' }],
    ['*U:~', { element: '*', repetition: '', component: ':', segment: '~' }],
    ['* :~', { element: '*', repetition: '', component: ':', segment: '~' }],
  ])('%j', (delimiters, expected) => {
    expect(delimitersOf(isa(delimiters))).toEqual(expected);
  });

  test('ISA11 is no repetition separator before version 00402', () => {
    expect(delimitersOf(isa('*^:~', { version: '00401' }))?.repetition).toBe('');
  });

  test('each interchange of a file has its own', () => {
    const found = tokens(`${isa('*^:~')}GS*HC~IEA*0*000000001~\r\n${isa('|!>\n')}GS|HP\nIEA|0|000000001\n`);
    expect(issuesAmong(found)).toEqual([]);
    expect(segmentsAmong(found).map(([id, first]) => `${id} ${first}`)).toEqual([
      'ISA 00',
      'GS HC',
      'IEA 0',
      'ISA 00',
      'GS HP',
      'IEA 0',
    ]);
  });

  test('of an interchange that has no terminator are refused, and the next interchange is read', () => {
    const found = tokens(`${isa('*^:~').slice(0, -1)}GS*HC~${isa()}GS*HP~`);
    expect(issuesAmong(found)).toEqual(['isa-malformed', 'leading-data']);
    expect(segmentsAmong(found).map(([id]) => id)).toEqual(['ISA', 'GS']);
  });
});

describe('terminators and what stands between segments', () => {
  const body = ['GS*HC*A', 'ST*837*0001', 'SE*2*0001'];
  const expected = body.map((segment) => segment.split('*'));

  test.each([
    ['nothing', '~', ''],
    ['a line feed', '~', '\n'],
    ['CR LF', '~', '\r\n'],
    ['blank lines and blanks', '~', '\n\n   \t'],
    ['NUL bytes', '~', '\0\0'],
    ['a line feed as terminator', '\n', ''],
    ['blank lines after a line feed as terminator', '\n', '\n\n'],
    ['a carriage return as terminator, then a line feed', '\r', '\n'],
    ['an unprintable terminator', '\x1c', '\n'],
  ])('%s', (_name, terminator, between) => {
    const text = isa(`*^:${terminator}`) + between + body.map((segment) => segment + terminator + between).join('');
    const found = tokens(text);
    expect(issuesAmong(found)).toEqual([]);
    expect(segmentsAmong(found).slice(1)).toEqual(expected);
  });

  test('a line feed as terminator after a carriage return: the carriage return is no data', () => {
    const found = tokens(isa('*^:\n') + body.map((segment) => `${segment}\r\n`).join(''));
    expect(segmentsAmong(found).slice(1)).toEqual(expected);
  });
});

describe('what stands around interchanges', () => {
  const whole = in837p(CLAIM_837P);
  const count = segmentsAmong(tokens(whole)).length;

  test.each<[string, string | Uint8Array, string[]]>([
    ['a byte-order mark', `\uFEFF${whole}`, []],
    ['NUL bytes', `\0\0\0${whole}`, []],
    ['blanks and lines', ` \r\n\n\t${whole}`, []],
    ['prose', `Report of the day, VISA card, ISABELLA\n${whole}`, ['leading-data']],
    ['white space and a DOS end of file behind', `${whole}\r\n\0\x1a`, []],
    ['prose behind', `${whole}END OF FILE`, ['leading-data']],
  ])('%s', (_name, text, issues) => {
    const found = tokens(text);
    expect(issuesAmong(found)).toEqual(issues);
    expect(segmentsAmong(found)).toHaveLength(count);
  });

  test('prose between two interchanges costs neither', () => {
    const found = tokens(`${whole}--- second mail box ---\n${whole}`);
    expect(issuesAmong(found)).toEqual(['leading-data']);
    expect(segmentsAmong(found)).toHaveLength(2 * count);
  });

  test('segments after an IEA are handed on: the reader says what is wrong with them', () => {
    const found = tokens(`${isa()}IEA*0*000000001~GS*HC~ST*837~`);
    expect(issuesAmong(found)).toEqual([]);
    expect(segmentsAmong(found).map(([id]) => id)).toEqual(['ISA', 'IEA', 'GS', 'ST']);
  });

  test.each(['', ' \n', 'nothing of the kind', 'ISA', 'VISA card'])('%j holds no interchange', (text) => {
    expect(issuesAmong(tokens(text))).toEqual(text === '' ? [] : ['no-isa']);
    expect(segmentsAmong(tokens(text))).toEqual([]);
  });
});

describe('faulty input', () => {
  test('an input cut inside a segment gives that segment and an issue', () => {
    const found = tokens(`${isa()}GS*HC*SEND`);
    expect(issuesAmong(found)).toEqual(['truncated']);
    expect(segmentsAmong(found).at(-1)).toEqual(['GS', 'HC', 'SEND']);
  });

  test('an ISA with short fields is read by its separators', () => {
    const found = tokens('ISA*00**00**ZZ*A*ZZ*B*260102*1530*^*00501*000000001*0*T*:~GS*HC~');
    expect(found[0]).toMatchObject({ code: 'isa-malformed', severity: 'warning' });
    expect(segmentsAmong(found)[1]).toEqual(['GS', 'HC']);
  });

  test('an ISA with long fields too', () => {
    const found = tokens(`${isa().replace('SENDER', 'SENDER WITH MUCH TO SAY')}GS*HC~`);
    expect(found[0]).toMatchObject({ code: 'isa-malformed', severity: 'warning' });
    expect(segmentsAmong(found)[1]).toEqual(['GS', 'HC']);
  });

  test.each([
    ['segment', 'X'.repeat(70_000)],
    ['list of elements', '*1'.repeat(600)],
  ])('an endless %s ends the reading', (_name, text) => {
    const found = tokens(`${isa()}GS*HC~REF*${text}~SE*1~`);
    expect(issuesAmong(found)).toEqual(['limit-exceeded']);
    expect(segmentsAmong(found)).toHaveLength(2);
  });

  test('limits are the caller’s to set', () => {
    const tokenizer = createTokenizer({ maxSegmentBytes: 200, maxElements: 20 });
    const found = [...tokenizer.push(Buffer.from(`${isa()}REF*${'1*'.repeat(30)}~`)), ...tokenizer.end()];
    expect(issuesAmong(found)).toEqual(['limit-exceeded']);
  });

  test('empty segments and a terminator written twice are no segments', () => {
    expect(segmentsAmong(tokens(`${isa()}~~GS*HC~~\n~`)).map(([id]) => id)).toEqual(['ISA', 'GS']);
  });
});

describe('text', () => {
  test('UTF-8 data are read as such', () => {
    expect(segmentsAmong(tokens(`${isa()}NM1*IL*1*MUÑOZ*ZOË~`))[1]).toEqual(['NM1', 'IL', '1', 'MUÑOZ', 'ZOË']);
  });

  test('offsets and lengths count bytes', () => {
    const text = `\uFEFF${isa()}NM1*IL*1*MUÑOZ~\r\nN3*12 OAK~`;
    const bytes = Buffer.from(text);
    for (const one of tokens(text)) {
      if (!('elements' in one)) throw new Error('no issue is expected');
      expect(bytes.toString('utf8', one.offset, one.offset + one.length)).toBe(one.elements.join('*'));
    }
  });
});

describe('chunks', () => {
  const short = isa().replace('SENDER         ', 'S');
  const files: Readonly<Record<string, string>> = {
    'a claim file': in837p(CLAIM_837P),
    'a remittance with lines': in835(PAYMENT_835).replaceAll('~', '~\r\n'),
    'two interchanges with prose and UTF-8': `\uFEFFhello\n${in837p(CLAIM_837P).replace('ALMA', 'ÁLMÅ')}bye\n${isa('|!>\n')}GS|HC\nIEA|1|1\n`,
    'a short ISA': `${short}GS*HC~IEA*0*1~`,
    'a long ISA': `${isa().replace('SENDER', 'SENDER'.repeat(9))}GS*HC~${short}GS*HC~IEA*0*1~x`,
    'a malformed ISA': `${isa().replace('*00501', '')}GS*HC~${isa()}GS*HC~ISA*`,
  };

  describe.each(Object.entries(files))('%s', (_name, text) => {
    const bytes = Buffer.from(text);
    // Compared as text: vitest takes long over thousands of deep comparisons.
    const whole = JSON.stringify(tokens(bytes));

    test('is the same in chunks of every size from 1 byte', () => {
      for (let size = 1; size <= Math.min(bytes.length, 260); size++)
        expect(JSON.stringify(tokens(bytes, size)) === whole, `chunks of ${size}`).toBe(true);
    });

    test('is the same cut in two anywhere', () => {
      for (let at = 0; at < bytes.length; at++) {
        const tokenizer = createTokenizer();
        const found = [
          ...tokenizer.push(bytes.subarray(0, at)),
          ...tokenizer.push(bytes.subarray(at)),
          ...tokenizer.end(),
        ];
        expect(JSON.stringify(found) === whole, `cut at ${at}`).toBe(true);
      }
    });
  });

  test('a chunk may be reused by the caller once it was pushed', () => {
    const bytes = Buffer.from(in837p(CLAIM_837P));
    const tokenizer = createTokenizer();
    const chunk = new Uint8Array(50);
    const found: (readonly string[])[] = [];
    for (let at = 0; at < bytes.length; at += chunk.length) {
      const piece = bytes.subarray(at, at + chunk.length);
      chunk.set(piece);
      found.push(...segmentsAmong(tokenizer.push(chunk.subarray(0, piece.length))));
      chunk.fill(0x21);
    }
    expect([...found, ...segmentsAmong(tokenizer.end())]).toEqual(segmentsAmong(tokens(bytes)));
  });

  test('segments handed out earlier stay what they were', () => {
    const tokenizer = createTokenizer();
    const [first] = tokenizer.push(Buffer.from(`${isa()}GS*HC~`)) as Segment[];
    tokenizer.push(Buffer.from('NM1*XX~'.repeat(50)));
    expect(first?.elements[0]).toBe('ISA');
    expect(first?.elements).toHaveLength(17);
  });
});
