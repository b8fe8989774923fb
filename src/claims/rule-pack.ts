/** Rule packs of partners and payers: which of their rules a claim breaks, as issues of SNIP type 7. */
import type { Claim } from '../../schemas/claim.ts';
import type { PackRule, RulePack } from '../../schemas/rule-pack.ts';
import { type Issue, issue } from '../issue.ts';

/** Something in a claim, with the names and indexes on the way to it. */
type Place = { steps: readonly string[]; value: unknown };

/** What the packs that are in force on a day (`2026-01-31`) find in a claim; the pack and its rule stand in `rule`. */
export function checkRulePacks(packs: readonly RulePack[], claim: Claim, day: string): Issue[] {
  return packs
    .filter((pack) => isInForce(pack, day) && isFor(pack, claim))
    .flatMap((pack) => pack.rules.flatMap((rule) => brokenAt(rule, claim).map((path) => found(pack, rule, path))));
}

/** Whether a pack is for what is sent on a day. */
export function isInForce({ effective: { from, to } }: RulePack, day: string): boolean {
  return from <= day && (to === undefined || day <= to);
}

function isFor({ appliesTo: { kinds, payers } }: RulePack, claim: Claim): boolean {
  return kinds.includes(claim.kind) && (payers === undefined || payers.includes(claim.payer.id));
}

function found(pack: RulePack, rule: PackRule, path: string): Issue {
  const { severity, message, next } = rule;
  const expected = expectedBy(rule);
  return issue('partner-rule', {
    severity,
    message,
    path,
    next,
    rule: `${pack.id}:${rule.id}`,
    ...(expected === undefined ? {} : { expected }),
  });
}

function expectedBy(rule: PackRule): string | undefined {
  switch (rule.check) {
    case 'oneOf':
      return `one of ${rule.values.join(', ')}`;
    case 'maxLength':
      return `at most ${rule.max} characters`;
    case 'maxCount':
      return `at most ${rule.max}`;
    case 'zipPlus4':
      return 'nine digits';
    case 'idOfKind':
      return `a number of kind ${rule.kind}`;
    default:
      return undefined;
  }
}

/** The pointers of the places where a claim breaks a rule. */
function brokenAt(rule: PackRule, claim: Claim): string[] {
  const places = placesAt(claim, stepsOf(rule.at));
  return places
    .filter((place) => holds(rule, claim, place) && breaks(rule, place.value))
    .map(({ steps }) => `/${steps.join('/')}${rule.check === 'zipPlus4' ? '/zip' : ''}`);
}

const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1);

/** Everything that a pattern of steps names. Where what would hold a field is not there, the field is asked of nobody. */
function placesAt(root: unknown, pattern: readonly string[]): Place[] {
  return pattern.reduce<Place[]>(
    (places, step) =>
      places.flatMap(({ steps, value }): Place[] => {
        if (Array.isArray(value))
          return value.flatMap((one: unknown, at) =>
            step === '*' || step === String(at) ? [{ steps: [...steps, String(at)], value: one }] : [],
          );
        if (typeof value !== 'object' || value === null || step === '*') return [];
        return [{ steps: [...steps, step], value: (value as Readonly<Record<string, unknown>>)[step] }];
      }),
    [{ steps: [], value: root }],
  );
}

/** Whether a rule's condition is met; `*` in it is the same line, payer and so on as at the place, as far as both go the same way. */
function holds({ at, when }: PackRule, claim: Claim, { steps }: Place): boolean {
  if (when === undefined) return true;
  const way = stepsOf(at);
  const pattern = stepsOf(when.at);
  const apart = pattern.findIndex((step, index) => step !== way[index]);
  const shared = apart === -1 ? pattern.length : apart;
  const values = placesAt(claim, [...steps.slice(0, shared), ...pattern.slice(shared)])
    .filter(({ value }) => !isAbsent(value))
    .map(({ value }) => String(value));
  if ('given' in when) return values.length > 0 === when.given;
  if ('is' in when) return values.some((value) => when.is.includes(value));
  return values.length > 0 && !values.some((value) => when.not.includes(value));
}

/** Left out, or holding nothing. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Only `required` and `idOfKind` mind what is not there. */
function breaks(rule: PackRule, value: unknown): boolean {
  if (rule.check === 'required') return isAbsent(value);
  if (rule.check === 'idOfKind') return !hasIdOfKind(value, rule.kind);
  if (isAbsent(value)) return false;
  switch (rule.check) {
    case 'forbidden':
      return value !== false;
    case 'oneOf':
      return !rule.values.includes(String(value));
    case 'pattern':
      return !new RegExp(rule.pattern, 'u').test(String(value));
    case 'maxLength':
      return String(value).length > rule.max;
    case 'maxCount':
      return Array.isArray(value) && value.length > rule.max;
    case 'zipPlus4':
      return lacksPlus4(value);
  }
}

function hasIdOfKind(ids: unknown, kind: string): boolean {
  return Array.isArray(ids) && ids.some((one: { kind?: unknown }) => one.kind === kind);
}

function lacksPlus4(address: unknown): boolean {
  const { zip, country = 'US' } = address as { zip?: unknown; country?: unknown };
  return country === 'US' && !/^\d{9}$/.test(String(zip ?? ''));
}
