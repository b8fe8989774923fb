/** TA1, 999, 997 and 277CA of a received file as rows and claim events, tied to the files and claims they speak of. */

import type { AckGroupRecord, AckTransactionRecord, Ta1Record } from '../../schemas/records.ts';
import { envelopeErrors } from '../acks/set-errors.ts';
import type { Item } from '../read-interchange.ts';
import type { Tx } from '../store/database.ts';
import type { FileRow } from '../store/files.ts';
import type { Vault } from '../store/vault.ts';
import {
  type AckContext,
  type Acknowledgments,
  ackContext,
  addEvent,
  addRow,
  claimsOfSet,
  plainNumber,
  sentFile,
} from './ack-context.ts';
import { type ClaimAckTaker, createClaimAckTaker } from './ingest-claim-acks.ts';
import type { Matcher } from './matching.ts';
import { faultsByClaim, type LocatedFaults, locateFaults } from './set-faults.ts';

type Context = AckContext & {
  claimAcks: ClaimAckTaker;
  located: LocatedFaults;
  /** Sets of the group that the 999 we are in has answered one by one, and whether they were taken. */
  listed: Map<string, boolean>;
};

/** Everything the acknowledgments of a file say. Reads only. */
export async function collectAcknowledgments(
  tx: Tx,
  file: FileRow,
  items: readonly Item[],
  match: Matcher,
  vault: Vault,
): Promise<Acknowledgments> {
  const shared = ackContext(tx, file, match);
  const context: Context = Object.assign(shared, {
    claimAcks: createClaimAckTaker(shared),
    located: await locateFaults(shared, vault, items),
    listed: new Map<string, boolean>(),
  });
  for (const item of items) {
    context.position++;
    await takeItem(context, item);
  }
  context.claimAcks.end();
  const { acknowledgments, events, payerNumbers } = context;
  return { acknowledgments, events, payerNumbers };
}

async function takeItem(context: Context, item: Item): Promise<void> {
  switch (item.type) {
    case 'interchange':
      context.claimAcks.end();
      context.usage = item.usage;
      return;
    case 'transaction':
      context.claimAcks.end();
      context.listed = new Map();
      return;
    case 'ta1':
      return takeTa1(context, item);
    case '999.transaction':
    case '997.transaction':
      return takeTransaction(context, item);
    case '999.group':
    case '997.group':
      return takeGroup(context, item);
    case '277ca.level':
      return context.claimAcks.level(item);
    case '277ca.claim':
      return context.claimAcks.claim(item);
  }
}

async function takeTa1(context: Context, item: Ta1Record): Promise<void> {
  const sent = await sentFile(context, { isa13: item.isa13.padStart(9, '0') });
  const rejected = item.result === 'R';
  const codes = [item.result, item.note];
  const errors = envelopeErrors('interchange', [item.note]);
  const row = {
    kind: 'ta1',
    answersFileId: sent?.file.id,
    isa13: item.isa13,
    result: rejected ? 'rejected' : 'accepted',
    codes,
    origin: item.origin,
  } as const;
  addRow(context, row);
  for (const claim of sent?.claims ?? []) {
    const { claimId, patientControlNumber } = claim;
    if (rejected) addRow(context, { ...row, claimId, patientControlNumber, detail: { errors } });
    addEvent(context, claim, rejected ? 'interchange_rejected' : 'interchange_accepted', item, { codes });
  }
}

/** A and E take the set (E notes errors), all else refuses it. P takes a group in part. */
function resultOf(code: string): 'accepted' | 'accepted_with_errors' | 'partly_accepted' | 'rejected' {
  return ({ A: 'accepted', E: 'accepted_with_errors', P: 'partly_accepted' } as const)[code] ?? 'rejected';
}

async function takeTransaction(context: Context, item: AckTransactionRecord): Promise<void> {
  const sent = await sentFile(context, { gs06: plainNumber(item.ackGs06) });
  const result = resultOf(item.result);
  const codes = [item.result, ...item.codes];
  context.listed.set(plainNumber(item.st02), result !== 'rejected');
  const claims = claimsOfSet(sent, item);
  const faultsOf = faultsByClaim(claims, item.errors, context.located);
  const row = {
    kind: item.type === '999.transaction' ? '999' : '997',
    answersFileId: sent?.file.id,
    gs06: item.ackGs06,
    st02: item.st02,
    codes,
    origin: item.origin,
  } as const;
  if (claims.length === 0) addRow(context, { ...row, result, detail: { errors: item.errors } });
  for (const claim of claims) {
    const { claimId, patientControlNumber } = claim;
    const { errors, ...whose } = faultsOf(claim);
    const ofSet = result === 'rejected' ? envelopeErrors('set', item.codes) : [];
    const told = { errors: [...errors, ...ofSet], ...whose };
    const own = result === 'accepted_with_errors' && whose.withSet && errors.length === 0 ? 'accepted' : result;
    addRow(context, { ...row, claimId, patientControlNumber, result: own, detail: told });
    addEvent(context, claim, result === 'rejected' ? 'rejected_999' : 'acknowledged', item, { codes, ...told });
  }
}

/**
 * The group's result stands for its sets that were not answered one by one; a refused group refuses all of them. Some
 * partners answer each set with a 999 of its own: what such a one does not list, it does not speak of.
 */
async function takeGroup(context: Context, item: AckGroupRecord): Promise<void> {
  const gs06 = plainNumber(item.gs06);
  const sent = await sentFile(context, { gs06 });
  const { included, received, accepted } = item;
  const result = resultOf(item.result);
  const refused = result === 'rejected';
  const codes = [item.result, ...item.codes];
  const row = {
    kind: item.type === '999.group' ? '999' : '997',
    answersFileId: sent?.file.id,
    gs06: item.gs06,
    result,
    codes,
    detail: { included, received, accepted },
    origin: item.origin,
  } as const;
  addRow(context, row);
  const claims = (sent?.claims ?? []).filter((claim) => claim.gs06 === gs06);
  const sets = new Set(claims.map(({ st02 }) => st02));
  const speaksOfAll = context.listed.size === 0 || included >= sets.size;
  for (const claim of claims) {
    const { claimId, st02, patientControlNumber } = claim;
    const listed = context.listed.get(plainNumber(st02));
    const concerned = listed === undefined ? speaksOfAll : listed && refused;
    if (!concerned) continue;
    const detail = { errors: envelopeErrors('group', item.codes) };
    if (refused) addRow(context, { ...row, st02, claimId, patientControlNumber, detail });
    addEvent(context, claim, refused ? 'rejected_999' : 'acknowledged', item, { codes });
  }
}
