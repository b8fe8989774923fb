/** Dental claims (837D): predetermination, orthodontics, teeth. */
import type { DentalClaim } from './claim-context.ts';
import type { Report, Rule } from './rule.ts';

type DentalLine = NonNullable<DentalClaim['claim']['serviceLines']>[number];
type Tooth = NonNullable<DentalLine['teeth']>[number];

/** Teeth as the universal system names them: permanent, primary (letters), and supernumerary of both. */
const TOOTH = /^([1-9]|[12]\d|3[0-2]|5[1-9]|[67]\d|8[0-2]|[A-T]S?)$/;
/** Front teeth, upper and lower, permanent and primary. */
const ANTERIOR: ReadonlySet<string> = new Set('6 7 8 9 10 11 22 23 24 25 26 27 C D E F G H M N O P Q R'.split(' '));
const REPLACEMENT: ReadonlySet<string | undefined> = new Set(['7', '8']);

const linesOf = ({ claim }: DentalClaim): readonly DentalLine[] => claim.serviceLines ?? [];
const isPredetermination = ({ claim: { claim } }: DentalClaim) => claim?.submissionReason === 'PB';

function checkTooth(segment: Tooth, report: Report): void {
  const { tooth, surfaces } = segment;
  if (tooth === undefined) return;
  if (!TOOTH.test(tooth)) report(segment, { element: 'TOO02', found: tooth });
  const told = surfaces?.surfaces ?? [];
  told.forEach((surface, index) => {
    const place = { element: `TOO03-0${index + 1}`, found: surface };
    if (told.indexOf(surface) < index) report(segment, { ...place, message: 'a surface stands twice' });
    // I is the edge of a front tooth, O the top of a back one.
    else if (surface === (ANTERIOR.has(tooth) ? 'O' : 'I'))
      report(segment, { ...place, message: 'the tooth has no such surface' });
  });
}

/** Rules that only the 837D knows. */
export const DENTAL_RULES: readonly Rule<DentalClaim>[] = [
  {
    id: 'R110',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'neither the claim nor the line tells when it was served',
    next: 'give the service date (DTP*472) at the claim or at every line',
    check(context, report) {
      if (isPredetermination(context) || context.claim.serviceDate !== undefined) return;
      for (const line of linesOf(context)) if (line.serviceDate === undefined) report(line, { element: 'DTP03' });
    },
  },
  {
    id: 'R165',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a predetermination (CLM19 = PB) tells of a service, or of an earlier claim',
    next: 'leave out the service date (DTP*472), and the earlier claim (REF*F8) unless CLM05-3 is 7 or 8',
    check(context, report) {
      if (!isPredetermination(context)) return;
      const { claim, serviceDate, payerClaimControlNumber: earlier } = context.claim;
      for (const date of [serviceDate, ...linesOf(context).map((line) => line.serviceDate)])
        if (date !== undefined) report(date, { element: 'DTP01', found: '472' });
      if (earlier !== undefined && !REPLACEMENT.has(claim?.location?.frequency))
        report(earlier, { element: 'REF01', found: 'F8' });
    },
  },
  {
    id: 'R167',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a prosthesis is replaced (SV305 = R), and when the former one was placed is not told',
    next: 'give the day of the former placement (DTP*441) at the line, or 139 where the date is estimated',
    check(context, report) {
      for (const { service, priorPlacementDate } of linesOf(context))
        if (service?.prosthesis === 'R' && priorPlacementDate === undefined)
          report(service, { element: 'SV305', found: 'R' });
    },
  },
  {
    id: 'R168',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'more months of an orthodontic treatment remain than it lasts',
    next: 'correct the months that the treatment lasts (DN101) or those that remain (DN102)',
    check({ claim: { orthodontics } }, report) {
      const { months, remaining } = orthodontics ?? {};
      if (months !== undefined && remaining !== undefined && Number(remaining) > Number(months))
        report(orthodontics, { element: 'DN102', found: remaining });
    },
  },
  {
    id: 'R169',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the state of a tooth is told twice',
    next: 'send the state of each tooth once (one DN2)',
    check({ claim: { toothStatuses = [] } }, report) {
      const told = toothStatuses.map(({ tooth }) => tooth);
      toothStatuses.forEach((segment, index) => {
        if (segment.tooth !== undefined && told.indexOf(segment.tooth) < index)
          report(segment, { element: 'DN201', found: segment.tooth });
      });
    },
  },
  {
    id: 'R170',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a tooth is named in no way of the universal system',
    next: 'send 1 to 32 or A to T, and each surface that the tooth has once',
    check(context, report) {
      for (const { teeth = [] } of linesOf(context)) for (const tooth of teeth) checkTooth(tooth, report);
    },
  },
  {
    id: 'R171',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'a line names teeth and an area of the mouth',
    next: 'send the teeth (TOO) or the area (SV304), as the procedure asks',
    check(context, report) {
      for (const { service, teeth } of linesOf(context))
        if (teeth !== undefined && service?.oralCavity !== undefined) report(service, { element: 'SV304' });
    },
  },
];
