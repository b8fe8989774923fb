/** Text of the answers in the seed: small but whole interchanges. */

/** An interchange around one group of one set; `body` is what stands between ST and SE. */
export function interchange(
  isa13: number,
  gs01: string,
  gs08: string,
  st01: string,
  body: readonly string[],
  terminator = '~\n',
): string {
  const control = String(isa13).padStart(9, '0');
  const st = st01 === '999' || st01 === '277' ? `ST*${st01}*0001*${gs08}` : `ST*${st01}*0001`;
  const set = [st, ...body, `SE*${body.length + 2}*0001`];
  const isa = `ISA*00*          *00*          *ZZ*NORTHGATE      *ZZ*RIVERBEND      *261123*0815*^*00501*${control}*0*P*:`;
  const all = [
    isa,
    `GS*${gs01}*NORTHGATE*RIVERBEND*20261123*0815*${isa13}*X*${gs08}`,
    ...set,
    `GE*1*${isa13}`,
    `IEA*1*${control}`,
  ];
  return all.map((segment) => segment + terminator).join('');
}

/** A 999 about one set. */
export function ack999(isa13: number, about: { gs06: string; st02: string }, errors: readonly string[] = []): string {
  const result = errors.length === 0 ? 'A' : 'R';
  return interchange(isa13, 'FA', '005010X231A1', '999', [
    `AK1*HC*${about.gs06}*005010X222A1`,
    `AK2*837*${about.st02}*005010X222A1`,
    ...errors,
    errors.length === 0 ? 'IK5*A' : 'IK5*R*5',
    `AK9*${result}*1*1*${errors.length === 0 ? 1 : 0}`,
  ]);
}

/** The segments of one claim payment in an 835, as the posted rows of the seed say it. */
export type Remit = {
  number: string;
  status: string;
  charge: string;
  paid: string;
  share: string;
  payerNumber: string;
  lines: readonly {
    code: string;
    charge: string;
    paid: string;
    cas: readonly (readonly [group: string, reason: string, amount: string])[];
    remarks?: readonly string[];
  }[];
};

/** An 835 of these claim payments. */
export function remittance(
  isa13: number,
  head: { amount: string; trace: string; payer: string },
  remits: readonly Remit[],
  plb: readonly string[],
): string {
  const claims = remits.flatMap((remit) => [
    `CLP*${remit.number}*${remit.status}*${remit.charge}*${remit.paid}*${remit.share}*12*${remit.payerNumber}*11*1`,
    ...remit.lines.flatMap((line) => [
      `SVC*HC:${line.code}*${line.charge}*${line.paid}**1`,
      ...line.cas.map(([group, reason, amount]) => `CAS*${group}*${reason}*${amount}`),
      ...(line.remarks ?? []).map((remark) => `LQ*HE*${remark}`),
    ]),
  ]);
  return interchange(isa13, 'HP', '005010X221A1', '835', [
    `BPR*I*${head.amount}*C*ACH*CCP*01*999999992*DA*0123456789*1999999999**01*999999992*DA*9876543210*20261120`,
    `TRN*1*${head.trace}*1999999999`,
    'DTM*405*20261118',
    `N1*PR*${head.payer}`,
    'N3*9 QUAY STREET',
    'N4*PORTVALE*OH*43004',
    'PER*BL*PROVIDER DESK*TE*5555550100',
    'N1*PE*RIVERBEND FAMILY CLINIC*XX*1205550100',
    'LX*1',
    ...claims,
    ...plb,
  ]);
}
