/** jdavisp3/TigerShark: an 835 as the header, payer, payee and claims that its facades show. */
import { guide835 } from '../../src/guides/index.ts';
import type { Loop1000A, Loop2100, Loop2110, Set835 } from '../../src/guides/values/835.ts';
import { type Cents, ZERO_CENTS } from '../../src/money.ts';
import { readSet } from '../../src/read-set.ts';
import { holdsOf } from './expression.ts';
import type { Fact } from './facts.ts';

/** Whether a fact about an 835 holds. */
export function tigerSharkHolds({ file, text }: Fact): boolean | undefined {
  const [set] = readSet<Set835>(guide835, file.bytes()).sets;
  return set === undefined ? undefined : holdsOf(facade(set), text);
}

const money = (cents: Cents = ZERO_CENTS) => ({ cents });
type Coded = { qualifier: string; value: string };
const coded = (list: readonly Coded[] | undefined, qualifier: string) =>
  list?.find((one) => one.qualifier === qualifier)?.value ?? null;
const dated = (list: readonly { qualifier: string; date: string }[] | undefined, qualifier: string) =>
  list?.find((one) => one.qualifier === qualifier)?.date ?? null;

function facade(set: Partial<Set835>) {
  const claims = (set.headers ?? []).flatMap((header) => header.claims ?? []).map(claimFacade);
  return {
    header: headerFacade(set),
    payer: payerFacade(set.payer),
    payee: {
      state_license: coded(set.payee?.payeeAdditionalIdentification, '0B'),
      tax_id:
        set.payee?.name.idQualifier === 'FI'
          ? set.payee.name.id
          : coded(set.payee?.payeeAdditionalIdentification, 'TJ'),
    },
    claims_overview: { number: String(set.headers?.[0]?.number?.number ?? '') },
    claims,
    claim: claims[0],
    footer: set.providerAdjustments?.[0] ?? null,
  };
}

function headerFacade({
  financial,
  trace,
  currency,
  receiverIdentification,
  versionIdentification,
  productionDate,
}: Partial<Set835>) {
  const routing = (qualifier: string | undefined, wanted: string, id: string | undefined) =>
    qualifier === wanted ? (id ?? null) : null;
  return {
    financial_information: {
      transaction_type: financial?.handling ?? null,
      amount: money(financial?.amount),
      credit_or_debit: financial?.creditDebit ?? null,
      payment_method: financial?.method ?? null,
      payment_format: financial?.format ?? null,
      sender_aba_transit_routing_number: routing(financial?.payerBankQualifier, '01', financial?.payerBank),
      sender_canadian_bank_branch_and_institution_number: routing(
        financial?.payerBankQualifier,
        '04',
        financial?.payerBank,
      ),
      sender_account_type: financial?.payerAccountQualifier ?? null,
      sender_bank_account_number: financial?.payerAccount ?? null,
      sender_id: financial?.originCompany ?? null,
      sender_supplemental_id: financial?.originSupplemental ?? null,
      receiver_aba_transit_routing_number: routing(financial?.payeeBankQualifier, '01', financial?.payeeBank),
      receiver_canadian_bank_branch_and_institution_number: routing(
        financial?.payeeBankQualifier,
        '04',
        financial?.payeeBank,
      ),
      receiver_account_type: financial?.payeeAccountQualifier ?? null,
      receiver_bank_account_number: financial?.payeeAccount ?? null,
      issue_date: financial?.date ?? null,
    },
    reassociation_trace_number: {
      trace_type: trace?.type ?? null,
      check_or_eft_trace_number: trace?.number ?? null,
      payer_id: trace?.company ?? null,
      originating_company_supplemental_code: trace?.supplemental ?? null,
    },
    // The guide uses neither a rate nor descriptions here.
    currency_information: { currency_code: currency?.currency ?? null, exchange_rate: null },
    receiver: { id: receiverIdentification?.value ?? null, description: null, reference_id: null },
    version: { version_number: versionIdentification?.value ?? null, description: null, reference_id: null },
    production_date: { date: productionDate?.date ?? null },
  };
}

function payerFacade(payer: Partial<Loop1000A> | undefined) {
  const ids = payer?.additionalPayerIdentification;
  return {
    payer_id: coded(ids, '2U'),
    submitter_id: coded(ids, 'EO'),
    hin: coded(ids, 'HI'),
    naic_code: coded(ids, 'NF'),
    contact_details: { name: payer?.name?.name ?? null },
  };
}

/** The first amount of each group; nothing is none. */
function adjustmentFacade(adjustments: Loop2100['adjustments']) {
  const of = (group: string) => ({
    amount_1: money(adjustments?.find((one) => one.group === group)?.adjustments[0]?.amount),
  });
  return { patient_responsibility: of('PR'), contractual_obligation: of('CO') };
}

function claimFacade(claim: Loop2100) {
  return {
    date_received: claim.claimReceivedDate?.date ?? null,
    date_statement_period_start: dated(claim.statementDates, '232'),
    claim_adjustments: adjustmentFacade(claim.adjustments),
    payment_info: { patient_control_number: claim.payment.patientControlNumber },
    patient: { first_name: claim.patient.firstName ?? null },
    group_or_policy_number: coded(claim.otherIdentification, '1L'),
    contract_class: coded(claim.otherIdentification, 'CE'),
    line_items: (claim.lines ?? []).map(lineFacade),
  };
}

function lineFacade(line: Loop2110) {
  return {
    charge: money(line.service.charge),
    payment: money(line.service.paid),
    quantity: line.service.units ?? null,
    provider_control_number: line.lineControlNumber?.value ?? null,
    allowed_amount: money(line.supplementalAmounts?.find(({ qualifier }) => qualifier === 'B6')?.amount),
    claim_adjustments: adjustmentFacade(line.adjustments),
  };
}
