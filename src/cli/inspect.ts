/** claimwire inspect: a file as a person reads it. */
import { findingsOf } from '../check-interchange.ts';
import { createFindings } from '../view/findings.ts';
import { createInspector } from '../view/inspect.ts';
import { renderLine } from '../view/render.ts';
import type { ViewLine } from '../view/view-line.ts';
import { paint } from './inks.ts';
import { nameOf, rereadable } from './input.ts';
import { printText, say } from './output.ts';

/** Prints a file, or the loops asked for; 1 when the file has errors or nothing was found to show. */
export async function inspect(
  file: string,
  options: { mask?: boolean; loop?: string; claim?: string },
): Promise<0 | 1> {
  const read = rereadable(file);
  const findings = createFindings();
  let errors = 0;
  for await (const found of findingsOf(read(), { file: nameOf(file) })) {
    if (found.type !== 'issue') continue;
    if (found.severity === 'error') errors++;
    findings.add(found);
  }
  const layout = {
    width: process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY,
    paint,
  };
  const inspector = createInspector({ ...options, findings });
  let shown = 0;
  const show = (lines: readonly ViewLine[]) => {
    shown += lines.length;
    printText(lines.map((line) => `${renderLine(line, layout)}\n`).join(''));
  };
  for await (const chunk of read()) show(inspector.push(chunk));
  show(inspector.end());
  if (findings.dropped() > 0) say(`${findings.dropped()} more findings are not shown`);
  if (shown === 0) say(`${file}: nothing to show`);
  return errors > 0 || shown === 0 ? 1 : 0;
}
