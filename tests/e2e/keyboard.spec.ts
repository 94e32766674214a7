import type { Page } from '@playwright/test';
import { placed } from './pages.ts';
import { expect, test } from './test.ts';

const WALKED: Record<string, string> = {
  '/my': 'staff-overdue',
  '/dsl': 'dsl',
  '/dsl/matrix?name=lytton': 'dsl',
  '/dsl/people/:person/record': 'dsl',
  '/admin/people/new': 'administrator',
  '/admin/import': 'administrator',
  '/sign-in': 'signed out',
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With a keyboard alone, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    for (const [address, persona] of Object.entries(WALKED)) {
      test(`everything on ${address} is reached, and shows that it is`, async ({
        page,
        app,
        signInAs,
      }) => {
        if (persona !== 'signed out') await signInAs(persona);
        await page.goto(await placed(app, address));
        const wanted = await reachable(page);
        expect(wanted.length).toBeGreaterThan(3);
        const reached = await walk(page, wanted.length + 5);
        const names = new Set(reached.map(({ name }) => name));
        expect(wanted.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
        const before = new Map(wanted.map(({ index, look }) => [index, look]));
        const unseen = reached.filter(({ index, look }) => look === before.get(index));
        expect(unseen.map(({ name }) => name)).toEqual([]);
      });
    }

    test('the first thing is a link that skips to what the page is about', async ({
      page,
      signInAs,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to main content' });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#main$/);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
    });

    test('what is wrong with a form leads to its field', async ({ page, app, signInAs }) => {
      await signInAs('administrator');
      await page.goto(await placed(app, '/admin/people/new'));
      await page.getByLabel('First name').fill('Wilhelmina');
      await page.keyboard.press('Enter');
      const fault = page.getByRole('alert').getByRole('link', { name: 'Choose an appointment' });
      await fault.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByLabel('Appointment')).toBeFocused();
      const day = page.getByRole('alert').getByRole('link', { name: /first day/ });
      await day.focus();
      await page.keyboard.press('Enter');
      const first = page.getByRole('group', { name: 'First day' });
      await expect(first.getByLabel('Day')).toBeFocused();
      await page.keyboard.type('16');
      await expect(first.getByLabel('Day')).toHaveValue('16');
    });

    for (const [address, persona] of [
      ['/dsl/matrix', 'dsl'],
      ['/governors', 'safeguarding-governor'],
      ['/trust', 'trust-lead'],
      ['/admin/people', 'administrator'],
    ] as const) {
      test(`wide tables on ${address} scroll by keyboard on a narrow screen`, async ({
        page,
        signInAs,
      }) => {
        await signInAs(persona);
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(address);
        const wide = await markScrolling(page);
        expect(wide.length).toBeGreaterThan(0);
        expect(wide.filter(({ isRegion }) => !isRegion)).toEqual([]);
        const first = page.locator('[data-scrolls]').first();
        await first.focus();
        await expect(first).toBeFocused();
        await expect(async () => {
          await page.keyboard.press('ArrowRight');
          expect(await first.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
        }).toPass({ timeout: 10_000 });
      });
    }
  });
}

/** Something that Tab reaches. `look`: its outline, shadow and border, and those of its label. */
type Stop = { name: string; index: string; look: string };

/** Marks and answers whatever can be reached by Tab, as it looks unfocused; radios share a name. */
async function reachable(page: Page): Promise<Stop[]> {
  await page.evaluate(() => {
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const [index, one] of document.querySelectorAll<HTMLElement>(stops).entries()) {
      const type = one.getAttribute('type');
      if (type === 'hidden' || one.tabIndex < 0 || one.matches(':disabled')) continue;
      if (!one.checkVisibility()) continue;
      const words = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40);
      const name = `${index} ${one.tagName} ${one.id} ${words}`;
      one.dataset.stop = type === 'radio' ? `radios ${one.getAttribute('name')}` : name;
      one.dataset.index = String(index);
    }
  });
  return page.locator('[data-stop]').evaluateAll(looksOf);
}

/** What Tab reaches in so many steps, as it looks focused. */
async function walk(page: Page, steps: number): Promise<Stop[]> {
  const reached: Stop[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Tab');
    reached.push(...(await page.locator('[data-stop]:focus').evaluateAll(looksOf)));
  }
  return reached;
}

/** Runs in the page. */
function looksOf(stops: Element[]): Stop[] {
  return stops.map((one) => {
    const parts = [getComputedStyle(one)];
    if (one.nextElementSibling) parts.push(getComputedStyle(one.nextElementSibling, '::before'));
    const looks = parts.map(({ outline, boxShadow, borderWidth }) => {
      return `${outline} ${boxShadow} ${borderWidth}`;
    });
    const { stop = '', index = '' } = (one as HTMLElement).dataset;
    return { name: stop, index, look: looks.join() };
  });
}

/** Marks what is wider than its place and scrolls in it, and says whether it is a named region. */
function markScrolling(page: Page): Promise<{ label: string | null; isRegion: boolean }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')].flatMap((one) => {
      const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX);
      if (!scrolls || one.scrollWidth <= one.clientWidth || !one.checkVisibility()) return [];
      one.dataset.scrolls = '';
      const label = one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby');
      const hasRole = one.tagName === 'SECTION' || one.getAttribute('role') === 'region';
      const isRegion = one.tabIndex === 0 && hasRole && !!label;
      return [{ label, isRegion }];
    }),
  );
}
