/** What a page must not do in a browser: complain, overflow, ask another host, or be hard to read. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Collects everything a browser complains about, and every request to another host. */
export function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`foreign: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

// What runs in the page is text: the types of a browser would otherwise be everywhere in the project.
const FAINT_TEXTS = readFileSync(new URL('./faint-texts.js', import.meta.url), 'utf8');

/** By how many pixels a page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** Texts whose contrast with what is behind them is under WCAG AA. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(FAINT_TEXTS);
}

/** The text of what has the keyboard's focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent');
}
