/**
 * Procedures, drugs, diagnoses and the providers' specialties: lists that are licensed (CPT, CDT, NUCC) or large (HCPCS, ICD,
 * NDC) and not kept here. Their forms are; a list of its owner takes the place of a form once it is imported.
 */
import { DRG, REVENUE_CODE } from './billing.ts';
import { type CodeChoice, type CodeFormat, codeChoice, codeFormat } from './code-set.ts';
import { RARC } from './rarc.ts';

const HCPCS: CodeFormat = codeFormat(
  'CPT and HCPCS procedures',
  'five characters: four digits and a digit or letter, or a letter and four digits',
  /^([0-9]{4}[0-9A-Z]|[A-Z][0-9]{4})$/,
  {
    sure: true,
    imported: [
      // Dental procedures (D) are the ADA's: where HC takes them, no file of CMS has them.
      ['hcpcs', /^[A-CE-Z]/],
      ['cpt', /^[0-9]/],
    ],
  },
);
const NDC11: CodeFormat = codeFormat('national drug codes', 'eleven digits without hyphens', /^[0-9]{11}$/, {
  imported: [['ndc']],
});

/** C003-02 by C003-01. Codes of a jurisdiction (ER), home infusion (IV), alternative medicine (WK) and universal products (UI) are free. */
export const PROCEDURE_BY_QUALIFIER: CodeChoice = codeChoice('procedures by their qualifier', 'before', [
  ['HC', HCPCS],
  ['AD', codeFormat('CDT procedures', 'D and four digits', /^D[0-9]{4}$/, { sure: true })],
  ['HP', codeFormat('HIPPS rates', 'five letters and digits', /^[0-9A-Z]{5}$/)],
  ['NU', REVENUE_CODE],
  ['N4', NDC11],
]);

/** C003-03 and on. */
export const PROCEDURE_MODIFIER: CodeFormat = codeFormat(
  'procedure modifiers',
  'two letters or digits',
  /^[0-9A-Z]{2}$/,
  // Those that begin with a digit, and the physical status (P1 to P6), are the AMA's. Two letters that tell from where to where an
  // ambulance went make a modifier that no list has.
  { sure: true, imported: [['hcpcs', /^(?!P[1-6]|[DEGHIJNPRS][DEGHIJNPRSX])[A-Z]/]] },
);

/** LIN03 by LIN02. */
export const NDC: CodeChoice = codeChoice('drugs and products', 'before', [['N4', NDC11]]);

/** PRV03. */
export const PROVIDER_TAXONOMY: CodeFormat = codeFormat(
  'NUCC provider taxonomy',
  'ten characters: three digits, six letters or digits, X',
  /^[0-9]{3}[0-9A-Z]{6}X$/,
  { imported: [['taxonomy']] },
);

/** The day from which ICD-10 codes are used for services (discharges for inpatients), and ICD-9 codes no more. */
const ICD10_DAY = '2015-10-01';
const NUBC_PAIR: CodeFormat = codeFormat('NUBC codes', 'two letters or digits', /^[0-9A-Z]{2}$/);

/** C022-02 by C022-01. */
export const HEALTH_CARE_CODE_BY_QUALIFIER: CodeChoice = codeChoice('health care codes by their qualifier', 'before', [
  [
    'ABK ABF ABJ ABN APR',
    codeFormat('ICD-10-CM diagnoses', 'three to seven characters without a point', /^[A-Z][0-9][0-9A-Z]{1,5}$/, {
      start: ICD10_DAY,
      imported: [['icd10cm']],
    }),
  ],
  [
    'BK BF BJ BN PR',
    codeFormat(
      'ICD-9-CM diagnoses',
      'three to five characters without a point',
      /^([0-9V][0-9]{2}[0-9]{0,2}|E[0-9]{3}[0-9]?)$/,
      {
        stop: ICD10_DAY,
      },
    ),
  ],
  [
    'BBR BBQ',
    codeFormat('ICD-10-PCS procedures', 'seven characters without I and O', /^[0-9A-HJ-NP-Z]{7}$/, {
      start: ICD10_DAY,
      imported: [['icd10pcs']],
    }),
  ],
  ['BR BQ', codeFormat('ICD-9-CM procedures', 'two to four digits', /^[0-9]{2,4}$/, { stop: ICD10_DAY })],
  ['BP BO', HCPCS],
  ['BE BG BH BI', NUBC_PAIR],
  ['DR', DRG],
]);

/** LQ02 by LQ01. Numbers of forms (UT, AS) are free. */
export const REMARK_OR_FORM: CodeChoice = codeChoice('remarks and forms by their qualifier', 'before', [
  ['HE', RARC],
  ['RX', codeFormat('NCPDP reject codes', 'one to three letters or digits', /^[0-9A-Z]{1,3}$/)],
]);
