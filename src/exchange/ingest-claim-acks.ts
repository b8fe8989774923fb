/** 277CA of a received file as rows and claim events: each claim that is listed, and those that a level speaks of without listing them. */
import type { ClaimAckLevelRecord, ClaimAckRecord, ClaimStatusRecord } from '../../schemas/records.ts';
import {
  type ClaimAckResult,
  type ClaimAckStage,
  categoriesOutsideGuide,
  claimAckOutcome,
  type ListedClaims,
  levelResult,
  stageOf,
  unlistedResult,
} from '../acks/claim-ack.ts';
import type { ClaimEventType } from '../claims/lifecycle.ts';
import { claimsOfBiller, type FileClaim } from '../store/sent-files.ts';
import { type AckContext, addEvent, addRow, type SentFile, sentFile } from './ack-context.ts';
import { sentBatch } from './batch-reference.ts';

/** A level whose claims are passing. */
type OpenLevel = {
  item: ClaimAckLevelRecord;
  position: number;
  sent: SentFile | undefined;
  /** The claims it speaks of, as far as the batch is one of ours. */
  claims: readonly FileClaim[];
  /** Those of them that were answered one by one, or by a level below. */
  answered: Set<string>;
  listed: ListedClaims;
};

export type ClaimAckTaker = {
  level(item: ClaimAckLevelRecord): Promise<void>;
  claim(item: ClaimAckRecord): void;
  /** At the end of each set: what its open levels say of the claims that were not listed. */
  end(): void;
};

/** Takes the items of 277CA sets in file order into the context. */
export function createClaimAckTaker(context: AckContext): ClaimAckTaker {
  const open: { receiver?: OpenLevel | undefined; provider?: OpenLevel | undefined } = {};
  let received: Pick<ClaimAckLevelRecord, 'receivedDate' | 'processedDate'> = {};
  const end = (): void => {
    closeLevel(context, open.provider, open.receiver);
    closeLevel(context, open.receiver);
    open.provider = undefined;
    open.receiver = undefined;
  };
  return {
    end,
    async level(item) {
      if (item.level === 'source') {
        end();
        received = { receivedDate: item.receivedDate, processedDate: item.processedDate };
        return;
      }
      if (item.level === 'receiver') {
        end();
        open.receiver = await openReceiver(context, item);
        addLevelRow(context, open.receiver, received);
        return;
      }
      closeLevel(context, open.provider, open.receiver);
      open.provider = await openProvider(context, item, open.receiver);
      addLevelRow(context, open.provider, received);
    },
    claim(item) {
      takeClaim(context, item, open.receiver, open.provider);
    },
  };
}

async function openReceiver(context: AckContext, item: ClaimAckLevelRecord): Promise<OpenLevel> {
  const batch = sentBatch(context.file.partnerId, item.trace ?? '');
  const sent = batch === undefined ? undefined : await sentFile(context, { isa13: batch.isa13 });
  const claims = sent?.claims.filter(({ st02 }) => st02 === batch?.st02) ?? [];
  return levelOf(context, item, sent, claims);
}

/** A provider is known by NPI or tax id. By whatever number, it is the one whose claims are the whole batch. */
async function openProvider(
  context: AckContext,
  item: ClaimAckLevelRecord,
  receiver: OpenLevel | undefined,
): Promise<OpenLevel> {
  const { sent, claims = [] } = receiver ?? {};
  const id = item.provider?.id ?? '';
  const isNpi = /^\d{10}$/.test(id);
  const byNpi = claims.filter(({ billingNpi }) => billingNpi === id);
  if (sent === undefined || isNpi || byNpi.length > 0) return levelOf(context, item, sent, byNpi);
  const ids = new Set(await claimsOfBiller(context.tx, sent.file.id, id));
  const byTaxId = claims.filter(({ claimId }) => ids.has(claimId));
  const isOne = new Set(claims.map(({ billingNpi }) => billingNpi)).size === 1 && claims[0]?.billingNpi !== null;
  return levelOf(context, item, sent, byTaxId.length > 0 || !isOne ? byTaxId : claims);
}

function levelOf(
  { position }: AckContext,
  item: ClaimAckLevelRecord,
  sent: SentFile | undefined,
  claims: readonly FileClaim[],
): OpenLevel {
  return { item, position, sent, claims, answered: new Set(), listed: { accepted: 0, rejected: 0 } };
}

function levelFacts({ item, sent, claims }: OpenLevel) {
  const { level, trace, statuses, source } = item;
  return {
    kind: '277ca',
    answersFileId: sent?.file.id,
    gs06: claims[0]?.gs06,
    st02: claims[0]?.st02,
    stage: stageOf(source),
    codes: statusCodes(statuses),
    detail: { level, trace, statuses },
    origin: item.origin,
  } as const;
}

/** A level that tells nothing but its name is no answer; what it says is kept whether or not it is of ours. */
function addLevelRow(
  context: AckContext,
  open: OpenLevel,
  received: Pick<ClaimAckLevelRecord, 'receivedDate' | 'processedDate'>,
): void {
  const facts = levelFacts(open);
  const { acceptedClaims, rejectedClaims, acceptedCents, rejectedCents, provider } = open.item;
  const sums = { acceptedClaims, rejectedClaims, acceptedCents, rejectedCents };
  if (facts.codes.length === 0 && Object.values(sums).every((sum) => sum === undefined)) return;
  addRow(context, {
    ...facts,
    result: levelResult(open.item),
    detail: { ...facts.detail, ...sums, ...received, provider, ...outsideGuide(open.item.statuses) },
  });
}

/** What a finished level says of claims that were not listed becomes an answer of each, and counts for the level above. */
function closeLevel(context: AckContext, open: OpenLevel | undefined, above?: OpenLevel): void {
  if (open === undefined) return;
  const { claims, item, position, answered, listed } = open;
  const unlisted = claims.filter(({ claimId }) => !answered.has(claimId));
  const result = unlistedResult(item, listed, unlisted.length);
  if (result === undefined) return;
  const facts = levelFacts(open);
  const { stage, codes } = facts;
  for (const claim of unlisted) {
    const { claimId, patientControlNumber } = claim;
    addRow(context, { ...facts, claimId, patientControlNumber, result });
    const type = eventOf(stage, result);
    if (type !== undefined) addEvent(context, claim, type, item, { stage, codes, level: item.level }, position);
    countFor(above, claimId, result);
  }
}

function countFor(open: OpenLevel | undefined, claimId: string | undefined, result: ClaimAckResult): void {
  if (open === undefined) return;
  if (claimId !== undefined) open.answered.add(claimId);
  if (result === 'accepted' || result === 'rejected') open.listed[result]++;
}

function takeClaim(
  context: AckContext,
  item: ClaimAckRecord,
  receiver: OpenLevel | undefined,
  provider: OpenLevel | undefined,
): void {
  const { stage, result } = claimAckOutcome(item);
  const { statuses, lines, payerClaimNumber, clearinghouseNumber, patientControlNumber } = item;
  const claim = claimOf(context, item, receiver);
  const claimId = claim?.claimId;
  const codes = statusCodes(statuses);
  const told = { statuses, lines, payerClaimNumber, clearinghouseNumber };
  addRow(context, {
    kind: '277ca',
    answersFileId: receiver?.sent?.file.id,
    claimId,
    patientControlNumber,
    result,
    stage,
    codes,
    detail: { ...told, ...outsideGuide(statuses) },
    origin: item.origin,
  });
  countFor(receiver, claimId, result);
  countFor(provider, claimId, result);
  if (claim === undefined || claimId === undefined) return;
  if (payerClaimNumber !== undefined && claim.past !== true)
    context.payerNumbers.push({ claimId, payerClaimNumber, relayed: stage !== 'payer' });
  const type = eventOf(stage, result);
  if (type !== undefined) addEvent(context, claim, type, item, { stage, codes });
}

/** In a batch of ours the number names the claim, whatever other claims of the number there are. */
function claimOf(
  { match, usage }: AckContext,
  item: ClaimAckRecord,
  receiver: OpenLevel | undefined,
): { claimId: string; past?: boolean } | undefined {
  const number = item.patientControlNumber;
  const [inBatch, ...others] = receiver?.claims.filter((claim) => claim.patientControlNumber === number) ?? [];
  if (inBatch !== undefined && others.length === 0) return inBatch;
  const chargeCents = item.statuses.find((status) => status.chargeCents !== undefined)?.chargeCents;
  const claimId = match({ ...item, chargeCents, usage })?.claim.id;
  return claimId === undefined ? undefined : { claimId };
}

/** A claim that is pending at a clearinghouse was taken there; only a payer decides on it. */
function eventOf(stage: ClaimAckStage, result: ClaimAckResult): ClaimEventType | undefined {
  if (result === 'unknown') return undefined;
  if (stage === 'payer')
    return ({ accepted: 'accepted_payer', rejected: 'rejected_payer', pending: 'pending' } as const)[result];
  return result === 'rejected' ? 'rejected_clearinghouse' : 'accepted_clearinghouse';
}

function outsideGuide(statuses: readonly ClaimStatusRecord[]): { outsideGuide?: string[] } {
  const categories = categoriesOutsideGuide(statuses);
  return categories.length === 0 ? {} : { outsideGuide: categories };
}

function statusCodes(statuses: readonly ClaimStatusRecord[]): string[] {
  return statuses.map(({ category, status, entity }) =>
    [category, status, ...(entity === undefined ? [] : [entity])].join(':'),
  );
}
