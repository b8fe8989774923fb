/** Finding the claims that answers speak of. */
import type { Selectable } from 'kysely';
import type { Claim } from '../../schemas/claim.ts';
import { anyOf } from './bulk.ts';
import type { Db } from './database.ts';
import type { ClaimsTable } from './tables.ts';

const KEY = [
  'id', 'partnerId', 'usage', 'patientControlNumber', 'frequency', 'payerId', 'billingNpi', 'chargeCents', 'serviceFrom', 'serviceTo',
  'state', 'payerClaimNumber', 'createdAt',
] as const; // biome-ignore format: a list

/** What matching looks at, without the claim's content. */
export type ClaimKey = Pick<Selectable<ClaimsTable>, (typeof KEY)[number]>;

/** Claims with one of the patient control numbers, of one partner or of all. */
export function findClaimsByControlNumbers(
  db: Db,
  partnerId: string | undefined,
  numbers: readonly string[],
): Promise<ClaimKey[]> {
  return findBy(db, 'patientControlNumber', partnerId, numbers);
}

/** Claims with one of the payer's claim numbers, of one partner or of all. */
export function findClaimsByPayerNumbers(
  db: Db,
  partnerId: string | undefined,
  numbers: readonly string[],
): Promise<ClaimKey[]> {
  return findBy(db, 'payerClaimNumber', partnerId, numbers);
}

/** Claims by id. */
export function findClaimKeys(db: Db, ids: readonly string[]): Promise<ClaimKey[]> {
  return findBy(db, 'id', undefined, ids);
}

/** The claims themselves, by id. */
export function claimBodies(db: Db, ids: readonly string[]): Promise<{ id: string; body: Claim }[]> {
  return db.selectFrom('claims').select(['id', 'body']).where('id', '=', anyOf(ids, 'uuid')).orderBy('id').execute();
}

function findBy(
  db: Db,
  column: 'id' | 'patientControlNumber' | 'payerClaimNumber',
  partnerId: string | undefined,
  values: readonly string[],
): Promise<ClaimKey[]> {
  return db
    .selectFrom('claims')
    .select(KEY)
    .where(column, '=', anyOf(values, column === 'id' ? 'uuid' : 'text'))
    .$if(partnerId !== undefined, (query) => query.where('partnerId', '=', partnerId!))
    .orderBy('id')
    .execute();
}
