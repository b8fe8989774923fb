/** Claims as their callers write them, and answers to them as partners send them. */
import type { ProfessionalClaimInput } from '../../schemas/claim.ts';

/** A claim of two lines, 125.00 and 60.00. */
export function claimJson(
  patientControlNumber: string,
  more: Partial<ProfessionalClaimInput> = {},
): ProfessionalClaimInput {
  return {
    patientControlNumber,
    payer: { id: 'SAMPL', name: 'SAMPLE HEALTH PLAN' },
    billingProvider: {
      npi: '1234567893',
      taxId: '123456789',
      organizationName: 'RIVERSIDE FAMILY MEDICINE',
      address: { line1: '100 MAIN STREET', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
    },
    subscriber: {
      memberId: 'MEM0001',
      lastName: 'WINTERS',
      firstName: 'ALMA',
      birthDate: '1971-04-12',
      sex: 'F',
      address: { line1: '12 OAK LANE', city: 'COLUMBUS', state: 'OH', zip: '43215' },
    },
    charge: '185.00',
    placeOfService: '11',
    diagnoses: ['J06.9'],
    lines: [
      { procedure: { code: '99213' }, charge: '125.00', serviceDate: '2026-11-02' },
      { procedure: { code: '87880' }, charge: '60.00', serviceDate: '2026-11-02' },
    ],
    ...more,
  };
}

type Envelope = { gs01: string; gs08: string; isa13?: string; usage?: 'T' | 'P' };

const isaOf = (isa13: string, usage: string) =>
  `ISA*00*          *00*          *ZZ*ACME           *ZZ*US             *261123*1200*^*00501*${isa13}*0*${usage}*:~`;

/** One interchange with one group of sets; each set is its segments between ST and SE. */
export function interchange({ gs01, gs08, isa13 = '000000077', usage = 'T' }: Envelope, sets: string[][]): string {
  const st01 = { FA: gs08 === '004010' ? '997' : '999', HN: '277', HP: '835' }[gs01] ?? gs01;
  const st03 = gs01 === 'HP' || gs08 === '004010' ? '' : `*${gs08}`;
  const text = sets.map((segments, index) => {
    const st02 = String(index + 1).padStart(4, '0');
    return [`ST*${st01}*${st02}${st03}`, ...segments, `SE*${segments.length + 2}*${st02}`].join('~');
  });
  return `${isaOf(isa13, usage)}GS*${gs01}*ACME*US*20261123*1200*1*X*${gs08}~${text.join('~')}~GE*${sets.length}*1~IEA*1*${isa13}~`;
}

/** A TA1 alone in its interchange. */
export function ta1(isa13: string, result: 'A' | 'E' | 'R', note = '000'): string {
  return `${isaOf('000000078', 'T')}TA1*${isa13}*261123*1200*${result}*${note}~IEA*0*000000078~`;
}

/** The group's AK1 to AK9: results of sets by ST02, the group's result and its counts, and the faults of sets. */
export function ack999(
  gs06: string,
  sets: Record<string, string>,
  result: string,
  counts: string,
  faults: Record<string, string[]> = {},
): string[] {
  const answers = Object.entries(sets).flatMap(([st02, one]) => [
    `AK2*837*${st02}*005010X222A1`,
    ...(faults[st02] ?? []),
    `IK5*${one}`,
  ]);
  return [`AK1*HC*${gs06}*005010X222A1`, ...answers, `AK9*${result}*${counts}`];
}

export const FA = { gs01: 'FA', gs08: '005010X231A1' };
export const HN = { gs01: 'HN', gs08: '005010X214' };
export const HP = { gs01: 'HP', gs08: '005010X221A1' };

type ListedClaim = [pcn: string, status: string, number?: string];
type Levels = {
  /** BHT03 of the batch that is answered. */
  batch?: string;
  /** STC, QTY and AMT of the receiver level. */
  receiver?: string[];
  /** What follows TRN of the provider level, and the provider's id with its qualifier. */
  provider?: string[];
  providerId?: string;
};

/** A 277CA about claims: [patient control number, status, the payer's claim number]. */
export function ack277(entity: 'AY' | 'PR', claims: ListedClaim[], levels: Levels = {}): string[] {
  const { batch = 'BATCH1', receiver = ['STC*A1:19:PR*20261123*WQ*185'], provider = [] } = levels;
  const providers = claims.length > 0 || levels.provider !== undefined;
  return [
    'BHT*0085*08*REF1*20261123*1200*TH',
    `HL*1**20*1`,
    `NM1*${entity}*2*ACME*****46*ACME`,
    'TRN*1*ACK1',
    'DTP*050*D8*20261123',
    'DTP*009*D8*20261123',
    'HL*2*1*21*1',
    'NM1*41*2*BILLING*****46*US',
    `TRN*2*${batch}`,
    ...receiver,
    ...(providers ? providerLevel(levels.providerId, provider) : []),
    ...claims.flatMap(([pcn, status, number], index) => [
      `HL*${index + 4}*3*PT`,
      'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
      `TRN*2*${pcn}`,
      `STC*${status}*20261123*WQ*185`,
      ...(number === undefined ? [] : [`REF*1K*${number}`]),
      'DTP*472*D8*20261102',
    ]),
  ];
}

function providerLevel(id = 'XX*1234567893', more: string[]): string[] {
  return ['HL*3*2*19*1', `NM1*85*2*RIVERSIDE FAMILY MEDICINE*****${id}`, 'TRN*1*0', ...more];
}

type Remit = {
  pcn: string;
  status?: string;
  paid: number;
  lines: string[];
  number?: string;
  charge?: number;
  more?: string;
};

/** A line of a remittance: `SVC` with its adjustments. */
export const LINES = {
  paid: ['SVC*HC:99213*125*100**1', 'DTM*472*20261102', 'CAS*CO*45*25', 'SVC*HC:87880*60*60**1', 'DTM*472*20261102'],
  partial: ['SVC*HC:99213*125*100**1', 'DTM*472*20261102', 'CAS*CO*45*25', 'SVC*HC:87880*60*0**1', 'DTM*472*20261102', 'CAS*CO*50*60', 'LQ*HE*N115'],
  denied: ['SVC*HC:99213*125*0**1', 'DTM*472*20261102', 'CAS*CO*29*125', 'SVC*HC:87880*60*0**1', 'DTM*472*20261102', 'CAS*CO*29*60'],
  zero: ['SVC*HC:99213*125*0**1', 'DTM*472*20261102', 'CAS*PR*1*125', 'SVC*HC:87880*60*0**1', 'DTM*472*20261102', 'CAS*PR*1*60'],
  reversal: ['SVC*HC:99213*-125*-100**-1', 'DTM*472*20261102', 'CAS*CO*45*-25', 'SVC*HC:87880*-60*-60**-1', 'DTM*472*20261102'],
}; // biome-ignore format: segments

let traces = 0;

/** An 835 set that pays claims, under a trace number of its own; `amount` where it is not their sum. */
export function remit(trace: string, claims: Remit[], options: { amount?: number; plb?: string[] } = {}): string[] {
  const amount = options.amount ?? claims.reduce((sum, { paid }) => sum + paid, 0);
  return [
    `BPR*I*${amount}*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261123`,
    `TRN*1*${trace}-${++traces}*1512345678`,
    'DTM*405*20261123',
    'N1*PR*SAMPLE HEALTH PLAN',
    'N3*1 PAYER ROAD',
    'N4*COLUMBUS*OH*43215',
    'PER*BL*SUPPORT*TE*6145550199',
    'N1*PE*RIVERSIDE FAMILY MEDICINE*XX*1234567893',
    'LX*1',
    ...claims.flatMap(({ pcn, status = '1', paid, lines, number = `N${pcn}`, charge = 185, more = '' }) => [
      `CLP*${pcn}*${status}*${charge}*${paid}*${lines === LINES.zero ? charge : ''}*12*${number}*11*1${more}`,
      'NM1*QC*1*WINTERS*ALMA****MI*MEM0001',
      ...lines,
    ]),
    ...(options.plb ?? []),
  ];
}
