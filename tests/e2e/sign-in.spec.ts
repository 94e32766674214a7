import { changing, expect, test } from './test.ts';

const PASSWORD = 'five-rivers-demo-2026';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`Signing in, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('leads back to where somebody was going', async ({ page, expectGoodPage }) => {
      await page.goto('/dsl/matrix?status=overdue');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
      await expectGoodPage();
      await page.getByLabel('E-mail address').fill('Bronwen.Sayle@grange.example');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/dsl\/matrix\?status=overdue/);
    });

    test('says the same of a wrong password and of an unknown address', async ({
      page,
      expectGoodPage,
    }) => {
      const words: string[] = [];
      for (const email of ['zoe.lytton@grange.example', 'nobody@grange.example']) {
        await page.goto('/sign-in');
        await page.getByLabel('E-mail address').fill(email);
        await page.getByLabel('Password').fill('not the password');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        words.push((await page.getByRole('alert').textContent()) ?? '');
        await expect(page.getByLabel('E-mail address')).toHaveValue(email);
        await expect(page.getByLabel('Password')).toHaveValue('');
      }
      expect(words[0]).toBe(words[1]);
      await expectGoodPage();
    });

    test('with one button as somebody of the demo, and out again', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: /Zoë Lytton/ }).click();
      await expect(page).toHaveURL(/\/my$/);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      await page.goto('/my');
      await expect(page).toHaveURL(/\/sign-in/);
    });
  });
}

changing('the eleventh failure in five minutes waits', async ({ page }) => {
  for (let tries = 1; tries <= 11; tries++) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('zoe.lytton@grange.example');
    await page.getByLabel('Password').fill(`wrong number ${tries}`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  await expect(page.getByRole('alert')).toContainText('too many tries');
});
