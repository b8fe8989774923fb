/** Healthcare-Data-Insight/api-examples: claims, payments and statuses as that converter's JSON, and the issues it finds. */
import type { ClaimAckRecord, ClaimPaymentRecord, ClaimRecord } from '../../schemas/records.ts';
import type { Issue, IssueCode } from '../../src/issue.ts';
import { type Cents, parseCents } from '../../src/money.ts';
import { type Item, readInterchangeSync } from '../../src/read-interchange.ts';
import { only } from '../x12/wire.ts';
import type { Fact } from './facts.ts';
import { type Loop, loopsNamed, loopTree, segmentsNamed } from './loop-tree.ts';

/** What one of its JSON lines says. Counts have a `#`. */
type Converted = {
  objectType: string;
  patientControlNumber?: string;
  tx: Readonly<Record<string, string | number>>;
} & Readonly<Record<string, unknown>>;

/** Whether everything that a JSON line says of a record holds, or the issue that a line names is found. */
export function healthcareDataInsightHolds({ file, text }: Fact): boolean | undefined {
  const bytes = file.bytes();
  const items = [...readInterchangeSync(bytes, { snip: 5 })];
  if (text.startsWith('issue ')) return issueHolds(only(items, 'issue'), text);
  if (!text.startsWith('{')) return undefined;
  const said = JSON.parse(text) as Converted;
  const views = viewsOf(items, loopTree(bytes), said);
  return views?.some((view) => Object.entries(said).every(([name, value]) => agrees(view[name], value)));
}

/** The loop of a record: where counts there go beyond what a record holds. */
const loopOf = (tree: Loop, id: string, { patientControlNumber }: { patientControlNumber: string }) =>
  loopsNamed(tree, id).find(({ segments: [first] }) => first?.[1] === patientControlNumber);

const codesOf = (loop: Loop | undefined, qualifier: string) =>
  (loop === undefined ? [] : segmentsNamed(loop, 'HI'))
    .flatMap((hi) => hi.slice(1))
    .filter((composite) => composite.startsWith(`${qualifier}${loop?.component}`));

type View = Readonly<Record<string, unknown>>;

function viewsOf(
  items: readonly Item[],
  tree: Loop,
  { objectType, patientControlNumber }: Converted,
): View[] | undefined {
  const isMeant = (one: { patientControlNumber?: string | undefined }) =>
    one.patientControlNumber === patientControlNumber;
  switch (objectType) {
    case 'CLAIM':
      return only(items, '837.claim')
        .filter(isMeant)
        .map((claim) => claimView(claim, loopOf(tree, '2300', claim)));
    case 'PAYMENT':
      return only(items, '835.claim')
        .filter(isMeant)
        .map((claim) => paymentView(claim, items, loopOf(tree, '2100', claim)));
    case 'CLAIM_STATUS':
      return only(items, '277ca.claim')
        .filter(isMeant)
        .map((claim) => statusView(claim));
    case 'RECEIVER_STATUS':
      return loopsNamed(tree, 'ST')
        .filter((set) => loopsNamed(set, '2200B').some((loop) => segmentsNamed(loop, 'STC').length > 0))
        .map((set) => ({ objectType, tx: { controlNumber: set.segments[0]?.[2], transactionType: 'CLAIM_ACK' } }));
    default:
      return undefined;
  }
}

const setOf = (record: { origin: { st02?: string | undefined } }, transactionType: string) => ({
  controlNumber: record.origin.st02,
  transactionType,
});

/** The first and the last day of several dates and periods. */
function period(dates: readonly (string | undefined)[]) {
  const days = dates.flatMap((date) => date?.split('/') ?? []).sort();
  return { serviceDateFrom: days[0], serviceDateTo: days.at(-1) };
}

const KINDS = { professional: 'PROF', institutional: 'INST', dental: 'DENT' } as const;

function claimView(claim: ClaimRecord, loop: Loop | undefined): View {
  const { institutional } = claim;
  return {
    objectType: 'CLAIM',
    patientControlNumber: claim.patientControlNumber,
    chargeAmount: claim.chargeCents,
    frequencyCode: claim.frequency,
    statementDateFrom: institutional?.statementPeriod?.split('/')[0],
    ...period(claim.lines.map(({ serviceDate }) => serviceDate)),
    '#serviceLines': claim.lines.length,
    '#diags': claim.diagnoses.length,
    '#providers': loop?.loops.filter(({ id }) => id.startsWith('2310')).length,
    '#otherSubscribers': claim.otherPayers.length,
    '#occurrences': institutional?.occurrences.length,
    '#conditions': codesOf(loop, 'BG').length,
    tx: setOf(claim, KINDS[claim.kind]),
    'lines(code/charge/paid/units/adj)': claim.lines.map((line) =>
      [line.procedure?.code, line.chargeCents, 'None', line.quantity ?? 'None', 'adj='].join('/'),
    ),
  };
}

const GROUPS: Readonly<Record<string, string>> = {
  CO: 'CONTRACTUAL',
  PR: 'PATIENT_RESPONSIBILITY',
  OA: 'OTHER',
  PI: 'PAYOR_INITIATED',
};
const METHODS: Readonly<Record<string, string>> = { CHK: 'CHECK', ACH: 'ACH', NON: 'NON_PAYMENT' };

const adjusted = (list: ClaimPaymentRecord['adjustments']) =>
  list.map(({ group, reason, amountCents }) => `${GROUPS[group] ?? group}-${reason}:${amountCents}`);

function paymentView(claim: ClaimPaymentRecord, items: readonly Item[], loop: Loop | undefined): View {
  const payment = only(items, '835.payment').find(({ origin }) => origin.st02 === claim.origin.st02);
  const statement = claim.dates.find(({ qualifier }) => qualifier === '232')?.date;
  return {
    objectType: 'PAYMENT',
    patientControlNumber: claim.patientControlNumber,
    chargeAmount: claim.chargeCents,
    paymentAmount: claim.paidCents,
    patientResponsibilityAmount: claim.patientResponsibilityCents,
    claimStatusCode: claim.status,
    frequencyCode: claim.frequency,
    payerControlNumber: claim.payerClaimNumber,
    statementDateFrom: statement,
    ...period(claim.lines.flatMap(({ dates }) => dates.map(({ date }) => date))),
    '#serviceLines': claim.lines.length,
    '#adjustments': claim.adjustments.length,
    '#otherSubscribers': loop?.segments.filter(([id, entity]) => id === 'NM1' && entity === 'GB').length,
    claimAdj: adjusted(claim.adjustments),
    tx: {
      ...setOf(claim, 'PAYMENT'),
      totalPaymentAmount: payment?.amountCents,
      paymentMethodType: METHODS[payment?.method ?? ''],
      checkOrEftTraceNumber: payment?.traceNumber,
      paymentDate: payment?.settlementDate,
    },
    'lines(code/charge/paid/units/adj)': claim.lines.map((line) =>
      [
        // A drug is no procedure there.
        line.procedure.qualifier === 'N4' ? 'None' : line.procedure.code,
        line.chargeCents,
        line.paidCents,
        line.units ?? 'None',
        `adj=${adjusted(line.adjustments).join(';')}`,
      ].join('/'),
    ),
  };
}

const ACTIONS: Readonly<Record<string, string>> = { WQ: 'ACCEPT', U: 'REJECT' };

function statusView(claim: ClaimAckRecord): View {
  // An STC of several statuses is one there: they have its date and action in common.
  const stcs = new Map(claim.statuses.map((one) => [`${one.date} ${one.action} ${one.chargeCents}`, one]));
  const count = (key: string) => claim.statuses.filter((one) => `${one.date} ${one.action} ${one.chargeCents}` === key);
  return {
    objectType: 'CLAIM_STATUS',
    patientControlNumber: claim.patientControlNumber,
    ...period([claim.serviceDate]),
    '#statusInfos': stcs.size,
    status: [...stcs].map(([key, one]) => ({
      effectiveDate: one.date,
      actionCode: one.action,
      actionType: ACTIONS[one.action ?? ''],
      chargeAmount: one.chargeCents,
      statusCodeInfos: count(key).map(() => null),
    })),
    tx: setOf(claim, 'CLAIM_ACK'),
  };
}

/** Amounts there are decimal numbers, here cents: both are compared as cents wherever our value is a number of them. */
function agrees(ours: unknown, said: unknown): boolean {
  if (typeof said === 'string' && said.startsWith('{')) return agrees(ours, JSON.parse(said));
  if (Array.isArray(said))
    return Array.isArray(ours) && ours.length === said.length && said.every((one, at) => agrees(ours[at], one));
  if (typeof said === 'object' && said !== null)
    return Object.entries(said).every(([name, value]) => agrees(fieldOf(ours, name), value));
  if (typeof said === 'number') return ours === said || ours === inCents(String(said));
  return ours === said || (typeof said === 'string' && (ours === said.trim() || ours === lineInCents(said)));
}

const fieldOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;

const inCents = (text: string): Cents | undefined => parseCents(text);

/** `99213/150.0/0.0/1/adj=OTHER-252:150.0` with its amounts in cents. */
function lineInCents(text: string): string {
  const cents = (amount: string) => String(inCents(amount) ?? amount);
  const [code = '', charge, paid = '', ...rest] = text.split('/');
  if (charge === undefined) return text.replace(/(?<=:)[\d.-]+$/, cents);
  return [code, cents(charge), cents(paid), ...rest].join('/').replace(/(?<=:)[\d.-]+(?=;|$)/g, cents);
}

const ISSUES: Readonly<Record<string, readonly IssueCode[]>> = {
  CONTROL: ['set-segment-count'],
  INVALID_CODE: ['element-code', 'code-unknown', 'code-format', 'code-inactive'],
  LENGTH_EXCEEDED: ['element-too-long'],
  VALUE_NOT_IN_ENUM_LIST: ['element-code', 'segment-unexpected'],
  BALANCE: ['claim-balance'],
  WRONG_TYPE: ['element-date'],
  NOT_ALLOWED: ['segment-unexpected', 'segment-unknown'],
};

/** The same fault at the same element, or the segment where only that is told. */
function issueHolds(issues: readonly Issue[], text: string): boolean | undefined {
  const [, kind = '', segment = '', element = ''] = /^issue (\w+) seg=(\w+) el=([\w-]*) /.exec(text) ?? [];
  const codes = ISSUES[kind];
  if (codes === undefined) return undefined;
  const wanted = element.replace(/-(\d)$/, '-0$1');
  return issues.some(
    (found) =>
      codes.includes(found.code) &&
      (found.element?.startsWith(segment) ?? found.segmentId === segment) &&
      (wanted === '' || found.element === undefined || found.element === wanted),
  );
}
