/** X12 text for tests: interchanges around segments, and what the readers make of them. */
import type { Issue } from '../../src/issue.ts';
import { type Item, type ReadOptions, readInterchangeSync } from '../../src/read-interchange.ts';
import { createTokenizer, type Segment } from '../../src/x12/tokenizer.ts';

/** An ISA with the given delimiters: element, repetition (ISA11), component, terminator. */
export function isa(delimiters = '*^:~', { isa13 = '000000001', version = '00501' } = {}): string {
  const [element = '*', repetition = '^', component = ':', terminator = '~'] = delimiters;
  const elements = ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), 'ZZ', 'SENDER'.padEnd(15), 'ZZ'];
  elements.push('RECEIVER'.padEnd(15), '260102', '1530', repetition, version, isa13, '0', 'T', component);
  return elements.join(element) + terminator;
}

type Frame = { gs01: string; gs08: string; st: string; body: readonly string[] };

/** A whole interchange with one group and one set around the segments of `body`. */
export function interchange({ gs01, gs08, st, body }: Frame): string {
  return [
    isa().slice(0, -1),
    `GS*${gs01}*SENDER*RECEIVER*20260102*1530*1*X*${gs08}`,
    `ST*${st}`,
    ...body,
    `SE*${body.length + 2}*${st.split('*')[1]}`,
    'GE*1*1',
    'IEA*1*000000001',
    '',
  ].join('~');
}

export const in837p = (body: readonly string[]) =>
  interchange({ gs01: 'HC', gs08: '005010X222A1', st: '837*0001*005010X222A1', body });
export const in837i = (body: readonly string[]) =>
  interchange({ gs01: 'HC', gs08: '005010X223A2', st: '837*0001*005010X223A2', body });
export const in837d = (body: readonly string[]) =>
  interchange({ gs01: 'HC', gs08: '005010X224A2', st: '837*0001*005010X224A2', body });
export const in835 = (body: readonly string[]) =>
  interchange({ gs01: 'HP', gs08: '005010X221A1', st: '835*0001', body });
export const in999 = (body: readonly string[]) =>
  interchange({ gs01: 'FA', gs08: '005010X231A1', st: '999*0001*005010X231A1', body });
export const in997 = (gs08: string, body: readonly string[]) => interchange({ gs01: 'FA', gs08, st: '997*0001', body });
export const in276 = (body: readonly string[]) =>
  interchange({ gs01: 'HR', gs08: '005010X212', st: '276*0001*005010X212', body });
export const in277 = (body: readonly string[]) =>
  interchange({ gs01: 'HN', gs08: '005010X212', st: '277*0001*005010X212', body });
export const in277ca = (body: readonly string[]) =>
  interchange({ gs01: 'HN', gs08: '005010X214', st: '277*0001*005010X214', body });

/** A professional claim file without fault, one segment a line. */
export const CLAIM_837P: readonly string[] = [
  'BHT*0019*00*REF1*20260102*1530*CH',
  'NM1*41*2*SUBMITTER*****46*SUB1',
  'PER*IC*DESK*TE*6145550100',
  'NM1*40*2*RECEIVER*****46*REC1',
  'HL*1**20*1',
  'NM1*85*2*CLINIC*****XX*1234567893',
  'N3*100 MAIN STREET',
  'N4*COLUMBUS*OH*432150001',
  'REF*EI*123456789',
  'HL*2*1*22*0',
  'SBR*P*18*******CI',
  'NM1*IL*1*WINTERS*ALMA****MI*MEM0001',
  'N3*12 OAK LANE',
  'N4*COLUMBUS*OH*43215',
  'DMG*D8*19710412*F',
  'NM1*PR*2*PLAN*****PI*PLAN1',
  'CLM*PCN1*185***11:B:1*Y*A*Y*Y',
  'HI*ABK:J069',
  'LX*1',
  'SV1*HC:99213*125*UN*1***1',
  'DTP*472*D8*20260102',
  'LX*2',
  'SV1*HC:87880*60*UN*1***1',
  'DTP*472*D8*20260102',
];

const BEFORE_CLAIM = CLAIM_837P.slice(
  0,
  CLAIM_837P.findIndex((segment) => segment.startsWith('CLM')),
);

/** An institutional claim without fault: an inpatient stay, one line with a procedure and one without. */
export const CLAIM_837I: readonly string[] = [
  ...BEFORE_CLAIM,
  'CLM*PCN2*1500***11:A:1**A*Y*Y',
  'DTP*096*TM*1130',
  'DTP*434*RD8*20260102-20260105',
  'DTP*435*DT*202601020815',
  'CL1*1*7*01',
  'AMT*F3*50',
  'REF*F8*ICN9',
  'REF*G1*AUTH1',
  'HI*ABK:J189:::::::Y',
  'HI*ABJ:R0602',
  'HI*DR:193',
  'HI*ABF:E119:::::::N*ABF:I10',
  'HI*BBR:0BH17EZ:D8:20260103',
  'HI*BBQ:5A1935Z:D8:20260103*BBQ:02HV33Z:D8:20260104',
  'HI*BI:70:RD8:20251201-20251205',
  'HI*BH:11:D8:20251230',
  'HI*BE:80:::3*BE:81:::0',
  'HI*BG:09*BG:A6',
  'NM1*71*1*ATTEND*ANN****XX*1987654320',
  'PRV*AT*PXC*207R00000X',
  'NM1*72*1*OPERATE*OLE****XX*1122334455',
  'LX*1',
  'SV2*0120**1200*DA*3',
  'LX*2',
  'SV2*0250*HC:J1885*300*UN*2**25',
  'DTP*472*D8*20260103',
  'REF*6R*LINE2',
  'LIN**N4*00409379601',
  'CTP****2*ML',
];

/** A dental claim without fault: a crown and a filling. */
export const CLAIM_837D: readonly string[] = [
  ...BEFORE_CLAIM,
  'CLM*PCN3*950***11:B:1*Y*A*Y*Y**********PB',
  'DTP*452*D8*20251120',
  'DTP*472*D8*20260102',
  'DN1*36*27',
  'DN2*3*M****JP',
  'DN2*19*E****JP',
  'REF*G3*PRE1',
  'HI*ABK:K0262',
  'NM1*82*1*DRILL*DORA****XX*1987654320',
  'PRV*PE*PXC*1223G0001X',
  'LX*1',
  'SV3*AD:D2740*800*11*10:20*R*1*****1',
  'TOO*JP*3',
  'DTP*441*D8*20190304',
  'DTP*446*D8*20260102',
  'REF*6R*LINE1',
  'LX*2',
  'SV3*AD:D2392*150',
  'TOO*JP*12*M:O',
  'TOO*JP*13*D:O',
];

/** A remittance without fault: one claim, one line, balanced. */
export const PAYMENT_835: readonly string[] = [
  'BPR*I*100*C*CHK************20260105',
  'TRN*1*CHK1*1123456789',
  'DTM*405*20260104',
  'N1*PR*PLAN',
  'N3*1 PLAN WAY',
  'N4*COLUMBUS*OH*43215',
  'PER*BL*DESK*TE*6145550101',
  'N1*PE*CLINIC*XX*1234567893',
  'LX*1',
  'CLP*PCN1*1*125*100*10*12*ICN1*11*1',
  'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
  'SVC*HC:99213*125*100**1',
  'DTM*472*20260102',
  'CAS*CO*45*15',
  'CAS*PR*1*10',
  'REF*6R*L1',
];

/** Replaces, drops (to undefined) or multiplies (to a list) the first segment that begins with `prefix`. */
export function edit(body: readonly string[], prefix: string, to?: string | readonly string[]): string[] {
  const at = body.findIndex((segment) => segment.startsWith(prefix));
  if (at < 0) throw new Error(`no segment begins with ${prefix}`);
  const put = to === undefined ? [] : typeof to === 'string' ? [to] : to;
  return [...body.slice(0, at), ...put, ...body.slice(at + 1)];
}

/** Every item of a text. */
export const itemsOf = (text: string | Uint8Array, options?: ReadOptions): Item[] => [
  ...readInterchangeSync(text, options),
];

/** Every issue of a text. */
export const issuesOf = (text: string | Uint8Array): Issue[] => itemsOf(text).filter((item) => item.type === 'issue');

/** The codes of a text's issues, in order. */
export const codesOf = (text: string | Uint8Array): string[] => issuesOf(text).map(({ code }) => code);

/** Items of one type. */
export function only<T extends Item['type']>(items: readonly Item[], type: T): Extract<Item, { type: T }>[] {
  return items.filter((item): item is Extract<Item, { type: T }> => item.type === type);
}

/** Segments and issues of a tokenizer fed with pieces of `size` bytes. */
export function tokens(input: string | Uint8Array, size = Number.POSITIVE_INFINITY): (Segment | Issue)[] {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const tokenizer = createTokenizer();
  const found: (Segment | Issue)[] = [];
  const step = Math.min(size, Math.max(1, bytes.length));
  for (let at = 0; at < bytes.length; at += step) found.push(...tokenizer.push(bytes.slice(at, at + step)));
  return [...found, ...tokenizer.end()];
}

/** The elements of the segments among tokens. */
export const segmentsAmong = (found: readonly (Segment | Issue)[]): (readonly string[])[] =>
  found.flatMap((one) => ('elements' in one ? [one.elements] : []));

/** The issue codes among tokens. */
export const issuesAmong = (found: readonly (Segment | Issue)[]): string[] =>
  found.flatMap((one) => ('code' in one ? [one.code] : []));
