/** Any X12 health care file to records, in file order and constant memory. */
import type {
  AckGroupRecord,
  AckTransactionRecord,
  ClaimAckLevelRecord,
  ClaimAckRecord,
  ClaimPaymentRecord,
  ClaimRecord,
  GroupRecord,
  InterchangeRecord,
  PaymentRecord,
  SegmentsRecord,
  StatusLevelRecord,
  StatusRequestRecord,
  StatusResponseRecord,
  SummaryRecord,
  Ta1Record,
  TransactionRecord,
} from '../schemas/records.ts';
import { claimAckFrom277, groupFrom999, ta1Record, transactionFrom997, transactionFrom999 } from './acks/from-acks.ts';
import { claimFrom837 } from './claims/from-837.ts';
import { statusFrom277, statusRequestFrom276 } from './claims/from-status.ts';
import { clean } from './clean.ts';
import type { CodeEditions } from './codes/edition.ts';
import { WIRE } from './guides/index.ts';
import type { Loop2000 as Loop2000Of835, Loop2100, Set835 } from './guides/values/835.ts';
import type { LoopAK2, Set997 } from './guides/values/997.ts';
import type { LoopAK2 as LoopAK2X230, Set997X230 } from './guides/values/997x230.ts';
import type { Loop2000, Set999 } from './guides/values/999.ts';
import type { Issue, Snip } from './issue.ts';
import { claimPaymentFrom835 } from './remits/from-835.ts';
import { type ClaimTotals, countClaim, noTotals, paymentFrom835 } from './remits/payment-from-835.ts';
import { createChecker } from './rules/checker.ts';
import { bytesOf, piecesOf, type Source } from './source.ts';
import { countItem, noCounts, summaryOf } from './summary.ts';
import { createIssueList } from './x12/issue-list.ts';
import { type Limits, limitsFrom } from './x12/limits.ts';
import type { Places } from './x12/places.ts';
import { createWireReader, type WireItem } from './x12/reader.ts';

/** One item of a file; `type` tells which. */
export type Item =
  | InterchangeRecord
  | GroupRecord
  | TransactionRecord
  | ClaimRecord
  | ClaimPaymentRecord
  | PaymentRecord
  | ClaimAckRecord
  | ClaimAckLevelRecord
  | StatusRequestRecord
  | StatusResponseRecord
  | StatusLevelRecord
  | AckTransactionRecord
  | AckGroupRecord
  | Ta1Record
  | SegmentsRecord
  | Issue
  | SummaryRecord;

export type ReadOptions = {
  /** Name of the file, repeated in every origin. */
  file?: string;
  /** How far to check by rules, as a SNIP type. Unless given: only what the guides declare, and whether amounts add up. */
  snip?: Snip;
  /** How much the file may ask for, where it differs from the usual limits. */
  limits?: Partial<Limits>;
  /** Code lists of their owners that codes are looked up in, where `snip` asks for codes. */
  codes?: CodeEditions;
};

/**
 * Reads a file as it arrives; the last item is the summary. Never throws for what the data holds.
 * @example
 * for await (const item of readInterchange(createReadStream(file)))
 *   if (item.type === '835.claim') console.log(item.patientControlNumber, formatCents(item.paidCents));
 */
export async function* readInterchange(
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const reader = createRecordReader(options);
  for await (const piece of bytesOf(source)) yield* reader.push(piece);
  yield* reader.end();
}

/** The same for whole input in memory. */
export function* readInterchangeSync(
  source: string | Uint8Array,
  options: ReadOptions = {},
): Generator<Item, void, undefined> {
  const reader = createRecordReader(options);
  for (const piece of piecesOf(source)) yield* reader.push(piece);
  yield* reader.end();
}

function createRecordReader({ snip, codes, ...options }: ReadOptions) {
  // Places cost time: they are noted only where rules were asked for.
  const places: Places | undefined = snip !== undefined ? new WeakMap() : undefined;
  const issues = createIssueList(limitsFrom(options.limits).issues);
  const wire = createWireReader({ ...WIRE, ...options, issues, ...(places === undefined ? {} : { places }) });
  const check = createChecker({ upTo: snip, places, codes });
  const counts = noCounts();
  const origin = options.file === undefined ? {} : { file: options.file };
  const totals = noTotals();
  /** A record, then what breaks a rule in it. */
  const itemsOf = (item: WireItem): Item[] => {
    const found = check(item);
    countItem(counts, item, found.length);
    if (item.kind === 'end') return [...issues.unlisted(origin), summaryOf(item.totals, counts, origin)];
    const items = toItems(item, totals);
    return found.length === 0 ? items : [...items, ...found.filter(issues.admits)];
  };
  return {
    push: (chunk: Uint8Array): Item[] => wire.push(chunk).flatMap(itemsOf),
    end: (): Item[] => wire.end().flatMap(itemsOf),
  };
}

function toItems(item: WireItem, totals: ClaimTotals): Item[] {
  switch (item.kind) {
    case 'interchange':
      return [interchangeItem(item)];
    case 'group': {
      const { gs01, gs06, gs08, sender, receiver } = item.header;
      return [{ type: 'group', gs01, gs06, gs08, sender, receiver, origin: item.origin }];
    }
    case 'set': {
      Object.assign(totals, noTotals());
      const { st01, st02 } = item.header;
      return [{ type: 'transaction', st01, st02, guide: item.guide?.id ?? 'unknown', origin: item.origin }];
    }
    case 'record':
      return recordItem(item, totals);
    case 'set-end':
      return setEndItem(item, totals);
    case 'ta1':
      return [ta1Record(item.ack, item.origin)];
    case 'issue':
      return [item.issue];
    default:
      return [];
  }
}

function interchangeItem({ header, origin }: WireItem & { kind: 'interchange' }): InterchangeRecord {
  return clean({
    type: 'interchange',
    isa13: header.isa13,
    sender: header.sender.id,
    receiver: header.receiver.id,
    senderQualifier: header.sender.qualifier,
    receiverQualifier: header.receiver.qualifier,
    usage: header.usage,
    version: header.version,
    date: header.date,
    time: header.time,
    acknowledgmentRequested: header.acknowledgmentRequested,
    origin,
  });
}

/** Values are what the guide's declaration says they are: the record's guide decides their type. */
function recordItem({ guide, record, origin }: WireItem & { kind: 'record' }, totals: ClaimTotals): Item[] {
  const { parents } = record;
  const claim = claimFrom837(guide, record, origin);
  if (claim !== undefined) return [claim];
  switch (`${guide.set} ${guide.id}`) {
    case '835 005010X221A1': {
      const header = parents[1] as Loop2000Of835 | undefined;
      const payment = claimPaymentFrom835(record.value as Loop2100, header, origin);
      countClaim(totals, payment, header);
      return [payment];
    }
    case '276 005010X212':
      return [statusRequestFrom276(record, origin)];
    case '277 005010X212':
      return [statusFrom277(record, origin)];
    case '277 005010X214':
      return [claimAckFrom277(record, origin)];
    case '999 005010X231A1':
      return [transactionFrom999(record.value as Loop2000, parents[0] as Set999, origin)];
    case '997 004010':
      return [transactionFrom997(record.value as LoopAK2, parents[0] as Set997, origin)];
    case '997 005010X230':
      return [transactionFrom997(record.value as LoopAK2X230, parents[0] as Set997X230, origin)];
    default:
      return [];
  }
}

function setEndItem(
  { guide, header, value, segments, origin }: WireItem & { kind: 'set-end' },
  totals: ClaimTotals,
): Item[] {
  if (guide === undefined) return [{ type: 'segments', st01: header.st01, count: segments, origin }];
  switch (guide.set) {
    case '835':
      return [paymentFrom835(value as Set835, totals, origin)];
    case '999':
      return [groupFrom999('999.group', value as Set999, origin)];
    case '997':
      return [groupFrom999('997.group', value as Set997 | Set997X230, origin)];
    default:
      return [];
  }
}
