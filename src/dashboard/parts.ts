/** Parts that pages are made of: amounts, times, state chips, tables, fact lists, pagers. */

import { type Content, type Html, html } from '../html.ts';
import { formatCents, toCents } from '../money.ts';
import { word } from './words.ts';

/** An amount, right-aligned by its cell; below zero it carries a true minus sign. Null is one that integers cannot hold. */
export function money(cents: number | null): Html {
  if (cents === null) return html`<span class="money">too large</span>`;
  const text = formatCents(toCents(cents));
  const tone = cents < 0 ? 'money negative' : cents === 0 ? 'money nil' : 'money';
  return html`<span class="${tone}">${text.replace('-', '−')}</span>`;
}

/** A count with grouped thousands. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 claim`, `2 claims`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A moment in UTC, to the second in its tooltip. */
export function moment(at: Date | string | null | undefined): Content {
  if (at === undefined || at === null) return dash;
  const iso = (typeof at === 'string' ? new Date(at) : at).toISOString();
  return html`<time datetime="${iso}" title="${iso.slice(0, 19).replace('T', ' ')} UTC">${iso.slice(0, 16).replace('T', ' ')}</time>`;
}

/** A calendar date as it was given. */
export function day(date: Date | string | null | undefined): Content {
  if (date === undefined || date === null) return dash;
  return html`<span class="nowrap">${typeof date === 'string' ? date.slice(0, 10) : date.toISOString().slice(0, 10)}</span>`;
}

/** What stands where there is nothing. */
export const dash: Html = html`<span class="nil" aria-label="none">–</span>`;

/** A state as a coloured chip that also says it in words. */
export function chip(table: Parameters<typeof word>[0], state: string): Html {
  const { label, tone } = word(table, state);
  return html`<span class="chip ${tone}">${label}</span>`;
}

/** A number of bytes for people. */
export function bytes(size: number): string {
  if (size < 10_000) return `${count(size)} B`;
  return size < 10_000_000 ? `${count(Math.round(size / 1000))} kB` : `${count(Math.round(size / 1_000_000))} MB`;
}

/** The first eight of an id or hash, whole in the tooltip. */
export function short(id: string, length = 8): Html {
  return html`<span class="mono" title="${id}">${id.slice(0, length)}</span>`;
}

export type Column<Row> = {
  label: string;
  cell: (row: Row) => Content;
  /**
   * `figure`: right-aligned numbers, `key figure`: the one that stands beside the title where rows become cards. `main`:
   * the row's heading, the title of the card. `wrap`: running text.
   */
  kind?: 'figure' | 'key figure' | 'main' | 'wrap';
};

/** A table that turns into cards on a narrow screen (the roles keep it a table for screen readers there). */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  const head = columns.map(
    (column) => html`<th role="columnheader" scope="col" class="${column.kind ?? ''}">${column.label}</th>`,
  );
  const body = rows.map((row) => html`<tr role="row">${columns.map((column) => cellOf(column, row))}</tr>`);
  return html`<div class="scroll"><table role="table" class="grid"><caption class="hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${body}</tbody></table></div>`;
}

function cellOf<Row>(column: Column<Row>, row: Row): Html {
  if (column.kind === 'main') return html`<th role="rowheader" scope="row" class="main">${column.cell(row)}</th>`;
  return html`<td role="cell" class="${column.kind ?? ''}" data-label="${column.label}">${column.cell(row)}</td>`;
}

/** Pairs of a label and what it says; pairs without a value are left out. */
export function facts(pairs: readonly (readonly [string, Content])[]): Html {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  return html`<dl class="facts">${shown.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The one list of a page; the page's title names it. */
export function sheet(body: Content): Html {
  return html`<div class="panel">${body}</div>`;
}

/** A titled part of a page. */
export function panel(title: string, body: Content, aside?: Content): Html {
  const id = `s-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return html`<section class="panel" aria-labelledby="${id}"><header><h2 id="${id}">${title}</h2>${aside === undefined ? '' : html`<div class="aside">${aside}</div>`}</header>${body}</section>`;
}

/** What an empty list says: that it is empty, and what to do next. */
export function empty(says: string, next: Content): Html {
  return html`<div class="empty"><p>${says}</p><p class="muted">${next}</p></div>`;
}

/** The head of a page. */
export function pageHead(title: Content, aside?: Content, above?: Content): Html {
  return html`<div class="page-head">${above === undefined ? '' : html`<p class="crumbs">${above}</p>`}<h1>${title}</h1>${aside === undefined ? '' : html`<div class="aside">${aside}</div>`}</div>`;
}

/** An address with a query; empty values are left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') given.set(key, String(value));
  const text = given.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Links to the first and the next page of a list. */
export function pager(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  after: string | undefined,
): Html | '' {
  if (after === undefined && query.after === undefined) return '';
  const first =
    query.after === undefined
      ? ''
      : html`<a class="button" href="${address(path, { ...query, after: undefined })}">First page</a>`;
  const next =
    after === undefined
      ? html`<span class="muted">End of the list</span>`
      : html`<a class="button" rel="next" href="${address(path, { ...query, after })}">Next page</a>`;
  return html`<nav class="pager" aria-label="Pages">${first}${next}</nav>`;
}
