/** claimwire read: each record of an X12 file as a line of JSON. */
import { readInterchange } from '../read-interchange.ts';
import { bytesOfFile, nameOf } from './input.ts';
import { printed, printJson } from './output.ts';

/** Prints every item of every file, summary last; 1 when there were errors. */
export async function read(files: readonly string[]): Promise<0 | 1> {
  let errors = 0;
  for (const file of files) {
    for await (const item of readInterchange(bytesOfFile(file), { file: nameOf(file) })) {
      if (item.type === 'issue' && item.severity === 'error') errors++;
      printJson(item);
      await printed();
    }
  }
  return errors > 0 ? 1 : 0;
}
