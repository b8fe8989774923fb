/** Edits on the claim object before it is sent: each names the field, the rule and what to do. Rules by their number in the table of checks. */
import type { Claim, OtherPayer } from '../../schemas/claim.ts';
import type { ClaimAdjustment } from '../../schemas/claim-facts.ts';
import { type Issue, type IssueCode, issue } from '../issue.ts';
import { formatCents, sumCents, toCents } from '../money.ts';

type Edit = (claim: Claim) => Issue[];

const fault = (code: IssueCode, rule: string, path: string, message: string, next: string): Issue =>
  issue(code, { rule, path, message, next });

/** Every issue of a claim that is well-formed. */
export function editClaim(claim: Claim): Issue[] {
  return EDITS.flatMap((edit) => edit(claim));
}

/** R80: the claim charge is the sum of the line charges. */
const chargeIsSum: Edit = ({ charge, lines }) => {
  const sum = sumCents(lines.map((line) => line.charge));
  if (sum === charge) return [];
  const difference = formatCents(toCents(charge - sum));
  return [
    fault(
      'claim-balance',
      'R80',
      '/charge',
      `differs from the sum of the lines by ${difference}`,
      'correct the charge or a line',
    ),
  ];
};

/** R83: no negative charge. */
const chargesNotNegative: Edit = ({ lines }) =>
  lines.flatMap((line, index) =>
    line.charge >= 0
      ? []
      : [
          fault(
            'claim-edit',
            'R83',
            `/lines/${index}/charge`,
            'a line charge is negative',
            'void or replace the claim instead',
          ),
        ],
  );

/** Diagnosis pointers count from 1 into the diagnoses of the claim. */
const pointersPoint: Edit = ({ diagnoses, lines }) =>
  lines.flatMap((line, index) =>
    line.diagnosisPointers.flatMap((pointer, at) =>
      pointer <= diagnoses.length
        ? []
        : [
            fault(
              'claim-edit',
              'R107',
              `/lines/${index}/diagnosisPointers/${at}`,
              'points past the last diagnosis',
              `use 1 to ${diagnoses.length}`,
            ),
          ],
    ),
  );

/** The same diagnosis twice is refused by payers. */
const diagnosesDiffer: Edit = ({ diagnoses }) =>
  diagnoses.flatMap((code, index) =>
    diagnoses.indexOf(code) === index
      ? []
      : [
          fault(
            'claim-edit',
            'diagnosis-twice',
            `/diagnoses/${index}`,
            'the same diagnosis stands twice',
            'remove one',
          ),
        ],
  );

/** R87: replacement and void name the payer's claim number; an original does not. */
const replacementNamesClaim: Edit = ({ frequency, replaces }) => {
  if (['7', '8'].includes(frequency) && replaces === undefined) {
    return [
      fault(
        'claim-edit',
        'R87',
        '/replaces',
        'a replacement or void names no claim',
        "give replaces.payerClaimNumber, the payer's number of the earlier claim",
      ),
    ];
  }
  if (frequency === '1' && replaces !== undefined) {
    return [
      fault(
        'claim-edit',
        'R87',
        '/frequency',
        'an original claim names an earlier one',
        'use frequency 7 (replacement) or 8 (void), or drop replaces',
      ),
    ];
  }
  return [];
};

/** R70: the patient's address, birth date and sex are known. */
const patientIsComplete: Edit = ({ subscriber, dependent }) => {
  const [who, at] = dependent === undefined ? [subscriber, '/subscriber'] : [dependent, '/dependent'];
  return (['address', 'birthDate', 'sex'] as const).flatMap((field) =>
    who[field] === undefined
      ? [fault('claim-edit', 'R70', `${at}/${field}`, "the patient's data are incomplete", `give ${field}`)]
      : [],
  );
};

/** R34: a dependent is not the subscriber. */
const dependentIsAnother: Edit = ({ dependent }) =>
  dependent?.relationship === 'self'
    ? [
        fault(
          'claim-edit',
          'R34',
          '/dependent/relationship',
          'a dependent cannot be "self"',
          'drop dependent when the patient is the subscriber',
        ),
      ]
    : [];

/** R65: each payer has its own place in the sequence. */
const sequencesDiffer: Edit = ({ subscriber, otherPayers }) => {
  const used = [subscriber.payerSequence, ...otherPayers.map((other) => other.payerSequence)];
  return otherPayers.flatMap((other, index) =>
    other.payerSequence !== 'U' && used.indexOf(other.payerSequence) <= index
      ? [
          fault(
            'claim-edit',
            'R65',
            `/otherPayers/${index}/payerSequence`,
            'two payers stand at the same place of the sequence',
            'use P, S, T in turn',
          ),
        ]
      : [],
  );
};

/** R78: each other payer has its own id; line adjudications name their payer by it. */
const otherPayersDiffer: Edit = ({ otherPayers }) => {
  const ids = otherPayers.map(({ payer }) => payer.id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          fault(
            'claim-edit',
            'R78',
            `/otherPayers/${index}/payer/id`,
            'two other payers have the same id',
            'give each payer its own id',
          ),
        ],
  );
};

/** R90: an accident has a date; an automobile accident a state. */
const accidentIsComplete: Edit = ({ accident }) => {
  if (accident === undefined) return [];
  const dated = accident.date !== undefined || !accident.causes.some((cause) => cause !== 'employment');
  const located = !accident.causes.includes('auto') || accident.state !== undefined || accident.country !== undefined;
  return [
    ...(dated
      ? []
      : [fault('claim-edit', 'R90', '/accident/date', 'an accident has no date', 'give the date of the accident')]),
    ...(located
      ? []
      : [fault('claim-edit', 'R90', '/accident/state', 'an automobile accident has no state', 'give the state')]),
  ];
};

/** R50: the billing address is a street. */
const billingAddressIsStreet: Edit = ({ billingProvider }) =>
  /\b(p\.?\s*o\.?\s*box|post office box|lock\s?box)\b/i.test(billingProvider.address.line1)
    ? [
        fault(
          'claim-edit',
          'R50',
          '/billingProvider/address/line1',
          'a post office box is no billing address',
          'give the street here and the box as payToAddress',
        ),
      ]
    : [];

/** R56: a billing provider has an NPI unless a payer's own number identifies it. */
const billingProviderIsIdentified: Edit = ({ billingProvider }) =>
  billingProvider.npi !== undefined ||
  billingProvider.ids.some(({ kind }) => kind === 'payerAssigned' || kind === 'location')
    ? []
    : [
        fault(
          'claim-edit',
          'R56',
          '/billingProvider/npi',
          'the billing provider has no NPI',
          'give npi, or ids with payerAssigned for an atypical provider',
        ),
      ];

/** R72: nobody is treated before birth. */
const bornBeforeService: Edit = ({ subscriber, dependent, lines }) => {
  const [patient, at] = dependent === undefined ? [subscriber, '/subscriber'] : [dependent, '/dependent'];
  const first =
    lines.map(({ serviceDate }) => (typeof serviceDate === 'string' ? serviceDate : serviceDate.from)).sort()[0] ?? '';
  return patient.birthDate !== undefined && patient.birthDate > first
    ? [
        fault(
          'claim-edit',
          'R72',
          `${at}/birthDate`,
          'the birth date lies after a service date',
          'correct the birth date or the service date',
        ),
      ]
    : [];
};

const adjusted = (adjustments: readonly ClaimAdjustment[]) => sumCents(adjustments.map(({ amount }) => amount));

/** For each other payer that has decided: charge = paid + adjustments, at each of its lines and in sum. */
const otherPayersBalance: Edit = (claim) => claim.otherPayers.flatMap((other, index) => balanceOf(claim, other, index));

function balanceOf(claim: Claim, other: OtherPayer, index: number): Issue[] {
  if (other.paid === undefined) return [];
  const decided = claim.lines.flatMap((line, at) =>
    line.adjudications.filter(({ payerId }) => payerId === other.payer.id).map((one) => ({ one, line, at })),
  );
  const lineIssues = decided.flatMap(({ one, line, at }) => {
    const difference = toCents(line.charge - one.paid - adjusted(one.adjustments));
    return difference === 0
      ? []
      : [
          fault(
            'line-balance',
            'cob-line',
            `/lines/${at}/adjudications`,
            `charge less paid less adjustments leaves ${formatCents(difference)}`,
            "complete the payer's adjustments",
          ),
        ];
  });
  const atLines = sumCents(decided.map(({ one }) => adjusted(one.adjustments)));
  const difference = toCents(claim.charge - other.paid - adjusted(other.adjustments) - atLines);
  if (difference === 0) return lineIssues;
  return [
    ...lineIssues,
    fault(
      'claim-balance',
      'cob-claim',
      `/otherPayers/${index}/paid`,
      `charge less paid less adjustments leaves ${formatCents(difference)}`,
      "complete the payer's adjustments",
    ),
  ];
}

/** A line adjudication names one of the other payers. */
const adjudicationsNamePayers: Edit = ({ otherPayers, lines }) =>
  lines.flatMap((line, index) =>
    line.adjudications.flatMap(({ payerId }, at) =>
      otherPayers.some(({ payer }) => payer.id === payerId)
        ? []
        : [
            fault(
              'claim-edit',
              'cob-payer',
              `/lines/${index}/adjudications/${at}/payerId`,
              'names no other payer of the claim',
              'use the id of one of otherPayers',
            ),
          ],
    ),
  );

/** Line control numbers come back in the 835: each is unique in its claim. */
const lineControlNumbersDiffer: Edit = ({ lines }) => {
  const used = lines.map(({ lineControlNumber }, index) => lineControlNumber ?? `L${index + 1}`);
  return used.flatMap((number, index) =>
    used.indexOf(number) === index
      ? []
      : [
          fault(
            'claim-edit',
            'line-control-number',
            `/lines/${index}/lineControlNumber`,
            'stands on another line too',
            'give each line its own, or leave them out',
          ),
        ],
  );
};

const EDITS: readonly Edit[] = [
  chargeIsSum,
  chargesNotNegative,
  pointersPoint,
  diagnosesDiffer,
  replacementNamesClaim,
  patientIsComplete,
  dependentIsAnother,
  sequencesDiffer,
  otherPayersDiffer,
  accidentIsComplete,
  billingAddressIsStreet,
  billingProviderIsIdentified,
  bornBeforeService,
  otherPayersBalance,
  adjudicationsNamePayers,
  lineControlNumbersDiffer,
];
