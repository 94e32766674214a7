import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { answerAll, begin } from './take-quiz.ts';
import { expect, changing as test } from './test.ts';

const SESSION = 'Whole-school safeguarding';

/** From what there is to do to the list of those who missed it. */
async function openList(page: Page): Promise<void> {
  await page.goto('/dsl?part=mop-up');
  await page.getByRole('link', { name: SESSION }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who missed it');
}

const answer = (page: Page) => page.locator('.page__answer');
const underHeading = (page: Page, heading: RegExp) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: heading }) });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('Marcus works through the list of those who missed the INSET until it is empty', async ({
      page,
      app,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('droitwich-dsl');
      await openList(page);
      await expect(answer(page)).toHaveText('2 people have nothing arranged, 2 are arranged.');
      await expectGoodPage();

      await page.getByRole('checkbox', { name: 'Appiah, Kojo' }).check();
      await page.getByRole('checkbox', { name: 'Tranter, Olwen' }).check();
      await page.getByRole('button', { name: 'Decide for those who are ticked' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('link', { name: /^Choose what is to become/ })).toBeVisible();
      await expectGoodPage();
      await page.getByRole('radio', { name: 'A later sitting' }).check();
      await fillDay(page, 'For one that is added: its day', '19 11 2026');
      await page.getByLabel('Place').fill('Library');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('It is arranged as you said.')).toBeVisible();
      await expect(answer(page)).toHaveText('4 people are arranged.');
      await expect(underHeading(page, /^Arranged/)).toContainText(
        'Comes to the sitting of 19 November 2026, Library.',
      );

      await page.getByRole('link', { name: 'Done with Attwell, Susannah' }).click();
      await expectGoodPage();
      await page.getByRole('button', { name: 'Note it as done' }).click();
      await expect(underHeading(page, /^Done since/)).toContainText(
        '16 November 2026, one to one with Jyoti Raman',
      );

      for (const name of ['Appiah, Kojo', 'Fenn, Orsolya', 'Tranter, Olwen']) {
        await page.getByRole('link', { name: `Change what becomes of ${name}` }).click();
        await page.getByRole('radio', { name: 'Not required' }).check();
        await page.getByLabel('Why it is not required').fill('Was at the same session elsewhere');
        await page.getByRole('button', { name: 'Save' }).click();
      }
      await expect(answer(page)).toHaveText(/^Everybody who is here has made up for it/);
      await expect(page.getByText(/Nothing on this list is left to do/)).toBeVisible();
      await page.goto('/dsl');
      await expect(page.getByRole('heading', { name: /missed a session/ })).toHaveCount(0);
      expect(app.said()).not.toMatch(/error/i);
    });

    test('Orsolya finds the recording on her page, passes its quiz, and is off the list', async ({
      page,
      app,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('two-schools');
      await page.goto('/choose');
      await page.getByRole('button', { name: /Droitwich/ }).click();
      await page.goto('/my');
      const arranged = underHeading(page, /^Arranged for you/);
      await expect(arranged).toContainText('pass the quiz “Whom to tell”');
      await expect(arranged.getByRole('link', { name: /Watch the recording/ })).toHaveAttribute(
        'href',
        /^https:/,
      );
      await expectGoodPage();
      await arranged.getByRole('link', { name: /Take the quiz/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whom to tell');
      await answerAll(page, await begin(page, app, 'Whom to tell'));
      await page.getByRole('button', { name: /Hand in/i }).click();
      await page.goto('/my');
      await expect(arranged).toHaveCount(0);
      await expect(page.getByText(/completed on 16 November 2026/).first()).toBeVisible();

      await signInAs('droitwich-dsl');
      await openList(page);
      await expect(answer(page)).toHaveText('2 people have nothing arranged, 1 is arranged.');
      await expect(underHeading(page, /^Done since/)).toContainText('16 November 2026, by quiz');
    });
  });
}

test('Bronwen logs a bulletin with a point that waited, and puts right who read it', async ({
  page,
  signInAs,
  expectGoodPage,
}) => {
  await signInAs('dsl');
  await page.goto('/dsl/updates');
  await expect(answer(page)).toHaveText(/^3 short updates since 1 September 2026/);
  await expectGoodPage();
  await page.getByRole('link', { name: 'Log an update' }).click();
  await expectGoodPage();
  await page.getByLabel('Title').fill('Lanyards');
  await page.getByRole('checkbox', { name: /^Visitors without a lanyard/ }).check();
  await page.getByRole('checkbox', { name: 'Safeguarding updates' }).check();
  await page.getByRole('checkbox', { name: 'Baptiste, Theo' }).uncheck();
  await page.getByRole('button', { name: 'Log it' }).click();
  await expect(answer(page)).toHaveText(/^31 of 32 read it on 16 November 2026/);
  await expect(page.getByText(/Visitors without a lanyard/)).toBeVisible();
  await expectGoodPage();

  await page.getByRole('link', { name: 'Put right who was there' }).click();
  await page.getByRole('checkbox', { name: 'Wojcik, Tomasz' }).uncheck();
  await page.getByRole('checkbox', { name: 'Baptiste, Theo' }).check();
  await page.getByLabel('Why it is put right').fill('Theo read it, Tomasz did not');
  await page.getByRole('button', { name: 'Put it right' }).click();
  await expect(answer(page)).toHaveText(/^31 of 32/);
  await expect(underHeading(page, /^Expected, and not there: 1/)).toContainText('Wojcik');
  await page.getByRole('link', { name: 'Baptiste, Theo' }).click();
  await expect(page.getByText(/Safeguarding updates completed on 16 November 2026/)).toBeVisible();
  await page.goto('/dsl/briefing');
  await expect(answer(page)).toHaveText(/^1 point waits/);
  await page.goto('/governors');
  await expect(page.getByRole('row', { name: /^Lanyards, 16 November 2026/ })).toContainText(
    '31 of 32',
  );
});
