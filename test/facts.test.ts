/**
 * What other libraries' own tests state about the files of the corpus, held against what we read. A fact that does not hold
 * is named here, with the reason.
 */
import { describe, expect, test } from 'vitest';
import { findGuide } from '../src/guides/index.ts';
import { toCents } from '../src/money.ts';
import { COMMITTED, corpusFolder, isOurs } from './corpus.ts';
import { cosyteHolds } from './facts/cosyte.ts';
import { holdsOf } from './facts/expression.ts';
import { allFacts, type Fact } from './facts/facts.ts';
import { healthcareDataInsightHolds } from './facts/healthcare-data-insight.ts';
import { imswebHolds } from './facts/imsweb.ts';
import { mjpete3Holds } from './facts/mjpete3.ts';
import { othersHold } from './facts/others.ts';
import { tigerSharkHolds } from './facts/tiger-shark.ts';

const PROJECTS: Readonly<Record<string, (fact: Fact) => boolean | undefined>> = {
  'cosyte/x12': cosyteHolds,
  'Healthcare-Data-Insight/api-examples': healthcareDataInsightHolds,
  'imsweb/x12-parser': imswebHolds,
  'jdavisp3/TigerShark': tigerSharkHolds,
  'mjpete3/x12': mjpete3Holds,
};

const holds = (fact: Fact) => (PROJECTS[fact.project] ?? othersHold)(fact) === true;

/** About a file of our types, in a version that a guide is declared for. */
const concernsUs = ({ file }: Fact) =>
  isOurs(file) &&
  file.transactions.every(({ st01, st03, gs08 }) =>
    [st03, gs08].some((one) => findGuide(one ?? '', '', st01) !== undefined),
  );

/** The facts that do not hold: the end of the file's name, the beginning of each fact, and why. */
const EXCEPTIONS: readonly { file: string; facts: readonly string[]; reason: string }[] = [
  {
    file: 'edi_files__837__837I-inst-claim.dat',
    facts: ['{"objectType":"CLAIM"'],
    reason: 'the file has neither ISA nor GS: it is no interchange, and nothing tells its delimiters',
  },
  {
    file: 'edi_files__837__cob-prov-payera.dat',
    facts: ['{"objectType":"CLAIM"'],
    reason: 'neither ISA nor GS',
  },
  {
    file: 'edi_files__837__ppo-repriced.dat',
    facts: ['{"objectType":"CLAIM"'],
    reason: 'neither ISA nor GS',
  },
  {
    file: '837_5010__x12_no_errors.txt',
    facts: ['errors.size() == 0'],
    reason:
      'HI composites without a code, HL01 that do not count on and a wrong SE01: that library looks at loops only',
  },
  {
    file: '837_5010__x12_valid.txt',
    facts: ['getErrors().isEmpty()', 'getErrors().get(0).contains("not consistent with version specified'],
    reason: 'the same faults; and the version that a caller names is none of ours, since the file tells it',
  },
  {
    file: 'ack__999-accept-with-errors.edi',
    facts: ['ack.interchange.warnings.length == 0'],
    reason: 'SE01 counts one segment too few, and IK303 is longer than the guide allows',
  },
  {
    file: 'claim__837p-canonical.edi',
    facts: ['sub.variant == "I"'],
    reason: 'the caller overrides the type there: here the file tells it',
  },
  {
    file: 'remit__835-medicare-canonical.edi',
    facts: ['remit.warnings == []'],
    reason: 'N103 and N104 of loop 1000B are missing',
  },
  {
    file: 'remit__835-medicare-canonical.edi',
    facts: ['totals.length == 1', 'tx.segments[at].id == "BPR"'],
    reason: 'about a file that the test changes before it reads it',
  },
  {
    file: 'status__277-canonical.edi',
    facts: ['r.warnings.length == 0'],
    reason: 'STC03 is not used in a 277 of claim status',
  },
  {
    file: 'status__277-canonical.edi',
    facts: ['info.statuses[0].categoryDescription contains', 'info.statuses[0].statusDescription == '],
    reason: 'codes are described in our own words',
  },
  {
    file: 'status__277-canonical.edi',
    facts: ['get277CADisposition', 'get277Status', 'STATUS_277_LOOP'],
    reason: 'about functions and tables of that library, not about the file',
  },
  {
    file: 'status__277ca-canonical.edi',
    facts: ['r.warnings.length', 'r.claims'],
    reason:
      'TRN01 of loop 2200B, NM101 of 2100C and HL03 of the patient are not those of the guide: the levels are not entered',
  },
  {
    file: 'emb__tc_parse_999.rb__L33__setup.edi',
    facts: ['@r.GS.ApplicationSendersCode', '@r.GS.ApplicationReceiversCode'],
    reason: 'about a third message of that test, which is not in the corpus',
  },
  {
    file: 'sample_835.edi',
    facts: ['no errors; exit 0'],
    reason: 'CLP02 to CLP04 and BPR16 are missing, so nothing balances: that library looks at the envelope',
  },
  {
    file: 'sample_835_balancing.edi',
    facts: ['BPR 950 vs sum of CLP paid 750'],
    reason: 'the status stands in CLP03 there, and the second claim has a line',
  },
  {
    file: 'sample_multi_interchange.edi',
    facts: ['no errors; 3 interchanges'],
    reason: 'GE02 differs from GS06 in two interchanges, and the payments do not balance',
  },
  {
    file: 'sample_multi_transaction.edi',
    facts: ['no errors; 3 transactions'],
    reason: 'GE01 counts one of three sets, and the payments do not balance',
  },
];

const isException = ({ file, text }: Fact) =>
  EXCEPTIONS.some((one) => file.path.endsWith(one.file) && one.facts.some((fact) => text.startsWith(fact)));

const named = ({ file, text }: Fact) => `${file.path}: ${text}`;

/** Facts held, facts that concern us, and facts of other types and versions (270, 271, 834, 004010). */
const FIGURES = { held: 887, ours: 924, others: 570 };
const NONE = { held: 0, ours: 0, others: 0 };

describe('facts about the corpus', () => {
  const facts = allFacts();
  const ours = facts.filter(concernsUs);
  const failing = ours.filter((fact) => !holds(fact));

  test('hold, but for those named with their reason', () => {
    const others = facts.length - ours.length;
    const held = ours.length - failing.length;
    console.log(`facts about the corpus: ${held} of ${ours.length} hold, ${others} are of other types`);
    expect(failing.filter((fact) => !isException(fact)).map(named)).toEqual([]);
    expect({ held, ours: ours.length, others }).toEqual(corpusFolder === undefined ? NONE : FIGURES);
    expect(held).toBeGreaterThanOrEqual(ours.length * 0.95);
  });

  test('are named as exceptions only where they do not hold', () => {
    for (const { file, facts: names } of corpusFolder === undefined ? [] : EXCEPTIONS)
      for (const name of names)
        expect(
          failing.some((fact) => fact.file.path.endsWith(file) && fact.text.startsWith(name)),
          `${file}: ${name}`,
        ).toBe(true);
  });
});

describe('the adapters', () => {
  const [sample] = COMMITTED.filter(({ path }) => path.endsWith('837_5010__x12_multiple_gs.txt'));

  test.each([
    ['GS_LOOP[1]/2010AB/N4.N401 == "COLLEGE PARK"', true],
    ['0)."2010AB/N4.N401 == "GREENBELT"', true],
    ['0)."2010AB/N4.N401 == "COLLEGE PARK"', false],
    ['getLoops().size() == 3', true],
    ['getLoops().size() == 4', false],
    ['findLoop("2000B.size() == 6', true],
    ['findLoop("2000B.size() == 5', false],
    ['a statement of another form', undefined],
  ])('%s is %s', (text, expected) => {
    if (sample === undefined) throw new Error('the sample is not in test/fixtures');
    expect(imswebHolds({ project: '', test: '', file: sample, text })).toBe(expected);
  });

  test.each([
    ['claims[0].charge == 90', true],
    ['claims[0].charge == 90.00', true],
    ['claims[0].charge == 90.01', false],
    ['len(claims) == 2', true],
    ['len(claims) == 3', false],
    ["claims[0].kind == ('I', 'Institutional')", true],
    ["claims[0].kind == 'P'", false],
    ['claims[1].kind is None', true],
    ['claims[0].kind is None', false],
    ['claims[0].day == 2011-9-8', true],
    ['claims contains { kind: "I" }', true],
    ['claims contains { kind: "P" }', false],
    ['claims[0].unknown == 1', undefined],
  ])('%s is %s of an object', (text, expected) => {
    const object = { claims: [{ charge: { cents: toCents(9000) }, kind: 'I', day: '2011-09-08' }, { kind: null }] };
    expect(holdsOf(object, text)).toBe(expected);
  });
});
