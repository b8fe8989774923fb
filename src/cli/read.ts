/** claimwire read: each record of an X12 file as a line of JSON. */
import { createReadStream } from 'node:fs';
import { Problem } from '../problem.ts';
import { readInterchange } from '../read-interchange.ts';
import { printJson } from './output.ts';

/** Prints every item of every file, summary last; 1 when there were errors. */
export async function read(files: readonly string[]): Promise<0 | 1> {
  let errors = 0;
  for (const file of files) {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    try {
      for await (const item of readInterchange(stream as AsyncIterable<Uint8Array>, {
        file: file === '-' ? 'stdin' : file,
      })) {
        if (item.type === 'issue' && item.severity === 'error') errors++;
        printJson(item);
      }
    } catch (error) {
      throw new Problem('file-unreadable', `${file}: cannot be read`, { cause: error });
    }
  }
  return errors > 0 ? 1 : 0;
}
