/** Rows to try the store with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Claim, claim } from '../../schemas/claim.ts';
import { toCents } from '../../src/money.ts';
import {
  addClaimPayments,
  createVault,
  insertClaims,
  insertFile,
  type NewClaim,
  type NewClaimPayment,
  type NewPayment,
  newId,
  type OpenedPayment,
  openPayment,
  type Store,
  sha256,
  type Tx,
  transact,
  upsertPartner,
} from '../../src/store/index.ts';

export const vault = createVault(Buffer.alloc(32, 7));

/** A folder that goes when the returned function is called. */
export function temporaryFolder(): [folder: string, remove: () => void] {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimwire-store-'));
  return [folder, () => rmSync(folder, { recursive: true, force: true })];
}

/** A new partner of the store, by a name of its own. */
export async function addPartner(store: Store): Promise<string> {
  const id = `p-${newId().slice(-12)}`;
  await upsertPartner(store.db, { id, profileHash: 'one' });
  return id;
}

const BODY: Claim = claim.parse({
  patientControlNumber: 'PCN',
  payer: { id: '12345', name: 'PAYER' },
  billingProvider: {
    npi: '1234567893',
    organizationName: 'CLINIC',
    taxId: '123456789',
    address: { line1: '1 MAIN ST', city: 'TOWN', state: 'NY', zip: '12345' },
  },
  subscriber: { lastName: 'SECRETNAME', firstName: 'JANE', memberId: 'M1', birthDate: '1980-01-01', sex: 'F' },
  charge: '100.00',
  placeOfService: '11',
  diagnoses: ['J069'],
  lines: [{ procedure: { code: '99213' }, charge: '100.00', serviceDate: '2026-01-05' }],
});

/** A claim to take in. */
export function newClaim(partnerId: string, patientControlNumber: string, more: Partial<NewClaim> = {}): NewClaim {
  const body = { ...BODY, patientControlNumber };
  return {
    id: newId(),
    partnerId,
    kind: 'professional',
    usage: 'T',
    patientControlNumber,
    frequency: '1',
    payerId: '12345',
    billingNpi: '1234567893',
    chargeCents: toCents(10_000),
    serviceFrom: '2026-01-05',
    serviceTo: '2026-01-05',
    body,
    bodySha256: sha256(JSON.stringify(body)),
    state: 'ready',
    issues: [],
    ...more,
  };
}

/** Takes in so many claims of a partner and gives back their ids. */
export async function addClaims(store: Store, partnerId: string, count: number): Promise<string[]> {
  const claims = Array.from({ length: count }, (_, index) => newClaim(partnerId, `C${index + 1}`));
  await transact(store, (tx) => insertClaims(tx, claims));
  return claims.map((row) => row.id);
}

/** Stores a file of a partner and gives back its id. */
export async function addFile(store: Store, partnerId: string, direction: 'in' | 'out' = 'in'): Promise<string> {
  const id = newId();
  const state = direction === 'in' ? 'stored' : 'built';
  const file = { id, partnerId, direction, kind: '835', name: `${id}.x12`, state } as const;
  await transact(store, (tx) => insertFile(tx, file, Buffer.from(id), vault));
  return id;
}

/** What a payment says of one claim: charge 100.00, paid 80.00, share 20.00, one line. */
export function newClaimPayment(claimId: string | undefined, more: Partial<NewClaimPayment> = {}): NewClaimPayment {
  const sharing = { group: 'PR', reason: '2', amountCents: toCents(2_000) };
  const amounts = { chargeCents: toCents(10_000), paidCents: toCents(8_000), differenceCents: toCents(0) };
  return {
    claimId,
    matchRule: claimId === undefined ? undefined : 'control-number',
    patientControlNumber: 'C1',
    status: '1',
    outcome: 'partial',
    ...amounts,
    patientResponsibilityCents: toCents(2_000),
    remarks: ['MA01', 'a "quoted" one'],
    adjustments: [],
    lines: [
      {
        ...amounts,
        procedureQualifier: 'HC',
        procedureCode: '99213',
        modifiers: ['25'],
        remarks: [],
        adjustments: [sharing],
      },
    ],
    denials: [],
    ...more,
  };
}

/** A payment with its claims. */
export type WholePayment = NewPayment & { claims: readonly NewClaimPayment[] };

/** Stores a payment and, unless it is known, its claims. */
export async function postPayment(tx: Tx, { claims, ...payment }: WholePayment): Promise<OpenedPayment> {
  const opened = await openPayment(tx, payment);
  if (!opened.known) await addClaimPayments(tx, opened, claims);
  return opened;
}

/** One set of an 835 about the given claims. */
export function newPayment(fileId: string, claims: NewClaimPayment[], more: Partial<WholePayment> = {}): WholePayment {
  const paid = toCents(claims.reduce((sum, one) => sum + one.paidCents, 0));
  return {
    fileId,
    ordinal: 1,
    payerName: 'PAYER',
    amountCents: paid,
    claimPaidCents: paid,
    providerAdjustmentCents: toCents(0),
    differenceCents: toCents(0),
    method: 'ACH',
    handling: 'I',
    traceNumber: 'T1',
    settlementDate: '2026-02-01',
    fingerprint: newId(),
    state: 'posted',
    claims,
    providerAdjustments: [],
    ...more,
  };
}
