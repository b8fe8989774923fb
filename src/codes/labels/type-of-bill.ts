/** What the first two digits of a type of bill say: the facility, and the kind of care by it. Labels are our own words. */
import type { LabelList } from './labels.ts';

const FACILITIES: LabelList = {
  '1': 'Hospital',
  '2': 'Skilled nursing facility',
  '3': 'Home health',
  '4': 'Religious non-medical hospital',
  '5': 'Religious non-medical extended care',
  '6': 'Intermediate care',
  '7': 'Clinic',
  '8': 'Special facility',
};

const CARE: LabelList = {
  '1': 'inpatient',
  '2': 'inpatient, Part B only',
  '3': 'outpatient',
  '4': 'other, Part B',
  '5': 'intermediate care, level I',
  '6': 'intermediate care, level II',
  '7': 'subacute or intermediate care, level III',
  '8': 'swing bed',
};

const CLINICS: LabelList = {
  '1': 'rural health',
  '2': 'renal dialysis',
  '3': 'free-standing or provider-based health center',
  '4': 'outpatient rehabilitation',
  '5': 'comprehensive outpatient rehabilitation',
  '6': 'community mental health',
  '7': 'federally qualified health center',
  '8': 'licensed free-standing emergency facility',
  '9': 'other',
};

const SPECIAL: LabelList = {
  '1': 'hospice outside of hospital',
  '2': 'hospice in hospital',
  '3': 'ambulatory surgery center',
  '4': 'free-standing birthing center',
  '5': 'critical access hospital',
  '6': 'residential facility',
  '9': 'other',
};

/** The label of the two digits of CLM05-01; undefined where they say nothing we know. */
export function typeOfBillLabel(digits: string): string | undefined {
  const [first = '', second = '', more] = digits;
  const facility = FACILITIES[first];
  const care = (first === '7' ? CLINICS : first === '8' ? SPECIAL : CARE)[second];
  return facility === undefined || care === undefined || more !== undefined ? undefined : `${facility}, ${care}`;
}
