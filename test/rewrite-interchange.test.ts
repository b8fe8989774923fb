/** Read and written again: the same to the byte, but for what was changed or could not be right. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGuide, GUIDES, guide835, guide837p } from '../src/guides/index.ts';
import type { Set835 } from '../src/guides/values/835.ts';
import type { Set837P } from '../src/guides/values/837p.ts';
import { toCents } from '../src/money.ts';
import { rewriteInterchange, type SetChange } from '../src/rewrite-interchange.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';
import { emitSet } from '../src/x12/emitter.ts';
import type { Guide } from '../src/x12/grammar.ts';
import { createWireReader } from '../src/x12/reader.ts';
import type { Segment } from '../src/x12/tokenizer.ts';
import { createSegmentWriter } from '../src/x12/writer.ts';
import { folderBeside } from './outside.ts';
import { generateValue } from './x12/generate-value.ts';
import { HOW, spoil } from './x12/spoil.ts';
import { CLAIM_837P, edit, in835, in837p, isa, PAYMENT_835, segmentsAmong, tokens } from './x12/wire.ts';

const isSegment = (token: object): token is Segment => 'elements' in token;

/** The bytes of the segments, without what stands between them. */
function segmentBytes(bytes: Uint8Array): Buffer {
  const pieces = tokens(bytes).filter(isSegment);
  return Buffer.concat(pieces.map(({ offset, length }) => bytes.subarray(offset, offset + length + 1)));
}

/** Segments as lists of elements, without those whose numbers are computed. */
const contentOf = (text: string | Uint8Array) =>
  segmentsAmong(tokens(text)).filter(([id = '']) => !['HL', 'SE', 'GE', 'IEA'].includes(id));

const linesOf = (text: string) => text.split('~').slice(0, -1);

/** The lines of two texts that differ. */
function differences(before: string, after: string): [string | undefined, string | undefined][] {
  const [old, now] = [linesOf(before), linesOf(after)];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => [old[at], now[at]] as const).flatMap(
    ([left, right]) => (left === right ? [] : [[left, right]]),
  );
}

const in835s =
  (change: (set: Set835) => void): SetChange =>
  (set) => {
    const value = set.as(guide835);
    if (value !== undefined) change(value);
    return undefined;
  };
const in837s =
  (change: (set: Set837P) => void): SetChange =>
  (set) => {
    const value = set.as(guide837p);
    if (value !== undefined) change(value);
    return undefined;
  };
const claimOf = (set: Set837P) => set.billingProviders[0]!.subscribers[0]!.claims![0]!;

type Entry = {
  path: string;
  transactions: { st01: string; gs08?: string | null; st03?: string | null }[];
  features: string[];
  strict_valid_candidate: boolean;
};

const corpus = folderBeside('corpus');
const entries: Entry[] = corpus === undefined ? [] : JSON.parse(readFileSync(path.join(corpus, 'index.json'), 'utf8'));
const bytesOf = (entry: Entry) => readFileSync(path.join(corpus ?? '', entry.path));
const isKnown = ({ transactions, features }: Entry) =>
  transactions.length > 0 &&
  !features.includes('no-ISA') &&
  transactions.every(({ st01, st03, gs08 }) =>
    [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

/** The bytes of a file that is read and written again. */
function bytesAgain(bytes: Uint8Array): Buffer {
  const { text, encoding } = rewriteInterchange(bytes);
  return Buffer.from(text, encoding);
}

describe('public files', () => {
  const fixtures = 'test/fixtures/x12';
  test.each(readdirSync(fixtures).filter((name) => name !== 'NOTICE'))('%s: nothing is lost', (name) => {
    const bytes = readFileSync(path.join(fixtures, name));
    expect(contentOf(rewriteInterchange(bytes).text)).toEqual(contentOf(bytes));
  });

  test('the same bytes come back from valid files of known guides', () => {
    const valid = entries.filter((entry) => entry.strict_valid_candidate && isKnown(entry));
    const other = valid.filter((entry) => {
      const bytes = bytesOf(entry);
      return !segmentBytes(bytesAgain(bytes)).equals(segmentBytes(bytes));
    });
    expect(other.map((entry) => entry.path)).toEqual([]);
    if (corpus !== undefined) expect(valid.length).toBeGreaterThan(100);
  });

  test('of any file all is there again but numbers that are computed', () => {
    for (const entry of entries) {
      const bytes = bytesOf(entry);
      const [before, after] = [contentOf(bytes), contentOf(rewriteInterchange(bytes).text)];
      if (JSON.stringify(before) !== JSON.stringify(after)) expect(after, entry.path).toEqual(before);
    }
  }, 60_000);
});

describe('generated files', () => {
  const fileOf = (guide: Guide, seed: number) => {
    const writer = createSegmentWriter(DEFAULT_DELIMITERS);
    writer.segment(['GS', guide.group, 'SENDER', 'RECEIVER', '20260102', '1530', '1', 'X', guide.id]);
    emitSet(guide, generateValue(guide, seed), { writer, delimiters: DEFAULT_DELIMITERS, st02: '0001' });
    return `${isa()}${writer.text()}GE*1*1~IEA*1*000000001~`;
  };

  test.each(GUIDES.map((guide) => [`${guide.set} ${guide.id}`, guide] as const))(
    '%s: spoilt, nothing is lost',
    (_id, guide) => {
      fc.assert(
        fc.property(fc.integer(), fc.nat(), fc.constantFrom(...HOW), (seed, at, how) => {
          const whole = fileOf(guide, seed);
          expect(rewriteInterchange(whole)).toMatchObject({ text: whole, issues: [] });
          const spoilt = spoil(whole, at, how);
          expect(contentOf(rewriteInterchange(spoilt).text)).toEqual(contentOf(spoilt));
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('spelling', () => {
  test.each([
    ['decimals', edit(CLAIM_837P, 'SV1', 'SV1*HC:99213*125.00*UN*1.0***1')],
    ['leading zeros', edit(CLAIM_837P, 'SV1', 'SV1*HC:99213*0125.0*UN*01***01')],
    ['empty elements at the end', edit(CLAIM_837P, 'N3*100', 'N3*100 MAIN STREET****')],
    ['empty components at the end', edit(CLAIM_837P, 'CLM', 'CLM*PCN1*185***11:B:1::*Y*A*Y*Y')],
    ['blanks at the end', edit(CLAIM_837P, 'N3*100', 'N3*100 MAIN STREET   ')],
    ['siblings of one position in any order', edit(CLAIM_837P, 'REF*EI', ['PER*IC*X*TE*6145550100', 'REF*EI*1'])],
    ['a level without the count of its children', edit(CLAIM_837P, 'HL*2', 'HL*02*1*22*1')],
  ])('%s stay', (_name, body) => {
    expect(rewriteInterchange(in837p(body)).text).toBe(in837p(body));
  });

  test('the ISA, an alias in ST03 and the line break stay', () => {
    const text = in837p(CLAIM_837P)
      .replaceAll('005010X222A1', '005010X222')
      .replace('SE*26', 'SE*0026')
      .replaceAll('~', '~\r\n');
    expect(rewriteInterchange(text)).toMatchObject({ text, issues: [] });
    expect(rewriteInterchange(text, undefined, { lineBreak: '' }).text).toBe(text.replaceAll('\r\n', ''));
  });

  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(in837p(edit(CLAIM_837P, 'N3*100', 'N3*100 PEÑA STREET'))), 'utf8'],
    ['Latin-1', Buffer.from(in837p(edit(CLAIM_837P, 'N3*100', 'N3*100 PEÑA STREET')), 'latin1'), 'latin1'],
  ])('bytes of %s stay', (_name, bytes, encoding) => {
    expect(rewriteInterchange(bytes).encoding).toBe(encoding);
    expect(bytesAgain(bytes)).toEqual(bytes);
  });

  test('UTF-16 becomes UTF-8', () => {
    const text = in837p(CLAIM_837P).replaceAll('~', '~\r\n');
    expect(rewriteInterchange(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual({ text, issues: [], encoding: 'utf8' });
  });

  test('siblings that came mixed stay mixed', () => {
    const lines = ['REF*6R*1', 'AMT*B6*5', 'REF*LU*2', 'AMT*KH*6', 'REF*6R*3'];
    const body = edit(PAYMENT_835, 'REF*6R', lines);
    expect(rewriteInterchange(in835(body)).text).toBe(in835(body));
  });
});

describe('a change', () => {
  const spelled = in837p(edit(CLAIM_837P, 'CLM', 'CLM*PCN1*185.00***11:B:1::*Y*A*Y*Y**'));

  test('of an amount touches that element alone', () => {
    const { text, issues } = rewriteInterchange(
      spelled,
      in837s((set) => {
        claimOf(set).claim.charge = toCents(18_600);
      }),
    );
    expect(issues).toEqual([]);
    expect(differences(spelled, text)).toEqual([
      ['CLM*PCN1*185.00***11:B:1::*Y*A*Y*Y**', 'CLM*PCN1*186***11:B:1::*Y*A*Y*Y**'],
    ]);
  });

  test('of one component leaves its neighbours as they were', () => {
    const { text } = rewriteInterchange(
      spelled,
      in837s((set) => {
        claimOf(set).claim.location.frequency = '7';
      }),
    );
    expect(differences(spelled, text)[0]?.[1]).toMatch(/^CLM\*PCN1\*185\.00\*\*\*11:B:7:*\*Y/);
  });

  test('of one amount in every public remittance touches one segment', () => {
    for (const entry of entries.filter((one) => one.strict_valid_candidate && isKnown(one))) {
      const bytes = bytesOf(entry);
      let changed = 0;
      const { text } = rewriteInterchange(
        bytes,
        in835s((set) => {
          if (changed > 0) return;
          set.financial.amount = toCents(set.financial.amount + 1);
          changed++;
        }),
      );
      const [before, after] = [contentOf(bytes), contentOf(text)];
      const other = before.flatMap((elements, at) =>
        elements.flatMap((one, of) => (one === after[at]?.[of] ? [] : [`${elements[0]}${of}`])),
      );
      expect(other, entry.path).toEqual(changed === 0 ? [] : ['BPR2']);
    }
  }, 60_000);

  test('that replaces a part writes it in the usual way, in its place', () => {
    const body = edit(CLAIM_837P, 'N3*100', 'N3*100 MAIN STREET***');
    const { text } = rewriteInterchange(
      in837p(body),
      in837s((set) => {
        const provider = set.billingProviders[0]!.billingProvider;
        provider.address = { ...provider.address, line1: '1 OTHER STREET' };
      }),
    );
    expect(differences(in837p(body), text)).toEqual([['N3*100 MAIN STREET***', 'N3*1 OTHER STREET']]);
  });

  test('that makes a value wrong is said', () => {
    const { issues } = rewriteInterchange(
      spelled,
      in837s((set) => {
        claimOf(set).claim.patientControlNumber = 'X'.repeat(40);
      }),
      { file: 'a.x12' },
    );
    expect(issues).toMatchObject([
      {
        code: 'element-too-long',
        element: 'CLM01',
        origin: { file: 'a.x12', isa13: '000000001', gs06: '1', st02: '0001', segment: 18 },
      },
    ]);
  });
});

describe('what is left out or added', () => {
  const claim = CLAIM_837P.slice(CLAIM_837P.findIndex((line) => line.startsWith('CLM')));
  const three = in837p([
    ...CLAIM_837P,
    ...claim.map((line) => line.replace('PCN1', 'PCN2')),
    ...claim.map((line) => line.replace('PCN1', 'PCN3')),
  ]);

  test('a claim: the others stay as they were, counts are right', () => {
    const { text, issues } = rewriteInterchange(
      three,
      in837s((set) => {
        set.billingProviders[0]!.subscribers[0]!.claims!.splice(1, 1);
      }),
    );
    expect(issues).toEqual([]);
    expect(text.match(/PCN\d/g)).toEqual(['PCN1', 'PCN3']);
    expect(text).toContain(`SE*${26 + claim.length}*0001~`);
  });

  test('a list in another order is written in that order', () => {
    const { text } = rewriteInterchange(
      three,
      in837s((set) => {
        set.billingProviders[0]!.subscribers[0]!.claims!.reverse();
      }),
    );
    expect(text.match(/PCN\d/g)).toEqual(['PCN3', 'PCN2', 'PCN1']);
  });

  test('lines that counted count on; levels are numbered anew', () => {
    const { text } = rewriteInterchange(
      in837p(CLAIM_837P),
      in837s((set) => {
        claimOf(set).serviceLines.shift();
        set.billingProviders.unshift(structuredClone(set.billingProviders[0]!));
      }),
    );
    expect(text.match(/(?:LX|HL)\*[^~]*/g)).toEqual([
      'HL*1**20*1', 'HL*2*1*22*0', 'LX*2', 'HL*3**20*1', 'HL*4*3*22*0', 'LX*1',
    ]); // biome-ignore format: one level a line is long
  });

  const sets = in837p(CLAIM_837P);
  const body = sets.slice(sets.indexOf('ST*'), sets.indexOf('GE*'));
  const group = sets.slice(sets.indexOf('GS*'), sets.indexOf('IEA*'));
  const many = sets
    .replace('IEA*1', `${group.replaceAll('*1*X', '*2*X').replace('GE*1*1', 'GE*1*2')}IEA*2`)
    .replace('GE*1*1', `${body.replaceAll('0001', '0002')}GE*2*1`);

  test('sets: a file is split', () => {
    const dropped =
      (name: string): SetChange =>
      (set) =>
        `${set.gs06}-${set.st02}` === name ? undefined : 'drop';
    for (const name of ['1-0001', '1-0002', '2-0001']) {
      const { text } = rewriteInterchange(many, dropped(name));
      expect(text.match(/(?:GS|ST|GE|IEA)\*[^~]*/g)?.map((line) => line.split('*').slice(0, 3).join('*'))).toEqual([
        'GS*HC*SENDER', `ST*837*${name.slice(2)}`, `GE*1*${name[0]}`, 'IEA*1*000000001',
      ]); // biome-ignore format: one list
    }
    expect(rewriteInterchange(many, () => 'drop')).toMatchObject({ text: '', issues: [] });
    expect(rewriteInterchange(many).text).toBe(many);
  });

  test('what the value does not hold goes with what it followed, and that is said', () => {
    const stray = in837p([...CLAIM_837P.slice(0, -3), 'ZZZ*1', ...CLAIM_837P.slice(-3)]);
    const kept = rewriteInterchange(stray);
    expect(kept.text).toBe(stray);
    expect(kept.issues).toMatchObject([{ code: 'segment-unexpected', severity: 'error', segmentId: 'ZZZ' }]);
    const { text, issues } = rewriteInterchange(
      stray,
      in837s((set) => {
        claimOf(set).serviceLines.shift();
      }),
    );
    expect(text).not.toContain('ZZZ');
    expect(issues).toMatchObject([{ code: 'segment-unexpected', severity: 'warning' }]);
  });
});

describe('faults of the source', () => {
  const from = (body: readonly string[], change?: SetChange) => rewriteInterchange(in837p(body), change);

  test('stay and are said, but for what is computed', () => {
    const body = edit(edit(CLAIM_837P, 'SBR', 'SBR*P*19**SURPLUS*****CI****X'), 'HL*2', 'HL*7*1*22*0');
    const { text, issues } = rewriteInterchange(in837p(body).replace(/SE\*26.*$/, ''));
    expect(text).toBe(in837p(edit(body, 'HL*7', 'HL*2*1*22*0')));
    expect(issues.map(({ code, element }) => `${code} ${element}`).sort()).toEqual([
      'element-code SBR02',
      'element-too-many SBR13',
    ]);
  });

  test('an element that could not be read stays when its neighbour changes', () => {
    const { text, issues } = from(
      edit(CLAIM_837P, 'DMG', 'DMG*D8*19710231*F'),
      in837s((set) => {
        set.billingProviders[0]!.subscribers[0]!.subscriber.demographics!.sex = 'U';
      }),
    );
    expect(text).toContain('~DMG*D8*19710231*U~');
    expect(issues).toMatchObject([{ code: 'element-date', element: 'DMG02' }]);
  });

  test('segments in the wrong order, twice, empty or without their loop stay', () => {
    const wrong = [
      edit(CLAIM_837P, 'N3*12 OAK', ['DMG*D8*19710412*F', 'N3*12 OAK LANE', 'N3*13 OAK LANE', 'N4']),
      CLAIM_837P.filter((line) => !/^(HL|LX)/.test(line)),
    ];
    for (const body of wrong) {
      const { text, issues } = from(body);
      expect(text).toBe(in837p(body));
      expect(issues.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    }
  });

  test('sets of unknown guides and segments outside of sets are copied', () => {
    const text = in837p(CLAIM_837P).replaceAll('005010X222A1', '005010X999').replace('GE*1', 'ZZZ*1~GE*1');
    const seen: unknown[] = [];
    const { text: written, issues } = rewriteInterchange(`prose ${text}`, (set) => {
      seen.push(set.guide, set.as(guide837p));
      return undefined;
    });
    expect(written).toBe(text);
    expect(seen).toEqual([undefined, undefined]);
    expect(issues.map(({ code }) => code).sort()).toEqual(['leading-data', 'set-unknown', 'stray-segment']);
  });

  test('input without an interchange gives nothing, and says so', () => {
    expect(rewriteInterchange('no file')).toMatchObject({ text: '', issues: [{ code: 'no-isa' }] });
  });
});

test('what is written reads as the values that were written', () => {
  const change = in835s((set) => {
    set.headers![0]!.claims![0]!.payment.patientControlNumber = 'OTHER';
  });
  const reader = createWireReader({ findGuide, keepRecords: true });
  const { text } = rewriteInterchange(in835(PAYMENT_835), change);
  const items = [...reader.push(Buffer.from(text)), ...reader.end()];
  expect(items.some(({ kind }) => kind === 'issue')).toBe(false);
  expect(text.replace('OTHER', 'PCN1')).toBe(in835(PAYMENT_835));
});
