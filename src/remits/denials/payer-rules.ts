/** The rules of payers that come with Claimwire, and which of them are for a denial. */
import type { PayerRules } from '../../../schemas/payer-rules.ts';

/** Whose denial it is: any of the ids of the payer, the claim filing code, the day of the remittance (ISO). */
export type PayerOnDay = { payerIds: readonly string[]; filing?: string | undefined; remittedOn?: string | undefined };

/** Original Medicare: 42 CFR 405 and 424. Filing codes MA (Part A) and MB (Part B); not the Advantage plans. */
const medicare: PayerRules = {
  id: 'medicare',
  title: 'Original Medicare (Part A and Part B)',
  sources: [
    {
      title: 'National Government Services: levels of appeals and time limits for filing',
      url: 'https://ngsmedicare.com/en/web/ngs/levels-of-appeals-and-time-limits-for-filing',
      retrieved: '2026-11-25',
    },
    {
      title: 'Palmetto GBA: when to file an appeal (receipt five days after the notice; MA130)',
      url: 'https://dmepdac.com/palmetto/jjb.nsf/DID/HKIM8IXM6O',
      retrieved: '2026-11-25',
    },
    {
      title: 'Noridian: appeals decision tree (MA130, N704)',
      url: 'https://med.noridianmedicare.com/web/jadme/claims-appeals/appeals/decision-tree',
      retrieved: '2026-11-25',
    },
    {
      title: '70 FR 37700: timely submission of a claim is no initial determination (42 CFR 405.926)',
      url: 'https://regulations.justia.com/regulations/fedreg/2005/06/30/05-12982.html',
      retrieved: '2026-11-25',
    },
    {
      title: 'Exceptions from the time limit of one calendar year (42 CFR 424.44)',
      url: 'http://www.medicarepaymentandreimbursement.com/2014/09/exceptions-allowing-extension-of-time.html',
      retrieved: '2026-11-25',
    },
    {
      title: 'Filing day on a Saturday, Sunday or holiday',
      url: 'https://cms1500claimbilling.com/filing-date-last-date-is-saturday-sunday-or-holiday-what-is-the-process',
      retrieved: '2026-11-25',
    },
  ],
  effective: { from: '2010-03-23' },
  appliesTo: { filings: ['MA', 'MB'] },
  reasons: [
    {
      reasons: ['29'],
      category: 'timelyFiling',
      action: 'writeOff',
      appealable: false,
      chance: 5,
      next: 'Medicare takes no appeal of late filing (42 CFR 405.926): ask for an exception of 424.44 where one holds, else write it off; never bill the patient',
    },
  ],
  deadlines: [
    { kind: 'timelyFiling', from: 'service', count: 12, unit: 'months', receiptDays: 0, nextBusinessDay: true, says: 'a new claim (42 CFR 424.44)' },
    { kind: 'correctedClaim', from: 'remittance', count: 12, unit: 'months', receiptDays: 0, nextBusinessDay: true, says: 'a reopening for a clerical error (42 CFR 405.980)' },
    { kind: 'appeal1', from: 'remittance', count: 120, unit: 'days', receiptDays: 5, nextBusinessDay: true, says: 'redetermination by the contractor (42 CFR 405.942)' },
    { kind: 'appeal2', from: 'lastDecision', count: 180, unit: 'days', receiptDays: 5, nextBusinessDay: true, says: 'reconsideration by the independent contractor (42 CFR 405.962)' },
    { kind: 'appeal3', from: 'lastDecision', count: 60, unit: 'days', receiptDays: 5, nextBusinessDay: true, says: 'hearing before a judge (42 CFR 405.1002)' },
    { kind: 'appeal4', from: 'lastDecision', count: 60, unit: 'days', receiptDays: 5, nextBusinessDay: true, says: 'review by the Appeals Council (42 CFR 405.1102)' },
    { kind: 'appeal5', from: 'lastDecision', count: 60, unit: 'days', receiptDays: 5, nextBusinessDay: true, says: 'federal court (42 CFR 405.1136)' },
  ],
}; // biome-ignore format: a table

/** The rules that come with Claimwire; a user's own are asked before them. */
export const COMMON_PAYER_RULES: readonly PayerRules[] = Object.freeze([medicare]);

/** The rules that are for a payer's denials of a day, in the order given; without a day, those in force until further notice. */
export function rulesFor(rules: readonly PayerRules[], { payerIds, filing, remittedOn }: PayerOnDay): PayerRules[] {
  return rules.filter(({ effective: { from, to }, appliesTo }) => {
    const inForce =
      remittedOn === undefined ? to === undefined : from <= remittedOn && (to === undefined || remittedOn <= to);
    const named = appliesTo.payers === undefined || appliesTo.payers.some((id) => payerIds.includes(id));
    const filed = appliesTo.filings === undefined || (filing !== undefined && appliesTo.filings.includes(filing));
    return inForce && named && filed;
  });
}
