/** A few meanings in our own words, as the code lists will give them. */
import type { Describe } from '../../src/api/options.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  'carc 1': 'Deductible',
  'carc 2': 'Coinsurance',
  'carc 3': 'Copayment',
  'carc 29': 'Filed after the time limit',
  'carc 45': 'Above the fee schedule or contract',
  'carc 96': 'Not covered',
  'carc 151': 'Not supported for this many services',
  'rarc N130': 'See the plan’s benefit documents',
  'rarc N211': 'May not be appealed',
  'rarc N362': 'More units than allowed',
  'category A2': 'Accepted for adjudication',
  'category A3': 'Returned as unprocessable',
  'category P1': 'In process',
  'status 3': 'Pended',
  'status 20': 'Accepted for processing',
  'status 21': 'Missing or invalid information',
};

export const describeCode: Describe = (kind, code) => MEANINGS[`${kind} ${code}`];
