/** Every segment of a set once, as its records pass: with its use in the guide, its loop and the dates that count for it. */
import type { Guide, Item, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import type { ImportedLists } from './code-lists.ts';
import type { RecordAt } from './set-rules.ts';

/** Days (ISO, or `from/to`) by which codes are judged: those of the service, and of the payment or adjudication. */
export type Dates = { service?: string | undefined; payment?: string | undefined };

/** The dates inside a loop, given those around it. */
export type DatesOf = (loop: LoopUse, value: Value, around: Dates) => Dates;

/** A segment where it stands, with what its codes are judged by. */
export type SegmentAt = {
  use: SegmentUse;
  loop: LoopUse;
  value: Value;
  dates: Dates;
  lists?: ImportedLists | undefined;
};

export type Walk = {
  /** The segments of a record, and those of the loops around it that were not given yet. */
  record(record: RecordAt): SegmentAt[];
  /** What is left when the set ends. */
  end(set: Value): SegmentAt[];
};

/** The ways through a guide to the segments that are asked for. */
export type WalkPlan = {
  root: LoopUse;
  /** From the root down to each record loop. */
  chains: readonly (readonly LoopUse[])[];
  /** What of a loop is gone through, by loop; `leads` to a record. */
  steps: ReadonlyMap<LoopUse, readonly Step[]>;
};

type Step = { item: Item; leads: boolean };

/** Plans walks over sets of a guide that give the segments of certain uses, and pass over loops that have none. */
export function planWalk({ root }: Guide, wanted: (use: SegmentUse) => boolean): WalkPlan {
  const chains = chainsTo(root);
  const leading = new Set<Item>(chains.flat());
  const steps = new Map<LoopUse, readonly Step[]>();
  const plan = (loop: LoopUse): number => {
    const inside = loop.items.filter((item) =>
      item.kind === 'segment' ? wanted(item) : plan(item) > 0 || leading.has(item),
    );
    steps.set(
      loop,
      inside.map((item) => ({ item, leads: leading.has(item) })),
    );
    return inside.length;
  };
  plan(root);
  return { root, chains, steps };
}

/** A walk over one set. */
export function createWalk({ root, chains, steps }: WalkPlan, datesOf: DatesOf, lists?: ImportedLists): Walk {
  /** Loops outside of records whose own segments were given. */
  const seen = new WeakSet<Value>();

  /** All segments of a record or of a loop that leads to none. */
  function inLoop(found: SegmentAt[], loop: LoopUse, value: Value, around: Dates): void {
    const dates = datesOf(loop, value, around);
    for (const { item } of steps.get(loop) ?? []) {
      const given = value[item.key];
      if (given === undefined) continue;
      for (const one of listed(given)) {
        if (item.kind === 'loop') inLoop(found, item, one, dates);
        else found.push({ use: item, loop, value: one, dates, lists });
      }
    }
  }

  /** Of a loop on the way to records what is its own; with `whole`, and what lies beside the records in it. */
  function besideRecords(found: SegmentAt[], loop: LoopUse, value: Value, around: Dates, whole: boolean): void {
    const dates = datesOf(loop, value, around);
    const known = seen.has(value);
    seen.add(value);
    for (const { item, leads } of steps.get(loop) ?? []) {
      const given = value[item.key];
      if (given === undefined || (leads ? !whole : known) || (item.kind === 'loop' && item.record)) continue;
      for (const one of listed(given)) {
        if (item.kind === 'segment') found.push({ use: item, loop, value: one, dates, lists });
        else if (leads) besideRecords(found, item, one, dates, true);
        else inLoop(found, item, one, dates);
      }
    }
  }

  /** The loops around the last record: what they hold beside records is complete when another takes their place. */
  let around: readonly { loop: LoopUse; value: Value; dates: Dates }[] = [];
  const leave = (found: SegmentAt[], next: typeof around): void => {
    for (const [level, { loop, value, dates }] of around.entries())
      if (next[level]?.value !== value) besideRecords(found, loop, value, dates, true);
    around = next;
  };

  return {
    record({ value, parents }) {
      const chain = chains.find(({ length }) => length === parents.length + 1) ?? [];
      const record = chain.at(-1);
      if (record === undefined) return [];
      let dates: Dates = {};
      const next = chain.slice(0, -1).map((loop, level) => {
        const parent = { loop, value: parents[level] ?? {}, dates };
        dates = datesOf(loop, parent.value, dates);
        return parent;
      });
      const found: SegmentAt[] = [];
      leave(found, next);
      // The set itself comes last, since some of its segments stand after its records.
      for (const parent of next.slice(1))
        if (!seen.has(parent.value)) besideRecords(found, parent.loop, parent.value, parent.dates, false);
      inLoop(found, record, value, dates);
      return found;
    },
    end(set) {
      const found: SegmentAt[] = [];
      leave(found, []);
      besideRecords(found, root, set, {}, true);
      return found;
    },
  };
}

/** The ways from a loop down to record loops, both ends included. */
function chainsTo(loop: LoopUse): LoopUse[][] {
  if (loop.record) return [[loop]];
  return loop.items.flatMap((item) => (item.kind === 'loop' ? chainsTo(item).map((chain) => [loop, ...chain]) : []));
}

function listed(given: unknown): readonly Value[] {
  return (Array.isArray(given) ? given : [given]) as Value[];
}
