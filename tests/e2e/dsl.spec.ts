import { changing, expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`The DSL, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('reads first how many are overdue, and what cover does', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl');
      await expect(
        page.getByText(/10 of 43 people are overdue.*DSL cover fails on 2 January 2027/),
      ).toBeVisible();
      await expect(
        page.getByRole('heading', { name: 'Overdue: what law or statutory guidance asks 4' }),
      ).toBeVisible();
      await expectGoodPage();
    });

    test('narrows the matrix, shares the address, and finds it as it was left', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/matrix');
      await page.getByLabel('Name', { exact: true }).fill('o’neill');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(page).toHaveURL(/name=o/);
      await expect(page.getByRole('rowheader')).toHaveCount(1);
      await page.goto('/dsl');
      await page.getByRole('link', { name: 'Everybody' }).first().click();
      await expect(page.getByRole('rowheader')).toHaveCount(1);
      await page.getByRole('link', { name: 'Show everybody' }).click();
      expect(await page.getByRole('rowheader').count()).toBeGreaterThan(10);
      await page.goBack();
      await expect(page.getByRole('rowheader')).toHaveCount(1);
      await expectGoodPage();
    });

    test('goes from a status to the sentence that explains it, by keyboard', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/matrix?all');
      await page.getByRole('columnheader').getByRole('link', { name: 'KCSIE read' }).click();
      await expect(page).toHaveURL(/sort=requirement&by=/);
      const kcsie = page.getByRole('columnheader', { name: 'KCSIE read' });
      await expect(kcsie).toHaveAttribute('aria-sort', 'ascending');
      await page.getByLabel('Name', { exact: true }).fill('o’neill');
      await page.getByLabel('Name', { exact: true }).press('Enter');
      await page
        .getByRole('cell')
        .getByRole('link', { name: /^Overdue 1 Nov 2025/ })
        .focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#requirement-\d+$/);
      await expect(page.locator(':target')).toContainText('KCSIE 2025 not read');
      await expectGoodPage();
    });

    test('finds what waits for a check, and reads what was changed', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/matrix?status=awaiting-check');
      await expect(page.getByText(/^5 of 43 people are shown/)).toBeVisible();
      await page.goto('/dsl?part=check');
      await expect(page.getByText('This is your own')).toBeVisible();
      await expectGoodPage();
      await page.goto('/dsl/people/119/changes');
      await expect(page.getByRole('heading', { name: 'What was changed' })).toBeVisible();
      await expectGoodPage();
    });

    test('chases one person with everything that they owe', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl');
      await page.getByRole('link', { name: "Chase Aoife O'Neill" }).click();
      const link = await page.getByRole('link', { name: 'Write the e-mail' }).getAttribute('href');
      expect(link).toMatch(/^mailto:aoife\.oneill@grange\.example\?subject=/);
      expect(decodeURIComponent(link ?? '')).toContain('- KCSIE read. Overdue since');
      await expectGoodPage();
    });

    test('chases many without naming what anybody owes', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('dsl');
      await page.goto('/dsl/chase');
      const link = await page
        .getByRole('link', { name: /^Write to/ })
        .first()
        .getAttribute('href');
      expect(link).toMatch(/^mailto:\?bcc=/);
      expect(link?.length).toBeLessThanOrEqual(1800);
      expect(decodeURIComponent(link ?? '')).not.toContain('KCSIE');
      await expectGoodPage();
    });
  });

  changing.describe(
    `The DSL changes something, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    () => {
      changing.use({ javaScriptEnabled });

      changing(
        'records a completion, after a wrong day was put right',
        async ({ page, signInAs, expectGoodPage }) => {
          await signInAs('dsl');
          await page.goto('/dsl');
          await page.getByRole('link', { name: "Record a completion for Aoife O'Neill" }).click();
          const main = page.getByRole('main');
          await page.getByLabel('Requirement').selectOption('Prevent awareness');
          await main.getByLabel('Day', { exact: true }).first().fill('31');
          await main.getByLabel('Month').first().fill('6');
          await main.getByLabel('Year').first().fill('2026');
          await page.getByLabel('Certificate', { exact: true }).check();
          await page.getByLabel('Provider (if there is one)').fill("St Aidan's & Co");
          await page.getByRole('button', { name: 'Record' }).click();

          await expect(page.getByRole('alert')).toContainText('must be a real day');
          await expect(page.getByLabel('Provider (if there is one)')).toHaveValue(
            "St Aidan's & Co",
          );
          await expectGoodPage();
          await main.getByLabel('Day', { exact: true }).first().fill('30');
          await page.getByRole('button', { name: 'Record' }).click();

          await expect(page.getByText('The completion is recorded.')).toBeVisible();
          await expect(
            page.getByText(/In date.*Prevent awareness completed on 30 June 2026/),
          ).toBeVisible();
        },
      );

      changing(
        'withdraws what was wrong, with a reason, and it stays in the history',
        async ({ page, signInAs }) => {
          await signInAs('dsl');
          await page.goto('/dsl/matrix?name=lytton');
          await page.getByRole('rowheader').getByRole('link').click();
          await page.getByRole('link', { name: 'Correct Prevent awareness' }).first().click();
          await page.getByRole('button', { name: 'Withdraw it' }).click();
          await expect(page.getByRole('alert')).toContainText('Say why');
          await page.getByLabel('Reason').fill('Entered for the wrong person');
          await page.getByRole('button', { name: 'Withdraw it' }).click();
          await expect(page.getByText('Withdrawn: Entered for the wrong person')).toBeVisible();
        },
      );

      changing('notes a booking and takes it off again', async ({ page, signInAs }) => {
        await signInAs('deputy');
        await page.goto('/dsl/matrix?name=lytton');
        await page.getByRole('rowheader').getByRole('link').click();
        await page.getByRole('link', { name: 'Note a booking' }).click();
        const main = page.getByRole('main');
        await page.getByLabel('Requirement').selectOption('Prevent awareness');
        await main.getByLabel('Day', { exact: true }).fill('3');
        await main.getByLabel('Month').fill('12');
        await main.getByLabel('Year').fill('2026');
        await page.getByRole('button', { name: 'Note the booking' }).click();
        await expect(page.getByText('The booking is noted.')).toBeVisible();
        await page.getByRole('link', { name: /Take the booking off/ }).click();
        await page.getByRole('button', { name: 'Take it off' }).click();
        await expect(page.getByText('The booking is taken off.')).toBeVisible();
      });
    },
  );
}
