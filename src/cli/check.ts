/** claimwire check: what is wrong with X12 files. */
import { type CheckOptions, findingsOf } from '../check-interchange.ts';
import { readFolders } from '../config.ts';
import { loadCodes } from '../exchange/code-folder.ts';
import type { Snip } from '../issue.ts';
import { createReport } from '../view/report.ts';
import { paint } from './inks.ts';
import { bytesOfFile, nameOf } from './input.ts';
import { wholeOf } from './options.ts';
import { printed, printJson, printText } from './output.ts';

/** Prints the findings of every file and what was read; 1 when there are errors. */
export async function check(files: readonly string[], options: { json?: boolean; snip: string }): Promise<0 | 1> {
  const snip = wholeOf('--snip', options.snip, 1, 7) as Snip;
  const one = options.json === true ? printFindings : printReport;
  let errors = 0;
  const codes = loadCodes(readFolders().codesFolder);
  for (const file of files) errors += await one(file, { file: nameOf(file), snip, codes });
  return errors > 0 ? 1 : 0;
}

/** One line of JSON a finding and the summary; gives back how many errors there were. */
async function printFindings(file: string, options: CheckOptions): Promise<number> {
  let errors = 0;
  for await (const found of findingsOf(bytesOfFile(file), options)) {
    if (found.type === 'issue' && found.severity === 'error') errors++;
    printJson(found);
    await printed();
  }
  return errors;
}

async function printReport(file: string, options: CheckOptions): Promise<number> {
  const report = createReport({ file: nameOf(file), paint });
  for await (const found of findingsOf(bytesOfFile(file), options)) {
    if (found.type === 'issue') report.add(found);
    else
      printText(
        report
          .lines(found)
          .map((line) => `${line}\n`)
          .join(''),
      );
  }
  return report.count('error');
}
