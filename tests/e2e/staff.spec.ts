import { changing, expect, test } from './test.ts';

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
      await expect(page.getByText('You have 2 things to do, both overdue.')).toBeVisible();
      await expect(
        page.getByText(/Overdue since 1 November 2025: KCSIE 2025 not read/),
      ).toBeVisible();
      await expect(page.getByText('Awaiting check').first()).toBeVisible();
      await expect(page.getByText(/It is looked at by Bronwen Sayle/)).toBeVisible();
      await expectGoodPage();
    });

    test('Theo, who begins today, has until the days that his policy gives him', async ({
      page,
      signInAs,
    }) => {
      await signInAs('starter');
      await page.goto('/my');
      await expect(page.getByText(/^You have \d+ things to do, the first today\.$/)).toBeVisible();
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

changing(
  'Aoife notes a day that is booked, and takes it off again',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('staff-overdue');
    await page.goto('/my');
    await page.getByRole('link', { name: 'I have a day booked for Prevent awareness' }).click();
    const main = page.getByRole('main');
    await expect(page.getByLabel('Requirement')).toContainText('Prevent awareness');
    await main.getByLabel('Day', { exact: true }).fill('3');
    await main.getByLabel('Month').fill('12');
    await page.getByRole('button', { name: 'Note the booking' }).click();
    await expect(page.getByRole('alert')).toContainText('must include a year');
    await expectGoodPage();
    await main.getByLabel('Year').fill('2026');
    await page.getByRole('button', { name: 'Note the booking' }).click();
    await expect(page.getByText(/a course is booked for 3 December 2026/)).toBeVisible();
    await page
      .getByRole('link', { name: 'I am not going on 3 December 2026 for Prevent awareness' })
      .click();
    await page.getByRole('button', { name: 'Take it off' }).click();
    await expect(page.getByText('The booking is taken off.')).toBeVisible();
  },
);

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
  await expect(page.getByText(/^You have \d+ things? to do, .*overdue\.$/)).toBeVisible();
});
