import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { changing, expect, expectNoSidewaysScrolling } from './test.ts';

/** As a telephone makes it that was held on its side: 320 dots wide before it is turned. */
const PHOTO = 'tests/support/turned.heic';

/** On a phone in a corridor: the picture first, and nothing is chosen twice. */
async function handsIn(page: Page, day: string) {
  await page.getByLabel('The certificate').setInputFiles(PHOTO);
  await page.getByLabel(/^Provider/).fill('Kite Learning');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the day it was completed');
  await expect(page.getByText('Your file is here already')).toBeVisible();
  const waiting = page.locator('.waiting img');
  const size = () =>
    waiting.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
  await expect.poll(size).toEqual([240, 320]);
  await expectNoSidewaysScrolling(page);
  await fillDay(page, 'Day it was completed', day);
  await page.getByRole('button', { name: 'Hand it in' }).click();
}

/** Alt and the letter, as Chromium tells it to what has an access key. */
async function pressesKey(page: Page, text: string) {
  const browser = await page.context().newCDPSession(page);
  const key = { type: 'char', modifiers: 1, text, unmodifiedText: text } as const;
  await browser.send('Input.dispatchKeyEvent', key);
}

async function accepts(page: Page) {
  await page.getByRole('button', { name: 'Accept' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`Certificates, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'are handed in from a phone, looked at one after the other, and everybody sees where theirs stands',
      async ({ page, signInAs, expectGoodPage }) => {
        await page.setViewportSize({ width: 375, height: 740 });
        await signInAs('staff-in-date');
        await page.goto('/my');
        await page.getByRole('link', { name: 'Hand in a newer one for Prevent awareness' }).click();
        await expect(page.getByText('The school asks for the provider and the')).toBeVisible();
        await expectGoodPage();
        await handsIn(page, '10 11 2026');
        const said = page.getByRole('status');
        await expect(said).toContainText('Prevent awareness is handed in. It is for Bronwen Sayle');
        await expectGoodPage();

        await page.setViewportSize({ width: 1280, height: 900 });
        await signInAs('dsl');
        await page.goto('/dsl');
        await page.getByRole('link', { name: 'All that waits, one after the other' }).click();
        await expect(page.getByText(/^6 things wait for a check, the oldest for 7/)).toBeVisible();
        await expectGoodPage();

        // The oldest, which the deputies have by now too.
        await page.getByRole('link', { name: 'Begin with the oldest' }).click();
        const picture = page.getByRole('img', { name: /^bulletin\.jpg/ });
        await expect(picture).toBeVisible();
        const width = () => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
        await expect.poll(width).toBeGreaterThan(0);
        await expectGoodPage();
        await pressesKey(page, 'r');
        await expect(page.getByRole('alert')).toContainText('Choose why you are returning it');
        await pressesKey(page, 'a');
        await expect(said).toContainText("Accepted for Aoife O'Neill.");
        await expect(said).toContainText('in date to 10 November 2027');

        // Without its number, which stands on it.
        await expect(page.getByText('Tamsin Corrie', { exact: true })).toBeVisible();
        await accepts(page);
        await expect(page.getByRole('alert')).toContainText('asks for the certificate number');
        await expectGoodPage();
        await page.getByLabel(/^Certificate number/).fill('PRV-91236');
        await accepts(page);
        await accepts(page);
        await expect(said).toContainText('Accepted for Siobhan Gallagher.');

        // Two that are returned, the second of them Zoë's.
        for (const name of ['Priya Chaudhary', 'Zoë Lytton']) {
          await expect(page.getByText(name, { exact: true })).toBeVisible();
          await page.getByLabel('The day on it is not the day that was typed').check();
          await page.getByLabel('Note (optional)').fill('It says 6 October');
          await page.getByRole('button', { name: 'Return' }).click();
          await expect(said).toContainText(`Returned to ${name}`);
        }
        await expect(said).toContainText('That was the last for you: 1 other waits');
        await expectGoodPage();

        await signInAs('deputy');
        await page.goto('/dsl?part=check');
        await page.getByRole('link', { name: /^Check what Bronwen Sayle handed in/ }).click();
        await expect(
          page.getByRole('link', { name: 'Open the PDF leads-forum.pdf' }),
        ).toBeVisible();
        await accepts(page);
        await expect(said).toContainText('That was the last: nothing waits.');
        await expectGoodPage();

        await signInAs('staff-overdue');
        await page.goto('/my');
        await expect(page.getByText(/was accepted by Bronwen Sayle on 16 November/)).toBeVisible();
        await signInAs('staff-in-date');
        await page.goto('/my');
        await expect(
          page.getByText(/was returned by Bronwen Sayle.*It says 6 October/),
        ).toBeVisible();
        await page.getByRole('link', { name: 'Hand it in again for Prevent awareness' }).click();
        await expect(page.getByLabel(/^Provider/)).toHaveValue('Kite Learning');
      },
    );
  });
}
