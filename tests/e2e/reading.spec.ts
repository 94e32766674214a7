import { fillDay } from './fill.ts';
import { sheetsOf } from './sheets.ts';
import { changing, expect } from './test.ts';

const WORDS = /^I confirm that I have read Part one of KCSIE 2026/;
const QUESTION = 'Is the new part on Family Help for lunchtimes too?';
const ANSWER = 'It is for everybody who sees children in the day.';

/** The smallest picture that is one. */
const PHOTO = {
  name: 'sheet.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`Reading, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    changing(
      'Geena reads KCSIE on her telephone, asks about it, says so, and is answered by the lead',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('parkside-overdue');
        await page.goto('/my');
        await expect(page.getByText(/^New in KCSIE 2026: /)).toBeVisible();
        await expect(page.getByText('Yours to read: Part one.')).toBeVisible();
        await page.getByRole('link', { name: /^Read and say so/ }).click();

        await expect(page.getByText(/^Read Part one and say so by 30 November 2026/)).toBeVisible();
        await expect(page.getByRole('link', { name: /^Open KCSIE 2026 at gov.uk/ })).toBeVisible();
        await expect(page.getByText(WORDS)).toBeVisible();
        await expectGoodPage();

        await page.getByText('I have another question').click();
        await page.getByRole('button', { name: 'Send the question' }).click();
        await expect(page.getByRole('alert')).toContainText('Write your question');
        await page.getByLabel('Your question').fill(QUESTION);
        await page.getByRole('button', { name: 'Send the question' }).click();
        await expect(page.getByText(QUESTION)).toBeVisible();

        await page.getByRole('button', { name: 'I confirm this' }).click();
        await expect(page.getByText('Thank you. What you declared is kept.')).toBeVisible();
        await expect(
          page.getByText(
            'You declared it on 16 November 2026. It counts until a later edition comes into force.',
          ),
        ).toBeVisible();
        await expectGoodPage();

        await page.getByRole('link', { name: 'Check what you took from it' }).click();
        await page.getByRole('button', { name: 'See what is right' }).click();
        await expect(page.getByRole('alert')).toContainText('Answer at least one question');
        await expectGoodPage();

        await page.goto('/my');
        await page.getByText('What was declared').first().click();
        await expect(page.getByText(WORDS)).toBeVisible();

        await signInAs('parkside-dsl');
        await page.goto('/dsl?part=reading');
        await page.getByRole('link', { name: 'Geena Stokoe' }).last().click();
        await expect(page.getByText(QUESTION)).toBeVisible();
        await page.getByLabel('Your answer').fill(ANSWER);
        await page.getByRole('button', { name: 'Send the answer' }).click();
        await expect(page.getByText(/^Your answer is sent/)).toBeVisible();
        await expectGoodPage();

        await signInAs('parkside-overdue');
        await page.goto('/my');
        await page.getByRole('link', { name: 'Read the answer about KCSIE 2026' }).click();
        await expect(page.getByText(ANSWER)).toBeVisible();
      },
    );
  });
}

changing(
  'Alastair prints the sheet, and enters it for somebody who cannot sign in',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('parkside-dsl');
    await page.goto('/dsl/publications/sheet');
    await page.getByRole('link', { name: 'KCSIE 2026' }).click();
    await expect(page.getByText(WORDS)).toBeVisible();
    await expectGoodPage();
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toEqual({ count: 1, isA4: true });

    await page.getByRole('link', { name: 'enter it with a photograph of the sheet' }).click();
    await page.getByLabel('Krol, Dorota').check();
    await page.getByRole('button', { name: 'Enter the declarations' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter the day it was signed');
    await expect(page.getByRole('alert')).toContainText('Add a photograph of the signed sheet');
    await expectGoodPage();
    await expect(page.getByLabel('Krol, Dorota')).toBeChecked();
    await fillDay(page, 'Day it was signed', '12 11 2026');
    await page.getByLabel('Photograph of the signed sheet').setInputFiles(PHOTO);
    await page.getByRole('button', { name: 'Enter the declarations' }).click();
    await expect(page.getByText(/^1 declaration is entered/)).toBeVisible();

    await page.getByText(/^Who is not in this list/).click();
    await expect(page.getByText('Krol, Dorota: declared on 12 November 2026.')).toBeVisible();
    await page.goto('/dsl/matrix?name=Krol');
    await page.getByRole('link', { name: /Krol/ }).first().click();
    await expect(
      page.getByText('Declared on a signed sheet, entered by Alastair Nunn on 16 November 2026.'),
    ).toBeVisible();
    await expectGoodPage();
  },
);
