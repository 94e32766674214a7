import { sheetsOf } from './sheets.ts';
import { changing, expect, test } from './test.ts';

const MET = 'Met the designated safeguarding lead';

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`First weeks, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } });

    changing(
      'Theo ticks on his phone, the lead ticks the other side, and it is done',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('starter');
        await page.goto('/my');
        await page.getByRole('link', { name: 'My first weeks' }).click();
        await expect(page.getByText(/^0 of 10 things of your first weeks are done/)).toBeVisible();
        await page.getByRole('button', { name: /^I have done this.*Met the/ }).click();
        const step = page.getByRole('listitem').filter({ hasText: MET });
        await expect(step).toContainText('Half ticked');
        await expect(step).toContainText('Ticked by you on 16 November 2026');
        await expectGoodPage();

        await signInAs('dsl');
        await page.goto('/dsl/starters');
        await expect(page.getByText(/^4 people are in their first weeks/)).toBeVisible();
        await page.getByRole('link', { name: 'Theo Baptiste' }).click();
        await page.getByRole('button', { name: /^Tick for the school.*Met the/ }).click();
        await expect(page.getByText(/^1 of 10 things of their first weeks is done/)).toBeVisible();
        await expect(step).toContainText('and by Bronwen Sayle on 16 November 2026');
        await expectGoodPage();
      },
    );
  });
}

changing(
  'a sheet signed on paper is entered by one, and ticked for the school by another',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('dsl');
    await page.goto('/dsl/starters');
    await page.getByRole('link', { name: 'Tamsin Corrie' }).click();
    await page.getByRole('link', { name: 'Enter a signed sheet' }).click();
    await page.getByLabel(/^Online safety/).check();
    await page.getByRole('button', { name: 'Enter the signatures' }).click();
    const step = page.getByRole('listitem').filter({ hasText: /^Online safety/ });
    await expect(step).toContainText('from the signed sheet, entered by Bronwen Sayle');
    await expect(step.getByRole('button', { name: /^Tick for the school/ })).toHaveCount(0);
    await expectGoodPage();

    await signInAs('deputy');
    await page.reload();
    await step.getByRole('button', { name: /^Tick for the school/ }).click();
    await expect(step).toContainText('Done on 16 November 2026');
  },
);

changing(
  'whom a change makes late is said by name, and agreed to before it is saved',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('dsl');
    await page.goto('/dsl/starters/lists');
    const staff = page.locator('.part').first();
    await staff.getByRole('link', { name: /^Change whom it is for/ }).click();
    await page.getByRole('textbox', { name: 'Year' }).fill('2010');
    await page.getByRole('button', { name: 'Save the list' }).click();
    await expect(page.getByRole('link', { name: /^Tick the box to say that/ })).toBeVisible();
    await expectGoodPage();
    await page.getByLabel(/^I have seen that .* late by it/).check();
    await page.getByRole('button', { name: 'Save the list' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expectGoodPage();
  },
);

test('the governors’ figure is the lead’s, without names or small numbers', async ({
  page,
  signInAs,
}) => {
  await signInAs('dsl');
  await page.goto('/dsl/starters');
  await expect(page.getByText(/^Induction on time: 1 of 4 people who began/)).toBeVisible();
  await signInAs('safeguarding-governor');
  await page.goto('/governors');
  await expect(page.getByText(/^Not all who began since 22 July 2026/)).toBeVisible();
  await expect(page.getByText('Tamsin')).toHaveCount(0);
});

test('the sheet keeps to one side of A4', async ({ page, signInAs }) => {
  await signInAs('dsl');
  await page.goto('/dsl/starters');
  await page.getByRole('link', { name: 'Theo Baptiste' }).click();
  await page.getByRole('link', { name: 'Print the list' }).click();
  await expect(page.getByRole('heading', { name: 'First weeks of Theo Baptiste' })).toBeVisible();
  expect(sheetsOf(await page.pdf({ format: 'A4' }))).toEqual({ count: 1, isA4: true });
});
