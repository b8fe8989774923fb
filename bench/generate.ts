/**
 * Files to measure with: made by the generator beside the project where there is one, else the sample claims and what a payer
 * pays for them, over and over, through our own writers.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Claim, claim as claimSchema } from '../schemas/claim.ts';
import { type ClaimEnvelope, writeClaims } from '../src/claims/write-claims.ts';
import { sumCents } from '../src/money.ts';
import { readInterchangeSync } from '../src/read-interchange.ts';
import type { ClaimPaymentFacts } from '../src/remits/claim-payment-to-835.ts';
import { write835 } from '../src/remits/write-835.ts';
import { adjudicate } from '../src/sandbox/adjudicate.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';

/** The kinds of file that reading is measured on. */
export type FileKind = '835' | '837P';

const party = (id: string) => ({ qualifier: 'ZZ', id, groupId: id });

const ENVELOPE: ClaimEnvelope = {
  sender: party('CLAIMWIRE'),
  receiver: party('SANDBOX'),
  usage: 'T',
  isa13: 1,
  gs06: 1,
  at: new Date('2026-11-02T12:00:00Z'),
  acknowledgmentRequested: false,
  delimiters: DEFAULT_DELIMITERS,
  lineBreak: '',
  maxClaimsPerSet: 100,
  batchReference: 'BENCH',
  submitter: { name: 'BENCH BILLING', id: 'CLAIMWIRE', contact: { name: 'DESK', phone: '6145550100' } },
  receiverParty: { name: 'SANDBOX', id: 'SANDBOX' },
};

const PAYMENT_DATE = '2026-11-03';

const GENERATOR = path.resolve('..', 'shared', 'bench', 'generate.mjs');
const MEGABYTE = 1e6;

/** The path of a file of about so many megabytes in a folder; made when it is not there yet. */
export function fileIn(folder: string, kind: FileKind, megabytes: number): string {
  const file = path.join(folder, `${kind}-${megabytes}`);
  if (existsSync(file)) return file;
  if (existsSync(GENERATOR)) {
    const size = String(megabytes * MEGABYTE);
    execFileSync(process.execPath, [GENERATOR, kind.toLowerCase(), size, file], { stdio: 'ignore' });
    return file;
  }
  // Interchanges of a megabyte, one behind the other.
  const one = interchangeOf(kind, MEGABYTE);
  for (let written = 0; written < megabytes; written++) appendFileSync(file, one);
  return file;
}

function interchangeOf(kind: FileKind, bytes: number): Buffer {
  const write = kind === '835' ? write835Of : write837Of;
  const some = 200;
  return Buffer.from(write(Math.round((bytes * some) / write(some).length)));
}

function numbered<T extends { patientControlNumber: string }>(shapes: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => ({
    ...shapes[index % shapes.length]!,
    patientControlNumber: `BN${String(index).padStart(7, '0')}`,
  }));
}

/** The sample claims that a payer takes, rejections left out. */
function sampleClaims(): Claim[] {
  const samples = (JSON.parse(readFileSync('samples/claims/demo.json', 'utf8')) as object[]).map((json) =>
    claimSchema.parse(json),
  );
  return samples.filter(({ payer, lines }) => payer.id === 'SAMPL' && lines.length > 1);
}

function write837Of(count: number): string {
  return textOf(writeClaims(numbered(sampleClaims(), count), ENVELOPE));
}

function write835Of(count: number): string {
  const claims = numbered(sampleRemits(), count);
  const payment = {
    handling: 'I',
    amountCents: sumCents(claims.map(({ paidCents }) => paidCents)),
    creditDebit: 'C',
    method: 'ACH',
    format: 'CCP',
    payerAccount: { bankQualifier: '01', bank: '999999992', accountQualifier: 'DA', account: '123456' },
    originCompany: '1214372497',
    payeeAccount: { bankQualifier: '01', bank: '999988880', accountQualifier: 'DA', account: '98765' },
    settlementDate: PAYMENT_DATE,
    traceNumber: 'T00000000000001',
    traceCompany: '1214372497',
    productionDate: PAYMENT_DATE,
    payer: {
      name: 'SAMPLE HEALTH PLAN',
      idQualifier: 'XV',
      id: 'SAMPL',
      address: { line1: '1 SAMPLE PLAZA', city: 'COLUMBUS', state: 'OH', zip: '432150001' },
      contacts: [{ function: 'BL', name: 'EDI DESK', numbers: [{ qualifier: 'TE', number: '8005550100' }] }],
    },
    payee: { name: 'BENCH MEDICINE', idQualifier: 'XX', id: '1234567893' },
    providerAdjustments: [],
  };
  return textOf(write835([{ payment, claims }], ENVELOPE));
}

/** What the sandbox's payer pays for each sample; interest would need a provider adjustment to balance. */
function sampleRemits(): ClaimPaymentFacts[] {
  const records = [...readInterchangeSync(write837Of(sampleClaims().length))].filter(
    (item) => item.type === '837.claim',
  );
  return records.map((record) => ({ ...adjudicate(record, PAYMENT_DATE, 'bench'), amounts: [] }));
}

function textOf({ text, issues }: ReturnType<typeof write835>): string {
  if (issues.some(({ severity }) => severity === 'error')) throw new Error('the generated file has faults');
  return text;
}
