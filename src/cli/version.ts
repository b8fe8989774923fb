/** The package's version. */
import { readFileSync } from 'node:fs';

function find(): string {
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        name: string;
        version: string;
      };
      if (name === 'claimwire') return version;
    } catch {
      // Run from src the first is right, from dist the second.
    }
  }
  return '0.0.0';
}

export const version = find();
