/** For each issue code the smallest input that raises it. */
import type { ProfessionalClaimInput } from '../schemas/claim.ts';
import { claimsFrom837Sync } from '../src/claims/read-claims.ts';
import { validateClaim } from '../src/claims/validate.ts';
import { type ClaimEnvelope, writeClaims } from '../src/claims/write-claims.ts';
import { codeEdition, codeEditions } from '../src/codes/edition.ts';
import { readRulePack } from '../src/exchange/rule-pack-file.ts';
import type { Issue, IssueCode } from '../src/issue.ts';
import { NO_POLICY } from '../src/x12/characters.ts';
import { CLAIM, claimWith } from './claims/claim.ts';
import { ENVELOPE } from './claims/envelope.ts';
import { brokenIn } from './rules/sample.ts';
import { CLAIM_837P, edit, in835, in837p, isa, issuesOf, itemsOf, PAYMENT_835 } from './x12/wire.ts';

const whole = in837p(CLAIM_837P);
const claim = (prefix: string, to?: string | readonly string[]) => issuesOf(in837p(edit(CLAIM_837P, prefix, to)));
const payment = (prefix: string, to?: string | readonly string[]) => issuesOf(in835(edit(PAYMENT_835, prefix, to)));
const ruled = (prefix: string, to: string) => brokenIn(in835(edit(PAYMENT_835, prefix, to)));
const text = (from: string, to: string) => issuesOf(whole.replace(from, to));
const object = (change: Partial<ProfessionalClaimInput>) => validateClaim({ ...CLAIM, ...change }).issues;
const written = (change: Partial<ClaimEnvelope>) =>
  writeClaims([claimWith()], { ...ENVELOPE, submitter: { ...ENVELOPE.submitter, name: 'A:B' }, ...change }).issues;
const readBack = (from: string, to: string) =>
  [...claimsFrom837Sync(writeClaims([claimWith()], ENVELOPE).text.replace(from, to))].flatMap((item) =>
    item.type === 'claim' ? item.issues : [],
  );
const segmentsBetween = (from: string, to: string) => whole.slice(whole.indexOf(from), whole.indexOf(to));

const raisers = {
  'no-isa': () => issuesOf('Dear Sir or Madam'),
  'isa-malformed': () => text('*00501*', '*'),
  'delimiter-conflict': () => issuesOf(isa('*^*~')),
  'leading-data': () => issuesOf(`MAILBOX 7\n${whole}`),
  'stray-segment': () => text('ST*837*0001*005010X222A1~', ''),
  truncated: () => issuesOf(whole.slice(0, -8)),
  'limit-exceeded': () => text('J069', 'J'.repeat(70_000)),
  'issues-unlisted': () =>
    itemsOf(whole.replaceAll('*', '*?'), { limits: { issues: 3 } }).filter((item) => item.type === 'issue'),
  'segment-id-invalid': () => claim('LX*1', ['LX*1', 'toolong*1']),
  'segment-unknown': () => claim('LX*1', ['LX*1', 'ZZZ*1']),
  'segment-unexpected': () => claim('REF*EI', ['REF*EI*123456789', 'REF*Q9*1']),
  'segment-missing': () => claim('N3*100'),
  'loop-missing': () => issuesOf(in837p(CLAIM_837P.filter((segment) => !/^(LX|SV1|DTP)/.test(segment)))),
  'loop-repeat': () => claim('NM1*40', ['NM1*40*2*RECEIVER*****46*REC1', 'NM1*40*2*RECEIVER*****46*REC1']),
  'segment-repeat': () => claim('DMG', ['DMG*D8*19710412*F', 'DMG*D8*19710412*F']),
  'segment-order': () => claim('N3*12 OAK', ['DMG*D8*19710412*F', 'N3*12 OAK LANE']),
  'segment-empty': () => claim('DMG', 'DMG'),
  'element-missing': () => claim('N4*COLUMBUS*OH*432150001', 'N4**OH*432150001'),
  'element-syntax': () => claim('NM1*85', 'NM1*85*2*CLINIC*****XX'),
  'element-exclusive': () => claim('N4*COLUMBUS*OH*432150001', 'N4*COLUMBUS*OH*432150001*CA***ON'),
  'element-too-many': () => claim('LX*1', 'LX*1*2*3'),
  'component-too-many': () => claim('CLM', 'CLM*PCN1*185***11:B:1:2*Y*A*Y*Y'),
  'element-too-short': () => claim('N4*COLUMBUS*OH*432150001', 'N4*C*OH*432150001'),
  'element-too-long': () => claim('N3*100', `N3*${'X'.repeat(56)}`),
  'element-character': () => claim('N3*100', 'N3*100 MAIN\tSTREET'),
  'text-replaced': () => written({ text: { ...NO_POLICY, onDelimiter: 'replace', replaceWith: ' ' } }),
  'element-code': () => claim('SBR', 'SBR*P*19*******CI'),
  'element-date': () => claim('DMG', 'DMG*D8*19710231*F'),
  'element-time': () => claim('BHT', 'BHT*0019*00*REF1*20260102*2530*CH'),
  'element-number': () => claim('SV1', 'SV1*HC:99213*12A*UN*1***1'),
  'element-not-used': () => claim('NM1*40', 'NM1*40*2*RECEIVER*FIRST****46*REC1'),
  'element-repeat': () => claim('N3*100', 'N3*100 MAIN^STREET'),
  'set-unknown': () => issuesOf(whole.replaceAll('005010X222A1', '005010X999')),
  'set-trailer-missing': () => issuesOf(whole.replace(segmentsBetween('SE*', 'GE*'), '')),
  'set-control-number': () => text('SE*26*0001', 'SE*26*0002'),
  'set-segment-count': () => text('SE*26*', 'SE*27*'),
  'set-duplicate': () => issuesOf(whole.replace('GE*1', `${segmentsBetween('ST*', 'GE*')}GE*2`)),
  'group-trailer-missing': () => text('GE*1*1~', ''),
  'group-control-number': () => text('GE*1*1', 'GE*1*2'),
  'group-set-count': () => text('GE*1*1', 'GE*2*1'),
  'group-type': () => text('GS*HC', 'GS*HP'),
  'group-duplicate': () => issuesOf(whole.replace('IEA*1', `${segmentsBetween('GS*', 'IEA*')}IEA*2`)),
  'interchange-trailer-missing': () => text('IEA*1*000000001~', ''),
  'interchange-control-number': () => text('IEA*1*000000001', 'IEA*1*000000002'),
  'interchange-duplicate': () => brokenIn(whole + whole),
  'interchange-group-count': () => text('IEA*1', 'IEA*2'),
  'hierarchy-number': () => claim('HL*2', 'HL*3*1*22*0'),
  'claim-balance': () => claim('CLM', 'CLM*PCN1*186***11:B:1*Y*A*Y*Y'),
  'line-balance': () => payment('CAS*CO', 'CAS*CO*45*14'),
  'payment-balance': () => payment('BPR', 'BPR*I*101*C*CHK************20260105'),
  'guide-rule': () => ruled('BPR', 'BPR*I*-100*C*CHK************20260105'),
  situation: () => ruled('CLP', 'CLP*PCN1*19*125*100*10*12*ICN1*11*1'),
  'code-unknown': () => ruled('CAS*CO', 'CAS*CO*9999*15'),
  'code-incomplete': () =>
    validateClaim(CLAIM, {
      codes: codeEditions([
        codeEdition({ kind: 'icd10cm', effective: '2025-10-01' }, new Map([['J069', { label: '', heading: true }]])),
      ]),
    }).issues,
  'code-inactive': () => ruled('CAS*CO', 'CAS*CO*42*15'),
  'code-format': () => ruled('SVC', 'SVC*AD:99213*125*100**1'),
  'claim-invalid': () => object({ placeOfService: 'nowhere' }),
  'claim-unmapped': () => readBack('HL*2*1', 'PER*IC*DESK*TE*6145550100*TE*6145550101~HL*2*1'),
  'claim-assumed': () => readBack('*******CI', ''),
  'partner-rule': () =>
    validateClaim({ ...CLAIM, frequency: '6' }, { rulePacks: [readRulePack('samples/rules/stedi.json')] }).issues,
} satisfies Partial<Record<IssueCode, () => Issue[]>>;

export const SAMPLES: Readonly<Record<keyof typeof raisers, () => Issue[]>> = raisers;

/** The issues that the sample of a code raises. */
export const raisedBy = (code: keyof typeof raisers): Issue[] => SAMPLES[code]();
