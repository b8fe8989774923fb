/** Kinds of professional service with facts of their own: ambulance, spinal manipulation, screening of children. */
import { isMedicare, type ProfessionalClaim } from './claim-context.ts';
import type { Rule } from './rule.ts';

/** HCPCS of transport by ambulance. */
const TRANSPORT = /^A0(02[1-9]|0[3-9]\d|[1-9]\d\d)$/;
/** Ambulance on land; in the air or on water. */
const AMBULANCE: ReadonlySet<string | undefined> = new Set(['41', '42']);
const NOT_USED = 'NU';

type ProfessionalLine = NonNullable<ProfessionalClaim['claim']['serviceLines']>[number];

/** Whether a line, or else its claim, is of an ambulance. */
const isTransport = ({ service }: ProfessionalLine, facility: string | undefined) =>
  TRANSPORT.test(service?.procedure?.code ?? '') || AMBULANCE.has(service?.placeOfService ?? facility);

/** What a transport must tell, at the claim or at the line. */
const FACTS = [
  { key: 'ambulanceTransport', expected: 'CR1' },
  { key: 'ambulanceCertification', expected: 'CRC*07' },
  { key: 'ambulancePickUpLocation', expected: 'a pick-up location (NM1*PW)' },
  { key: 'ambulanceDropOffLocation', expected: 'a drop-off location (NM1*45)' },
] as const;

const text = (value: unknown) => JSON.stringify(value);

/** Rules of ambulance, chiropractic and EPSDT. */
export const SERVICE_KIND_RULES: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R156',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'a transport by ambulance lacks what it must tell',
    next: 'give the transport (CR1), its conditions (CRC*07), and where it began and ended, at the claim or at the line',
    check({ claim }, report) {
      const facility = claim.claim?.location?.facility;
      for (const line of claim.serviceLines ?? []) {
        if (!isTransport(line, facility)) continue;
        for (const { key, expected } of FACTS)
          if (claim[key] === undefined && line[key] === undefined) report(line.service, { expected });
      }
    },
  },
  {
    id: 'R159',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'the patients in an ambulance are counted though there was one',
    next: 'leave out the count of patients (QTY*PT)',
    check({ claim: { serviceLines = [] } }, report) {
      for (const { ambulancePatientCount: count } of serviceLines)
        if (count?.quantity !== undefined && Number(count.quantity) <= 1)
          report(count, { element: 'QTY02', found: count.quantity });
    },
  },
  {
    id: 'R160',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'a line repeats what the claim tells of the transport',
    next: 'leave it out at the line',
    check({ claim }, report) {
      for (const line of claim.serviceLines ?? [])
        for (const { key } of FACTS) {
          const ofLine = line[key];
          if (ofLine !== undefined && text(ofLine) === text(claim[key]))
            report('length' in ofLine ? ofLine[0] : ofLine);
        }
    },
  },
  {
    id: 'R161',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'a spinal manipulation for Medicare does not tell when the treatment began',
    next: 'give the day the treatment began (DTP*454) at the claim or at every line',
    check(context, report) {
      const { spinalManipulation, initialTreatmentDate, serviceLines = [] } = context.claim;
      if (spinalManipulation === undefined || !isMedicare(context)) return;
      if (initialTreatmentDate === undefined && serviceLines.some((line) => line.initialTreatmentDate === undefined))
        report(spinalManipulation, { expected: 'DTP*454' });
    },
  },
  {
    id: 'R164',
    snip: 6,
    code: 'situation',
    severity: 'error',
    says: 'whether a child was referred (CRC02) and to what (CRC03) contradict each other',
    next: 'send NU alone with CRC02 = N, and one of AV, S2, ST with Y',
    check({ claim: { epsdtReferral } }, report) {
      const { applies, conditions = [] } = epsdtReferral ?? {};
      if (applies === undefined || conditions.length === 0) return;
      const none = conditions.includes(NOT_USED);
      if (applies === 'N' ? !none || conditions.length > 1 : none) report(epsdtReferral, { element: 'CRC03' });
    },
  },
];
