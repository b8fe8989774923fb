/** A file as a person reads it, as text: read twice, since what is wrong with a segment may be known only at the file's end. */
import { findingsOf } from './check-interchange.ts';
import type { CodeEditions } from './codes/edition.ts';
import type { Issue } from './issue.ts';
import { bytesOf, type Source } from './source.ts';
import { createFindings } from './view/findings.ts';
import { createInspector, type InspectOptions as ViewOptions } from './view/inspect.ts';
import { type Layout, renderLine } from './view/render.ts';

export type InspectOptions = Omit<ViewOptions, 'findings'> &
  Partial<Layout> & {
    /** Name of the file, repeated in every origin. */
    file?: string;
    /** Code lists of their owners that codes are looked up in. */
    codes?: CodeEditions;
    /** Told of each finding, before the first line. */
    onIssue?: (found: Issue) => void;
  };

/**
 * The lines of a file for people: loops indented, segments and elements by name, codes and dates spelled out, findings beneath
 * the segment they concern. Whole input, or a function that gives it as often as asked. Never throws for what the data holds.
 * @example
 * for await (const line of inspectInterchange(() => createReadStream(file), { claim: 'CW1003' })) console.log(line);
 */
export async function* inspectInterchange(
  source: string | Uint8Array | (() => Source),
  {
    file,
    codes,
    onIssue,
    width = Number.POSITIVE_INFINITY,
    paint = (_ink, text) => text,
    ...options
  }: InspectOptions = {},
): AsyncGenerator<string, void, undefined> {
  const read = typeof source === 'function' ? source : () => source;
  const findings = createFindings();
  for await (const found of findingsOf(read(), {
    ...(file === undefined ? {} : { file }),
    ...(codes === undefined ? {} : { codes }),
  })) {
    if (found.type !== 'issue') continue;
    onIssue?.(found);
    findings.add(found);
  }
  const inspector = createInspector({ ...options, findings });
  for await (const piece of bytesOf(read()))
    for (const line of inspector.push(piece)) yield renderLine(line, { width, paint });
  for (const line of inspector.end()) yield renderLine(line, { width, paint });
}
