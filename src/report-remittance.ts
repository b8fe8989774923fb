/** Remittances (835) as a person reads them: text, or one page of HTML. */
import type { Issue } from './issue.ts';
import { readInterchange } from './read-interchange.ts';
import type { Source } from './source.ts';
import { PAGE_FOOT, pageHead, remittanceHtml, restHtml } from './view/remittance/html.ts';
import { createGatherer, type Part } from './view/remittance/remittances.ts';
import { remittanceText, restText } from './view/remittance/text.ts';
import { findingLines, viewOf } from './view/remittance/view.ts';

export type ReportOptions = {
  /** Name of the file, repeated in findings and in the title of the page. */
  file?: string;
  /** A page of HTML instead of text. */
  html?: boolean;
  /** Hides names, ids, numbers and dates of patients and their claims; amounts and codes stay. */
  mask?: boolean;
  /** Told of each finding, as it is found. */
  onIssue?: (found: Issue) => void;
  /** Told of each remittance, by its trace number (TRN02), before its text. */
  onRemittance?: (traceNumber: string) => void;
};

/**
 * The remittances of a file for people, chunk by chunk: payment, totals, provider adjustments, claims with their lines and reasons in
 * words, and whether all of it balances to the cent. Holds one set at a time. Never throws for what the data holds.
 * @example
 * for await (const chunk of reportRemittance(createReadStream(file), { html: true })) process.stdout.write(chunk);
 */
export async function* reportRemittance(
  source: Source,
  { file, html = false, mask = false, onIssue, onRemittance }: ReportOptions = {},
): AsyncGenerator<string, void, undefined> {
  const gather = createGatherer();
  const layout = html ? { set: remittanceHtml, rest: restHtml } : { set: remittanceText, rest: restText };
  function* laidOut(part: Part): Generator<string, void, undefined> {
    if (part.kind === 'rest') yield layout.rest(findingLines(part.findings));
    else {
      onRemittance?.(part.payment.traceNumber);
      yield* layout.set(viewOf(part, mask));
    }
  }
  if (html) yield pageHead(file ?? '');
  for await (const item of readInterchange(source, file === undefined ? {} : { file })) {
    if (item.type === 'issue') onIssue?.(item);
    for (const part of gather(item)) yield* laidOut(part);
  }
  if (html) yield PAGE_FOOT;
}
