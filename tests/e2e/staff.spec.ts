import { expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A member of staff, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('Zoë sees that everything is in date, and until when', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('staff-in-date');
      await page.goto('/my');
      await expect(page.getByText(/^You are in date for everything until/)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Do now' })).toHaveCount(0);
      await expectGoodPage();
    });

    test('Aoife sees what she has to do, why, by when, and what counts', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('staff-overdue');
      await page.goto('/my');
      await expect(page.getByText('You have 2 things to do, overdue.')).toBeVisible();
      await expect(
        page.getByText(/Overdue since 1 November 2025: KCSIE 2025 not read/),
      ).toBeVisible();
      await expect(page.getByText('Awaiting check').first()).toBeVisible();
      await expectGoodPage();
    });

    test('Theo, who begins today, has until the days that his policy gives him', async ({
      page,
      signInAs,
    }) => {
      await signInAs('starter');
      await page.goto('/my');
      await expect(page.getByText(/^You have \d+ things to do\.$/)).toBeVisible();
      await expect(page.getByText('Overdue', { exact: true })).toHaveCount(0);
    });

    test('Orsolya chooses which of her two schools to open', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('two-schools');
      await page.goto('/my');
      await expect(page).toHaveURL(/\/choose/);
      await page.getByRole('button', { name: /Droitwich/ }).click();
      await expect(page.getByText('Droitwich Spa High School').first()).toBeVisible();
      await expect(page.getByText(/^You have/)).toBeVisible();
      await expectGoodPage();
    });

    test('downloads her own history', async ({ page, signInAs }) => {
      await signInAs('staff-overdue');
      await page.goto('/my');
      const link = page.getByRole('link', { name: 'Download your history as CSV' });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(download.suggestedFilename()).toBe('my-training-2026-11-16.csv');
    });
  });
}

test('travelling to another day changes what is due, for this browser alone', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff-in-date');
  await page.goto('/my');
  await page.getByText('Travel to another day').click();
  await page.getByLabel('Day', { exact: true }).fill('1');
  await page.getByLabel('Month').fill('december');
  await page.getByLabel('Year').fill('2028');
  await page.getByRole('button', { name: /Travel/ }).click();
  await expect(page).toHaveURL(/\/my/);
  await expect(page.getByText('Today is Friday 1 December 2028')).toBeVisible();
  await expect(
    page.getByText(/^You have \d+ things? to do, overdue\.|of them overdue\.$/),
  ).toBeVisible();
});
