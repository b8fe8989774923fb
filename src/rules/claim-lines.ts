/** Service lines of a professional claim: procedure, place, drug, equipment, laboratory. */
import { type InstitutionalClaim, isMedicare, linesOf, type ProfessionalClaim } from './claim-context.ts';
import type { Rule } from './rule.ts';

/** CPT codes of anaesthesia. */
const ANAESTHESIA = /^0(0[1-9]|1\d)\d\d$/;
/** Oversight of a care plan by a physician. */
const PLAN_OVERSIGHT: ReadonlySet<string | undefined> = new Set(['G0181', 'G0182']);
const MAMMOGRAPHY: ReadonlySet<string | undefined> = new Set(['77065', '77066', '77067']);
const HOME = '12';

type ProfessionalLine = NonNullable<ProfessionalClaim['claim']['serviceLines']>[number];

const professionalLines = ({ claim }: ProfessionalClaim): readonly ProfessionalLine[] => claim.serviceLines ?? [];
const codeOf = ({ service }: ProfessionalLine) => service?.procedure?.code;
const isAnaesthesia = (line: ProfessionalLine) => ANAESTHESIA.test(codeOf(line) ?? '');

const procedureRules: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R130',
    snip: 5,
    code: 'situation',
    severity: 'warning',
    says: 'a procedure has the same modifier twice',
    next: 'send each modifier once, the one that changes the price first',
    check(context, report) {
      for (const { service } of professionalLines(context)) {
        const { modifiers = [] } = service?.procedure ?? {};
        modifiers.forEach((modifier, index) => {
          if (modifiers.indexOf(modifier) < index)
            report(service, { element: `SV101-0${3 + index}`, found: modifier, severity: 'error' });
        });
      }
    },
  },
  {
    id: 'R137',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'anaesthesia is not counted in minutes, or something else is',
    next: 'send SV103 = MJ with the minutes for anaesthesia (00100 to 01999), UN for all else',
    check(context, report) {
      for (const line of professionalLines(context)) {
        const { service } = line;
        if (service?.unit === undefined || service.procedure?.code === undefined) continue;
        const expected = isAnaesthesia(line) ? 'MJ' : 'UN';
        if (service.unit !== expected) report(service, { element: 'SV103', found: service.unit, expected });
      }
    },
  },
  {
    id: 'R138',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'obstetric units or a related surgery stand where nobody was anaesthetised',
    next: 'send QTY*FL and HI*BP with anaesthesia (00100 to 01999) only',
    check(context, report) {
      for (const line of professionalLines(context))
        if (!isAnaesthesia(line) && line.obstetricAnesthesiaAdditionalUnits !== undefined)
          report(line.obstetricAnesthesiaAdditionalUnits, { element: 'QTY01', found: 'FL' });
      const { anesthesiaProcedure } = context.claim;
      if (anesthesiaProcedure !== undefined && !professionalLines(context).some(isAnaesthesia))
        report(anesthesiaProcedure, { element: 'HI01-01', found: 'BP' });
    },
  },
  {
    id: 'R140',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a line repeats the place of service of the claim',
    next: 'send SV105 only where it differs from CLM05-1',
    check(context, report) {
      const place = context.claim.claim?.location?.facility;
      for (const { service } of professionalLines(context))
        if (service?.placeOfService !== undefined && service.placeOfService === place)
          report(service, { element: 'SV105', found: place });
    },
  },
];

const referenceRules: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R100',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a mammography has no certification number of its facility',
    next: 'give the certification number (REF*EW) at the claim or at the line',
    check(context, report) {
      if (context.claim.mammographyCertificationNumber !== undefined) return;
      for (const line of professionalLines(context))
        if (MAMMOGRAPHY.has(codeOf(line)) && line.mammographyCertificationNumber === undefined)
          report(line.service, { element: 'SV101-02' });
    },
  },
  {
    id: 'R102',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the facility whose care plan was overseen is not told to Medicare',
    next: 'give the NPI of the facility in REF*1J',
    check(context, report) {
      if (!isMedicare(context) || context.claim.carePlanOversight !== undefined) return;
      const line = professionalLines(context).find((one) => PLAN_OVERSIGHT.has(codeOf(one)));
      if (line !== undefined) report(line.service, { element: 'SV101-02' });
    },
  },
  {
    id: 'R150',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a purchased service lacks its provider, or its price',
    next: 'send the price (PS1) and the provider (2420B) together',
    check(context, report) {
      for (const { purchasedService, purchasedServiceProvider } of professionalLines(context))
        if ((purchasedService === undefined) !== (purchasedServiceProvider === undefined))
          report(purchasedService ?? purchasedServiceProvider);
    },
  },
  {
    id: 'R151',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a facility is named for a service at home, or it is the billing provider',
    next: 'leave out the facility (2310C)',
    check({ provider, claim: { claim, serviceFacility } }, report) {
      const id = serviceFacility?.name?.id;
      const isBilling = id !== undefined && id === provider.billingProvider?.name?.id;
      if (serviceFacility !== undefined && (claim?.location?.facility === HOME || isBilling)) report(serviceFacility);
    },
  },
];

const equipmentRules: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R145',
    snip: 6,
    code: 'situation',
    severity: 'warning',
    says: 'a certificate for medical equipment lacks a date or its form',
    next: 'give the day therapy began (DTP*463) with CR3, and DTP*607 where it is renewed or revised; give the form (2440) with PWK*CT',
    check(context, report) {
      for (const line of professionalLines(context)) {
        const { equipmentCertification: certificate, forms = [] } = line;
        const indicator = line.durableMedicalEquipmentCertificateOfMedicalNecessityIndicator;
        if (certificate !== undefined && line.beginTherapyDate === undefined)
          report(certificate, { expected: 'DTP*463' });
        const isNew = certificate?.type === undefined || certificate.type === 'I';
        if (!isNew && line.certificationRevisionRecertificationDate === undefined)
          report(certificate, { expected: 'DTP*607' });
        if (indicator !== undefined && forms.length === 0) report(indicator, { expected: 'loop 2440' });
      }
    },
  },
  {
    id: 'R149',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'who ordered certified equipment is not told, or has no address',
    next: 'name who ordered it (2420E), with the address (N3 and N4)',
    check(context, report) {
      for (const line of professionalLines(context)) {
        const { orderingProvider } = line;
        const indicator = line.durableMedicalEquipmentCertificateOfMedicalNecessityIndicator;
        if (indicator !== undefined && orderingProvider?.address === undefined) report(orderingProvider ?? indicator);
      }
    },
  },
];

/** Rules of lines, of any kind of professional service. */
export const LINE_RULES: readonly Rule<ProfessionalClaim>[] = [...procedureRules, ...referenceRules, ...equipmentRules];

/** Rules of drugs (loop 2410), which the 837D does not know. */
export const DRUG_RULES: readonly Rule<ProfessionalClaim | InstitutionalClaim>[] = [
  {
    id: 'R142',
    snip: 5,
    code: 'situation',
    severity: 'error',
    says: 'nothing of a drug was given',
    next: 'give the quantity of the drug (CTP04)',
    check(context, report) {
      for (const line of linesOf(context)) {
        const quantity = 'drug' in line ? line.drug?.quantity : undefined;
        if (quantity?.quantity !== undefined && !(Number(quantity.quantity) > 0))
          report(quantity, { element: 'CTP04', found: quantity.quantity });
      }
    },
  },
];
