/** Codes of payments, by data element. Labels are our own words, for display only. Data only. */
import type { Labels } from './labels.ts';

// biome-ignore format: one code a line
export const REMITTANCE: Labels = {
  /** What is done with the payment (BPR01). */
  305: {
    'C': 'Payment with remittance',
    'D': 'Payment only',
    'H': 'Notification only',
    'I': 'Remittance only',
    'P': 'Prenotification',
    'U': 'Split payment and remittance',
    'X': "Handling party's option to split",
  },
  /** Credit or debit (BPR03). */
  478: {
    'C': 'Credit',
    'D': 'Debit',
  },
  /** Method of payment (BPR04). */
  591: {
    'ACH': 'ACH',
    'BOP': 'Bank option',
    'CHK': 'Check',
    'FWT': 'Wire',
    'NON': 'No payment',
  },
  /** Format of the payment (BPR05). */
  812: {
    'CCP': 'CCD+ format',
    'CTX': 'CTX format',
  },
  /** Bank numbers (BPR06). */
  506: {
    '01': 'ABA routing number',
    '04': 'Canadian bank and branch',
  },
  /** Bank accounts (BPR08). */
  569: {
    'DA': 'Demand deposit',
    'SG': 'Savings',
  },
  /** Status of the claim (CLP02). */
  1029: {
    '1': 'Primary',
    '2': 'Secondary',
    '3': 'Tertiary',
    '4': 'Denied: patient not recognized or no contract',
    '19': 'Primary, forwarded',
    '20': 'Secondary, forwarded',
    '21': 'Tertiary, forwarded',
    '22': 'Reversal of previous payment',
    '23': 'Not our claim, forwarded',
    '25': 'Predetermination, no payment',
  },
  /** Adjustment groups (CAS01). */
  1033: {
    'CO': 'Contractual obligation: provider write-off',
    'OA': 'Other adjustment',
    'PI': 'Payer initiated reduction',
    'PR': 'Patient responsibility',
    'CR': 'Correction or reversal before 5010',
  },
  /** Provider adjustments (PLB03-01). */
  426: {
    '50': 'Late charge',
    '51': 'Interest penalty',
    '72': 'Authorized return',
    '90': 'Early payment allowance',
    'AH': 'Origination fee',
    'AM': "Applied to borrower's account",
    'AP': 'Acceleration of benefits',
    'B2': 'Rebate',
    'B3': 'Recovery allowance',
    'BD': 'Bad debt',
    'BN': 'Bonus',
    'C5': 'Temporary allowance',
    'CR': 'Capitation interest',
    'CS': 'Adjustment',
    'CT': 'Capitation payment',
    'CV': 'Capital pass-through',
    'CW': 'Certified nurse anesthetist pass-through',
    'DM': 'Direct medical education pass-through',
    'E3': 'Withholding',
    'FB': 'Forwarding balance',
    'FC': 'Fund allocation',
    'GO': 'Graduate medical education pass-through',
    'HM': 'Hemophilia clotting factor supplement',
    'IP': 'Incentive premium',
    'IR': 'IRS withholding',
    'IS': 'Interim settlement',
    'J1': 'Nonreimbursable',
    'L3': 'Penalty',
    'L6': 'Interest owed',
    'LE': 'Levy',
    'LS': 'Lump sum',
    'OA': 'Organ acquisition pass-through',
    'OB': 'Offset for affiliated providers',
    'PI': 'Periodic interim payment',
    'PL': 'Payment final',
    'RA': 'Retroactive adjustment',
    'RE': 'Return on equity',
    'SL': 'Student loan repayment',
    'TL': 'Third party liability',
    'WO': 'Overpayment recovery',
    'WU': 'Unspecified recovery',
  },
};
