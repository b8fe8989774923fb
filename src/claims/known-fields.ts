/** The fields that a claim object may have at a place, by its schemas, and which of them a name that is none comes nearest to. */
import { z } from 'zod';
import { type ClaimKind, claimKinds } from '../../schemas/claim.ts';

type Path = readonly PropertyKey[];

/** The names of the fields of the object at a path of a claim of that kind; none where no object stands. */
export function fieldsAt(kind: ClaimKind, path: Path): readonly string[] {
  return Object.keys(shapeOf(schemaAt(kind, path)) ?? {});
}

/** The schema of what stands at a path of a claim of that kind; undefined where nothing can. */
export function schemaAt(kind: ClaimKind, path: Path): z.core.$ZodType | undefined {
  const ofKind = claimKinds.options.find((one) => shapeOf(one)?.kind !== undefined && kindOf(one) === kind);
  let schema: z.core.$ZodType | undefined = ofKind;
  for (const step of path) schema = stepInto(schema, step);
  return schema;
}

/** The kinds of claim that have a field of that name at a path. */
export function kindsWith(path: Path, name: string): ClaimKind[] {
  return KIND_NAMES.filter((kind) => fieldsAt(kind, path).includes(name));
}

const KIND_NAMES: readonly ClaimKind[] = ['professional', 'institutional', 'dental'];

function kindOf(option: z.core.$ZodType): unknown {
  const literal = innermost(shapeOf(option)?.kind);
  return literal instanceof z.ZodLiteral ? literal.value : undefined;
}

function shapeOf(schema: z.core.$ZodType | undefined): Readonly<Record<string, z.core.$ZodType>> | undefined {
  const inner = innermost(schema);
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

function stepInto(schema: z.core.$ZodType | undefined, step: PropertyKey): z.core.$ZodType | undefined {
  const inner = innermost(schema);
  return inner instanceof z.ZodArray ? inner.element : shapeOf(inner)?.[String(step)];
}

/** What a schema takes, without what it says of absence, defaults and transforms. */
function innermost(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return innermost(schema.def.innerType);
  return schema instanceof z.ZodPipe ? innermost(schema.def.in) : schema;
}

/**
 * The known name that somebody may have meant: the same letters, a name whose words stand in the given one or the other way
 * round (`chargeAmount`, `charge`), or one a slip of the keyboard away; undefined where none is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const given = wordsOf(name);
  const ranked = known
    .map((one) => ({ one, far: distance(given, wordsOf(one)) }))
    .filter(({ far }) => far < FAR)
    .sort((left, right) => left.far - right.far);
  return ranked[0]?.one;
}

const FAR = 10;

/** `memberID`, `member_id` and `MemberId` are the words member and id. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 40)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** 0 for the same, then by slips of the keyboard (at most one for three letters), then by the words that are too many. */
function distance(given: readonly string[], known: readonly string[]): number {
  const [left, right] = [given.join(''), known.join('')];
  const slips = slipsBetween(left, right);
  if (slips <= Math.min(3, Math.floor(Math.max(left.length, right.length) / 3))) return slips;
  const [few, many] = given.length < known.length ? [given, known] : [known, given];
  const holds = few.length > 0 && few.every((word) => many.includes(word));
  return holds ? 3 + many.length - few.length : FAR;
}

/** Letters put in, left out or changed, and neighbours that changed places. */
function slipsBetween(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let down = 1; down <= left.length; down++) {
    const next = [down];
    for (let across = 1; across <= right.length; across++) {
      const same = left[down - 1] === right[across - 1];
      let least = Math.min(row[across]! + 1, next[across - 1]! + 1, row[across - 1]! + (same ? 0 : 1));
      const turned = across > 1 && left[down - 1] === right[across - 2] && left[down - 2] === right[across - 1];
      if (turned) least = Math.min(least, before[across - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[right.length] ?? 0;
}
