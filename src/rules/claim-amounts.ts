/** The amounts of a claim and of its lines. */
import { type AnyClaim, linesOf } from './claim-context.ts';
import { type Rule, total } from './rule.ts';

const DIGITS = /^\d{1,8}(\.\d{1,3})?$/;

/** The claim charge against its lines: R80 by SV102, R81 by SV203, R82 by SV302. */
export const chargeIsSum = (id: 'R80' | 'R81' | 'R82', severity: 'error' | 'warning'): Rule<AnyClaim> => ({
  id,
  snip: 3,
  code: 'claim-balance',
  severity,
  says: 'the claim charge differs from the sum of the line charges',
  next: 'correct the claim charge (CLM02), or the line charge that is wrong',
  check(context, report) {
    const lines = linesOf(context);
    const { claim } = context.claim;
    if (lines.length === 0 || total(lines, ({ service }) => service?.charge) === (claim?.charge ?? 0)) return;
    report(claim, { element: 'CLM02' });
  },
});

/** The element of a line's charge and of its units, by kind of claim. */
const LINE_ELEMENTS = {
  professional: { charge: 'SV102', units: 'SV104' },
  institutional: { charge: 'SV203', units: 'SV205' },
  dental: { charge: 'SV302', units: 'SV306' },
} as const;

/** Rules of charges and units. */
export const AMOUNT_RULES: readonly Rule<AnyClaim>[] = [
  {
    id: 'R44',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a claim for payment (BHT06 = CH) charges nothing',
    next: 'give the charge, or send an encounter as BHT06 = RP',
    check({ header, claim: { claim } }, report) {
      if (header.beginning?.type === 'CH' && claim?.charge === 0) report(claim, { element: 'CLM02' });
    },
  },
  {
    id: 'R83',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a line charge is negative',
    next: 'send a replacement (CLM05-3 = 7) or a void (8) of the earlier claim instead',
    check(context, report) {
      for (const { service } of linesOf(context))
        if ((service?.charge ?? 0) < 0) report(service, { element: LINE_ELEMENTS[context.kind].charge });
    },
  },
  {
    id: 'R139',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'a count of units is zero, negative, or longer than eight digits and three decimals',
    next: 'give the number of units',
    check(context, report) {
      for (const { service } of linesOf(context)) {
        const units = service?.quantity;
        if (units !== undefined && !(DIGITS.test(units) && Number(units) > 0))
          report(service, { element: LINE_ELEMENTS[context.kind].units, found: units });
      }
    },
  },
];
