/** Runs the rules over what the wire reader hands out, and over whole values before they are written. */
import type { CodeEditions } from '../codes/edition.ts';
import type { Issue, Snip } from '../issue.ts';
import type { Guide, LoopUse } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import type { WireItem } from '../x12/reader.ts';
import type { Value } from '../x12/segment-values.ts';
import type { ImportedLists } from './code-lists.ts';
import { GROUP_RULES, INTERCHANGE_RULES, SET_RULES, TA1_RULES } from './envelope.ts';
import { rulesOf } from './index.ts';
import { rulesUpTo, runRules, type Where } from './rule.ts';
import type { RecordAt, SetCheck } from './set-rules.ts';

export type CheckerOptions = {
  /** How far to check, as a SNIP type; balances only where absent. */
  upTo?: Snip | undefined;
  /** The places that the reader notes; without them a fault stands at its whole record. */
  places?: Places | undefined;
  /** Imported code lists; without them codes of lists that are not kept here have their form checked only. */
  codes?: CodeEditions | undefined;
  /** Whether the data can still be corrected before it is sent: a code that an imported list lacks is an error then. */
  ours?: boolean | undefined;
};

const listsOf = ({ codes, ours }: CheckerOptions): ImportedLists | undefined =>
  codes === undefined ? undefined : { editions: codes, severity: ours === true ? 'error' : 'warning' };

/** A function that takes every item of a wire reader in order and gives back what breaks a rule in it. */
export function createChecker(options: CheckerOptions): (item: WireItem) => readonly Issue[] {
  const { upTo, places } = options;
  const lists = listsOf(options);
  const ofInterchanges = rulesUpTo(INTERCHANGE_RULES, upTo);
  const ofGroups = rulesUpTo(GROUP_RULES, upTo);
  const ofSets = rulesUpTo(SET_RULES, upTo);
  const ofAcks = rulesUpTo(TA1_RULES, upTo);
  const seen = new Set<string>();
  let version: string | undefined;
  let open: SetCheck | undefined;
  return (item) => {
    switch (item.kind) {
      case 'interchange':
        version = item.header.version;
        return runRules(ofInterchanges, { ...item, seen }, item);
      case 'ta1':
        return runRules(ofAcks, item.ack, item);
      case 'group':
        return runRules(ofGroups, { ...item, version }, item);
      case 'set':
        open = item.guide === undefined ? undefined : rulesOf(item.guide)?.open(upTo, lists);
        return runRules(ofSets, item, item);
      case 'record':
        return open?.record(item.record, { origin: item.origin, loop: item.record.loop.id, places }) ?? [];
      case 'set-end':
        return open?.end(item.value, { origin: item.origin, places }) ?? [];
      default:
        return [];
    }
  };
}

/** What breaks a rule in the whole value of a set, before it is written. */
export function checkSet<V extends object>(
  guide: Guide<V>,
  value: V,
  { upTo, codes, ours, ...where }: CheckerOptions & Omit<Where, 'loop'>,
): Issue[] {
  const check = rulesOf(guide)?.open(upTo, listsOf({ codes, ours }));
  if (check === undefined) return [];
  const found: Issue[] = [];
  eachRecord(guide.root, value as Value, [], (record) => {
    for (const one of check.record(record, { ...where, loop: record.loop.id })) found.push(one);
  });
  for (const one of check.end(value as Value, where)) found.push(one);
  return found;
}

/** Visits the records of a value in the order in which they are written. */
function eachRecord(loop: LoopUse, value: Value, parents: readonly Value[], visit: (record: RecordAt) => void): void {
  if (loop.record) {
    visit({ loop, value, parents });
    return;
  }
  for (const item of loop.items) {
    if (item.kind !== 'loop') continue;
    const given = value[item.key] as Value | Value[] | undefined;
    if (given === undefined) continue;
    const around = [...parents, value];
    for (const one of Array.isArray(given) ? given : [given]) eachRecord(item, one, around, visit);
  }
}
