import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { changing, expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`The school’s policy, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('is read in words, and a day is tried out on a requirement', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await openRequirement(page, 'Level 3 child protection');
      await expect(
        page.getByText(/Renewed every 24 months, keeping its day/).first(),
      ).toBeVisible();
      await fillDay(page, 'Completed on', '31 6 2026');
      await page.getByRole('button', { name: 'Try this day' }).click();
      await expect(page.getByRole('alert')).toContainText('must be a real day');
      await fillDay(page, 'Completed on', '29 2 2024');
      await page.getByRole('button', { name: 'Try this day' }).click();
      await expect(page.getByText(/28 February 2026/).first()).toBeVisible();
      await expectGoodPage();
    });

    test('is the headteacher’s to read, and not to change', async ({ page, signInAs }) => {
      await signInAs('headteacher');
      await openRequirement(page, 'Level 3 child protection');
      await expect(page.getByRole('link', { name: 'Retire' })).toHaveCount(0);
      await page.goto('/dsl/requirements/new');
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Add a requirement');
    });
  });

  changing.describe(`The DSL changes the policy, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'adds a requirement, and sees before saving whom it makes overdue',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl/requirements');
        await page.getByRole('link', { name: 'Add a requirement' }).click();
        await page.getByLabel('Name', { exact: true }).fill('Online safety');
        await page.getByRole('button', { name: 'See what it changes' }).click();
        await expect(page.getByRole('alert')).toContainText('Choose who it is for');
        await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Online safety');
        await expectGoodPage();

        await fillOnlineSafety(page);
        await fillDay(page, /^Roll-out/, '31 10 2026');
        await page.getByRole('button', { name: 'See what it changes' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you save');
        await expect(page.getByText(/^\d+ people become overdue/)).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(page.getByRole('alert')).toContainText('overdue');

        await page.getByRole('button', { name: 'Go back and change it' }).click();
        await fillDay(page, /^Roll-out/, '15 1 2027');
        await fillDay(page, 'First day on which it is asked', '16 11 2026');
        await page.getByRole('button', { name: 'See what it changes' }).click();
        await expect(
          page.getByText(/^\d+ people have until 15 January 2027 to do it/),
        ).toBeVisible();
        await expect(page.getByText(/people become overdue/)).toHaveCount(0);
        await expect(page.getByText(/^\d+ people added/)).toBeVisible();
        await fillDay(page, 'Completed on', '3 9 2026');
        await page.getByRole('button', { name: 'Try this day' }).click();
        await expect(page.getByText(/3 September 2027/)).toBeVisible();
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Online safety');
        await expect(page.getByText('Renewed every 12 months.')).toBeVisible();
        await expectGoodPage();
        await page.goto('/dsl/matrix?name=lytton');
        await expect(page.getByRole('columnheader', { name: /Online safety/ })).toBeVisible();
      },
    );

    changing(
      'sets an interval where there was none, and is asked about earlier training',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await openRequirement(page, 'Child sexual exploitation');
        await page.getByRole('link', { name: 'Set an interval for All staff' }).click();
        await page.getByRole('radio', { name: 'a number of months' }).check();
        await page.getByLabel('Months', { exact: true }).fill('12');
        await page.getByRole('radio', { name: /^change from a day on/ }).check();
        await fillDay(page, 'First day', '16 11 2026');
        await page.getByRole('button', { name: 'See what it changes' }).click();
        await expect(page.getByRole('alert')).toContainText('before');
        await expectGoodPage();

        await page.getByRole('radio', { name: 'is reckoned by the changed lines too' }).check();
        await page.getByRole('button', { name: 'See what it changes' }).click();
        const overdue = page.getByText(/^\d+ (person becomes|people become) overdue/);
        await expect(overdue).toBeVisible();
        await page.getByRole('button', { name: 'Go back and change it' }).click();
        await page.getByRole('radio', { name: 'stays under the rules' }).check();
        await page.getByRole('button', { name: 'See what it changes' }).click();
        await expect(overdue).toHaveCount(0);
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await expect(page.getByText(/Renewed every 12 months/).first()).toBeVisible();
        await expect(page.getByRole('heading', { name: 'The rules over time' })).toBeVisible();
        await expectGoodPage();
      },
    );

    changing('retires one, and can ask it again', async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('dsl');
      await openRequirement(page, 'Child sexual exploitation');
      await page.getByRole('link', { name: 'Retire' }).click();
      await expect(page.getByText('33 people would no longer be asked for it.')).toBeVisible();
      await fillDay(page, 'First day on which it is no longer asked', '30 2 2027');
      await page.getByRole('button', { name: 'Retire it' }).click();
      await expect(page.getByRole('alert')).toContainText('real day');
      await fillDay(page, 'First day on which it is no longer asked', '16 11 2026');
      await page.getByRole('button', { name: 'Retire it' }).click();
      await expect(page.getByText(/since 16 November 2026/).first()).toBeVisible();
      await expectGoodPage();
      await page.goto('/dsl/matrix?name=lytton');
      await expect(page.getByRole('columnheader', { name: /sexual/ })).toHaveCount(0);
      await page.goto('/dsl/requirements');
      await page.getByRole('link', { name: 'Child sexual exploitation' }).click();
      await page.getByRole('link', { name: 'Ask it again' }).click();
      await page.getByRole('button', { name: 'Ask it again' }).click();
      await expect(page.getByRole('link', { name: 'Retire' })).toBeVisible();
    });
  });
}

async function openRequirement(page: Page, name: string): Promise<void> {
  await page.goto('/dsl/requirements');
  await page.getByRole('link', { name, exact: true }).click();
}

async function fillOnlineSafety(page: Page): Promise<void> {
  const line = page.getByRole('group', { name: 'The line' });
  await page.getByLabel('What counts as having done it').fill('The session in September');
  await line.getByRole('checkbox', { name: 'Staff' }).check();
  await line.getByRole('radio', { name: 'a number of months' }).check();
  await line.getByLabel('Months', { exact: true }).fill('12');
  await line.getByLabel('Somebody who joins does it within').fill('30');
  await line
    .getByRole('textbox', { name: 'Document', exact: true })
    .fill('Grange: Online Safety Policy');
  await line.getByLabel('Place in the document').fill('Section 3');
  await fillDay(page, 'First day on which it is asked', '1 9 2026');
}
