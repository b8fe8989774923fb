/** Files to measure with: sample claims and remittances over and over, written by our own writers. */
import { readFileSync } from 'node:fs';
import { type Claim, claim as claimSchema } from '../schemas/claim.ts';
import { type ClaimEnvelope, writeClaims } from '../src/claims/write-claims.ts';
import { answerFile } from '../src/sandbox/answers.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';

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

/** Sample claims that a payer pays something for, each with numbers of its own. */
export function makeClaims(count: number): Claim[] {
  const samples = (JSON.parse(readFileSync('samples/claims/demo.json', 'utf8')) as object[]).map((json) =>
    claimSchema.parse(json),
  );
  const shapes = samples.filter(({ payer, lines }) => payer.id === 'SAMPL' && lines.length > 1);
  return Array.from({ length: count }, (_, index) => ({
    ...shapes[index % shapes.length]!,
    patientControlNumber: `BN${String(index).padStart(7, '0')}`,
  }));
}

function write(count: number): string {
  return writeClaims(makeClaims(count), ENVELOPE).text;
}

/** An 837P of about so many bytes. */
export function make837(bytes: number): Buffer {
  const perClaim = write(200).length / 200;
  return Buffer.from(write(Math.round(bytes / perClaim)));
}

/** An 835 of about so many bytes, made by the sandbox payer. */
export function make835(bytes: number): Buffer {
  const remit = (count: number) =>
    answerFile(Buffer.from(write(count)), {
      seed: 'bench',
      at: new Date('2026-11-03T12:00:00Z'),
      receipt: 1,
      isKnown: () => false,
    }).answers.find(({ name }) => name.includes('835'))?.text ?? '';
  const perClaim = remit(200).length / 200;
  return Buffer.from(remit(Math.round(bytes / perClaim)));
}
