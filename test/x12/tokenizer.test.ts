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
    ['a line feed as terminator, then blank lines of CR LF', '\n', '\r\n\r\n'],
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
    ['text behind each terminator', whole.replaceAll('~', '~ line of a listing\n'), ['leading-data', 'leading-data']],
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

  test.each([
    ['right behind the cut', '*^:~', ''],
    ['on the next line', '*^:~', '\r\n'],
    ['with other separators', '|^:~', ''],
    ['with another terminator', '*^:\n', '\n'],
  ])('an interchange behind one that was cut inside a segment costs nothing: %s', (_name, delimiters, between) => {
    const found = tokens(
      `${isa()}GS*HC*A~REF*EI*12345${between}${isa(delimiters)}${'GS*HP*B~'.replaceAll('~', delimiters.at(-1) ?? '').replaceAll('*', delimiters[0] ?? '')}`,
    );
    expect(issuesAmong(found)).toEqual(['truncated']);
    expect(segmentsAmong(found).map((elements) => elements.slice(0, 3))).toEqual([
      ['ISA', '00', ' '.repeat(10)],
      ['GS', 'HC', 'A'],
      ['REF', 'EI', '12345'],
      ['ISA', '00', ' '.repeat(10)],
      ['GS', 'HP', 'B'],
    ]);
  });

  test('an IEA without terminator before the next interchange ends its own', () => {
    const found = tokens(`${isa()}IEA*0*000000001${isa()}IEA*0*000000001~`);
    expect(issuesAmong(found)).toEqual(['truncated']);
    expect(segmentsAmong(found)[1]).toEqual(['IEA', '0', '000000001']);
    expect(segmentsAmong(found)).toHaveLength(4);
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
    const tokenizer = createTokenizer({ segmentBytes: 200, elements: 20 });
    const found = [...tokenizer.push(Buffer.from(`${isa()}REF*${'1*'.repeat(30)}~`)), ...tokenizer.end()];
    expect(issuesAmong(found)).toEqual(['limit-exceeded']);
  });

  test.each([
    { segmentBytes: 105 },
    { elements: 0 },
    { issues: 1.5 },
    { setSegments: Number.NaN },
    { heldSegments: -1 },
  ])('a limit that nothing can be read by is refused: %j', (limits) => {
    expect(() => createTokenizer(limits)).toThrow(RangeError);
  });

  test('empty segments and a terminator written twice are no segments', () => {
    expect(segmentsAmong(tokens(`${isa()}~~GS*HC~~\n~`)).map(([id]) => id)).toEqual(['ISA', 'GS']);
  });
});

describe('text', () => {
  test('UTF-8 data are read as such', () => {
    expect(segmentsAmong(tokens(`${isa()}NM1*IL*1*MUÑOZ*ZOË~`))[1]).toEqual(['NM1', 'IL', '1', 'MUÑOZ', 'ZOË']);
  });

  test('data that are no UTF-8 are read as Latin-1, byte for byte', () => {
    const bytes = Buffer.from(`${isa()}NM1*IL*1*MUÑOZ*ZOË~`, 'latin1');
    expect(segmentsAmong(tokens(bytes))[1]).toEqual(['NM1', 'IL', '1', 'MUÑOZ', 'ZOË']);
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

describe('UTF-16', () => {
  const body = 'NM1*IL*1*MUÑOZ*雪😀~\r\nN3*12 OAK~\r\n';
  const text = `${isa()}${body}IEA*0*000000001~\r\n${isa('|!>\n')}N3|1\n`;
  const little = (of: string) => Buffer.from(of, 'utf16le');
  const big = (of: string) => little(of).swap16();
  const expected = segmentsAmong(tokens(text));

  test.each<[string, Buffer, 'utf16le' | 'utf16be']>([
    ['little-endian with a byte-order mark', little(`\uFEFF${text}`), 'utf16le'],
    ['big-endian with a byte-order mark', big(`\uFEFF${text}`), 'utf16be'],
    ['little-endian', little(text), 'utf16le'],
    ['big-endian', big(text), 'utf16be'],
    ['little-endian behind blanks and NUL', little(`\0 \n${text}`), 'utf16le'],
    ['big-endian behind blanks and NUL', big(`\0 \n${text}`), 'utf16be'],
    ['big-endian and longer than a chunk', big(text.replace(body, body.repeat(4000))), 'utf16be'],
  ])('%s is read like UTF-8, with offsets into the file', (_name, bytes, encoding) => {
    const wanted = bytes.length > 10_000 ? segmentsAmong(tokens(text.replace(body, body.repeat(4000)))) : expected;
    const found = tokens(bytes);
    expect(issuesAmong(found)).toEqual([]);
    expect(segmentsAmong(found)).toEqual(wanted);
    const swapped = encoding === 'utf16be' ? Buffer.from(bytes).swap16() : bytes;
    for (const one of found) {
      if (!('elements' in one)) throw new Error('no issue is expected');
      const raw = swapped.toString('utf16le', one.offset, one.offset + one.length);
      if (raw !== one.elements.join(one.delimiters.element)) expect(raw).toBe(one.elements.join('*'));
    }
  });

  test('issues stand at their place in the file', () => {
    const before = `${isa()}NM1*IL*1*MUÑOZ~`;
    const found = tokens(little(`${before}N3*12 OAK`));
    expect(found.find((one) => 'code' in one)).toMatchObject({
      code: 'truncated',
      origin: { offset: 2 * before.length },
    });
  });

  test('half a character at the end and a lone surrogate are no reason to stop', () => {
    const found = tokens(Buffer.concat([little(`${isa()}N3*A\ud800B~N4*C~`), Buffer.from([0x41])]));
    expect(segmentsAmong(found).slice(1, 3)).toEqual([
      ['N3', 'A\ufffdB'],
      ['N4', 'C'],
    ]);
  });

  test('a file in one byte a character that begins with NUL bytes stays one', () => {
    expect(segmentsAmong(tokens(`\0${isa()}N3*1~`))).toHaveLength(2);
    expect(segmentsAmong(tokens(`\0\0${isa()}N3*1~`))).toHaveLength(2);
  });
});

describe('chunks', () => {
  const short = isa().replace('SENDER         ', 'S');
  const files: Readonly<Record<string, string | Buffer>> = {
    'a claim file': in837p(CLAIM_837P),
    'a remittance with lines': in835(PAYMENT_835).replaceAll('~', '~\r\n'),
    'two interchanges with prose and UTF-8': `\uFEFFhello\n${in837p(CLAIM_837P).replace('ALMA', 'ÁLMÅ')}bye\n${isa('|!>\n')}GS|HC\nIEA|1|1\n`,
    'a short ISA': `${short}GS*HC~IEA*0*1~`,
    'a long ISA': `${isa().replace('SENDER', 'SENDER'.repeat(9))}GS*HC~${short}GS*HC~IEA*0*1~x`,
    'UTF-16': Buffer.from(`\uFEFF${isa()}NM1*IL*1*MUÑOZ😀~${isa('|!>\n')}N3|1\n`, 'utf16le'),
    'UTF-16 without a mark': Buffer.from(`\0 \n${isa()}NM1*IL*1*MUÑOZ~N3*1~`, 'utf16le').swap16(),
    'text behind terminators and a cut': `${isa()}GS*HC~ note\nST*837~ note\nREF*EI*1${isa('|!>\n')}GS|HC\n`,
    'a malformed ISA': `${isa().replace('*00501', '')}GS*HC~${isa()}GS*HC~ISA*`,
  };

  describe.each(Object.entries(files))('%s', (_name, file) => {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file;
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
