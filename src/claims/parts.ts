/** Pieces that claims, remittances and acknowledgments share when they become records. */
import type {
  ClaimLineRecord,
  ClaimRecord,
  PartyRecord,
  ProcedureRecord,
  ProviderRecord,
} from '../../schemas/records.ts';
import { clean, cleaner } from '../clean.ts';
import { type Cents, ZERO_CENTS } from '../money.ts';

type NameLike = { [key in keyof PartyRecord]?: string | undefined };

const cleanParty = cleaner<PartyRecord>();

/** A name segment (NM1) as a party. */
export function party(name: (NameLike & { type?: string | undefined }) | undefined): PartyRecord {
  return cleanParty({
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
  qualifier?: string | undefined;
  code?: string | undefined;
  modifiers?: readonly string[] | undefined;
  description?: string | undefined;
};

const cleanProcedure = cleaner<ProcedureRecord>();

/** A composite medical procedure (C003). */
export function procedureOf(procedure: ProcedureLike | undefined): ProcedureRecord {
  return cleanProcedure({
    qualifier: procedure?.qualifier ?? '',
    code: procedure?.code ?? '',
    modifiers: procedure?.modifiers === undefined ? [] : [...procedure.modifiers],
    description: procedure?.description,
  });
}

/** An amount, zero where the file has none. */
export function centsOf(value: Cents | undefined): Cents {
  return value ?? ZERO_CENTS;
}

/** A procedure where there is one: an institutional line may go without. */
export function optionalProcedure(procedure: ProcedureLike | undefined): ProcedureRecord | undefined {
  return procedure === undefined ? undefined : procedureOf(procedure);
}

/** What the three kinds of claims say each in its own way. */
export type ClaimFacts = Pick<
  ClaimRecord,
  'kind' | 'diagnoses' | 'providers' | 'lines' | 'institutional' | 'dental'
> & {
  placeOfService: string | undefined;
};

type ProviderLoop = {
  name?: NameLike | undefined;
  specialty?: { taxonomy?: string | undefined } | undefined;
};

const cleanProvider = cleaner<ProviderRecord>();

function providerOf({ name, specialty }: ProviderLoop): ProviderRecord {
  return cleanProvider({
    entity: name?.entity,
    lastName: name?.lastName,
    firstName: name?.firstName,
    middleName: name?.middleName,
    suffix: name?.suffix,
    idQualifier: name?.idQualifier,
    id: name?.id,
    taxonomy: specialty?.taxonomy,
  });
}

/** The parties of provider loops (2310, 2420) that are there, in the order given. */
export function providersOf(loops: readonly (ProviderLoop | readonly ProviderLoop[] | undefined)[]): ProviderRecord[] {
  const found: ProviderRecord[] = [];
  for (const loop of loops) {
    if (loop === undefined) continue;
    if ('length' in loop) found.push(...loop.map(providerOf));
    else found.push(providerOf(loop));
  }
  return found;
}

type HealthCode = {
  code?: string | undefined;
  period?: string | undefined;
  amount?: Cents | undefined;
  presentOnAdmission?: string | undefined;
};
type HealthCodeSegment = { codes?: readonly HealthCode[] | undefined };

/** The codes of HI segments: one segment or several in a row. */
export function healthCodes(
  segments: HealthCodeSegment | readonly HealthCodeSegment[] | undefined,
): readonly HealthCode[] {
  if (segments === undefined) return [];
  return 'length' in segments ? segments.flatMap(({ codes }) => codes ?? []) : (segments.codes ?? []);
}

/** The codes alone. */
export function codesOf(segments: HealthCodeSegment | readonly HealthCodeSegment[] | undefined): string[] {
  const found: string[] = [];
  for (const { code } of healthCodes(segments)) if (code !== undefined) found.push(code);
  return found;
}

type DrugLoop = {
  drug?: { ids?: readonly { id?: string | undefined }[] | undefined } | undefined;
  quantity?:
    | {
        quantity?: string | undefined;
        unit?: { units?: readonly { unit?: string | undefined }[] | undefined } | undefined;
      }
    | undefined;
};

/** The drug of a line (loop 2410). */
export function drugOf(loop: DrugLoop | undefined): ClaimLineRecord['drug'] {
  if (loop === undefined) return undefined;
  const { drug, quantity } = loop;
  return clean({
    ndc: drug?.ids?.[0]?.id,
    quantity: quantity?.quantity,
    unit: quantity?.unit?.units?.[0]?.unit,
  });
}
