import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide835 } from '../../src/guides/835.ts';
import type { Set835 } from '../../src/guides/values/835.ts';
import { toCents } from '../../src/money.ts';
import { readSet } from '../../src/read-set.ts';
import { balanceClaim, balancePayment } from '../../src/remits/balance.ts';
import type { ClaimPaymentFacts } from '../../src/remits/claim-payment-to-835.ts';
import { type PaymentFacts, type Remittance, write835 } from '../../src/remits/write-835.ts';
import { emitInterchange } from '../../src/x12/emit-interchange.ts';
import { ENVELOPE, segmentsOf } from '../claims/envelope.ts';
import { CORPUS, hasIsa, isOurs } from '../corpus.ts';
import { generateValue } from '../x12/generate-value.ts';
import { itemsOf, only } from '../x12/wire.ts';

const CLAIM: ClaimPaymentFacts = {
  patientControlNumber: 'PCN1',
  status: '1',
  chargeCents: toCents(12_500),
  paidCents: toCents(8000),
  patientResponsibilityCents: toCents(2000),
  filingIndicator: '12',
  payerClaimNumber: 'ICN1',
  facilityType: '11',
  frequency: '1',
  patient: { lastName: 'WINTERS', firstName: 'ALMA' },
  insured: { lastName: 'WINTERS', firstName: 'JON', idQualifier: 'MI', id: 'MEM1' },
  adjustments: [],
  remarks: ['MA01'],
  references: [{ qualifier: 'EA', value: 'MRN1' }],
  dates: [{ qualifier: '050', date: '2026-01-02' }],
  amounts: [{ qualifier: 'I', amountCents: toCents(125) }],
  quantities: [],
  lines: [
    {
      procedure: { qualifier: 'HC', code: '99203', modifiers: ['25'] },
      submittedProcedure: { qualifier: 'HC', code: '99205', modifiers: [] },
      chargeCents: toCents(12_500),
      paidCents: toCents(8000),
      units: '1',
      dates: [
        { qualifier: '150', date: '2026-01-01' },
        { qualifier: '151', date: '2026-01-02' },
      ],
      lineControlNumber: 'L1',
      adjustments: [
        { group: 'CO', reason: '45', amountCents: toCents(2500) },
        { group: 'PR', reason: '3', amountCents: toCents(2000) },
      ],
      remarks: ['N115', 'M15'].map((value) => ({ qualifier: 'HE', value })),
      references: [{ qualifier: 'HPI', value: '1234567893' }],
      amounts: [{ qualifier: 'B6', amountCents: toCents(10_000) }],
      quantities: [],
    },
  ],
};

const PAYMENT: PaymentFacts = {
  handling: 'I',
  amountCents: toCents(8000),
  creditDebit: 'C',
  method: 'CHK',
  settlementDate: '2026-01-05',
  traceNumber: 'T1',
  traceCompany: '1123456789',
  payer: {
    name: 'PLAN',
    idQualifier: 'XV',
    id: 'PLAN1',
    address: { line1: '1 PLAN WAY', city: 'COLUMBUS', state: 'OH', zip: '43215' },
    contacts: [{ function: 'BL', numbers: [{ qualifier: 'TE', number: '8005550100' }] }],
  },
  payee: { name: 'CLINIC', idQualifier: 'XX', id: '1234567893' },
  providerAdjustments: [],
};

const remittance = (change: Partial<PaymentFacts>, claims: readonly ClaimPaymentFacts[] = [CLAIM]): Remittance => ({
  payment: { ...PAYMENT, ...change },
  claims,
});

/** Everything an 835 says as remittances, in file order. */
function remittancesOf(text: string | Uint8Array): Remittance[] {
  const claims = new Map<string, ClaimPaymentFacts[]>();
  const found: Remittance[] = [];
  for (const item of itemsOf(text)) {
    if (item.type === 'transaction') claims.clear();
    if (item.type === '835.claim') claims.set('', [...(claims.get('') ?? []), item]);
    if (item.type === '835.payment') found.push({ payment: item, claims: claims.get('') ?? [] });
  }
  return found;
}

/** A set's value with adjustments one by one: how many of them share a segment says nothing. An amount may stand there as zero. */
function meaning(set: Set835): unknown {
  const oneByOne = (segments: { adjustments: readonly object[] }[] | undefined) =>
    segments?.flatMap(({ adjustments, ...rest }) => adjustments.map((one) => ({ ...rest, amount: 0, ...one })));
  return {
    ...set,
    providerAdjustments: oneByOne(set.providerAdjustments),
    headers: set.headers?.map((header) => ({
      ...header,
      claims: header.claims?.map((claim) => ({
        ...claim,
        payment: { ...claim.payment, patientResponsibility: claim.payment.patientResponsibility ?? 0 },
        adjustments: oneByOne(claim.adjustments),
        lines: claim.lines?.map((line) => ({ ...line, adjustments: oneByOne(line.adjustments) })),
      })),
    })),
  };
}

describe('write835', () => {
  test('everything of a claim payment comes back as it was given, and balances', () => {
    const { text, issues } = write835([remittance({})], ENVELOPE);
    expect(issues).toEqual([]);
    const items = itemsOf(text);
    expect(items.filter(({ type }) => type === 'issue')).toEqual([]);
    const [claim] = only(items, '835.claim');
    expect(balanceClaim(claim!)).toEqual({ claimDifference: 0, lineDifferences: [0] });
    const { patient: _patient, insured: _insured, ...plain } = CLAIM;
    expect(claim).toMatchObject(plain);
    expect(claim).toMatchObject({
      patient: { entity: 'QC', entityType: '1' },
      insured: { entityType: '1', id: 'MEM1' },
    });
    const [payment] = only(items, '835.payment');
    expect(payment).toMatchObject(PAYMENT);
    expect(balancePayment(payment!)).toBe(0);
  });

  test('more than six adjustments take a second CAS and a second PLB', () => {
    const adjustments = Array.from({ length: 7 }, (_, index) => ({
      group: 'CO',
      reason: String(100 + index),
      amountCents: toCents(100),
    }));
    const line = { ...CLAIM.lines[0]!, adjustments };
    const providerAdjustments = adjustments.map(({ amountCents }) => ({
      providerId: '1234567893',
      fiscalDate: '2026-12-31',
      code: 'CS',
      reference: 'X',
      amountCents,
    }));
    const { text, issues } = write835([remittance({ providerAdjustments }, [{ ...CLAIM, lines: [line] }])], ENVELOPE);
    expect(issues).toEqual([]);
    const tags = segmentsOf(text).map((segment) => segment.split('*')[0]);
    expect(tags.filter((tag) => tag === 'CAS').length).toBe(2);
    expect(tags.filter((tag) => tag === 'PLB').length).toBe(2);
    expect(only(itemsOf(text), '835.payment')[0]?.providerAdjustments.length).toBe(7);
  });

  test('several payments are sets of one interchange', () => {
    const { text } = write835([remittance({}), remittance({ traceNumber: 'T2' })], ENVELOPE);
    expect(only(itemsOf(text), '835.payment').map(({ traceNumber }) => traceNumber)).toEqual(['T1', 'T2']);
  });

  test('a code that the guide does not have is written and reported', () => {
    const { issues } = write835([remittance({}, [{ ...CLAIM, status: '99' }])], ENVELOPE);
    expect(issues.map(({ code }) => code)).toEqual(['element-code']);
  });
});

describe('need 38: nothing that an 835 says is dropped', () => {
  test('whatever the guide allows comes back out of the records', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const value = generateValue(guide835, seed);
        const { text } = emitInterchange(guide835, [value], ENVELOPE);
        const again = write835(remittancesOf(text), ENVELOPE);
        expect(again.issues).toEqual([]);
        expect(readSet(guide835, again.text).sets.map(meaning)).toEqual([meaning(value)]);
      }),
      { numRuns: 150 },
    );
  });

  const remittances = CORPUS.filter((file) => file.types.includes('835') && isOurs(file) && hasIsa(file));
  const sound = remittances
    .map((file) => ({ file, read: readSet(guide835, file.bytes()) }))
    .filter(({ read }) => read.sets.length > 0 && read.issues.every(({ severity }) => severity !== 'error'));

  test.each(sound.map(({ file, read }) => [file.path, file, read] as const))('%s', (_path, file, { sets }) => {
    const { text } = write835(remittancesOf(file.bytes()), ENVELOPE);
    expect(readSet(guide835, text).sets.map(meaning)).toEqual(sets.map(meaning));
  });

  test('what a faulty file does say of money comes back as well', () => {
    const amounts = (all: readonly Remittance[]) =>
      all.flatMap(({ payment, claims }) => [
        payment.amountCents,
        ...claims.flatMap(({ paidCents, lines }) => [paidCents, lines.length]),
      ]);
    for (const file of remittances) {
      const before = remittancesOf(file.bytes());
      expect(amounts(remittancesOf(write835(before, ENVELOPE).text)), file.path).toEqual(amounts(before));
    }
  });
});
