/** Rule packs as a profile names them: JSON files beside it, read and checked. */
import path from 'node:path';
import type { Partner } from '../../schemas/partner.ts';
import { type RulePack, rulePack } from '../../schemas/rule-pack.ts';
import { isClaimField } from '../claims/claim-fields.ts';
import { Problem } from '../problem.ts';
import { readChecked } from './checked-file.ts';

/** Reads one pack; throws a Problem (partner-invalid) that names the key and what was expected. */
export function readRulePack(file: string): RulePack {
  const pack = readChecked(file, rulePack);
  requireFields(file, pack);
  return pack;
}

/** A profile with its packs in place of their names; `file` is the profile's own. */
export function withRulePacks(file: string, profile: Partner): Partner {
  const rulePacks = profile.rulePacks.map((one, index) => {
    if (typeof one === 'string') return readRulePack(path.resolve(path.dirname(file), fileOf(one)));
    requireFields(`${file}: rulePacks.${index}`, one);
    return one;
  });
  return { ...profile, rulePacks };
}

/** An id is the name of a file in the folder `rules` beside the profile. */
function fileOf(name: string): string {
  return path.extname(name) === '.json' ? name : path.join('rules', `${name}.json`);
}

/** A field that none of the pack's kinds of claim has is a slip of the pen. */
function requireFields(where: string, { rules, appliesTo }: RulePack): void {
  rules.forEach(({ at, when }, index) => {
    const pointers = [
      ['at', at],
      ['when.at', when?.at],
    ] as const;
    for (const [key, pointer] of pointers) {
      if (pointer === undefined || appliesTo.kinds.some((kind) => isClaimField(kind, pointer))) continue;
      const kinds = appliesTo.kinds.join(' or ');
      throw new Problem('partner-invalid', `${where}: rules.${index}.${key}: expected a field of a ${kinds} claim`);
    }
  });
}
