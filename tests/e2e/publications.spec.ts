import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { changing, expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`What is read, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('is the headteacher’s to see, and not to change', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('headteacher');
      await page.goto('/dsl/publications');
      await expect(page.getByText(/^\d+ of \d+ have read KCSIE 2025/)).toBeVisible();
      await expect(page.getByRole('link', { name: 'Confirm KCSIE 2026' })).toHaveCount(0);
      await page.getByRole('link', { name: 'Keeping children safe in education' }).click();
      await expect(page.getByRole('heading', { name: /^Have not read it: \d+/ })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Add an edition' })).toHaveCount(0);
      await expectGoodPage();
    });
  });

  changing.describe(`The DSL keeps editions, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'confirms KCSIE 2026 once it is seen whom that concerns, and nobody is overdue by it',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl/publications');
        await page.getByRole('link', { name: 'Confirm KCSIE 2026' }).click();
        await page.getByRole('button', { name: 'See whom it concerns' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter the day by which');
        await expectGoodPage();
        await fillDay(page, 'Those already here have to have read it by', '15 11 2026');
        await page.getByRole('button', { name: 'See whom it concerns' }).click();
        await expect(page.getByRole('alert')).toContainText('must be today or later');
        await fillDay(page, 'Those already here have to have read it by', '11 12 2026');
        await page.getByRole('button', { name: 'See whom it concerns' }).click();

        await expect(page.getByText('32 people have to read it.')).toBeVisible();
        await expect(
          page.getByText('28 people have until 11 December 2026 to read it'),
        ).toBeVisible();
        await expect(page.getByText('1 person has until 23 November 2026')).toBeVisible();
        await expect(page.getByText(/^3 people did not read the edition before/)).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: 'Confirm KCSIE 2026' }).click();
        await expect(page.getByRole('status')).toContainText('The edition is confirmed');
        await expect(
          page.getByText('0 of 32 have read KCSIE 2026: 3 are overdue, 29 have until 11 December'),
        ).toBeVisible();
        await expect(page.getByText(/28 people declared it/)).toBeVisible();
        await expectGoodPage();
      },
    );

    changing(
      'notes one correction, and has the edition read again for another',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await openEdition(page, 'KCSIE 2025');
        await page.getByRole('link', { name: 'It was corrected' }).click();
        await page.getByLabel('What was put right').fill('A telephone number in Annex B');
        await page.getByLabel('it is noted, and nobody reads it again').check();
        await page.getByRole('button', { name: 'See whom it concerns' }).click();
        await expect(page.getByText(/34 people .* Nobody has anything to do/)).toBeVisible();
        await page.getByRole('button', { name: 'Keep the note' }).click();
        await expect(page.getByRole('status')).toContainText('Nobody has to read it again');
        await expect(page.getByText('A telephone number in Annex B')).toBeVisible();
        await expect(page.getByText(/^28 of 32 have read it/).first()).toBeVisible();
        await expectGoodPage();

        await page.getByRole('link', { name: 'It was corrected' }).click();
        await page.getByLabel('What was put right').fill('The checks in Part three');
        await page.getByLabel('it is to be read again').check();
        await fillDay(page, 'First day of the corrected edition', '2 9 2026');
        await fillDay(page, 'Those already here have to have read it by', '16 12 2026');
        await page.getByRole('button', { name: 'See whom it concerns' }).click();
        await expect(page.getByRole('alert')).toContainText('KCSIE 2026');
        await fillDay(page, 'First day of the corrected edition', '18 1 2026');
        await page.getByRole('button', { name: 'See whom it concerns' }).click();
        await expect(
          page.getByText('28 people have until 16 December 2026 to read it'),
        ).toBeVisible();
        await page.getByRole('button', { name: 'Have it read again' }).click();
        await expect(page.getByText(/^0 of 32 have read KCSIE 2025, corrected 18/)).toBeVisible();
        await expectGoodPage();
      },
    );
  });
}

changing(
  'the DSL writes down the next edition, part by part, and announces it',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('dsl');
    await page.goto('/dsl/publications');
    await page.getByRole('link', { name: 'Keeping children safe in education' }).click();
    await page.getByRole('link', { name: 'Add an edition' }).click();
    await expect(page.getByText(/Letters may have moved/)).toBeVisible();
    await page.getByLabel('Title of the edition').fill('KCSIE 2027');
    await fillDay(page, 'First day in force', '1 9 2027');
    await page.getByRole('button', { name: 'Add another part' }).click();
    const second = page.getByRole('group', { name: 'Part 2' });
    await second.getByLabel('The part').fill('Annex A');
    await second.getByLabel('Governors', { exact: true }).check();
    await expectGoodPage();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await expect(page.getByRole('status')).toContainText('The edition is added');
    await expect(page.locator('#main').getByText('Governors', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Announce KCSIE 2027' }).click();
    await expect(page.getByRole('link', { name: 'Confirm KCSIE 2027' })).toBeVisible();
    await expectGoodPage();
  },
);

async function openEdition(page: Page, title: string): Promise<void> {
  await page.goto('/dsl/publications');
  await page.getByRole('link', { name: title, exact: true }).click();
}
