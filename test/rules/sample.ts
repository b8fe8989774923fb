/** Samples of rules: a text that breaks one, and one that keeps it though it comes near. */
import type { Issue } from '../../src/issue.ts';
import { readInterchangeSync } from '../../src/read-interchange.ts';
import type { RuleId } from '../../src/rules/rule.ts';
import { CLAIM_837D, CLAIM_837I, CLAIM_837P, edit, in835, in837d, in837i, in837p, PAYMENT_835 } from '../x12/wire.ts';

/** Whole interchanges. Where a rule can be broken in more than one way, a text for each. */
export type Sample = { breaks: string | readonly string[]; keeps: string | readonly string[] };

export type Samples = Readonly<Partial<Record<RuleId, Sample>>>;

/** Changes to the segments of a set: each puts others in the place of the first segment that begins with the prefix. */
export type Change = readonly [prefix: string, to?: string | readonly string[]];

const changed = (body: readonly string[], changes: readonly Change[]) =>
  changes.reduce<readonly string[]>((segments, [prefix, to]) => edit(segments, prefix, to), body);

/** A professional claim file with changes. */
export const claim837p = (...changes: readonly Change[]) => in837p(changed(CLAIM_837P, changes));

/** An institutional claim file with changes: an inpatient. */
export const claim837i = (...changes: readonly Change[]) => in837i(changed(CLAIM_837I, changes));

/** An institutional claim file of an outpatient, with changes. */
export const outpatient837i = (...changes: readonly Change[]) =>
  claim837i(
    ['CLM', 'CLM*PCN2*1500***13:A:1**A*Y*Y'],
    ['HI*ABJ'],
    ['HI*BBR'],
    ['HI*BBQ'],
    ['NM1*72'],
    ['SV2*0120', ['SV2*0360*HC:12001*1200*UN*3', 'DTP*472*D8*20260102']],
    ...changes,
  );

/** A dental claim file with changes: what was done, not what is planned. */
export const claim837d = (...changes: readonly Change[]) =>
  in837d(changed(CLAIM_837D, [['CLM', 'CLM*PCN3*950***11:B:1*Y*A*Y*Y'], ...changes]));

/** The other payer of a claim, who has decided, up to the lines. */
const OTHER_PAYER = [
  'SBR*P*18*******CI',
  'AMT*D*150',
  'OI***Y***Y',
  'NM1*IL*1*WINTERS*ALMA****MI*MEM0002',
  'NM1*PR*2*OTHER*****PI*OTHER1',
];

/** A professional claim to the second payer after the first decided line by line, with changes. */
export const secondary837p = (...changes: readonly Change[]) => {
  const body = changed(CLAIM_837P, [
    ['SBR*P', 'SBR*S*18*******CI'],
    ['LX*1', [...OTHER_PAYER, 'LX*1']],
    ['LX*2', ['SVD*OTHER1*100*HC:99213**1', 'CAS*CO*45*25', 'DTP*573*D8*20260101', 'LX*2']],
  ]);
  const second = ['SVD*OTHER1*50*HC:87880**1', 'CAS*PR*3*10', 'DTP*573*D8*20260101'];
  return in837p(changed([...body, ...second], changes));
};

/** The same after the first decided on the claim as a whole. */
export const secondaryWhole837p = (...changes: readonly Change[]) =>
  claim837p(
    ['SBR*P', 'SBR*S*18*******CI'],
    ['LX*1', [...OTHER_PAYER, 'DTP*573*D8*20260101', 'LX*1']],
    ['AMT*D', ['CAS*CO*45*35', 'AMT*D*150']],
    ...changes,
  );

/** A professional claim of a patient who is not the subscriber, with changes. */
export const dependent837p = (...changes: readonly Change[]) =>
  claim837p(
    ['HL*2', 'HL*2*1*22*1'],
    ['SBR', 'SBR*P********CI'],
    [
      'CLM',
      [
        'HL*3*2*23*0',
        'PAT*19',
        'NM1*QC*1*WINTERS*BEN',
        'N3*12 OAK LANE',
        'N4*COLUMBUS*OH*43215',
        'DMG*D8*20150412*M',
        'CLM*PCN1*185***11:B:1*Y*A*Y*Y',
      ],
    ],
    ...changes,
  );

/** A remittance with changes. */
export const payment835 = (...changes: readonly Change[]) => in835(changed(PAYMENT_835, changes));

/** Every finding of the rules in a text. */
export const brokenIn = (text: string): Issue[] =>
  [...readInterchangeSync(text, { snip: 7 })].filter((item) => item.type === 'issue').filter(({ rule }) => rule);
