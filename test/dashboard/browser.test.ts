/** The dashboard in a real Chromium: what an operator does, in light and dark, wide and narrow, with and without scripts. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type Harness, OPERATOR, openHarness } from '../api/harness.ts';
import { available } from '../services/available.ts';
import { launchChromium } from '../services/chromium.ts';
import { faintTexts, focused, overflow, watch } from './walk.ts';

const SHOTS = '.test/screenshots';
const WIDE = { width: 1360, height: 1010 };
const NARROW = { width: 380, height: 820 };

describe.skipIf(!available.chromium)('the dashboard in Chromium', () => {
  let harness: Harness;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    harness = await openHarness();
    server = await startServer(harness.options);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await harness?.close();
  });

  async function visit(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: WIDE, ...options });
    const page = await context.newPage();
    const complaints = watch(page, server.url);
    return { page, complaints };
  }

  async function logIn(page: Page): Promise<void> {
    await page.goto(`${server.url}/`);
    await page.getByLabel('Operator').fill(OPERATOR.name);
    await page.getByLabel('Password').fill(OPERATOR.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  }

  const addresses = () => {
    const { claimIds, fileIds, paymentIds } = harness.seeded;
    return {
      overview: '/',
      claims: '/claims',
      claim: `/claims/${claimIds[2]}`,
      'claim-rejected': `/claims/${claimIds[8]}`,
      'claim-held': `/claims/${claimIds[12]}`,
      files: '/files',
      file: `/files/${fileIds['835A']}`,
      payments: '/payments',
      payment: `/payments/${paymentIds[0]}`,
      'payment-exception': `/payments/${paymentIds[2]}`,
      reversals: '/reversals',
      recoupment: '/recoupment',
      'recoupment-account': '/recoupment/account?payer=CEDAR01&payee=1205550100',
      denials: '/denials',
      partners: '/partners',
    };
  };

  it('leads from login over a claim, its timeline, files, payments and denials to the queues', async () => {
    const { page, complaints } = await visit({});
    await logIn(page);
    await page.getByRole('link', { name: /Partly paid/ }).click();
    await page.getByRole('link', { name: 'RVB-26-10023' }).click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(await page.locator('.timeline > li').count()).toBe(7);
    expect(await page.locator('.segments .text').allTextContents()).toContain('CLM*RVB-26-10023*337***11:B:1*Y*A*Y*Y~');
    await page.locator('.timeline a').last().click();
    expect(await page.locator('#hit .text').textContent()).toMatch(/^CLP\*RVB-26-10023/);
    expect((await page.locator('#hit').boundingBox())?.y).toBeLessThan(WIDE.height);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Files' }).click();
    await page.getByLabel('Direction').selectOption('out');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody tr').count()).toBe(4);
    await page.getByRole('link', { name: 'Payments', exact: true }).click();
    await page.getByRole('link', { name: 'Cedar Health Plan' }).click();
    await page.getByText('Balances').first().waitFor();
    await page.getByRole('link', { name: 'Denials', exact: true }).click();
    expect(await page.getByText('Filed after the time limit').count()).toBe(2);
    await page.getByRole('link', { name: 'Queues' }).click();
    await page.getByRole('link', { name: 'ingest' }).first().waitFor();
    await page.screenshot({ path: `${SHOTS}/queues.png` });
    await page.goto(`${server.url}/`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goto(`${server.url}/claims`);
    expect(new URL(page.url()).pathname).toBe('/login');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', WIDE],
    ['dark', WIDE],
    ['light', NARROW],
    ['dark', NARROW],
  ] as const)(
    'is readable and fits: %s %o',
    async (colorScheme, viewport) => {
      const { page, complaints } = await visit({ colorScheme, viewport });
      await page.goto(`${server.url}/login`);
      expect(await faintTexts(page)).toEqual([]);
      await page.screenshot({ path: `${SHOTS}/login-${colorScheme}-${viewport.width}.png` });
      await logIn(page);
      for (const [name, path] of Object.entries(addresses())) {
        await page.goto(server.url + path);
        await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}-${viewport.width}.png`, fullPage: true });
        expect([name, await overflow(page)]).toEqual([name, 0]);
        expect([name, await faintTexts(page)]).toEqual([name, []]);
      }
      if (process.env.UPDATE_SCREENSHOT === '1' && colorScheme === 'light' && viewport === WIDE) {
        await page.goto(server.url);
        await page.screenshot({ path: 'docs/dashboard.png', fullPage: true });
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    90_000,
  );

  it.each([900, 1100])(
    'has no column that cannot be reached at %i pixels',
    async (width) => {
      const { page } = await visit({ viewport: { width, height: 900 } });
      await logIn(page);
      for (const [name, path] of Object.entries(addresses())) {
        await page.goto(server.url + path);
        expect([name, await overflow(page)]).toEqual([name, 0]);
        const cut = await page
          .locator('.panel')
          .evaluateAll((panels) => panels.filter((panel) => panel.scrollWidth > panel.clientWidth + 1).length);
        expect([name, cut]).toEqual([name, 0]);
      }
      await page.context().close();
    },
    60_000,
  );

  it('is used by keyboard alone', async () => {
    const { page, complaints } = await visit({});
    await page.goto(`${server.url}/`);
    await page.keyboard.type(OPERATOR.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(OPERATOR.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to content');
    for (const name of ['Claimwire', 'Overview', 'Claims']) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(name);
    }
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByLabel('Patient control number').fill('RVB-26-10027');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'RVB-26-10027' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the overview current while it is looked at', async () => {
    const { page, complaints } = await visit({});
    await page.clock.install();
    await logIn(page);
    const paused = page.getByText('is paused');
    expect(await paused.count()).toBe(1);
    await harness.seeded.store.db.updateTable('partners').set({ pausedAt: null }).execute();
    await page.clock.runFor(11_000);
    await paused.waitFor({ state: 'detached', timeout: 10_000 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('works without scripts', async () => {
    const { page } = await visit({ javaScriptEnabled: false });
    await logIn(page);
    await page.getByRole('link', { name: 'Denied', exact: false }).first().click();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.context().close();
  });
});
