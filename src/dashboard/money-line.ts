/** How a charge came apart: paid, patient share, adjusted, not decided. */

import { type Html, html } from '../html.ts';
import { formatCents, toCents } from '../money.ts';
import { money } from './parts.ts';
import type { Tone } from './words.ts';

export type MoneyParts = { chargeCents: number; paidCents: number; patientCents: number; adjustedCents: number };

/** `charge − adjusted − patient share = paid`, with a bar of the parts. */
export function moneyLine({ chargeCents, paidCents, patientCents, adjustedCents }: MoneyParts): Html {
  const open = chargeCents - paidCents - patientCents - adjustedCents;
  const parts: [string, Tone, number][] = [
    ['Paid', 'good', paidCents],
    ['Patient share', 'info', patientCents],
    ['Adjusted', 'mixed', adjustedCents],
    ['Not decided', 'quiet', open],
  ];
  const figure = (label: string, cents: number) => html`<div><dt>${label}</dt><dd>${money(cents)}</dd></div>`;
  const sign = (text: string) => html`<div class="sign" aria-hidden="true">${text}</div>`;
  return html`<dl class="equation">${figure('Charge', chargeCents)}${sign('−')}${figure('Adjusted', adjustedCents)}${sign('−')}${figure('Patient share', patientCents)}${open === 0 ? '' : html`${sign('−')}${figure('Not decided', open)}`}${sign('=')}${figure('Paid', paidCents)}</dl>${bar(parts, chargeCents)}`;
}

function bar(parts: readonly [string, Tone, number][], chargeCents: number): Html | '' {
  // A takeback or a difference has no share of a whole; the figures above tell it.
  if (chargeCents <= 0 || parts.some(([, , cents]) => cents < 0)) return '';
  let at = 0;
  const shown = parts.filter(([, , cents]) => cents > 0);
  const shapes = shown.map(([label, tone, cents]) => {
    const width = (cents / chargeCents) * 1000;
    const shape = html`<rect class="${tone}" x="${at.toFixed(2)}" y="0" width="${Math.max(width - 2, 1).toFixed(2)}" height="12"><title>${label}: ${formatCents(toCents(cents))}</title></rect>`;
    at += width;
    return shape;
  });
  const legend = shown.map(
    ([label, tone, cents]) =>
      html`<li><span class="dot ${tone}">${label}</span> <span class="muted">${percent(cents, chargeCents)}</span></li>`,
  );
  return html`<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" aria-label="Shares of the charge; the figures are above">${shapes}</svg><ul class="legend">${legend}</ul>`;
}

function percent(part: number, whole: number): string {
  const share = (part / whole) * 100;
  return share > 0 && share < 1 ? 'under 1 %' : `${Math.round(share)} %`;
}
