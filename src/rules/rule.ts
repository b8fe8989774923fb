/** Rules beyond a guide's declaration, as data: what may be wrong between the parts of a value, and what to do about it. */
import { type Issue, type IssueCode, issue, type Origin, type Severity, type Snip } from '../issue.ts';
import { maskValue } from '../x12/codec.ts';
import type { Layout, SegmentUse, Slot } from '../x12/grammar.ts';
import type { Places } from '../x12/places.ts';
import type { Value } from '../x12/segment-values.ts';

/** What was read of a value: of a faulty file any part of it may be missing. */
export type Read<V> = V extends number | string
  ? V
  : V extends readonly (infer One)[]
    ? readonly Read<One>[]
    : { readonly [K in keyof V]?: Read<V[K]> | undefined };

/** Number of a rule in docs/rules.md. */
export type RuleId = `R${number}`;

/**
 * One rule. `C` is what it looks at: a claim, a claim payment, a whole set, with what stands around it.
 * - `severity`: `warning` where it rests on common knowledge only, or the sources differ
 * - `says`: what is wrong; it is the message, so it names elements and no data
 * - `next`: what to do about it, beginning with the verb
 */
export type Rule<C> = {
  id: RuleId;
  snip: Snip;
  code: IssueCode;
  severity: Severity;
  says: string;
  next: string;
  check(context: C, report: Report): void;
};

/** Reports a fault at a segment's or loop's value inside the context's values; without one it stands at the whole record. */
export type Report = (at: object | undefined, finding?: Finding) => void;

/** Facts of one fault. `found` is shown as it is (a code, a count); `hidden` may be of a patient, and only its form is shown. */
export type Finding = {
  /** Reference designator: CLP03, SVC01-02. */
  element?: string;
  /** Key of the segment that is missing from the loop reported at. */
  missing?: string;
  found?: string;
  hidden?: string;
  expected?: string;
  /** In place of `says`, where a rule has more than one way to fail. */
  message?: string;
  /** In place of the rule's own. */
  next?: string;
  path?: string;
  /** In place of the rule's own: for lists that are known to be incomplete, or to be out of date. */
  code?: IssueCode;
  severity?: Severity;
};

/** Where the values of a context stand: the places noted by the reader or the emitter, else the record they belong to. */
export type Where = {
  origin: Origin;
  loop?: string;
  places?: Places | undefined;
  /** What a value, and an element in it, is called by who made the context: an issue's `path`. */
  pathOf?: ((at: object | undefined, element: string | undefined, missing?: string) => string) | undefined;
};

const NONE: readonly Issue[] = Object.freeze([]);

/** Every fault that the rules find, in the order of the rules. */
export function runRules<C>(rules: readonly Rule<C>[], context: C, where: Where): readonly Issue[] {
  let found: Issue[] | undefined;
  let running: Rule<C> | undefined;
  const report: Report = (at, finding = {}) => {
    if (running === undefined) return;
    found ??= [];
    found.push(issueOf(running, at, finding, where));
  };
  for (const rule of rules) {
    running = rule;
    rule.check(context, report);
  }
  return found ?? NONE;
}

function issueOf<C>(rule: Rule<C>, at: object | undefined, finding: Finding, where: Where): Issue {
  const place = at === undefined ? undefined : where.places?.get(at);
  const { hidden, found = hidden === undefined ? undefined : maskValue(hidden), element, expected } = finding;
  const path = finding.path ?? where.pathOf?.(at, element, finding.missing);
  const loop = place?.loop.id ?? where.loop;
  const segmentId = place?.use?.shape.id ?? element?.slice(0, -2).replace(/\d\d-$/, '');
  const detail = {
    message: finding.message ?? rule.says,
    severity: finding.severity ?? rule.severity,
    ...(path === undefined ? {} : { path }),
    ...(loop === undefined ? {} : { loop }),
    ...(segmentId === undefined ? {} : { segmentId }),
    ...(element === undefined ? {} : { element }),
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    ...(isAbsent(place?.use, at, element) ? { absent: true as const } : {}),
    origin: place === undefined ? where.origin : { ...where.origin, segment: place.ordinal, offset: place.offset },
    next: finding.next ?? rule.next,
    rule: rule.id,
  };
  return { ...issue(finding.code ?? rule.code, detail), snip: rule.snip };
}

/** Whether the element that is named, or the component, is empty in the value of its own segment. */
function isAbsent(use: SegmentUse | undefined, value: object | undefined, element: string | undefined): boolean {
  const [, id, number, component] = DESIGNATOR.exec(element ?? '') ?? [];
  if (use === undefined || use.shape.id !== id) return false;
  const whole = slotAt(use.layout, number);
  const given = whole === undefined ? undefined : (value as Value)[whole.key];
  if (whole === undefined || given === undefined || component === undefined)
    return whole !== undefined && given === undefined;
  const part = whole.element.layout === undefined ? undefined : slotAt(whole.element.layout, component);
  return part !== undefined && (given as Value)[part.key] === undefined;
}

const DESIGNATOR = /^([A-Z][A-Z0-9]{1,2})(\d\d)(?:-(\d\d))?$/;

/** Rows that stand side by side have no slot of their own. */
function slotAt({ slots }: Layout, number: string | undefined): Extract<Slot, { kind: 'one' }> | undefined {
  return slots.filter((slot) => slot.kind === 'one').find(({ element }) => element.at === Number(number));
}

/** The rules up to a SNIP type; without one those of balance (type 3) alone, which are checked wherever a file is read. */
export function rulesUpTo<R extends { snip: Snip }>(rules: readonly R[], upTo: Snip | undefined): readonly R[] {
  return rules.filter(({ snip }) => (upTo === undefined ? snip === 3 : snip <= upTo));
}

/** The sum of an amount over a list, zero where one is absent. Unchecked, so that hostile amounts give an issue, not an exception. */
export function total<T>(list: readonly T[] | undefined, amountOf: (one: T) => number | undefined): number {
  let sum = 0;
  for (const one of list ?? []) sum += amountOf(one) ?? 0;
  return sum;
}
