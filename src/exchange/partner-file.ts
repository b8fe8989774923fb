/** Partner profiles: one JSON or YAML file each, checked, with errors that name file, key and what was expected. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Partner, partner as partnerSchema } from '../../schemas/partner.ts';
import { Problem } from '../problem.ts';
import { readChecked } from './checked-file.ts';
import type { Partners } from './ports.ts';
import { withRulePacks } from './rule-pack-file.ts';

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/** Reads one profile with its rule packs; throws a Problem (partner-invalid) that names the key and what was expected. */
export function readPartnerFile(file: string): Partner {
  return withRulePacks(file, readChecked(file, partnerSchema));
}

function profileFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => EXTENSIONS.includes(path.extname(name)))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    throw new Problem('partner-unknown', `${folder}: no folder of partner profiles (set CLAIMWIRE_PARTNERS)`, {
      cause: error,
    });
  }
}

/** All profiles of a folder by id. */
export function loadPartners(folder: string): Map<string, Partner> {
  const partners = new Map<string, Partner>();
  for (const file of profileFiles(folder)) {
    const profile = readPartnerFile(file);
    if (partners.has(profile.id))
      throw new Problem('partner-invalid', `${file}: id: "${profile.id}" is used by another profile too`);
    partners.set(profile.id, profile);
  }
  return partners;
}

/** One profile by id, or by the path of its file. */
export function loadPartner(folder: string, id: string): Partner {
  if (EXTENSIONS.includes(path.extname(id))) return readPartnerFile(id);
  const partners = loadPartners(folder);
  return partnersOf(partners).get(id);
}

/** The port over loaded profiles. */
export function partnersOf(partners: ReadonlyMap<string, Partner>): Partners {
  return {
    all: () => [...partners.values()],
    get(id) {
      const found = partners.get(id);
      if (found !== undefined) return found;
      const known = [...partners.keys()].join(', ');
      throw new Problem(
        'partner-unknown',
        `no partner "${id}"${known === '' ? ': there are no profiles' : ` (known: ${known})`}`,
      );
    },
  };
}

/** A hash of a profile: a changed profile lifts a pause. */
export function profileHash(profile: Partner): string {
  return createHash('sha256').update(JSON.stringify(profile)).digest('hex');
}
