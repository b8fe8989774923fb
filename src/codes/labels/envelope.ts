/** Codes of the envelope, by data element. Labels are our own words, for display only. Data only. */
import type { Labels } from './labels.ts';

// biome-ignore format: one code a line
export const ENVELOPE: Labels = {
  /** Kinds of sender and receiver ids (ISA05, ISA07). */
  I05: {
    '01': 'DUNS',
    '14': 'DUNS and suffix',
    '20': 'HIN',
    '27': 'CMS carrier',
    '28': 'CMS fiscal intermediary',
    '29': 'Medicare provider',
    '30': 'Federal tax ID',
    '33': 'NAIC',
    'ZZ': 'Mutually defined',
  },
  /** Use of the interchange (ISA15). */
  I14: {
    'P': 'Production',
    'T': 'Test',
  },
  /** Transaction sets (ST01). */
  143: {
    '270': 'Eligibility inquiry',
    '271': 'Eligibility response',
    '276': 'Claim status request',
    '277': 'Claim status',
    '278': 'Services review',
    '820': 'Premium payment',
    '834': 'Enrollment',
    '835': 'Claim payment',
    '837': 'Claim',
    '997': 'Functional acknowledgment',
    '999': 'Implementation acknowledgment',
  },
  /** Functional groups (GS01). */
  479: {
    'BE': 'Enrollment',
    'FA': 'Acknowledgments',
    'HB': 'Eligibility responses',
    'HC': 'Claims',
    'HI': 'Services review',
    'HN': 'Claim status',
    'HP': 'Claim payments',
    'HR': 'Claim status requests',
    'HS': 'Eligibility inquiries',
    'RA': 'Premium payments',
  },
  /** Whether ISA02 holds something (ISA01). */
  I01: {
    '00': 'None',
    '03': 'Additional identification',
  },
  /** Whether ISA04 holds something (ISA03). */
  I03: {
    '00': 'None',
    '01': 'Password',
  },
  /** Whether a TA1 is asked for (ISA14). */
  I13: {
    '0': 'No',
    '1': 'Yes',
  },
  /** Who keeps the standard (GS07). */
  455: {
    'X': 'X12',
  },
};
