/** The providers of a claim: billing, pay-to, and those who referred, rendered, supervised. */
import { sameValue } from '../x12/spelling.ts';
import { type AnyClaim, linesOf, oncePer, type PractitionerClaim, type ProfessionalClaim } from './claim-context.ts';
import type { Rule } from './rule.ts';

type Address = { readonly line1?: string | undefined; readonly line2?: string | undefined };
type Place = {
  readonly address?: Address | undefined;
  readonly city?: { readonly zip?: string | undefined; readonly country?: string | undefined } | undefined;
};
type Named = { readonly name?: { readonly id?: string | undefined } | undefined };

const BOX = /\b(p\.?\s*o\.?\s*box|post office box|lock\s?box)\b/i;

/** Whether two loops name the same provider by its NPI. */
function isSame(one: Named | undefined, other: Named | undefined): boolean {
  return one?.name?.id !== undefined && one.name.id === other?.name?.id;
}

const addressText = ({ address, city }: Place) => JSON.stringify([address, city]);

/** Whether a US address has a ZIP without the four digits that are asked for here. */
const lacksPlus4 = ({ city }: Place) =>
  city?.zip !== undefined && (city.country ?? 'US') === 'US' && /^\d{5}$/.test(city.zip);

function facilitiesOf(context: AnyClaim): Place[] {
  const ofLines = linesOf(context).map((line) => ('serviceFacility' in line ? line.serviceFacility : undefined));
  return [context.claim.serviceFacility, ...ofLines].filter((facility) => facility !== undefined);
}

const billingRules: readonly Rule<AnyClaim>[] = [
  {
    id: 'R50',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the billing address is a post office box',
    next: 'give the street in 2010AA and the box in 2010AB',
    check({ provider: { billingProvider } }, report) {
      const { address } = billingProvider ?? {};
      if (BOX.test(address?.line1 ?? '')) report(address, { element: 'N301' });
      if (BOX.test(address?.line2 ?? '')) report(address, { element: 'N302' });
    },
  },
  {
    id: 'R54',
    snip: 2,
    code: 'guide-rule',
    severity: 'warning',
    says: 'the tax number of the billing provider is not nine digits',
    next: 'send the nine digits without a hyphen',
    check({ provider: { billingProvider } }, report) {
      const { taxId } = billingProvider ?? {};
      if (taxId?.value !== undefined && !/^\d{9}$/.test(taxId.value))
        report(taxId, { element: 'REF02', hidden: taxId.value });
    },
  },
  {
    id: 'R56',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the billing provider has no NPI, and no number of the payer in its place',
    next: 'give the NPI in 2010AA NM109, or for an atypical provider REF*G2 in 2010BB',
    check({ provider: { billingProvider }, subscriber: { payer } }, report) {
      if (billingProvider?.name === undefined || billingProvider.name.id !== undefined) return;
      if ([payer?.billingProviderSecondaryIdentification ?? []].flat().length === 0)
        report(billingProvider.name, { element: 'NM109' });
    },
  },
  {
    id: 'R58',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the contact of the billing provider repeats that of the submitter',
    next: 'leave out the contact (PER) of 2010AA',
    check({ header: { submitter }, provider: { billingProvider } }, report) {
      const known = submitter?.contacts ?? [];
      for (const contact of billingProvider?.contacts ?? [])
        if (known.some((one) => sameValue(one, contact))) report(contact);
    },
  },
  {
    id: 'R59',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'the pay-to address repeats the billing address',
    next: 'leave out the pay-to address (2010AB)',
    check({ provider: { billingProvider, payToAddress } }, report) {
      if (billingProvider?.address === undefined || payToAddress === undefined) return;
      if (addressText(billingProvider) === addressText(payToAddress)) report(payToAddress);
    },
  },
  {
    id: 'R60',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a subrogation demand (BHT06 = 31) and a pay-to plan (2010AC) go together',
    next: 'send both or neither',
    check({ header: { beginning }, provider }, report) {
      if (beginning?.type === undefined) return;
      if ((beginning.type === '31') !== (provider.payToPlan !== undefined)) report(provider.payToPlan ?? provider);
    },
  },
  {
    id: 'R64',
    snip: 2,
    code: 'guide-rule',
    severity: 'error',
    says: 'the currency is named though it is the US dollar',
    next: 'leave out the currency (CUR)',
    check({ provider: { currency } }, report) {
      if (currency?.currency === 'USD') report(currency, { element: 'CUR02', found: 'USD' });
    },
  },
];

/** Rules of the billing provider and of addresses. */
export const BILLING_RULES: readonly Rule<AnyClaim>[] = [
  ...oncePer('provider', billingRules),
  {
    id: 'R51',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a ZIP has five digits where nine are asked for',
    next: 'send the ZIP with its last four digits',
    check(context, report) {
      const { provider, fresh } = context;
      const places = [...(fresh.provider ? [provider.billingProvider ?? {}] : []), ...facilitiesOf(context)];
      for (const place of places)
        if (lacksPlus4(place)) report(place.city, { element: 'N403', expected: 'nine digits' });
    },
  },
];

/** Rules of the billing provider that the 837I does not know. */
export const INDIVIDUAL_BILLING_RULES: readonly Rule<PractitionerClaim>[] = [
  ...oncePer<PractitionerClaim>('provider', [
    {
      id: 'R55',
      snip: 4,
      code: 'situation',
      severity: 'warning',
      says: 'an organisation bills under a social security number (REF*SY)',
      next: 'give the employer number as REF*EI',
      check({ provider: { billingProvider } }, report) {
        if (billingProvider?.taxId?.qualifier === 'SY' && billingProvider.name?.type === '2')
          report(billingProvider.taxId, { element: 'REF01', found: 'SY' });
      },
    },
  ]),
  ...oncePer<PractitionerClaim>('subscriber', [
    {
      id: 'R57',
      snip: 4,
      code: 'situation',
      severity: 'warning',
      says: "the payer's own number of the billing provider stands beside its NPI",
      next: "leave out the payer's number (REF*G2, REF*LU) of 2010BB",
      check({ provider: { billingProvider }, subscriber: { payer } }, report) {
        if (billingProvider?.name?.id === undefined) return;
        for (const id of payer?.billingProviderSecondaryIdentification ?? []) report(id, { element: 'REF01' });
      },
    },
  ]),
];

/** Rules of those who rendered and supervised. */
export const PRACTITIONER_RULES: readonly Rule<PractitionerClaim>[] = [
  {
    id: 'R146',
    snip: 4,
    code: 'situation',
    severity: 'warning',
    says: 'a rendering provider repeats the one that stands for the whole claim',
    next: 'leave out the repeated loop (2310B or 2420A)',
    check({ provider, claim }, report) {
      const { renderingProvider, serviceLines = [] } = claim;
      if (isSame(renderingProvider, provider.billingProvider)) report(renderingProvider?.name, { element: 'NM109' });
      for (const { renderingProvider: ofLine } of serviceLines)
        if (isSame(ofLine, renderingProvider ?? provider.billingProvider)) report(ofLine?.name, { element: 'NM109' });
    },
  },
  {
    id: 'R148',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'the supervising provider is the rendering provider',
    next: 'name another supervisor, or leave the loop out',
    check({ claim: { renderingProvider, supervisingProvider, serviceLines = [] } }, report) {
      if (isSame(supervisingProvider, renderingProvider)) report(supervisingProvider?.name, { element: 'NM109' });
      for (const line of serviceLines)
        if (isSame(line.supervisingProvider, line.renderingProvider ?? renderingProvider))
          report(line.supervisingProvider?.name, { element: 'NM109' });
    },
  },
];

/** Rules of those who referred. */
export const REFERRAL_RULES: readonly Rule<ProfessionalClaim>[] = [
  {
    id: 'R147',
    snip: 4,
    code: 'situation',
    severity: 'error',
    says: 'a primary care provider (P3) stands without, or before, the referring provider (DN)',
    next: 'send the referring provider as DN first, then P3',
    check({ claim: { referringProviders = [], serviceLines = [] } }, report) {
      for (const list of [referringProviders, ...serviceLines.map((line) => line.referringProviders ?? [])]) {
        const [first, second] = list;
        if (first?.name?.entity === 'P3') report(first.name, { element: 'NM101', found: 'P3', expected: 'DN' });
        else if (second?.name?.entity === 'DN') report(second.name, { element: 'NM101', found: 'DN', expected: 'P3' });
      }
    },
  },
];
