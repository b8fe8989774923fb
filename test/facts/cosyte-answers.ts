/** cosyte/x12: 835, 999, TA1, 277CA and 277 as its decoders show them. */
import { describeCode } from '../../src/codes/describe.ts';
import { hierarchy, levelsIn } from './cosyte-claims.ts';
import { type Loop, loopsNamed, segmentsNamed } from './loop-tree.ts';
import { adjustments, amount, at, dates, entity, references } from './segment-views.ts';

/** An 835. */
export function remittance(set: Loop) {
  const [bpr] = segmentsNamed(set, 'BPR');
  return {
    payment: {
      transactionHandlingCode: at(bpr, 1),
      totalActualPayment: amount(at(bpr, 2)),
      creditDebitFlag: at(bpr, 3),
      method: at(bpr, 4),
      paymentDate: at(bpr, 16),
    },
    traces: segmentsNamed(set, 'TRN').map((trn) => ({ referenceId: at(trn, 2) })),
    payer: entity(loopsNamed(set, '1000A')[0]),
    payee: entity(loopsNamed(set, '1000B')[0]),
    claims: loopsNamed(set, '2100').map(paymentView),
  };
}

const described = (kind: 'carc' | 'rarc', code: string | null) => describeCode(kind, code ?? '') ?? null;

function paymentView(loop: Loop) {
  const [clp] = loop.segments;
  const date = (qualifier: string) =>
    at(
      segmentsNamed(loop, 'DTM').find((dtm) => dtm[1] === qualifier),
      2,
    );
  return {
    patientControlNumber: at(clp, 1),
    claimStatusCode: at(clp, 2),
    totalChargeAmount: amount(at(clp, 3)),
    totalPaymentAmount: amount(at(clp, 4)),
    patientResponsibilityAmount: amount(at(clp, 5)),
    servicePeriodStart: date('232'),
    servicePeriodEnd: date('233'),
    patient: entity(loop, 'QC'),
    serviceProvider: entity(loop, '82'),
    adjustments: adjustments(loop),
    serviceLines: loopsNamed(loop, '2110').map((line) => ({
      productServiceIdQualifier: at(line.segments[0], 1, 1),
      productServiceId: at(line.segments[0], 1, 2),
      chargeAmount: amount(at(line.segments[0], 2)),
      paymentAmount: amount(at(line.segments[0], 3)),
      adjustments: adjustments(line).map((one) => ({ ...one, reasonDescription: described('carc', one.reasonCode) })),
      remarks: segmentsNamed(line, 'LQ').map((lq) => ({ code: at(lq, 2), description: described('rarc', at(lq, 2)) })),
    })),
  };
}

/** A 999. */
export function acknowledgment(set: Loop) {
  const [[ak1], [ak9]] = [segmentsNamed(set, 'AK1'), segmentsNamed(set, 'AK9')];
  return {
    ak1: { functionalIdCode: at(ak1, 1), groupControlNumber: at(ak1, 2), versionRelease: at(ak1, 3) },
    transactionResponses: loopsNamed(set, '2000').map(responseView),
    ak9: {
      disposition: at(ak9, 1),
      numberOfTransactionSets: at(ak9, 2),
      numberOfReceivedTransactionSets: at(ak9, 3),
      numberOfAcceptedTransactionSets: at(ak9, 4),
    },
  };
}

function responseView(loop: Loop) {
  const [[ak2], [ik5]] = [segmentsNamed(loop, 'AK2'), segmentsNamed(loop, 'IK5')];
  return {
    ak2: {
      transactionSetIdCode: at(ak2, 1),
      transactionSetControlNumber: at(ak2, 2),
      implementationConventionReference: at(ak2, 3),
    },
    ik5: { disposition: at(ik5, 1), syntaxErrorCodes: ik5?.slice(2) ?? [] },
    segmentNotes: loopsNamed(loop, '2100').map((note) => ({
      ik3: {
        segmentIdCode: at(note.segments[0], 1),
        segmentPositionInTransactionSet: at(note.segments[0], 2),
        loopIdentifier: at(note.segments[0], 3),
        syntaxErrorCode: at(note.segments[0], 4),
      },
      elementNotes: loopsNamed(note, '2110').map(({ segments: [ik4] }) => ({
        ik4: {
          position: { element: at(ik4, 1, 1), component: at(ik4, 1, 2) },
          dataElementReferenceNumber: at(ik4, 2),
          syntaxErrorCode: at(ik4, 3),
        },
      })),
    })),
  };
}

/** An interchange with its TA1 segments. */
export function interchange(isa: Loop) {
  const ta1Segments = segmentsNamed(isa, 'TA1').map((ta1) => ({
    interchangeControlNumber: at(ta1, 1),
    interchangeDate: at(ta1, 2),
    interchangeTime: at(ta1, 3),
    ackCode: at(ta1, 4),
    noteCode: at(ta1, 5),
    noteCodeRaw: at(ta1, 5),
  }));
  return { ta1Segments, groups: isa.loops };
}

/** A 277CA or a 277: every loop that reports a status is a claim of it. */
export function statusReport(set: Loop) {
  const version = at(set.segments[0], 3);
  return {
    transactionType: version?.startsWith('005010X214') === true ? 'claim-acknowledgment' : 'claim-status',
    implementationConventionReference: version,
    claims: statusesIn(set, []),
    hierarchies: levelsIn(set).map(hierarchy),
  };
}

function statusesIn(loop: Loop, around: readonly Loop[]): ReturnType<typeof statusView>[] {
  const inside = [...around, loop];
  return loop.loops.flatMap((inner) =>
    /^2200/.test(inner.id) && segmentsNamed(inner, 'STC').length > 0
      ? [statusView(inner, inside)]
      : statusesIn(inner, inside),
  );
}

function statusView(loop: Loop, around: readonly Loop[]) {
  const named = (id: string) => entity(around.flatMap((one) => one.loops.filter((inner) => inner.id === id))[0]);
  return {
    traces: segmentsNamed(loop, 'TRN').map((trn) => ({ referenceId: at(trn, 2) })),
    statuses: statusSegments(loop),
    references: references(loop),
    dates: dates(loop),
    informationSource: named('2100A'),
    serviceProvider: named('2100C'),
    subscriber: named('2100D'),
    serviceLines: loop.loops
      .filter(({ id }) => /^2220/.test(id))
      .map((line) => ({
        serviceIdQualifier: at(line.segments[0], 1, 1),
        procedureCode: at(line.segments[0], 1, 2),
        lineChargeAmount: amount(at(line.segments[0], 2)),
        statuses: statusSegments(line),
        references: references(line),
      })),
  };
}

const statusSegments = (loop: Loop) =>
  segmentsNamed(loop, 'STC').map((stc) => ({
    statusEffectiveDate: at(stc, 2),
    actionCode: at(stc, 3),
    totalChargeAmount: amount(at(stc, 4)),
    statuses: [1, 10, 11]
      .filter((place) => at(stc, place) !== null)
      .map((place) => ({
        categoryCode: at(stc, place, 1),
        categoryDescription: describeCode('category', at(stc, place, 1) ?? '') ?? null,
        statusCode: at(stc, place, 2),
        statusDescription: describeCode('status', at(stc, place, 2) ?? '') ?? null,
        entityCode: at(stc, place, 3),
      })),
  }));
