/** Dates of a claim against one another and against the day the file was made. */
import { type AnyClaim, linesOf, type PractitionerClaim, type ProfessionalClaim, patientOf } from './claim-context.ts';
import { daysOf, serviceDays } from './claim-days.ts';
import type { Report, Rule } from './rule.ts';

type Dated = { readonly period?: string | undefined };

/** Places of service where a patient stays. */
const INPATIENT: ReadonlySet<string | undefined> = new Set(['21', '51', '61']);

/** Modifiers of a surgeon who did not do the whole: surgery alone, care after it alone. */
const SHARED_CARE: ReadonlySet<string> = new Set(['54', '55']);

function reportAfter(segments: readonly (Dated | undefined)[], day: string | undefined, report: Report): void {
  for (const segment of segments) {
    const days = daysOf(segment?.period);
    if (day !== undefined && days !== undefined && days.to > day) report(segment, { element: 'DTP03' });
  }
}

/** Rules of dates in every claim. */
export const DATE_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R72',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a birth date lies after a service date',
    next: 'correct the birth date (DMG02) or the service date',
    check(context, report) {
      const first = serviceDays(context)?.from;
      const { demographics } = patientOf(context) ?? {};
      if (first !== undefined && (demographics?.birthDate ?? '') > first) report(demographics, { element: 'DMG02' });
    },
  },
  {
    id: 'R106',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a service date lies after the file was made',
    next: 'correct the service date (DTP*472), or the day of the file (BHT04)',
    check(context, report) {
      const served = linesOf(context).map((line) => line.serviceDate);
      const stated = context.kind === 'institutional' ? context.claim.statementDates : undefined;
      reportAfter([stated, ...served], context.header.beginning?.date, report);
    },
  },
];

/** Rules of accidents, which the 837I tells in other ways. */
export const ACCIDENT_RULES: readonly Rule<PractitionerClaim>[] = [
  {
    id: 'R91',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the accident lies after a service date',
    next: 'correct the day of the accident (DTP*439), or that of the service',
    check: (context, report) => reportAfter([context.claim.accidentDate], serviceDays(context)?.from, report),
  },
];

/** Rules of dates that only the 837P knows. */
export const PROFESSIONAL_DATE_RULES: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R73',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the patient died before a service, or after the file was made',
    next: 'correct the day of death (PAT06) or the service date',
    check(context, report) {
      const { header, subscriber, patient } = context;
      const details = (patient ?? subscriber).patientDetails;
      const died = details?.deathDate;
      if (died === undefined) return;
      const made = header.beginning?.date;
      if (died < (serviceDays(context)?.to ?? '') || (made !== undefined && died > made))
        report(details, { element: 'PAT06' });
    },
  },
  {
    id: 'R95',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the same kind of date stands twice',
    next: 'send each kind of date (DTP01) once in a loop',
    check({ claim: { assumedAndRelinquishedCareDates = [], serviceLines = [] } }, report) {
      for (const dates of [assumedAndRelinquishedCareDates, ...serviceLines.map(({ testDate = [] }) => testDate)]) {
        const [first, second] = dates;
        if (second !== undefined && first?.qualifier === second.qualifier) report(second, { element: 'DTP01' });
      }
    },
  },
  {
    id: 'R111',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'an inpatient was admitted, and when is not told',
    next: 'give the admission (DTP*435), not after the discharge (DTP*096)',
    check({ claim: { claim, admissionDate, dischargeDate } }, report) {
      if (admissionDate === undefined && INPATIENT.has(claim?.location?.facility)) report(claim, { element: 'DTP03' });
      if ((admissionDate?.period ?? '') > (dischargeDate?.period ?? '9'))
        report(admissionDate, { element: 'DTP03', message: 'the admission lies after the discharge' });
    },
  },
  {
    id: 'R112',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the period of a disability does not have the form of its kind',
    next: 'send a period (DTP*314) as RD8, its beginning alone (360) or its end (361) as D8',
    check({ claim: { disabilityDates } }, report) {
      const { qualifier, format } = disabilityDates ?? {};
      if (qualifier === undefined || format === undefined) return;
      const expected = qualifier === '314' ? 'RD8' : 'D8';
      if (format !== expected) report(disabilityDates, { element: 'DTP02', found: format, expected });
    },
  },
  {
    id: 'R113',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'what led to the service lies after it',
    next: 'correct the date, or the service date',
    check(context, report) {
      const { claim } = context;
      const before = [
        claim.onsetOfCurrentIllnessOrSymptomDate,
        claim.initialTreatmentDate,
        claim.acuteManifestationDate,
        claim.lastXRayDate,
        claim.lastMenstrualPeriodDate,
        claim.lastSeenDate,
      ];
      reportAfter(before, serviceDays(context)?.from, report);
    },
  },
  {
    id: 'R114',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'surgery and the care after it are shared, and since when is not told',
    next: 'give the day the care was taken over or given up (DTP*090, DTP*091) with modifiers 54 and 55',
    check({ claim: { assumedAndRelinquishedCareDates, serviceLines = [] } }, report) {
      if (assumedAndRelinquishedCareDates !== undefined) return;
      const shared = serviceLines.find(({ service }) =>
        service?.procedure?.modifiers?.some((one) => SHARED_CARE.has(one)),
      );
      if (shared !== undefined) report(shared.service, { element: 'SV101' });
    },
  },
];
