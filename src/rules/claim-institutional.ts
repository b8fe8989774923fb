/** Institutional claims (837I): the stay, its statement period, revenue lines and hospital codes. */
import { addDays } from '../days.ts';
import { formatX12Cents } from '../money.ts';
import type { InstitutionalClaim } from './claim-context.ts';
import { daysOf } from './claim-days.ts';
import { type Report, type Rule, total } from './rule.ts';

type InstitutionalLine = NonNullable<InstitutionalClaim['claim']['serviceLines']>[number];
type HasNpi = { readonly name?: { readonly id?: string | undefined } | undefined };

/** Types of bill (facility and care) of inpatients. */
const INPATIENT: ReadonlySet<string | undefined> = new Set('11 12 18 21 28 41 65 66 86'.split(' '));
/** Of these, stays in an acute care hospital. */
const ACUTE = '11';
/** Interim bills, after which the patient stays on. */
const INTERIM: ReadonlySet<string | undefined> = new Set(['2', '3']);
const STILL_PATIENT = '30';
/** Rooms are charged by the day. */
const ROOM = /^0(1[0-9]|2[01])\d$/;
/** Revenue codes under which a prospective payment names its rate: skilled nursing, home health, rehabilitation. */
const RATED: ReadonlySet<string | undefined> = new Set(['0022', '0023', '0024']);
/** Value codes that count days, covered and not. */
const COVERED_DAYS = '80';
const OTHER_DAYS = '81';
/** Days before a statement in which a procedure still belongs to it. */
const DAYS_BEFORE = 3;

const facilityOf = ({ claim: { claim } }: InstitutionalClaim) => claim?.location?.facility;
const isInpatient = (context: InstitutionalClaim) => INPATIENT.has(facilityOf(context));
const linesOf = ({ claim }: InstitutionalClaim): readonly InstitutionalLine[] => claim.serviceLines ?? [];
const statementOf = ({ claim }: InstitutionalClaim) => daysOf(claim.statementDates?.period);

const isSame = (one: HasNpi | undefined, other: HasNpi | undefined) =>
  one?.name?.id !== undefined && one.name.id === other?.name?.id;

/** The days that a value code counts, undefined where it is not sent. */
function daysOfValue({ claim: { values = [] } }: InstitutionalClaim, code: string): number | undefined {
  const found = values.flatMap(({ codes = [] }) => codes).find((value) => value.code === code);
  return found?.amount === undefined ? undefined : Number(formatX12Cents(found.amount));
}

const stayRules: readonly Rule<InstitutionalClaim>[] = [
  {
    id: 'R88',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'late charges (CLM05-3 = 5) name no earlier claim',
    next: "give the payer's number of the earlier claim in REF*F8",
    check({ claim: { claim, payerClaimControlNumber } }, report) {
      if (claim?.location?.frequency === '5' && payerClaimControlNumber === undefined)
        report(claim, { element: 'CLM05-03', found: '5' });
    },
  },
  {
    id: 'R108',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a line of an outpatient has no service date',
    next: 'give the service date (DTP*472) at the line',
    check(context, report) {
      if (facilityOf(context) === undefined || isInpatient(context)) return;
      for (const line of linesOf(context)) if (line.serviceDate === undefined) report(line, { element: 'DTP03' });
    },
  },
  {
    id: 'R109',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a service date lies outside the statement period',
    next: 'correct the service date of the line (DTP*472) or the statement period of the claim (DTP*434)',
    check(context, report) {
      const statement = statementOf(context);
      for (const { serviceDate } of linesOf(context)) {
        const served = daysOf(serviceDate?.period);
        if (statement === undefined || served === undefined) continue;
        if (served.from < statement.from || served.to > statement.to) report(serviceDate, { element: 'DTP03' });
      }
    },
  },
  {
    id: 'R115',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'an inpatient was admitted, and when is not told',
    next: 'give the admission (DTP*435), not after the end of the statement period',
    check(context, report) {
      const { claim, admissionDate } = context.claim;
      const until = statementOf(context)?.to;
      if (admissionDate === undefined && isInpatient(context)) report(claim, { element: 'DTP03' });
      if (until !== undefined && (daysOf(admissionDate?.period)?.from ?? '') > until)
        report(admissionDate, { element: 'DTP03', message: 'the admission lies after the statement period' });
    },
  },
  {
    id: 'R116',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an hour of discharge is told though the patient has stayed',
    next: 'leave out the hour of discharge (DTP*096) on interim bills (CLM05-3 = 2 or 3) and with patient status 30',
    check({ claim: { claim, claimCodes, dischargeHour } }, report) {
      const stays = INTERIM.has(claim?.location?.frequency) || claimCodes?.patientStatus === STILL_PATIENT;
      if (dischargeHour !== undefined && stays) report(dischargeHour, { element: 'DTP01', found: '096' });
    },
  },
  {
    id: 'R135',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'the days of a stay do not agree',
    next: 'count rooms in days (SV204 = DA), as many as value codes 80 and 81 tell',
    check(context, report) {
      const rooms = linesOf(context).filter(({ service }) => ROOM.test(service?.revenueCode ?? ''));
      for (const { service } of rooms)
        if (service?.unit !== undefined && service.unit !== 'DA')
          report(service, { element: 'SV204', found: service.unit, expected: 'DA' });
      const covered = daysOfValue(context, COVERED_DAYS);
      if (covered === undefined || rooms.length === 0) return;
      const days = total(rooms, ({ service }) => Number(service?.quantity ?? 0));
      if (days !== covered && days !== covered + (daysOfValue(context, OTHER_DAYS) ?? 0))
        report(context.claim.values?.[0], { element: 'HI01-05' });
    },
  },
];

const codeRules: readonly Rule<InstitutionalClaim>[] = [
  {
    id: 'R124',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'an inpatient has no admitting diagnosis',
    next: 'give the admitting diagnosis (HI with ABJ)',
    check(context, report) {
      if (isInpatient(context) && context.claim.admittingDiagnosis === undefined)
        report(context.claim.claim, { expected: 'HI*ABJ' });
    },
  },
  {
    id: 'R125',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'whether the principal diagnosis was present on admission is not told',
    next: 'give Y, N, U or W in HI01-9, unless the code is exempt',
    check(context, report) {
      const { principalDiagnosis } = context.claim;
      const { code = 'Z', presentOnAdmission } = principalDiagnosis?.codes?.[0] ?? {};
      // Of the exempt codes nearly all that can stand first begin with Z.
      if (facilityOf(context) === ACUTE && presentOnAdmission === undefined && !code.startsWith('Z'))
        report(principalDiagnosis, { element: 'HI01-09' });
    },
  },
  {
    id: 'R126',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a procedure in HI is not of an inpatient, or not of the statement period',
    next: 'send procedures of outpatients in SV202; a date in the statement period or up to three days before',
    check(context, report) {
      const { principalProcedure, otherProcedures = [] } = context.claim;
      const segments = [...(principalProcedure === undefined ? [] : [principalProcedure]), ...otherProcedures];
      const statement = statementOf(context);
      for (const segment of segments) {
        if (facilityOf(context) !== undefined && !isInpatient(context)) report(segment, { element: 'HI01-01' });
        segment.codes?.forEach(({ period }, index) => {
          if (statement === undefined || period === undefined) return;
          if (period < addDays(statement.from, -DAYS_BEFORE) || period > statement.to)
            report(segment, { element: `HI${String(index + 1).padStart(2, '0')}-04` });
        });
      }
    },
  },
  {
    id: 'R129',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an occurrence stands twice in the claim',
    next: 'send each occurrence code once',
    check({ claim: { occurrences = [] } }, report) {
      const used = new Set<string>();
      for (const segment of occurrences)
        segment.codes?.forEach(({ code }, index) => {
          if (code === undefined) return;
          if (used.has(code)) report(segment, { element: `HI${String(index + 1).padStart(2, '0')}-02`, found: code });
          used.add(code);
        });
    },
  },
  {
    id: 'R134',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'a rate of a prospective payment and its revenue code do not go together',
    next: 'send a HIPPS code (SV202-1 = HP) with revenue code 0022, 0023 or 0024',
    check(context, report) {
      for (const { service } of linesOf(context)) {
        if (service?.revenueCode === undefined) continue;
        if ((service.procedure?.qualifier === 'HP') !== RATED.has(service.revenueCode))
          report(service, { element: 'SV201', found: service.revenueCode });
      }
    },
  },
];

function reportRepeated(one: HasNpi | undefined, attending: HasNpi | undefined, report: Report): void {
  if (isSame(one, attending)) report(one?.name, { element: 'NM109' });
}

const providerRules: readonly Rule<InstitutionalClaim>[] = [
  {
    id: 'R152',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the claim names no attending provider',
    next: 'name the attending provider (2310A), unless all lines are of non-scheduled transport',
    check(context, report) {
      const rides = linesOf(context).every(({ service }) => service?.revenueCode?.startsWith('054') === true);
      if (context.claim.attendingProvider === undefined && !rides) report(context.claim.claim, { expected: 'NM1*71' });
    },
  },
  {
    id: 'R153',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a surgeon is missing: a procedure without one, or a second without the first',
    next: 'name the operating physician (2310B)',
    check({ claim: { principalProcedure, operatingPhysician, otherOperatingPhysician } }, report) {
      if (operatingPhysician !== undefined) return;
      const second = otherOperatingPhysician?.name;
      if (principalProcedure !== undefined || second !== undefined) report(second ?? principalProcedure);
    },
  },
  {
    id: 'R154',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a rendering or referring provider repeats the attending one',
    next: 'leave out loop 2310D or 2310F',
    check({ claim: { attendingProvider, renderingProvider, referringProvider } }, report) {
      reportRepeated(renderingProvider, attendingProvider, report);
      reportRepeated(referringProvider, attendingProvider, report);
    },
  },
  {
    id: 'R184',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'an earlier payer decided by inpatient terms (MIA) on a bill that is not of an inpatient',
    next: 'send MOA in place of MIA',
    check(context, report) {
      if (facilityOf(context) === undefined || isInpatient(context)) return;
      for (const { inpatient } of context.claim.otherSubscribers ?? []) if (inpatient !== undefined) report(inpatient);
    },
  },
];

/** Rules that only the 837I knows. */
export const INSTITUTIONAL_RULES: readonly Rule<InstitutionalClaim>[] = [...stayRules, ...codeRules, ...providerRules];
