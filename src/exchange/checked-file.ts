/** JSON and YAML files that a person wrote, checked: errors name file, key and what was expected. */
import { readFileSync } from 'node:fs';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { Problem } from '../problem.ts';

/** What a file holds, by its schema; throws a Problem (file-unreadable, partner-invalid) that names the key and what was expected. */
export function readChecked<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  const content = parseFile(file);
  const parsed = schema.safeParse(content);
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
