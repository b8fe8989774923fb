/** X12 text for tests: interchanges around segments, and what the readers make of them. */
import type { Issue } from '../../src/issue.ts';
import { type Item, readInterchangeSync } from '../../src/read-interchange.ts';
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
export const in835 = (body: readonly string[]) =>
  interchange({ gs01: 'HP', gs08: '005010X221A1', st: '835*0001', body });
export const in999 = (body: readonly string[]) =>
  interchange({ gs01: 'FA', gs08: '005010X231A1', st: '999*0001*005010X231A1', body });
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
export const itemsOf = (text: string | Uint8Array): Item[] => [...readInterchangeSync(text)];

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
