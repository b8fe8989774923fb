/** Pieces that claims, remittances and acknowledgments share when they become records. */
import type { PartyRecord, ProcedureRecord } from '../../schemas/records.ts';
import { clean } from '../clean.ts';
import { type Cents, ZERO_CENTS } from '../money.ts';

type NameLike = { [key in keyof PartyRecord]?: string | undefined };

/** A name segment (NM1) as a party. */
export function party(name: (NameLike & { type?: string | undefined }) | undefined): PartyRecord {
  return clean({
    entity: name?.entity,
    lastName: name?.lastName,
    firstName: name?.firstName,
    middleName: name?.middleName,
    suffix: name?.suffix,
    idQualifier: name?.idQualifier,
    id: name?.id,
  });
}

type ProcedureLike = {
  qualifier: string;
  code: string;
  modifiers?: readonly string[] | undefined;
  description?: string | undefined;
};

/** A composite medical procedure (C003). */
export function procedureOf(procedure: ProcedureLike | undefined): ProcedureRecord {
  return clean({
    qualifier: procedure?.qualifier ?? '',
    code: procedure?.code ?? '',
    modifiers: [...(procedure?.modifiers ?? [])],
    description: procedure?.description,
  });
}

/** An amount, zero where the file has none. */
export function centsOf(value: Cents | undefined): Cents {
  return value ?? ZERO_CENTS;
}
