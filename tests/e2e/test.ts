import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import type { App } from './app.ts';
import { type Copies, startCopies } from './copies.ts';

type Fixtures = {
  /** Signs this browser in as one of the demo's people, by their key. */
  signInAs: (persona: string) => Promise<void>;
  /** What is true of every page: see `expectGoodPage`. */
  expectGoodPage: () => Promise<void>;
};

type Page = import('@playwright/test').Page;

/** The small one: it is read by the browser anew for each page. */
const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/**
 * One h1, a title of our pattern, no sideways scrolling, no accessibility fault. axe is itself a
 * script, so it looks only where scripts run; the pages are the same without.
 */
async function expectGood(page: Page, javaScriptEnabled: boolean): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/ – InDate$/);
  await expectNoSidewaysScrolling(page);
  if (!javaScriptEnabled) return;
  // Every rule of axe's. What it calls legacy opens no page of its own to put the results of frames
  // together, of which there are none here; and only what is wrong is described, node by node.
  const { violations } = await new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}

const served = base.extend<object, { copies: Copies }>({
  copies: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      const copies = startCopies();
      await use(copies);
      copies.end();
    },
    { scope: 'worker' },
  ],
});

/** Journeys that only read share one copy of the demo for each worker. */
export const test = served.extend<Fixtures, { app: App }>({
  app: [
    async ({ copies }, use) => {
      const app = await copies.start();
      await use(app);
      await app.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ app }, use) => use(app.address),
  signInAs: async ({ context, app }, use) => {
    await use(async (persona) => signIn(context.request, app.address, persona));
  },
  expectGoodPage: async ({ page, javaScriptEnabled }, use) => {
    await use(() => expectGood(page, javaScriptEnabled ?? true));
  },
});

/** Journeys that change something have a copy, at an address, of their own. */
export const changing = served.extend<Fixtures & { app: App }>({
  app: async ({ copies }, use) => {
    const app = await copies.start();
    await use(app);
    await app.stop();
  },
  baseURL: async ({ app }, use) => use(app.address),
  signInAs: async ({ context, app }, use) => {
    await use(async (persona) => signIn(context.request, app.address, persona));
  },
  expectGoodPage: async ({ page, javaScriptEnabled }, use) => {
    await use(() => expectGood(page, javaScriptEnabled ?? true));
  },
});

export { expect };

type Requests = Page['request'];

async function signIn(requests: Requests, address: string, persona: string): Promise<void> {
  const answer = await requests.post(`${address}/sign-in`, {
    form: { persona },
    headers: { Origin: address },
  });
  expect(answer.ok(), `signing in as ${persona}`).toBe(true);
}

export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}
