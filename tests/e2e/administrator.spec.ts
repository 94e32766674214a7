import type { Page } from '@playwright/test';
import { fillDay, signInWith, travelTo } from './fill.ts';
import { changing, expect } from './test.ts';

const NEW_PASSWORD = 'violet kettle under nine hills';

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`The administrator, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'adds somebody, appoints and invites her; she chooses a password and signs in',
      async ({ page, browser, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await page.goto('/admin/people/new');
        await page.getByLabel('First name').fill('Wilhelmina');
        await page.getByLabel('Last name').fill("D'Arblay");
        await page.getByLabel('E-mail address').fill('wilhelmina.darblay@grange.example');
        await fillDay(page, 'First day', '31 6 2026');
        await page.getByRole('button', { name: 'Add this person' }).click();

        const summary = page.getByRole('alert');
        await expect(summary.getByRole('link', { name: 'Choose an appointment' })).toBeVisible();
        await expect(summary).toContainText('The first day must be a real day');
        await expect(page.getByLabel('Last name')).toHaveValue("D'Arblay");
        const first = page.getByRole('group', { name: 'First day' });
        await expect(first.getByLabel('Day')).toHaveValue('31');
        await expectGoodPage();
        await page.getByLabel('Appointment').selectOption({ label: 'Teacher' });
        await fillDay(page, 'First day', '2 November 2026');
        await page.getByRole('button', { name: 'Add this person' }).click();
        await expect(page.getByText('The person is added.')).toBeVisible();

        await page.getByRole('link', { name: 'Add an appointment' }).click();
        await page.getByLabel('Appointment').selectOption({ label: 'Governor' });
        await fillDay(page, 'First day', '9 11 2026');
        await page.getByRole('button', { name: 'Add the appointment' }).click();
        await expect(page.getByText('The appointment is added.')).toBeVisible();
        await expect(
          page.getByText('Teacher since 2 November 2026; Governor since 9 November 2026.'),
        ).toBeVisible();

        const link = await invite(page);
        await expectGoodPage();
        const hers = await (await browser.newContext()).newPage();
        await hers.goto(link);
        await expect(hers.getByText("This is for Wilhelmina D'Arblay")).toBeVisible();
        await choosePassword(hers, 'too short');
        await expect(hers.getByRole('alert')).toContainText('12 characters');
        await choosePassword(hers, NEW_PASSWORD);
        await expect(hers.getByText(/^You have \d+ things to do/)).toBeVisible();
        await hers.getByRole('button', { name: 'Sign out' }).click();
        await signInWith(hers, 'wilhelmina.darblay@grange.example', NEW_PASSWORD);
        await expect(hers).toHaveURL(/\/my$/);

        await hers.goto(link);
        await expect(hers.getByRole('heading', { level: 1 })).toHaveText('This link has been used');
        await page.goto('/admin/audit');
        await expectChanges(page, ['Added a person', 'Added an appointment', 'Invited', 'Took up']);
      },
    );

    changing(
      'enters a last day, and after it the account opens nothing',
      async ({ page, browser, signInAs, expectGoodPage }) => {
        const his = await (await browser.newContext()).newPage();
        await signInWith(his, 'theo.baptiste@grange.example', 'five-rivers-demo-2026');
        await expect(his).toHaveURL(/\/my$/);

        await signInAs('administrator');
        await openPerson(page, 'Baptiste');
        await page.getByRole('link', { name: 'Enter a last day' }).click();
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter their last day');
        await expectGoodPage();
        await fillDay(page, 'Last day', '18 12 2026');
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByText('The last day is saved.')).toBeVisible();
        await expect(page.getByText('16 November 2026 to 18 December 2026')).toBeVisible();

        await his.goto('/my');
        await travelTo(his, '18 12 2026');
        await expect(his.getByText('Today is Friday 18 December 2026')).toBeVisible();
        await travelTo(his, '19 12 2026');
        await expect(his).toHaveURL(/\/sign-in/);
        await his.goto('/my');
        await expect(his).toHaveURL(/\/sign-in/);
        await page.goto('/admin/audit');
        await expectChanges(page, ['Theo Baptiste', '18 December 2026']);
      },
    );

    changing(
      'decides on an exemption and enters a long absence',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await openPerson(page, "O'Neill");
        await page.getByRole('link', { name: 'Decide on an exemption' }).click();
        await page.getByLabel('Exempt from').selectOption('Prevent awareness');
        await fillDay(page, 'First day', '16 11 2026');
        await page
          .getByLabel('Why does it not apply?')
          .fill('Agency’s own course, until it is due');
        await page.getByRole('button', { name: 'Save the exemption' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter the last day');
        await expect(page.getByLabel('Why does it not apply?')).toHaveValue(/^Agency’s own course/);
        await expectGoodPage();
        await fillDay(page, 'Last day', '31 1 2027');
        await page.getByRole('button', { name: 'Save the exemption' }).click();
        await expect(page.getByText('The exemption is saved.')).toBeVisible();

        await page.getByRole('link', { name: 'Enter a long absence' }).click();
        await fillDay(page, 'First day away', '23 11 2026');
        await page.getByRole('button', { name: 'Save the absence' }).click();
        await expect(page.getByText('The absence is saved.')).toBeVisible();
        await expect(page.getByText('no last day known')).toBeVisible();

        await page.getByRole('link', { name: 'Everything about this person' }).click();
        await expectChanges(page, ['Prevent awareness', '31 January 2027', '23 November 2026']);
        await expectGoodPage();
      },
    );

    changing('changes the settings and the terms', async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('administrator');
      await page.goto('/admin/school');
      await page.getByLabel('Notice').fill('soon');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expect(page.getByLabel('Notice')).toHaveValue('soon');
      await page.getByLabel('Notice').fill('45');
      await page.getByRole('button', { name: 'Save the settings' }).click();
      await expect(page.getByText('The settings are saved.')).toBeVisible();

      await page.getByRole('link', { name: 'Enter or change the terms' }).click();
      await page.getByLabel('Another term').first().fill('Autumn term 2027');
      await fillDay(page, 'First day of term 7', '1 9 2027');
      await fillDay(page, 'Last day of term 7', '17 8 2027');
      await page.getByRole('button', { name: 'Save the terms' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectGoodPage();
      await fillDay(page, 'Last day of Autumn term 2027', '17 12 2027');
      await page.getByRole('button', { name: 'Save the terms' }).click();
      await expect(page.getByText('The terms are saved.')).toBeVisible();
      await expect(page.getByRole('row', { name: /17 December 2027/ })).toBeVisible();
      await page.goto('/admin/audit');
      await expectChanges(page, ['Notice in days', '45', 'terms']);
    });

    changing(
      'cannot be taken away while she is the last one, and can when there is another',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('administrator');
        await openAccount(page, 'Gillian Pask');
        await revokeOwn(page);
        await expect(page.getByRole('alert')).toContainText('administrator');
        await expectGoodPage();
        await openPerson(page, 'Pask');
        await page.getByRole('link', { name: 'Enter a last day' }).click();
        await fillDay(page, 'Last day', '20 11 2026');
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('alert')).toContainText('administrator');

        await openAccount(page, 'Marian Oakeshott');
        await page.getByText('Make Marian Oakeshott administrator').click();
        await page.getByRole('button', { name: 'Yes, make them administrator' }).click();
        await expect(page.getByText('They are administrator now.')).toBeVisible();
        await openAccount(page, 'Gillian Pask');
        await revokeOwn(page);
        await expect(page).toHaveURL(/\/my$/);
        await page.goto('/admin');
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('People and settings');
        await expect(page.getByText(/ask/i).first()).toBeVisible();
      },
    );
  });
}

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/admin/people');
  await page.getByLabel('Name, staff number or e-mail').fill(name);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('rowheader').getByRole('link').click();
}

async function openAccount(page: Page, name: string): Promise<void> {
  await page.goto('/admin/accounts');
  await page.getByRole('link', { name, exact: true }).click();
}

async function revokeOwn(page: Page): Promise<void> {
  await page.getByText('Take the administrator’s part from yourself').click();
  await page.getByRole('button', { name: 'Yes, take it away' }).click();
}

/** Invites whoever's page is open, and answers with the link that is shown once. */
async function invite(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Invite' }).click();
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  const shown = page.getByRole('region', { name: 'The link' }).getByText('/invitation/');
  return (await shown.textContent()) ?? '';
}

async function choosePassword(page: Page, password: string): Promise<void> {
  for (const field of await page.getByLabel(/password/i).all()) await field.fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
}

async function expectChanges(page: Page, words: string[]): Promise<void> {
  for (const word of words) await expect(page.getByRole('main')).toContainText(word);
}
