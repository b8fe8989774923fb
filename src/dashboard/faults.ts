/** What a partner found wrong with a claim, for people: each fault with its field and what to do. */
import { z } from 'zod';
import { type Content, html } from '../html.ts';

/** The part of an acknowledgment's detail that is shown; rows of older versions hold less. */
const detail = z.object({
  errors: z
    .array(z.object({ message: z.string(), path: z.string().optional(), next: z.string() }))
    .catch([])
    .default([]),
  withSet: z.boolean().default(false),
  level: z.enum(['receiver', 'provider']).optional().catch(undefined),
  outsideGuide: z.array(z.string()).default([]),
});

const LEVELS = {
  receiver: 'Said of the whole batch; the claim is not listed.',
  provider: 'Said of all claims of the billing provider; the claim is not listed.',
} as const;

/** The faults that an acknowledgment tells of a claim; undefined where it tells none. */
export function faultList(value: unknown): Content {
  const parsed = detail.safeParse(value);
  if (!parsed.success) return undefined;
  const { errors, withSet, level, outsideGuide } = parsed.data;
  const notes = [
    withSet ? 'Rejected with its set: the fault is in another claim. Submit this one again as it is.' : undefined,
    level === undefined ? undefined : LEVELS[level],
    outsideGuide.length === 0
      ? undefined
      : `The partner does not keep to the guide: ${outsideGuide.join(', ')} is no category of a 277CA.`,
  ].filter((note) => note !== undefined);
  if (errors.length === 0 && notes.length === 0) return undefined;
  return html`${notes.map((note) => html`<div>${note}</div>`)}${
    errors.length === 0
      ? ''
      : html`<ul>${errors.map(
          ({ message, path, next }) =>
            html`<li>${message}${path === undefined ? '' : html` <span class="mono">${path}</span>`}<div class="muted">${next}</div></li>`,
        )}</ul>`
  }`;
}
