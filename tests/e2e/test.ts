import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { type App, startCopy } from './app.ts';

type Fixtures = {
  /** Signs this browser in as one of the demo's people, by their key. */
  signInAs: (persona: string) => Promise<void>;
  /** What is true of every page: see `expectGoodPage`. */
  expectGoodPage: () => Promise<void>;
};

type Page = import('@playwright/test').Page;

/**
 * One h1, a title of our pattern, no sideways scrolling, no accessibility fault. axe is itself a
 * script, so it looks only where scripts run; the pages are the same without.
 */
async function expectGood(page: Page, javaScriptEnabled: boolean): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page).toHaveTitle(/ – InDate$/);
  await expectNoSidewaysScrolling(page);
  if (!javaScriptEnabled) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}

/** Journeys that only read share one server for each worker. */
export const test = base.extend<Fixtures, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
    async ({}, use) => {
      const app = await startCopy();
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

/** Journeys that change something have a server and a database of their own. */
export const changing = base.extend<Fixtures & { app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  app: async ({}, use) => {
    const app = await startCopy();
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
