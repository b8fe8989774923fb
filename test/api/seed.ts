/** A store with fourteen claims on their way: two partners, files out and in, acknowledgments, payments, denials. */
import { sql } from 'kysely';
import { setError } from '../../src/acks/set-errors.ts';
import type { ClaimEventType } from '../../src/claims/lifecycle.ts';
import { writeClaims } from '../../src/claims/write-claims.ts';
import { issue } from '../../src/issue.ts';
import { parseCents, sumCents, toCents } from '../../src/money.ts';
import { insertAcknowledgments } from '../../src/store/acknowledgments.ts';
import { applyEvents, insertClaims, type NewClaim } from '../../src/store/claims.ts';
import { openStore, type Store, type Tx, transact } from '../../src/store/database.ts';
import { insertFile, insertFileClaims, insertReceivedFile } from '../../src/store/files.ts';
import { sha256 } from '../../src/store/hash.ts';
import { newId } from '../../src/store/ids.ts';
import { pausePartner, upsertPartner } from '../../src/store/partners.ts';
import type { NewClaimPayment, NewDenial } from '../../src/store/payments.ts';
import { createVault, type Vault } from '../../src/store/vault.ts';
import { postPayment } from '../store/rows.ts';
import { ack999, interchange, type Remit, remittance } from './seed-answers.ts';
import { COURSES, claimOf } from './seed-claims.ts';

export type Seeded = {
  store: Store;
  vault: Vault;
  claimIds: string[];
  fileIds: Record<string, string>;
  paymentIds: string[];
};

export const vault = createVault(Buffer.alloc(32, 7));
const NORTH = 'northgate-clearing';
const SUMMIT = 'summit-edi';
const cents = (text: string) => parseCents(text) ?? toCents(0);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Opens a store in the folder and fills it. */
export async function openSeeded(folder: string): Promise<Seeded> {
  const store = await openStore({ dataFolder: folder });
  await upsertPartner(store.db, { id: NORTH, profileHash: '1' });
  await upsertPartner(store.db, { id: SUMMIT, profileHash: '1' });
  const fileIds: Record<string, string> = {};
  const claimIds = await transact(store, seedClaims);
  for (const batch of BATCHES) await transact(store, (tx) => seedBatch(tx, claimIds, batch, fileIds));
  await transact(store, (tx) => seedAcknowledgments(tx, claimIds, fileIds));
  const paymentIds = await transact(store, (tx) => seedPayments(tx, claimIds, fileIds));
  await sql`update claims c set state_at = (select max(e.at) from events e where e.claim_id = c.id)`.execute(store.db);
  await pausePartner(store.db, SUMMIT, 'sftp-login', 'the server refused the login of user riverbend');
  return { store, vault, claimIds, fileIds, paymentIds };
}

async function seedClaims(tx: Tx): Promise<string[]> {
  const rows = COURSES.map((course, index): NewClaim => {
    const body = claimOf(course);
    const held = index === 12;
    return {
      id: newId(),
      partnerId: index === 13 ? SUMMIT : NORTH,
      kind: 'professional',
      usage: 'P',
      patientControlNumber: course.number,
      frequency: '1',
      payerId: body.payer.id,
      billingNpi: body.billingProvider.npi,
      chargeCents: body.charge,
      serviceFrom: course.date,
      serviceTo: course.date,
      body,
      bodySha256: sha256(JSON.stringify(body)),
      state: held ? 'held' : 'ready',
      issues: held
        ? [
            issue('situation', {
              message: 'the sum of the line charges is not the claim’s charge',
              path: '/charge',
              expected: 'the sum of /lines/*/charge',
            }),
          ]
        : [],
    };
  });
  await insertClaims(tx, rows);
  await tx
    .updateTable('claims')
    .set({ createdAt: minutesAgo(432) })
    .execute();
  await tx
    .updateTable('events')
    .set({ at: minutesAgo(432) })
    .execute();
  return rows.map((row) => row.id);
}

type Batch = { key: string; from: number; to: number; isa13: number; minutes: number };
const BATCHES: readonly Batch[] = [
  { key: 'A', from: 0, to: 8, isa13: 4101, minutes: 410 },
  { key: 'B', from: 8, to: 9, isa13: 4102, minutes: 330 },
  { key: 'C', from: 9, to: 11, isa13: 4103, minutes: 250 },
  { key: 'D', from: 11, to: 12, isa13: 4104, minutes: 42 },
];

async function seedBatch(tx: Tx, claimIds: string[], batch: Batch, fileIds: Record<string, string>): Promise<void> {
  const { text, index } = writeClaims(COURSES.slice(batch.from, batch.to).map(claimOf), {
    sender: { qualifier: 'ZZ', id: 'RIVERBEND', groupId: 'RIVERBEND' },
    receiver: { qualifier: 'ZZ', id: 'NORTHGATE', groupId: 'NORTHGATE' },
    submitter: { name: 'RIVERBEND BILLING', id: 'RIVERBEND', contact: { phone: '5555550142' } },
    receiverParty: { name: 'NORTHGATE CLEARING', id: 'NORTHGATE' },
    usage: 'P',
    isa13: batch.isa13,
    gs06: batch.isa13,
    at: minutesAgo(batch.minutes),
    acknowledgmentRequested: true,
    delimiters: { element: '*', component: ':', repetition: '^', segment: '~' },
    lineBreak: '',
    maxClaimsPerSet: 100,
    batchReference: `B${batch.isa13}`,
  });
  const id = newId();
  fileIds[batch.key] = id;
  const isa13 = String(batch.isa13).padStart(9, '0');
  const name = `${NORTH}_837p_P_${isa13}.x12`;
  await insertFile(
    tx,
    {
      id,
      partnerId: NORTH,
      direction: 'out',
      kind: '837P',
      name,
      state: 'sent',
      isa13,
      usage: 'P',
      claims: index.length,
      remoteFolder: '/to',
    },
    Buffer.from(text),
    vault,
  );
  await tx
    .updateTable('files')
    .set({ sentAt: minutesAgo(batch.minutes - 2), createdAt: minutesAgo(batch.minutes), attempts: 1 })
    .where('id', '=', id)
    .execute();
  const places = index.map(({ claim, ...place }) => ({ claimId: claimIds[batch.from + claim] ?? '', ...place }));
  await insertFileClaims(tx, id, places);
  for (const { claimId } of places) {
    await applyEvents(tx, [
      { claimId, type: 'batched', dedupeKey: `batched:${id}`, at: minutesAgo(batch.minutes), fileId: id },
      { claimId, type: 'sent', dedupeKey: `sent:${id}`, at: minutesAgo(batch.minutes - 2), fileId: id },
    ]);
  }
}

async function receive(
  tx: Tx,
  fileIds: Record<string, string>,
  key: string,
  kind: string,
  text: string,
  minutes: number,
): Promise<string> {
  const id = newId();
  fileIds[key] = id;
  await insertReceivedFile(
    tx,
    {
      id,
      partnerId: NORTH,
      kind,
      name: `NG_${kind.toUpperCase()}_${key}.edi`,
      state: 'ingested',
      remoteFolder: '/from',
      isa13: /\*(\d{9})\*0\*P/.exec(text)?.[1],
      usage: 'P',
    },
    Buffer.from(text),
    vault,
  );
  await tx
    .updateTable('files')
    .set({ createdAt: minutesAgo(minutes) })
    .where('id', '=', id)
    .execute();
  return id;
}

const CLAIM_ANSWERS: readonly [index: number, type: ClaimEventType, codes: [string, string]][] = [
  [0, 'accepted_payer', ['A2', '20']], [1, 'accepted_payer', ['A2', '20']], [2, 'accepted_payer', ['A2', '20']], [3, 'accepted_payer', ['A2', '20']],
  [4, 'accepted_payer', ['A2', '20']], [5, 'accepted_payer', ['A2', '20']], [6, 'pending', ['P1', '3']], [7, 'accepted_payer', ['A2', '20']],
  [9, 'rejected_payer', ['A3', '21']],
]; // biome-ignore format: a table

async function seedAcknowledgments(tx: Tx, claimIds: string[], fileIds: Record<string, string>): Promise<void> {
  const wire = ['IK3*NM1*13*2010BA*8', 'IK4*9*67*1'];
  const acks = [
    ['999A', 'A', '4101', 400, []],
    ['999B', 'B', '4102', 320, wire],
    ['999C', 'C', '4103', 240, []],
  ] as const;
  for (const [key, about, gs06, minutes, errors] of acks) {
    const fileId = await receive(
      tx,
      fileIds,
      key,
      '999',
      ack999(700 + minutes, { gs06, st02: '0001' }, errors),
      minutes,
    );
    const rejected = errors.length > 0;
    const codes = rejected ? ['R', '5'] : ['A'];
    const place = { path: '/payer/id', loop: '2010BB', label: 'Payer Name, Identification Code', claims: [] };
    const fault = { segmentId: 'NM1', position: 13, segmentCode: '8', element: 9, elementCode: '1' };
    const faults = rejected ? [setError(fault, place)] : [];
    const origin = { gs06: String(700 + minutes), st02: '0001', segment: 3 };
    const batch = BATCHES.find((one) => one.key === about)!;
    for (const [index, claimId] of claimIds.slice(batch.from, batch.to).entries()) {
      const result = rejected ? 'rejected' : 'accepted';
      const answer = {
        fileId,
        kind: '999',
        answersFileId: fileIds[about],
        gs06,
        st02: '0001',
        result,
        codes,
        detail: { errors: faults },
        origin,
      } as const;
      const patientControlNumber = COURSES[batch.from + index]!.number;
      await insertAcknowledgments(tx, [{ ...answer, ordinal: index + 1, claimId, patientControlNumber }]);
      const type = rejected ? 'rejected_999' : 'acknowledged';
      const detail = { codes, errors: faults };
      await applyEvents(tx, [
        { claimId, type, dedupeKey: `999:${fileId}`, at: minutesAgo(minutes), fileId, origin, detail },
      ]);
    }
  }
  await seed277ca(tx, claimIds, fileIds);
}

async function seed277ca(tx: Tx, claimIds: string[], fileIds: Record<string, string>): Promise<void> {
  const body = CLAIM_ANSWERS.flatMap(([index, , [category, status]], ordinal) => [
    `HL*${ordinal + 4}*3*PT`,
    `TRN*2*${COURSES[index]!.number}`,
    `STC*${category}:${status}:40*20261123*${category === 'A3' ? 'U' : 'WQ'}*${Number(claimOf(COURSES[index]!).charge) / 100}`,
    `REF*1K*CDR88${index}0417`,
  ]);
  const text = interchange(905, 'HN', '005010X214', '277', [
    'BHT*0085*08*905*20261123*0900*TH',
    'HL*1**20*1',
    'NM1*AY*2*NORTHGATE CLEARING*****46*NORTHGATE',
    'TRN*1*905',
    ...body,
  ]);
  const fileId = await receive(tx, fileIds, '277CA', '277CA', text, 180);
  for (const [ordinal, [index, type, [category, status]]] of CLAIM_ANSWERS.entries()) {
    const claimId = claimIds[index] ?? '';
    const origin = { gs06: '905', st02: '0001', segment: 8 + ordinal * 4 };
    const codes = [`${category}:${status}:40`];
    const result = type === 'pending' ? 'pending' : type === 'rejected_payer' ? 'rejected' : 'accepted';
    await insertAcknowledgments(tx, [
      {
        fileId,
        ordinal: ordinal + 1,
        kind: '277ca',
        claimId,
        answersFileId: fileIds[index === 9 ? 'C' : 'A'],
        patientControlNumber: COURSES[index]!.number,
        result,
        stage: 'payer',
        codes,
        origin,
      },
    ]);
    const first: ClaimEventType[] = type === 'rejected_payer' ? [] : ['accepted_clearinghouse'];
    await applyEvents(
      tx,
      [...first, type].map((one) => ({
        claimId,
        type: one,
        dedupeKey: `277ca:${one}:${fileId}`,
        at: minutesAgo(180),
        fileId,
        origin,
        detail: { stage: 'payer', codes },
      })),
    );
  }
}

type Cas = readonly (readonly [group: string, reason: string, amount: string])[];
/** Per claim: outcome, CLP02, payer's number, and per line what was paid, why not more, and remarks. */
const DECISIONS: readonly [index: number, outcome: string, status: string, lines: readonly [paid: string, cas: Cas, ...remarks: string[]][]][] = [
  [0, 'paid', '1', [['96.40', [['CO', '45', '20.60'], ['PR', '3', '25.00']]], ['22.10', [['CO', '45', '16.40']]]]],
  [1, 'paid', '1', [['151.20', [['CO', '45', '34.80']]], ['24.00', [['CO', '45', '7.00']]], ['98.00', []]]],
  [2, 'partial', '1', [['138.00', [['CO', '45', '42.00'], ['PR', '2', '35.00']]], ['0', [['CO', '151', '64.00']], 'N362'], ['33.60', [['CO', '45', '16.00'], ['PR', '2', '8.40']]]]],
  [3, 'denied', '4', [['0', [['CO', '29', '215.00']], 'N211'], ['0', [['CO', '29', '29.00']]]]],
  [4, 'denied', '4', [['0', [['PR', '96', '164.00']], 'N130']]],
  [5, 'zero', '1', [['0', [['CO', '45', '41.00'], ['PR', '1', '101.00']]], ['0', [['CO', '45', '19.00'], ['PR', '1', '36.00']]]]],
]; // biome-ignore format: a table

function claimPaymentOf(
  claimIds: string[],
  [index, outcome, status, lines]: (typeof DECISIONS)[number],
): NewClaimPayment {
  const course = COURSES[index]!;
  const all = lines.flatMap(([, cas]) => cas);
  const denials: NewDenial[] = lines.flatMap(([paid, cas, ...remarks], line) =>
    outcome === 'zero' || cents(paid) > 0
      ? []
      : cas.map(([group, reason, amount]) => ({
          level: 'line' as const,
          line,
          group,
          reason,
          remarks,
          amountCents: cents(amount),
        })),
  );
  return {
    claimId: claimIds[index],
    matchRule: 'control-number',
    patientControlNumber: course.number,
    payerClaimNumber: `CDR88${index}0417`,
    status,
    outcome,
    chargeCents: claimOf(course).charge,
    paidCents: sumCents(lines.map(([paid]) => cents(paid))),
    patientResponsibilityCents: sumCents(all.filter(([group]) => group === 'PR').map(([, , amount]) => cents(amount))),
    differenceCents: toCents(0),
    remarks: [],
    adjustments: [],
    lines: lines.map(([paid, cas, ...remarks], line) => ({
      lineControlNumber: `${course.number}-${line + 1}`,
      procedureQualifier: 'HC',
      procedureCode: course.lines[line]![0],
      modifiers: course.lines[line]![2] === undefined ? [] : [course.lines[line]![2]],
      chargeCents: cents(course.lines[line]![1]),
      paidCents: cents(paid),
      differenceCents: toCents(0),
      units: '1',
      serviceFrom: course.date,
      remarks,
      adjustments: cas.map(([group, reason, amount]) => ({ group, reason, amountCents: cents(amount) })),
    })),
    denials,
  };
}

const plain = (value: number) => String(value / 100);

async function seedPayments(tx: Tx, claimIds: string[], fileIds: Record<string, string>): Promise<string[]> {
  const claims = DECISIONS.map((decision) => claimPaymentOf(claimIds, decision));
  const paid = sumCents(claims.map((one) => one.paidCents));
  const amount = toCents(paid - 1250);
  const remits = claims.map(
    (one): Remit => ({
      number: one.patientControlNumber,
      status: one.status,
      charge: plain(one.chargeCents),
      paid: plain(one.paidCents),
      share: plain(one.patientResponsibilityCents),
      payerNumber: one.payerClaimNumber ?? '',
      lines: one.lines.map((line) => ({
        code: [line.procedureCode, ...line.modifiers].join(':'),
        charge: plain(line.chargeCents),
        paid: plain(line.paidCents),
        cas: line.adjustments.map((cas) => [cas.group, cas.reason, plain(cas.amountCents)] as const),
        remarks: line.remarks,
      })),
    }),
  );
  const text = remittance(
    906,
    { amount: plain(amount), trace: 'EFT20261120-0417', payer: 'CEDAR HEALTH PLAN' },
    remits,
    ['PLB*1205550100*20261231*FB:OCT*12.5'],
  );
  const fileId = await receive(tx, fileIds, '835A', '835', text, 30);
  const base = {
    payerName: 'Cedar Health Plan',
    payerId: 'CEDAR01',
    payeeName: 'Riverbend Family Clinic',
    payeeId: '1205550100',
    handling: 'I',
    method: 'ACH',
    settlementDate: '2026-11-20',
  };
  const first = await postPayment(tx, {
    ...base,
    fileId,
    ordinal: 1,
    amountCents: amount,
    claimPaidCents: paid,
    providerAdjustmentCents: toCents(1250),
    differenceCents: toCents(0),
    traceNumber: 'EFT20261120-0417',
    fingerprint: 'first',
    state: 'posted',
    origin: { gs06: '906', st02: '0001', segment: 2 },
    claims,
    providerAdjustments: [
      { providerId: '1205550100', fiscalDate: '2026-12-31', code: 'FB', reference: 'OCT', amountCents: toCents(1250) },
    ],
  });
  for (const [ordinal, one] of claims.entries()) {
    const origin = { gs06: '906', st02: '0001', segment: 11 + ordinal * 6 };
    await applyEvents(tx, [
      {
        claimId: one.claimId ?? '',
        type: DECISIONS[ordinal]![1] as ClaimEventType,
        dedupeKey: `835:${fileId}:${ordinal}`,
        at: minutesAgo(30),
        fileId,
        origin,
        detail: {},
      },
    ]);
  }
  return [first.id, ...(await seedOddPayments(tx, base, fileIds))];
}

/** A payment for a claim that is not ours, and one that is off by two cents. */
async function seedOddPayments(
  tx: Tx,
  base: { payerName: string; handling: string; method: string; settlementDate: string },
  fileIds: Record<string, string>,
): Promise<string[]> {
  const ids: string[] = [];
  const odd = [
    { key: '835B', trace: 'EFT20261121-0093', number: 'LEGACY-7714', off: 0, state: 'posted' },
    { key: '835C', trace: 'CHK-558210', number: 'RVB-25-90877', off: 2, state: 'exception' },
  ] as const;
  for (const [index, { key, trace, number, off, state }] of odd.entries()) {
    const remit: Remit = {
      number,
      status: '1',
      charge: '118',
      paid: '86.2',
      share: '0',
      payerNumber: `HRB${index}55`,
      lines: [{ code: '94060', charge: '118', paid: '86.2', cas: [['CO', '45', '31.8']] }],
    };
    const fileId = await receive(
      tx,
      fileIds,
      key,
      '835',
      remittance(907 + index, { amount: plain(8620 + off), trace, payer: 'HARBOR MUTUAL' }, [remit], []),
      20 - index,
    );
    const payment = await postPayment(tx, {
      ...base,
      payerName: 'Harbor Mutual',
      payerId: 'HRBR77',
      method: off === 0 ? 'ACH' : 'CHK',
      fileId,
      ordinal: 1,
      amountCents: toCents(8620 + off),
      claimPaidCents: toCents(8620),
      providerAdjustmentCents: toCents(0),
      differenceCents: toCents(-off),
      traceNumber: trace,
      fingerprint: key,
      state,
      exceptions: off === 0 ? [] : [{ reason: 'payment-off', cents: toCents(-off) }],
      providerAdjustments: [],
      claims: [
        {
          patientControlNumber: number,
          payerClaimNumber: `HRB${index}55`,
          status: '1',
          outcome: 'partial',
          chargeCents: toCents(11800),
          paidCents: toCents(8620),
          patientResponsibilityCents: toCents(0),
          differenceCents: toCents(0),
          remarks: [],
          adjustments: [],
          denials: [],
          lines: [
            {
              procedureQualifier: 'HC',
              procedureCode: '94060',
              modifiers: [],
              chargeCents: toCents(11800),
              paidCents: toCents(8620),
              differenceCents: toCents(0),
              remarks: [],
              adjustments: [{ group: 'CO', reason: '45', amountCents: toCents(3180) }],
            },
          ],
        },
      ],
    });
    ids.push(payment.id);
  }
  return ids;
}
