/** An 837 back into claim objects as their callers would have written them: to be edited, checked and submitted again. */
import type { ClaimKind } from '../../schemas/claim.ts';
import { WIRE } from '../guides/index.ts';
import type { Issue, Origin } from '../issue.ts';
import { bytesOf, piecesOf, type Source } from '../source.ts';
import type { Limits } from '../x12/limits.ts';
import type { Places } from '../x12/places.ts';
import { createWireReader, type WireItem } from '../x12/reader.ts';
import { claimKindOf } from './kinds.ts';
import { fieldsAt } from './known-fields.ts';
import { differencesIn } from './read-differences.ts';
import { claimFrom837, type LoopsRead } from './to-837.ts';
import { parseClaim } from './validate.ts';

/** A claim object that no one has checked yet: amounts are decimal, what the file does not say is absent. */
export type ClaimJson = Readonly<Record<string, unknown>>;

/** A claim of an 837. `issues` are those of its segments, of its form, and of where the claim object differs from the file. */
export type ClaimFrom837 = { type: 'claim'; kind: ClaimKind; claim: ClaimJson; origin: Origin; issues: Issue[] };

export type ClaimsOptions = {
  /** Name of the file, repeated in every origin. */
  file?: string;
  /** How much the file may ask for, where it differs from the usual limits. */
  limits?: Partial<Limits>;
};

/**
 * Reads the claims (loops 2300 with the loops around them) of 837P, 837I and 837D sets, in file order and constant memory;
 * issues that concern no one claim come between them. Submitter, receiver and envelope are no part of a claim. Never throws
 * for what the data holds.
 * @example
 * for await (const item of claimsFrom837(createReadStream(file)))
 *   if (item.type === 'claim') console.log(JSON.stringify(item.claim));
 */
export async function* claimsFrom837(
  source: Source,
  options: ClaimsOptions = {},
): AsyncGenerator<ClaimFrom837 | Issue, void, undefined> {
  const reader = createClaimReader(options);
  for await (const piece of bytesOf(source)) yield* reader.push(piece);
  yield* reader.end();
}

/** The same for whole input in memory. */
export function* claimsFrom837Sync(
  source: string | Uint8Array,
  options: ClaimsOptions = {},
): Generator<ClaimFrom837 | Issue, void, undefined> {
  const reader = createClaimReader(options);
  for (const piece of piecesOf(source)) yield* reader.push(piece);
  yield* reader.end();
}

function createClaimReader(options: ClaimsOptions) {
  const places: Places = new WeakMap();
  const wire = createWireReader({ ...WIRE, ...options, places });
  const collect = createCollector(places);
  return {
    push: (chunk: Uint8Array) => wire.push(chunk).flatMap(collect),
    end: () => wire.end().flatMap(collect),
  };
}

/** Gives back what can be handed out after each item: issues wait for the claim that they may belong to. */
function createCollector(places: Places): (item: WireItem) => (ClaimFrom837 | Issue)[] {
  let waiting: Issue[] = [];
  return (item) => {
    switch (item.kind) {
      case 'issue':
        waiting.push(item.issue);
        return [];
      case 'record': {
        const claim = claimOf(item, places);
        if (claim === undefined) return [];
        const { first, lastOrdinal } = item.record;
        const isInside = ({ origin }: Issue) =>
          origin?.segment !== undefined && origin.segment >= first.ordinal && origin.segment <= lastOrdinal;
        const inside = waiting.filter(isInside);
        const others = waiting.filter((found) => !isInside(found));
        waiting = [];
        return [...others, { ...claim, issues: [...inside, ...claim.issues] }];
      }
      default: {
        const given = waiting;
        waiting = [];
        return given;
      }
    }
  };
}

function claimOf(item: WireItem & { kind: 'record' }, places: Places): ClaimFrom837 | undefined {
  const { guide, record, origin } = item;
  const kind = claimKindOf(guide);
  if (kind === undefined) return undefined;
  const [set, provider = {}, subscriber = {}, patient] = record.parents;
  const { beginning } = (set ?? {}) as { beginning?: { type?: string } };
  const loops: LoopsRead = { purpose: beginning?.type, provider, subscriber, patient, claim: record.value };
  const claim = inOrder(kind, claimFrom837(kind, loops)) as ClaimJson;
  const { claim: checked, issues } = parseClaim(claim);
  const here = issues.map((found) => ({ ...found, origin }));
  return {
    type: 'claim',
    kind,
    claim,
    origin,
    issues: [...here, ...differencesIn({ kind, loops, json: claim, checked }, { places, origin })],
  };
}

/** Fields in the order in which the schema, and so the samples, have them. */
function inOrder(kind: ClaimKind, value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one) => inOrder(kind, one, [...path, '0']));
  if (typeof value !== 'object' || value === null) return value;
  const given = value as ClaimJson;
  const names = new Set([...orderAt(kind, path), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].flatMap((name) =>
      given[name] === undefined ? [] : [[name, inOrder(kind, given[name], [...path, name])]],
    ),
  );
}

const orders = new Map<string, readonly string[]>();

function orderAt(kind: ClaimKind, path: readonly string[]): readonly string[] {
  const key = [kind, ...path].join('/');
  const known = orders.get(key);
  if (known !== undefined) return known;
  const made = fieldsAt(kind, path);
  orders.set(key, made);
  return made;
}
