/** claimwire report: remittances as a person reads them. */
import { reportRemittance } from '../report-remittance.ts';
import { bytesOfFile, nameOf } from './input.ts';
import { printed, printText, say } from './output.ts';

/** Prints the remittances of a file; 1 when the file has errors or no remittance in it. */
export async function report(file: string, options: { html?: boolean; mask?: boolean }): Promise<0 | 1> {
  let errors = 0;
  let remittances = 0;
  const chunks = reportRemittance(bytesOfFile(file), {
    ...options,
    file: nameOf(file),
    onIssue: ({ severity }) => {
      if (severity === 'error') errors++;
    },
    onRemittance: () => remittances++,
  });
  for await (const chunk of chunks) {
    printText(chunk);
    await printed();
  }
  if (remittances === 0) say(`${file}: no remittance (835 version 005010X221A1) in it`);
  return errors > 0 || remittances === 0 ? 1 : 0;
}
