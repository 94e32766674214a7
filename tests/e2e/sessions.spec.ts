import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { sheetsOf } from './sheets.ts';
import { changing, expect, expectNoSidewaysScrolling, test } from './test.ts';
import { validate } from './validate.ts';

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`A session, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'Marcus plans a session, keeps its register, makes it final and opens it again',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('droitwich-dsl');
        await plan(page);
        await page.getByRole('link', { name: '16 November 2026 at 15:45', exact: true }).click();
        await expect(page.getByText('50 people expected, and nobody ticked yet.')).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: /^Not expected.*Fenn, Orsolya/ }).click();
        await page.getByRole('button', { name: 'Everybody was there' }).click();
        await expect(page.getByText('49 of 49 people ticked.')).toBeVisible();
        await tick(page, 'Ahmed, Yusuf', false);
        await page.getByLabel('Name').selectOption({ label: 'Czech, Halina: Volunteer' });
        await page.getByRole('button', { name: 'Add to the register' }).click();
        await expect(page.getByText('49 of 50 people ticked, 1 not.')).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: 'Save and see what it records' }).click();
        await expect(page.getByText('This records 98 completions for 49 people.')).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: 'Make it final' }).click();
        await expect(page.getByText('49 of 50 people were there.')).toBeVisible();
        await expectGoodPage();
        await openAgain(page, 'Yusuf signed below');
        await tick(page, 'Ahmed, Yusuf', true);
        await tick(page, 'Attwell, Susannah', false);
        await page.getByRole('button', { name: 'Save and see what it records' }).click();
        await expect(
          page.getByText(
            'This records 2 completions for 1 person and withdraws 2 completions of 1 person. 96 completions that it recorded stay as they are.',
          ),
        ).toBeVisible();
        await expectGoodPage();
        await page.getByRole('button', { name: 'Make it final' }).click();
        await expect(page.getByText('49 of 50 people were there.')).toBeVisible();
      },
    );
  });
}

async function plan(page: Page): Promise<void> {
  await page.goto('/dsl/sessions');
  await page.getByRole('link', { name: 'Plan a session' }).click();
  await page.getByLabel('Title').fill('Prevent after school');
  await page.getByRole('checkbox', { name: 'Prevent awareness' }).check();
  await page.getByRole('checkbox', { name: 'Child sexual exploitation' }).check();
  await page.getByLabel('Somebody of the school').selectOption({ label: 'Raman, Jyoti' });
  await fillDay(page, 'Day', '16 11 2026');
  await page.getByLabel('Begins at').fill('3.45pm');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await expect(page.getByText('The register of 16 November 2026 is open.')).toBeVisible();
}

async function tick(page: Page, name: string, isThere: boolean): Promise<void> {
  await page.getByRole('checkbox', { name }).setChecked(isThere);
}

async function openAgain(page: Page, reason: string): Promise<void> {
  await page.getByRole('link', { name: 'Open it again' }).click();
  await page.getByLabel('Why').fill(reason);
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(page.getByText(`It was opened again: ${reason}`)).toBeVisible();
}

changing(
  'where the trainer does not hold what is passed on, the record takes a tick that says so',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('dsl');
    await page.setExtraHTTPHeaders({ 'x-indate-today': '2027-01-04' });
    await page.goto('/dsl/sessions');
    await page.getByRole('link', { name: 'Safeguarding at the beginning of term' }).click();
    const warning = /^Colin Rudge does not hold Level 3 child protection in date on 4 January 2027/;
    await expect(page.getByText(warning)).toBeVisible();
    await expectGoodPage();
    await page.getByRole('link', { name: '4 January 2027 at 09:00', exact: true }).click();
    await page.getByRole('button', { name: 'Everybody was there' }).click();
    await page.getByRole('button', { name: 'Save and see what it records' }).click();
    await page.getByRole('button', { name: 'Make it final' }).click();
    await expect(page.getByRole('link', { name: /^Tick that it is recorded/ })).toBeVisible();
    await expectGoodPage();
    await page.getByLabel('Record it all the same').check();
    await page.getByRole('button', { name: 'Make it final' }).click();
    await expect(page.getByText('The register is final')).toBeVisible();
  },
);

test('the headteacher reads what is planned and cannot change it; staff read when they are expected', async ({
  page,
  signInAs,
  expectGoodPage,
}) => {
  await signInAs('headteacher');
  await page.goto('/dsl/sessions');
  await expect(
    page.getByText(
      'Next is Safeguarding at the beginning of term, on 4 January 2027 at 09:00: 32 people are expected.',
    ),
  ).toBeVisible();
  await expectGoodPage();
  await expect(page.getByRole('link', { name: 'Plan a session' })).toHaveCount(0);
  await page.getByRole('link', { name: '4 January 2027 at 09:00', exact: true }).click();
  await expect(page.getByRole('button', { name: /Not expected/ })).toHaveCount(0);
  await expectGoodPage();
  await signInAs('staff-in-date');
  await page.goto('/my');
  await expect(
    page.getByText(/^On 4 January 2027 at 09:00, 120 minutes, School hall/),
  ).toBeVisible();
});

test('a register that is final reads well on a phone, and its sheet prints on numbered A4 pages', async ({
  page,
  signInAs,
}) => {
  await signInAs('droitwich-dsl');
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/dsl/sessions');
  await expectNoSidewaysScrolling(page);
  await page.getByRole('link', { name: 'Whole-school safeguarding' }).click();
  await expectNoSidewaysScrolling(page);
  await page.getByRole('link', { name: '1 September 2026 at 09:00', exact: true }).click();
  await expect(page.getByText('Made final on 1 September 2026.')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.goto('/dsl/sessions');
  await page.getByRole('link', { name: 'Sheet of 4 January 2027 at 09:00' }).click();
  await expectNoSidewaysScrolling(page);
  expect(validate({ sheet: await page.content() })).toEqual([]);
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  // 53 people and four lines for others: up to thirty on a page.
  expect(sheets).toEqual({ count: 2, isA4: true });
});
