/** claimwire inspect: a file as a person reads it. */
import { readFolders } from '../config.ts';
import { loadCodes } from '../exchange/code-folder.ts';
import { inspectInterchange } from '../inspect-interchange.ts';
import { paint } from './inks.ts';
import { nameOf, rereadable } from './input.ts';
import { printed, printLine, say } from './output.ts';

/** Prints a file, or the loops asked for; 1 when the file has errors or nothing was found to show. */
export async function inspect(
  file: string,
  options: { mask?: boolean; loop?: string; claim?: string; faults?: boolean },
): Promise<0 | 1> {
  let errors = 0;
  let shown = 0;
  const lines = inspectInterchange(rereadable(file), {
    ...options,
    file: nameOf(file),
    codes: loadCodes(readFolders().codesFolder),
    width: process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
    paint,
    onIssue: ({ severity }) => {
      if (severity === 'error') errors++;
    },
  });
  for await (const line of lines) {
    shown++;
    printLine(line);
    await printed();
  }
  if (shown === 0) say(`${file}: nothing to show`);
  return errors > 0 || shown === 0 ? 1 : 0;
}
