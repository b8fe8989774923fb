/** Partner profiles: one JSON or YAML file each, checked, with errors that name file, key and what was expected. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { type Partner, partner as partnerSchema } from '../../schemas/partner.ts';
import { Problem } from '../problem.ts';
import type { Partners } from './ports.ts';

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/** Reads one profile; throws a Problem (partner-invalid) that names the key and what was expected. */
export function readPartnerFile(file: string): Partner {
  const content = parseFile(file);
  const parsed = partnerSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : '';
  const unknown = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  const path = [...(first?.path ?? []), ...unknown];
  const missing = unknown.length === 0 && path.length > 0 && valueAt(content, path) === undefined;
  const says =
    unknown.length > 0
      ? 'no such key is known'
      : `${missing ? 'is missing: ' : ''}expected ${expectation(first?.message ?? '')}`;
  throw new Problem('partner-invalid', `${file}: ${path.map(String).join('.') || 'the whole file'}: ${says}${more}`);
}

/** Where a field has no words of its own, zod's without what was received. */
function expectation(message: string): string {
  return message.replace(/^(?:Invalid input|Too \w+): expected /, '').replace(/, received \w+$/, '');
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}

function parseFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Problem('file-unreadable', `${file}: cannot be read`, { cause: error });
  }
  try {
    return parseYaml(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new Problem(
      'partner-invalid',
      `${file}: not valid YAML or JSON${line === undefined ? '' : ` (line ${line})`}`,
      { cause: error },
    );
  }
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
