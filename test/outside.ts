/** Material beside the project: read when it is there; without it the tests that use it say so and hold for nothing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder beside the project, or undefined with a line on the console. */
export function folderBeside(name: string): string | undefined {
  const folder = path.resolve(root, '..', 'shared', name);
  if (existsSync(folder)) return folder;
  console.log(`not checked here: there is no ../shared/${name} beside the project`);
  return undefined;
}
