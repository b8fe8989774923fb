/** Every segment of a set once, as its records pass: with its use in the guide, its loop and the dates that count for it. */
import type { Guide, LoopUse, SegmentUse } from '../x12/grammar.ts';
import type { Value } from '../x12/segment-values.ts';
import type { RecordAt } from './set-rules.ts';

/** Days (ISO, or `from/to`) by which codes are judged: those of the service, and of the payment or adjudication. */
export type Dates = { service?: string | undefined; payment?: string | undefined };

/** The dates inside a loop, given those around it. */
export type DatesOf = (loop: LoopUse, value: Value, around: Dates) => Dates;

/** A segment where it stands. */
export type SegmentAt = { use: SegmentUse; loop: LoopUse; value: Value; dates: Dates };

export type Walk = {
  /** The segments of a record, and those of the loops around it that were not given yet. */
  record(record: RecordAt): SegmentAt[];
  /** What is left when the set ends. */
  end(set: Value): SegmentAt[];
};

/** A walk over one set of a guide. */
export function createWalk(guide: Guide, datesOf: DatesOf): Walk {
  const chains = chainsTo(guide.root);
  const leading = new Set(chains.flat());
  const seen = new WeakSet<Value>();

  /** The loop's own segments and the loops in it; those that lead to records only with `whole`. */
  function* inLoop(loop: LoopUse, value: Value, around: Dates, whole: boolean): Generator<SegmentAt> {
    const dates = datesOf(loop, value, around);
    const known = seen.has(value);
    seen.add(value);
    for (const item of loop.items) {
      const leads = item.kind === 'loop' && leading.has(item);
      if (leads ? !whole : known) continue;
      for (const one of listed(value[item.key])) {
        if (item.kind === 'loop') yield* inLoop(item, one, dates, whole);
        else yield { use: item, loop, value: one, dates };
      }
    }
  }

  /** The loops around the last record: what they hold beside records is complete when another takes their place. */
  let around: readonly { loop: LoopUse; value: Value; dates: Dates }[] = [];
  const leave = (next: typeof around) =>
    around.flatMap(({ loop, value, dates }, level) =>
      next[level]?.value === value ? [] : [...inLoop(loop, value, dates, true)],
    );

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
      const found = leave(next);
      around = next;
      // The set itself comes last, since some of its segments stand after its records.
      for (const parent of next.slice(1))
        if (!seen.has(parent.value)) found.push(...inLoop(parent.loop, parent.value, parent.dates, false));
      found.push(...inLoop(record, value, dates, true));
      return found;
    },
    end: (set) => [...leave([]), ...inLoop(guide.root, set, {}, true)],
  };
}

/** The ways from a loop down to record loops, both ends included. */
function chainsTo(loop: LoopUse): LoopUse[][] {
  if (loop.record) return [[loop]];
  return loop.items.flatMap((item) => (item.kind === 'loop' ? chainsTo(item).map((chain) => [loop, ...chain]) : []));
}

function listed(given: unknown): readonly Value[] {
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]) as Value[];
}
