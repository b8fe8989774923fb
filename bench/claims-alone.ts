/**
 * One step of the way from claim JSON to an 837 in a process of its own: `claims-alone STEP CLAIMS PASSES`. Some passes warm up,
 * then each is timed.
 */
import { readFileSync } from 'node:fs';
import { type Claim, claim as claimSchema } from '../schemas/claim.ts';
import { editClaim } from '../src/claims/edits.ts';
import { claimTo837 } from '../src/claims/to-837.ts';
import { validateClaim } from '../src/claims/validate.ts';
import { type ClaimEnvelope, writeClaims } from '../src/claims/write-claims.ts';
import { DEFAULT_DELIMITERS } from '../src/x12/delimiters.ts';
import { tell } from './build.ts';
import { median } from './table.ts';
import type { Writing } from './write-alone.ts';

const WARM_PASSES = 2;
const LINES = 4;

const ENVELOPE: ClaimEnvelope = {
  sender: { qualifier: 'ZZ', id: 'BENCH', groupId: 'BENCH' },
  receiver: { qualifier: 'ZZ', id: 'SANDBOX', groupId: 'SANDBOX' },
  usage: 'T',
  isa13: 1,
  gs06: 1,
  at: new Date('2026-11-02T12:00:00Z'),
  acknowledgmentRequested: true,
  delimiters: DEFAULT_DELIMITERS,
  submitter: { name: 'BENCH BILLING', id: 'CLAIMWIRE', contact: { name: 'DESK', phone: '6145550100' } },
  receiverParty: { name: 'SANDBOX', id: 'SANDBOX' },
  lineBreak: '',
  maxClaimsPerSet: 2000,
  batchReference: 'BENCH',
};

/** Claims as their callers hand them in, each with texts of its own: a subscriber and four lines. */
function claimsAsJson(count: number): unknown[] {
  const [sample] = JSON.parse(readFileSync('samples/claims/demo.json', 'utf8')) as {
    subscriber: object;
    lines: object[];
  }[];
  const lines = Array.from({ length: LINES }, (_, index) => sample!.lines[index % sample!.lines.length]!);
  return Array.from({ length: count }, (_, index): unknown =>
    JSON.parse(
      JSON.stringify({
        ...sample,
        patientControlNumber: `BN${String(index).padStart(7, '0')}`,
        subscriber: { ...sample!.subscriber, memberId: `MEM${String(index).padStart(7, '0')}` },
        charge: '370.00',
        diagnoses: ['J06.9', 'R05.1'],
        lines,
      }),
    ),
  );
}

/** Work on all claims; gives back the characters written, or how many claims were worked on. */
const STEPS: Readonly<Record<string, (json: readonly unknown[]) => () => number>> = {
  form: (json) => () => json.filter((one) => claimSchema.safeParse(one).success).length,
  edits: (json) => over(json, (claims) => claims.filter((one) => editClaim(one).length === 0).length),
  loops: (json) => over(json, (claims) => claims.filter((one) => claimTo837(one).claim.serviceLines.length > 0).length),
  write: (json) => over(json, written),
  all: (json) => () => written(json.flatMap((one) => validateClaim(one).claim ?? [])),
};

function over(json: readonly unknown[], work: (claims: readonly Claim[]) => number): () => number {
  const claims = json.map((one) => claimSchema.parse(one));
  return () => work(claims);
}

function written(claims: readonly Claim[]): number {
  const { text, issues } = writeClaims(claims, ENVELOPE);
  if (issues.length > 0) throw new Error(`the claims have a fault: ${issues[0]?.code}`);
  return Buffer.byteLength(text, 'latin1');
}

const [name = '', count = '', passes = '1'] = process.argv.slice(2);
const step = STEPS[name]?.(claimsAsJson(Number(count)));
if (step === undefined) throw new Error(`no step ${name}`);
for (let pass = 0; pass < WARM_PASSES; pass++) step();
const timed: Writing[] = [];
for (let pass = 0; pass < Number(passes); pass++) {
  const begin = performance.now();
  const before = process.cpuUsage();
  const done = step();
  const { user, system } = process.cpuUsage(before);
  timed.push({ seconds: (performance.now() - begin) / 1000, cpuSeconds: (user + system) / 1e6, written: done });
}
const result: Writing = {
  seconds: median(timed.map(({ seconds }) => seconds)),
  cpuSeconds: median(timed.map(({ cpuSeconds }) => cpuSeconds)),
  written: timed[0]?.written ?? 0,
};
tell(result);
