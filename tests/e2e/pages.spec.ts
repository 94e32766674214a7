import type { Page } from '@playwright/test';
import { ask, cookieFor } from './ask.ts';
import { listPages, placed } from './pages.ts';
import { expect, expectNoSidewaysScrolling, test } from './test.ts';
import { validate } from './validate.ts';

/** One page a worker, signed out before each look: to open one costs as much as to look at it. */
const looking = test.extend<object, { opened: Page }>({
  opened: [
    async ({ browser, app }, use) => {
      const page = await browser.newPage({
        baseURL: app.address,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      });
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ opened }, use) => {
    await opened.context().clearCookies();
    await use(opened.context());
  },
  page: async ({ opened }, use) => use(opened),
});

for (const { persona, address, status, drawsFaults } of listPages()) {
  looking(
    `${address} as ${persona} is a good page, wide and narrow`,
    async ({ page, app, signInAs, expectGoodPage }) => {
      if (persona !== 'signed out') await signInAs(persona);
      const path = await placed(app, address);
      expect((await page.goto(path))?.status()).toBe(status);
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
      if (!drawsFaults) return;
      expect(await sendEmpty(page, path)).toBe(422);
      await expect(page.getByRole('alert').getByRole('listitem').first()).toBeVisible();
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
    },
  );
}

test('every page is good HTML', async ({ app }) => {
  test.slow();
  const pages: Record<string, string> = {};
  for (const { persona, address, drawsFaults } of listPages()) {
    const cookie = await cookieFor(app, persona);
    const path = await placed(app, address);
    pages[`${address} as ${persona}`] = (await ask(app, path, { cookie })).text;
    if (!drawsFaults) continue;
    pages[`${address}, sent empty`] = (await ask(app, path, { cookie, form: {} })).text;
  }
  expect(validate(pages)).toEqual([]);
});

async function expectGoodWhenNarrow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
  if (size) await page.setViewportSize(size);
}

/** Sends a form with nothing in it from the page that is open, and answers with the status. */
async function sendEmpty(page: Page, path: string): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action });
    document.body.append(form);
    form.submit();
  }, path);
  return (await answered).status();
}
