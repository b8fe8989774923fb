/** Acknowledgments of public files beside those of another validator: equal, or the difference has a reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { acknowledge } from '../../src/acks/acknowledge.ts';
import { checkInterchange } from '../../src/check-interchange.ts';
import { findGuide } from '../../src/guides/index.ts';
import { folderBeside } from '../outside.ts';
import { type AckAnswer, faultText, readAck, type SetAnswer } from './ack-text.ts';
import { type Difference, OURS, THEIRS, unexplained } from './second-opinion.ts';

type Entry = {
  path: string;
  transactions: { st01: string; gs08?: string | null; st03?: string | null }[];
  pyx12_run?: { ack_segments?: string } | null;
};

const folder = folderBeside('corpus');
const at = (...names: string[]) => path.join(folder ?? '', ...names);
const entries: Entry[] = folder === undefined ? [] : JSON.parse(readFileSync(at('index.json'), 'utf8'));

const guideOf = ({ st01, st03, gs08 }: Entry['transactions'][number]) =>
  findGuide(st03 ?? '', '', st01) ?? findGuide(gs08 ?? '', '', st01);

/** Files whose sets are all of known guides, with the other's answer. */
const known = entries.flatMap((entry) => {
  const [first] = entry.transactions;
  const guide = first === undefined ? undefined : guideOf(first);
  const ack = entry.pyx12_run?.ack_segments;
  if (ack === undefined || guide === undefined || guide.group === 'FA' || !entry.transactions.every(guideOf)) return [];
  const theirs = readAck(readFileSync(at(ack), 'utf8'));
  return theirs.sets.length === 0 ? [] : [{ path: entry.path, guide, theirs }];
});

/** Files that differ for a reason of their own. */
const BY_NAME: Readonly<Record<string, string>> = {
  'tertiary-payment.835': 'SVC06-01 is too short: sources differ on it, so it is a warning',
  'x12_missing_elements.txt': 'CLM05, a composite, is missing whole; the other does not ask for it',
  'edi_gen__response__837p-all-fields.edi': 'NM1*P3 after NM1*82: loops at one place come in any order',
  'X221-correcting-the-subscriber-example-1.edi':
    'REF02 of 1J is nine digits, which the other takes for a wrong character',
  'Hipaa_837P_00501.txt': 'a template: nearly every element holds the name of a type',
  'Hipaa_837P_00501_ISA.txt': 'the same template',
  'Hipaa_837P_00501_NoEnum.txt': 'the same template',
  'docs__X223-837I-two-claims-for-the-same-provider.edi': 'the STC stands behind the IEA, outside any set',
  'hdi_837p_all_fields.dat': 'REF02 of F5 is no code of the guide; the other has no list for it',
  'edi_files__837__837P-all-fields.dat': 'the same',
  'data__sample_837i_claim.x12': 'HI02 is not used in the principal diagnosis; the other takes it for another HI',
  'sample_data__sample_277_request.x12': 'a 277 with GS08 of the 277CA: STC02 is told of level 2200B there',
};

/** Segments of each set of a file, ST first, as they stand. */
function segmentsBySet(bytes: Buffer): string[][] {
  const text = bytes.toString('latin1');
  const isa = text.indexOf('ISA');
  const raw = text.slice(isa).split(text[isa + 105] ?? '~');
  const sets: string[][] = [];
  for (const one of raw) {
    if (/^\s*ST\W/.test(one)) sets.push([]);
    sets.at(-1)?.push(one.replaceAll(text[isa + 3] ?? '*', '*'));
  }
  return sets;
}

const NO_SET: SetAnswer = { st02: '', result: '', codes: [], faults: [] };

const used = new Set<string>();

function differences(file: (typeof known)[number], ours: AckAnswer): string[] {
  if (ours.ta1.some((result) => result.startsWith('R'))) {
    used.add('refused');
    return [];
  }
  const bySet = segmentsBySet(readFileSync(at(file.path)));
  return file.theirs.sets.flatMap((theirs, index) => {
    const mine = ours.sets[index] ?? NO_SET;
    const context = { theirs, ours: mine, segments: bySet[index] ?? [], guide: file.guide.id };
    const only = (left: SetAnswer, right: SetAnswer): Difference[] => {
      const others = new Set(right.faults.map(faultText));
      return left.faults.filter((fault) => !others.has(faultText(fault))).map((fault) => ({ ...context, fault }));
    };
    // 19: an 837 without ST03, which the other does not ask for.
    const own = mine.codes.filter((code) => code !== '19');
    const brokeOff = theirs.result === '?' || theirs.codes.includes('2');
    const codes = brokeOff || [...theirs.codes].sort().join() === own.sort().join();
    const verdict =
      theirs.result === mine.result ||
      theirs.faults.length + mine.faults.length > 0 ||
      own.length !== mine.codes.length;
    return [
      ...(verdict || brokeOff ? [] : [`${theirs.result} and ${mine.result}`]),
      ...unexplained('theirs', THEIRS, only(theirs, mine), used),
      ...unexplained('ours', OURS, only(mine, theirs), used),
      ...(codes ? [] : [`codes ${theirs.codes} and ${mine.codes}`]),
    ];
  });
}

describe('the acknowledgments of pyx12', () => {
  test('are ours, or each fault that differs has a reason', async () => {
    const left: Record<string, string[]> = {};
    const named = new Set<string>();
    let same = 0;
    for (const file of known) {
      const ours = readAck(await acknowledge(readFileSync(at(file.path)), { maxFindings: 100_000 }));
      const found = differences(file, ours);
      if (verdictsOf(ours) === verdictsOf(file.theirs)) same++;
      if (found.length === 0) continue;
      const name = Object.keys(BY_NAME).find((one) => file.path.endsWith(one));
      if (name === undefined) left[file.path] = found;
      else named.add(name);
    }
    expect(left).toEqual({});
    if (folder === undefined) return;
    // No reason and no name is kept that explains nothing.
    expect([...named].sort()).toEqual(Object.keys(BY_NAME).sort());
    expect([...THEIRS, ...OURS].map(({ why }) => why).filter((why) => !used.has(why))).toEqual([]);
    expect(known.length).toBeGreaterThan(170);
    expect(same).toBeGreaterThan(135);
  }, 120_000);
});

const verdictsOf = ({ sets }: AckAnswer) => sets.map(({ result }) => result).join('');

/** Segments from AK1 to AK9 and the TA1, as they stand. */
function bodyOf(text: string): string[] {
  const segments = text.split('~').map((one) => one.trim());
  return segments.filter((one) => /^(AK|IK|TA1)/.test(one)).map((one) => one.replace(/\*+$/, ''));
}

/** Acknowledgments that pyx12 holds itself to, of 4010 files and 834s: of no guide known here, so the envelope alone decides. */
const EXPECTED: Readonly<Record<string, string | undefined>> = {
  '834_ls_le_ls.999': undefined,
  '834_lui_id.997': undefined,
  '834_lui_id_5010.999': undefined,
  '835id.997': undefined,
  'repeat_init_segment.997': undefined,
  'simple_837p.997': undefined,
  '837miss.997': 'IEA is missing: the interchange is refused by a TA1 and its groups are not answered',
  'bad_header_looping.997': 'faults within a 4010 set are not looked for',
  'blank1.997': 'faults within a 4010 set are not looked for',
  'ele.997':
    'a wrong time (ISA10) is noted, not refused; ST02 with a blank behind it is too long, not another than SE02',
  'per_segment_repeat.997': 'faults within a 4010 set are not looked for',
  'simple1.997': 'faults within a 4010 set are not looked for',
  'trailing_terms.997': 'faults within a 4010 set are not looked for',
};

test('acknowledgments that come with their files are ours, but for those named', async () => {
  const other: string[] = [];
  for (const name of folder === undefined ? [] : Object.keys(EXPECTED)) {
    const expected = bodyOf(readFileSync(at('expected/azoner__pyx12', `x12testdata__${name}.txt`), 'utf8'));
    const file = at('files/azoner__pyx12', `x12testdata__${name.replace(/\.\d+$/, '')}.txt`);
    const ours = bodyOf(await acknowledge(readFileSync(file), { unknownSets: 'accept' }));
    // Whether the TA1 stands before or behind the groups is left to who writes it.
    if (ours.sort().join() !== expected.sort().join()) other.push(name);
  }
  const reasons = Object.entries(EXPECTED).flatMap(([name, reason]) => (reason === undefined ? [] : [name]));
  expect(other).toEqual(folder === undefined ? [] : reasons);
});

type Listed = { segment: string; element?: string; sourceLocation: { segmentNumber: number } };

test('each issue that a converter lists for a faulty claim file is one of ours', async () => {
  if (folder === undefined) return;
  const listed: Listed[] = JSON.parse(
    readFileSync(
      at('expected/Healthcare-Data-Insight__api-examples/837P-validation-issues-validation-only.json'),
      'utf8',
    ),
  );
  const file = at('files/Healthcare-Data-Insight__api-examples/edi_files__837__837P-validation-issues.edi');
  const { issues } = await checkInterchange(readFileSync(file));
  // Theirs count from ISA, ours from ST; a code that fits no use of a REF is told of the segment here.
  const places = issues.flatMap(({ segmentId, element, origin }) => {
    const at = `${segmentId}@${(origin?.segment ?? 0) + 2}`;
    return [at, `${at} ${element?.replace('-0', '-')}`];
  });
  const sought = listed.map(({ segment, element, sourceLocation }) => {
    const at = `${segment}@${sourceLocation.segmentNumber}`;
    return element === undefined || segment === 'REF' ? at : `${at} ${element}`;
  });
  expect(sought).toHaveLength(11);
  expect(sought.filter((place) => !places.includes(place))).toEqual([]);
});
