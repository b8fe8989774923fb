/**
 * Valid values of a guide, made from its declaration alone: what is required is always there, what is situational by a coin,
 * codes come from their lists, lengths lie in their bounds, dates exist and syntax notes hold.
 */
import type {
  ElementUse,
  Guide,
  Item,
  Layout,
  LoopUse,
  Scalar,
  SegmentUse,
  SyntaxNote,
} from '../../src/x12/grammar.ts';

/** Random choices from a seed: the same seed gives the same value. */
export type Dice = {
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
};

export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)]!,
  };
}

type Value = { [key: string]: unknown };
type Maker = { dice: Dice; richness: number };

/** A value of the guide; `richness` (0 to 1) is the chance that something situational is there. */
export function generateValue<V>(guide: Guide<V>, seed: number): V {
  const dice = diceOf(seed);
  const richness = dice.pick([0, 0.1, 0.25, 0.4]);
  return generateLoop({ dice, richness }, guide.root) as V;
}

function generateLoop(maker: Maker, loop: LoopUse): Value {
  const value: Value = {};
  for (const item of loop.items) {
    if (item.kind === 'segment' && item.shape.id === 'HL') continue;
    const times = timesOf(maker, item);
    if (times === 0) continue;
    const made = Array.from({ length: times }, (_, index) => generateItem(maker, item, index));
    value[item.key] = item.max > 1 ? made : made[0];
  }
  return value;
}

function timesOf({ dice, richness }: Maker, item: Item): number {
  if (item.usage !== 'R' && !dice.chance(item.kind === 'loop' && item.record ? 0.8 : richness)) return 0;
  return Math.min(item.max, dice.pick([1, 1, 1, 1, 2, 3]));
}

function generateItem(maker: Maker, item: Item, index: number): Value {
  if (item.kind === 'segment') return generateSegment(maker, item);
  const value = generateLoop(maker, item);
  const opener = item.items[0];
  // LX counts the loops of its parent.
  if (opener?.kind === 'segment' && opener.shape.id === 'LX') value[opener.key] = { number: index + 1 };
  return value;
}

function generateSegment(maker: Maker, use: SegmentUse): Value {
  const present = presentElements(maker, use.layout);
  settleNotes(use, present);
  return generateLayout(maker, use.layout, present);
}

/** Which elements are there. Rows of a group are filled from the first on, each with its first element. */
function presentElements({ dice, richness }: Maker, layout: Layout): Set<number> {
  const present = new Set<number>();
  const take = (element: ElementUse | undefined) => {
    if (element !== undefined && element.usage !== 'N') present.add(element.at);
  };
  const coin = (element: ElementUse) => element.usage === 'R' || dice.chance(richness);
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      if (coin(slot.element)) take(slot.element);
      continue;
    }
    for (const row of slot.rows) {
      if (!row.some(coin)) break;
      take(row[0]);
      row.filter(coin).forEach(take);
    }
  }
  if (present.size === 0) take(layout.elements.find(({ usage }) => usage !== 'N'));
  return present;
}

/** Adds what a note asks for, or takes away what it forbids, until all notes hold. */
function settleNotes(use: SegmentUse, present: Set<number>): void {
  const usageOf = (at: number) => use.layout.elements[at - 1]?.usage ?? 'N';
  for (let round = 0; round < 20; round++) {
    const before = [...present].join();
    for (const note of use.shape.syntax) settleNote(note, present, usageOf);
    if ([...present].join() === before) return;
  }
  throw new Error(`${use.shape.id} ${use.key}: the notes cannot be satisfied`);
}

function settleNote({ rule, at }: SyntaxNote, present: Set<number>, usageOf: (at: number) => string): void {
  const [first = 0, ...others] = at;
  const has = (place: number) => present.has(place);
  const able = (place: number) => usageOf(place) !== 'N';
  const addAll = (places: readonly number[], elseDrop: readonly number[]) => {
    if (places.every(able)) for (const place of places) present.add(place);
    else for (const place of elseDrop) present.delete(place);
  };
  switch (rule) {
    case 'P':
      if (at.some(has)) addAll(at, at);
      return;
    case 'R':
      if (!at.some(has)) addAll(at.filter(able).slice(0, 1), []);
      return;
    case 'E':
      for (const place of at.filter(has).slice(1)) present.delete(place);
      return;
    case 'C':
      if (has(first)) addAll(others, [first]);
      return;
    case 'L':
      if (has(first) && !others.some(has)) addAll(others.filter(able).slice(0, 1), [first]);
  }
}

function generateLayout(maker: Maker, layout: Layout, present: ReadonlySet<number>): Value {
  const value: Value = {};
  const format = layout.elements.find(({ field }) => field.key === 'format');
  const chosen = format === undefined || !present.has(format.at) ? undefined : maker.dice.pick([...format.codes!]);
  const make = (element: ElementUse) => {
    if (!present.has(element.at)) return undefined;
    return element === format ? chosen : generateElement(maker, element, chosen);
  };
  for (const slot of layout.slots) {
    if (slot.kind === 'one') {
      const made = make(slot.element);
      if (made !== undefined) value[slot.key] = made;
      continue;
    }
    const rows = slot.rows
      .filter((row) => row.some(({ at }) => present.has(at)))
      .map((row) => (slot.plain ? make(row[0]!) : generateRow(row, make)));
    if (rows.length > 0) value[slot.key] = rows;
  }
  return value;
}

function generateRow(row: readonly ElementUse[], make: (element: ElementUse) => unknown): Value {
  const value: Value = {};
  for (const element of row) {
    const made = make(element);
    if (made !== undefined) value[element.field.key] = made;
  }
  return value;
}

function generateElement(maker: Maker, element: ElementUse, format: string | undefined): unknown {
  if (element.repeat === 1) return generateOne(maker, element, format);
  const times = Math.min(element.repeat, maker.dice.pick([1, 1, 2, 3]));
  return Array.from({ length: times }, () => generateOne(maker, element, format));
}

function generateOne(maker: Maker, element: ElementUse, format: string | undefined): unknown {
  const { field } = element;
  if (field.kind === 'scalar') return generateScalar(maker.dice, element, field, format);
  return generateLayout(maker, element.layout!, presentElements(maker, element.layout!));
}

function generateScalar(dice: Dice, element: ElementUse, field: Scalar, format: string | undefined): unknown {
  if (element.codes !== undefined) {
    const code = dice.pick([...element.codes]);
    return field.as === 'integer' ? Number(code) : code;
  }
  const length = dice.between(
    field.min,
    Math.max(field.min, Math.min(element.max, field.min + dice.pick([3, 12, 40]))),
  );
  switch (field.as) {
    case 'money':
      return (dice.chance(0.2) ? -1 : 1) * Number(digits(dice, Math.min(element.max, 7))) || 0;
    case 'decimal':
      return decimal(dice, Math.min(length, 9));
    case 'integer':
      return Number(digits(dice, Math.min(length, 9)));
    case 'date':
      return day(dice, field.max === 6);
    case 'time':
      return time(dice, element.max);
    case 'period':
      return period(dice, format) ?? text(dice, length);
    case 'code':
      return Array.from({ length }, () => dice.pick([...'ABCXYZ0189'])).join('');
    default:
      return field.type === 'N0' ? digits(dice, length) : text(dice, length);
  }
}

function digits(dice: Dice, length: number): string {
  const first = String(dice.between(length === 1 ? 0 : 1, 9));
  return first + Array.from({ length: length - 1 }, () => dice.between(0, 9)).join('');
}

function decimal(dice: Dice, length: number): string {
  const whole = digits(dice, length);
  const point = dice.between(0, length);
  const sign = dice.chance(0.1) ? '-' : '';
  return sign + (point === length || dice.chance(0.5) ? whole : `${whole.slice(0, point)}.${whole.slice(point)}`);
}

const two = (value: number) => String(value).padStart(2, '0');

function day(dice: Dice, short = false): string {
  return `${short ? dice.between(2000, 2099) : dice.between(1900, 2099)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
}

function time(dice: Dice, max: number): string {
  const short = `${two(dice.between(0, 23))}:${two(dice.between(0, 59))}`;
  if (max < 6 || dice.chance(0.5)) return short;
  const long = `${short}:${two(dice.between(0, 59))}`;
  return max < 8 || dice.chance(0.5) ? long : `${long}.${two(dice.between(0, 99))}`;
}

function period(dice: Dice, format: string | undefined): string | undefined {
  switch (format) {
    case 'D8':
      return day(dice);
    case 'RD8':
      return `${day(dice)}/${day(dice)}`;
    case 'DT':
      return `${day(dice)}T${time(dice, 4)}`;
    case 'TM':
      return time(dice, 4);
    default:
      return undefined;
  }
}

const PLAIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz0123456789'];
const INNER = [...PLAIN, ...` .,'"-/&()+=?!#$%@_;<>É|\\`];

/** Text without blanks at its ends and without the delimiters of these tests. */
function text(dice: Dice, length: number): string {
  return Array.from({ length }, (_, at) => dice.pick(at === 0 || at === length - 1 ? PLAIN : INNER)).join('');
}
