/** Debian's Chromium, headless, driven by playwright-core. */
import type { Browser } from 'playwright-core';
import { findProgram } from './process.ts';

/** The browser's path, or undefined. */
export function findChromium(): string | undefined {
  return findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');
}

/** Starts a browser with a fresh profile that talks to nobody but the pages it is sent to. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  // Loaded here: suites that only ask what is there do not wait for it.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ], // biome-ignore format: flags
  });
}
