/** What the rule packs of a profile say: of claims before they are sent, and of the profile itself. */
import type { Partner } from '../../schemas/partner.ts';
import type { RulePack } from '../../schemas/rule-pack.ts';
import { isInForce } from '../claims/rule-pack.ts';
import { type Issue, issue } from '../issue.ts';
import { Problem } from '../problem.ts';

/** The packs of a profile; throws a Problem (partner-invalid) where one is named only, and was never read. */
export function rulePacksOf({ id, rulePacks }: Partner): RulePack[] {
  return rulePacks.map((one) => {
    if (typeof one !== 'string') return one;
    throw new Problem('partner-invalid', `partner ${id}: rulePacks: "${one}" was named and not read`);
  });
}

/** Where a profile is not as its packs ask on a day; `path` is the JSON pointer of the profile's field. Nothing is changed by itself. */
export function profileIssues(partner: Partner, day: string): Issue[] {
  return rulePacksOf(partner)
    .filter((pack) => isInForce(pack, day))
    .flatMap((pack) => asksOf(pack, partner).flatMap((ask) => unmet(pack, partner, ask)));
}

/** A field of the profile, what it holds, what is asked, whether that is more than the field may be (`limit`). */
type Ask = { path: string; has: unknown; asked: unknown; limit?: true };

function asksOf({ envelope }: RulePack, { batch, versions, delimiters, ...profile }: Partner): Ask[] {
  const each = (name: string, has: Readonly<Record<string, unknown>>, asked: object = {}): Ask[] =>
    Object.entries(asked).map(([key, value]) => ({ path: `/${name}/${key}`, has: has[key], asked: value }));
  const asks: Ask[] = [
    {
      path: '/batch/maxClaimsPerFile',
      has: batch.maxClaimsPerFile,
      asked: envelope.maxClaimsPerFile,
      limit: true,
    },
    { path: '/batch/maxClaimsPerSet', has: batch.maxClaimsPerSet, asked: envelope.maxClaimsPerSet, limit: true },
    ...each('versions', versions, envelope.versions),
    ...each('delimiters', delimiters, envelope.delimiters),
    { path: '/lineBreak', has: profile.lineBreak, asked: envelope.lineBreak },
    { path: '/text/characters', has: profile.text.characters, asked: envelope.characters },
    {
      path: '/acknowledgmentRequested',
      has: profile.acknowledgmentRequested,
      asked: envelope.acknowledgmentRequested,
    },
  ];
  return asks.filter(({ asked }) => asked !== undefined);
}

function unmet(pack: RulePack, partner: Partner, { path, has, asked, limit }: Ask): Issue[] {
  if (limit === undefined ? has === asked : Number(has) <= Number(asked)) return [];
  return [
    issue('partner-rule', {
      message: 'the profile is not as its rule pack asks',
      path,
      found: String(has),
      expected: limit === undefined ? JSON.stringify(asked) : `at most ${String(asked)}`,
      rule: `${pack.id}:envelope`,
      next: 'change the profile, or the pack where it is out of date',
      origin: { file: partner.id },
    }),
  ];
}
