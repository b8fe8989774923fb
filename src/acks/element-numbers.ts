/** Data element numbers by reference designator, from a guide's declaration: what IK402 and AK402 carry. */
import type { ElementType, Guide, Item } from '../x12/grammar.ts';

/** A data element's number in the dictionary, and its type. */
export type ElementFacts = { number: number; type: ElementType };

const known = new WeakMap<Guide, ReadonlyMap<string, ElementFacts>>();

/** The data element that a designator (`CLM05-03`) names in a guide; undefined for composites and for what it does not have. */
export function elementFacts(guide: Guide, designator: string): ElementFacts | undefined {
  let facts = known.get(guide);
  if (facts === undefined) {
    facts = new Map(factsIn(guide.root.items));
    known.set(guide, facts);
  }
  return facts.get(designator);
}

function* factsIn(items: readonly Item[]): Generator<[string, ElementFacts]> {
  for (const item of items) {
    if (item.kind === 'loop') {
      yield* factsIn(item.items);
      continue;
    }
    for (const element of item.layout.elements)
      for (const { ref, field } of [element, ...(element.layout?.elements ?? [])])
        if (field.kind === 'scalar') yield [ref, { number: Number(field.de), type: field.type }];
  }
}
