import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { fillDay } from './fill.ts';
import { sheetsOf } from './sheets.ts';
import { changing, expect, expectNoSidewaysScrolling, test } from './test.ts';

const ANSWER = /^Since 1 September 2026, 21 of 32 people have passed Safeguarding refresher/;
/** In the demo she has failed the quiz on exploitation three times. */
const TALK = 'Rhiannon Gwynne has failed Exploitation three times since 19 October 2026.';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`What quizzes tell, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('the lead reads how they went, who needs a talk, and what deserves a look', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl');
      await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
      await expect(page.getByRole('main').getByRole('paragraph').first()).toHaveText(ANSWER);
      await expect(page.getByText(TALK)).toBeVisible();
      const prevent = page.getByRole('row').filter({ hasText: /^Prevent/ });
      await expect(prevent.getByRole('cell').first()).toHaveText(/^\d+ of \d+$/);
      const looks = page.getByRole('listitem').filter({ hasText: 'Facility' });
      await expect(looks.first()).toContainText(/\d+ of \d+ (chose|matched|put) ‘/);
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
    });

    test('the lead sorts all questions by what their figures say', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/quizzes');
      await page.getByRole('link', { name: 'All questions with their figures' }).click();
      await expect(page.getByRole('rowheader')).toHaveCount(25);
      await page.getByRole('link', { name: 'Discrimination' }).click();
      const head = page.getByRole('columnheader', { name: 'Discrimination' });
      await expect(head).toHaveAttribute('aria-sort', 'ascending');
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
      await page.getByRole('link', { name: 'Page 5' }).click();
      await expect(page).toHaveURL(/sort=discrimination&page=5/);
      const few = page.getByRole('row').filter({ hasText: 'of 10 attempts so far' });
      expect(await few.count()).toBeGreaterThan(0);
      await expect(few.first()).not.toContainText('%');
    });

    test('a quiz tells its results by name, and its file says the same', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/quizzes');
      await page.getByRole('link', { name: 'Safeguarding refresher' }).click();
      await expect(page.getByRole('heading', { name: 'Passed: 21' })).toBeVisible();
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
      const href = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
      const file = await (await page.request.get(href ?? '')).text();
      const rows: Record<string, string>[] = parse(file, { columns: true });
      const passed = rows.filter(({ result, not_counted }) => result === 'Passed' && !not_counted);
      expect(passed).toHaveLength(21);
      const shown = await page.getByRole('table', { name: 'Passed' }).getByRole('row').count();
      expect(shown - 1).toBe(21);
    });

    test('the lead prints the certificate of somebody else on one sheet', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/quizzes');
      await page.getByRole('link', { name: 'Safeguarding refresher' }).click();
      const passed = page.getByRole('table', { name: 'Passed' }).getByRole('row').nth(1);
      const name = await passed.getByRole('rowheader').textContent();
      await passed.getByRole('link', { name: `Certificate of ${name}` }).click();
      const printed = page.getByRole('article', { name: 'Certificate: Safeguarding refresher' });
      await expect(printed).toContainText(name ?? 'nobody');
      await expect(printed).toContainText(/Valid to\s*31 October 2027/);
      await expectGoodPage();
      await expectGoodWhenNarrow(page);
      expect(sheetsOf(await page.pdf({ format: 'A4' }))).toEqual({ count: 1, isA4: true });
      await page.getByRole('link', { name: 'Back to Safeguarding refresher' }).click();
      await expect(page.getByRole('heading', { name: 'Passed: 21' })).toBeVisible();
    });

    test('the headteacher reads it all, and has nothing to press', async ({ page, signInAs }) => {
      await signInAs('headteacher');
      for (const path of ['/dsl/quizzes', '/dsl/quizzes/questions', '/dsl/briefing']) {
        await page.goto(path);
        await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
      }
      await expect(page.getByRole('link', { name: 'I have talked with them' })).toHaveCount(0);
    });

    test('a governor reads counts of what staff know, and no name', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('safeguarding-governor');
      await page.goto('/governors');
      const known = page.getByRole('table', { name: 'What staff know' });
      const passed = known.getByRole('row', { name: /^Passed: Safeguarding refresher/ });
      await expect(passed.getByRole('cell')).toHaveText('21 of 32');
      await expect(known.getByRole('row', { name: /^Right answers: / })).toHaveCount(3);
      await expect(known).not.toContainText(/Gwynne|Rhiannon/);
      const file = await (await page.request.get('/governors.csv')).text();
      expect(file).toContain('What staff know,Passed: Safeguarding refresher,21 of 32');
      expect(file).not.toMatch(/Gwynne|Rhiannon/);
      await expectGoodPage();
      for (const path of ['/dsl/quizzes', '/dsl/quizzes/1', '/dsl/briefing']) {
        expect((await page.request.get(path)).status(), path).toBe(403);
      }
    });
  });

  changing.describe(`The lead acts on what quizzes tell, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'puts a question down for the next briefing, prints the sheet, and notes what was said',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl/quizzes');
        const missed = await page
          .getByText(/^\d+ of \d+ chose/)
          .first()
          .textContent();
        await page.getByRole('button', { name: 'For the next briefing' }).first().click();
        await expect(
          page.getByText('The question is on the list for the next briefing.'),
        ).toBeVisible();
        await page.getByRole('link', { name: 'On the list for the next briefing' }).click();
        const main = page.getByRole('main');
        await expect(main.getByText(missed ?? '', { exact: false }).first()).toBeAttached();

        await page.getByRole('button', { name: 'Add it' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter what is to be said');
        await page.getByLabel('What is to be said').fill('The front door has a new number.');
        await page.getByRole('button', { name: 'Add it' }).click();
        await expect(page.getByText('4 points wait for the next briefing.')).toBeVisible();
        await expectGoodPage();
        await expectGoodWhenNarrow(page);

        await page.emulateMedia({ media: 'print' });
        await expect(page.getByText('Said on', { exact: true })).toHaveCount(4);
        await expect(page.getByText('Said on', { exact: true }).first()).toBeVisible();
        await expect(page.getByRole('button', { name: 'Add it' })).toBeHidden();
        await page.emulateMedia({ media: null });

        await page.getByRole('link', { name: /^Change or take off.*point 4/ }).click();
        await expectGoodPage();
        await page.getByLabel('What is to be said').fill('The front door answers at night too.');
        await page.getByRole('button', { name: 'Save the point' }).click();
        await page.getByRole('link', { name: /^It was said.*point 4/ }).click();
        await expectGoodPage();
        await page.getByLabel('What was said').fill('31 were there; two asked about nights.');
        await page.getByRole('button', { name: 'Note it as said' }).click();
        await expect(page.getByRole('heading', { name: 'Said before: 1' })).toBeVisible();
        await expect(page.getByText('31 were there; two asked about nights.')).toBeVisible();

        await page.getByRole('link', { name: /^Change or take off.*point 3/ }).click();
        await page.getByText('Take it off the list').click();
        await page.getByRole('button', { name: 'Take it away' }).click();
        await expect(page.getByText('2 points wait for the next briefing.')).toBeVisible();
      },
    );

    changing(
      'notes a talk, and it is no longer among what to do',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl');
        const todo = page.getByRole('listitem').filter({ hasText: 'has failed Exploitation' });
        await todo.getByRole('link', { name: 'Rhiannon Gwynne' }).click();
        await expect(page.getByText(TALK)).toBeVisible();
        await page.getByRole('link', { name: /^I have talked with them.*Rhiannon/ }).click();
        await fillDay(page, 'The day of the talk', '17 11 2026');
        await page.getByRole('button', { name: 'I have talked with them' }).click();
        await expect(page.getByRole('alert')).toContainText('today or in the past');
        await expectGoodPage();
        await fillDay(page, 'The day of the talk', '13 11 2026');
        await page.getByRole('button', { name: 'I have talked with them' }).click();
        await expect(page.getByText('The talk is noted.')).toBeVisible();
        await expect(page.getByText(TALK)).toHaveCount(0);
        await expect(page.getByRole('cell', { name: '13 November 2026' })).toBeVisible();
        await page.goto('/dsl');
        await expect(page.getByText('has failed Exploitation')).toHaveCount(0);
      },
    );
  });
}

async function expectGoodWhenNarrow(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScrolling(page);
  if (size) await page.setViewportSize(size);
}
