import type { Page } from '@playwright/test';
import { fillDay } from './fill.ts';
import { changing, expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`Whom to tell, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('on a small telephone all three first things are in sight at once', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await signInAs('starter');
      await page.goto('/my');
      await page.getByRole('link', { name: 'Whom to tell' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Family help');
      const first = page.getByRole('list', { name: 'Whom to tell' });
      const three = first.getByRole('listitem');
      await expect(three).toHaveCount(3);
      await expect(three.nth(0)).toHaveText(/^A child is in immediate danger: ring 999/);
      await expect(three.nth(1)).toHaveText(
        /Bronwen Sayle.*Designated safeguarding lead.*Leanne Okoro or Colin Rudge/,
      );
      await expect(three.nth(2)).toHaveText(/Hub, 0345 603 7627.*Checked on 3 November 2026/);
      for (const item of await three.all()) await expect(item).toBeInViewport({ ratio: 1 });
      const numbers = first.getByRole('link');
      await expect(numbers.nth(0)).toHaveAttribute('href', 'tel:999');
      await expect(numbers.nth(1)).toHaveAttribute('href', 'tel:03456037627');
      await expectGoodPage();
    });

    test('a section is found by a word, read, and says that it is past its review', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('staff-overdue');
      await page.goto('/offer');
      await expect(page.getByText('Past its review since 31 October 2026')).toBeVisible();
      await page.getByLabel('Look for something').fill('monitoring');
      await page.keyboard.press('Enter');
      await expect(
        page.getByText(/^\d+ sections? says? something about “monitoring”\.$/),
      ).toBeVisible();
      await expect(page.locator('mark').first()).toHaveText(/monitor/i);
      await expect(page.getByLabel('Look for something')).toHaveValue('monitoring');
      await expectGoodPage();
      await page.getByRole('link', { name: /^Online safety/ }).click();
      await expect(
        page.getByText(/^This was to be looked at again by 31 October 2026/),
      ).toBeVisible();
      await expect(page.getByText('Deputy designated safeguarding lead')).toBeVisible();
      await expectGoodPage();
      await page.getByRole('link', { name: /^Next/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Attendance/);
    });

    test('what is found nowhere leads to a person', async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('safeguarding-governor');
      await page.goto('/governors');
      await page.getByRole('link', { name: 'Whom to tell' }).click();
      await page.getByLabel('Look for something').fill('"zebra* OR (');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page.getByText('No section says anything about “"zebra* OR (”.')).toBeVisible();
      await expect(page.getByText(/tell the DSL now, and in danger ring 999/)).toBeVisible();
      await expectGoodPage();
      await page.getByRole('link', { name: 'See all the sections' }).click();
      await expect(page.getByRole('link', { name: /^Prevent/ })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Write and publish' })).toHaveCount(0);
    });

    test('every page of it is good to read, wide and narrow', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('administrator');
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const path of ['/offer', '/offer/whole', '/offer/fgm', '/offer?q=tell']) {
          await page.goto(path);
          await expectGoodPage();
        }
      }
    });
  });

  changing.describe(`The DSL writes the offer, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'previews, saves, compares and publishes',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/offer');
        await page.getByRole('link', { name: 'Write and publish' }).click();
        await expect(
          page.getByText(/^11 sections; 1 is past its review; \d+ warnings are open\.$/),
        ).toBeVisible();
        await expectGoodPage();
        await page.getByRole('link', { name: /^Prevent/ }).click();
        await page.getByRole('link', { name: 'Change it' }).click();
        const text = page.getByLabel('Text', { exact: true });
        await text.fill('Ask **Zoë** [now](javascript:alert(1)).\n\n<script>alert(1)</script>');
        await page.getByRole('button', { name: 'Preview' }).click();
        await expect(page.getByRole('alert')).toContainText('Write it without HTML');
        await expect(page.locator('main script')).toHaveCount(0);
        await expect(page.locator('main a[href^="javascript"]')).toHaveCount(0);
        await text.fill('Tell the DSL **now**.\n\n## Then\n\n- Write it down');
        await page.getByRole('button', { name: 'Preview' }).click();
        const preview = page.getByRole('region', { name: /^Preview/ });
        await expect(preview.locator('strong')).toHaveText('now');
        await expect(preview.getByRole('listitem')).toHaveText('Write it down');
        await expectGoodPage();
        await page.setViewportSize({ width: 320, height: 700 });
        await expectGoodPage();
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.getByRole('button', { name: 'Save draft' }).click();

        await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the draft changes');
        await expect(page.locator('.differences ins').first()).toContainText('new');
        await expect(
          page.getByText(/^\d+ questions cite this section\. They are marked “check me”/),
        ).toBeVisible();
        await expectGoodPage();
        await readsNothingNew(page);
        await page.getByRole('button', { name: 'Publish' }).click();
        await expect(page.getByText('It is published.', { exact: false })).toBeVisible();
        await expect(page.getByText('by Bronwen Sayle')).toBeVisible();
        await expect(page.getByRole('link', { name: /questions that cite it/ })).toBeVisible();
        await expectGoodPage();
        await page.getByRole('link', { name: /^What changed/ }).click();
        await expect(page.locator('.differences del').first()).toBeVisible();
        await expectGoodPage();
        await page.goto('/offer/prevent');
        await expect(page.getByText('Tell the DSL now.')).toBeVisible();
        await page.goto('/offer?q=write+it+down');
        await expect(page.getByRole('link', { name: /^Prevent/ })).toBeVisible();
      },
    );

    changing(
      'of two who write at once, neither loses a word',
      async ({ page, browser, app, signInAs }) => {
        await signInAs('dsl');
        await page.goto('/dsl/offer');
        await page.getByRole('link', { name: /^Whistleblowing/ }).click();
        await page.getByRole('link', { name: 'Change it' }).click();
        const other = await browser.newContext({ baseURL: app.address, javaScriptEnabled });
        await other.request.post('/sign-in', {
          form: { persona: 'deputy' },
          headers: { Origin: app.address },
        });
        const theirs = await other.newPage();
        await theirs.goto(page.url());
        await theirs.getByLabel('Text', { exact: true }).fill('What the deputy wrote.');
        await theirs.getByRole('button', { name: 'Save draft' }).click();
        await page.getByLabel('Text', { exact: true }).fill('What the lead wrote.');
        await page.getByRole('button', { name: 'Save draft' }).click();
        await expect(page.getByRole('alert')).toContainText('Somebody else has saved this section');
        await expect(page.getByLabel('Text', { exact: true })).toHaveValue('What the lead wrote.');
        await expect(
          page.getByRole('link', { name: 'See what somebody else has saved' }),
        ).toBeVisible();
        await page.getByRole('button', { name: 'Save draft' }).click();
        await expect(page.locator('.differences')).toContainText('What the lead wrote.');
        await theirs.getByRole('button', { name: 'Publish' }).click();
        await expect(theirs.getByRole('alert')).toContainText('Somebody has changed the draft');
        await other.close();
      },
    );

    changing(
      'a section that was past its review is checked, one is retired, one begun',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl');
        await page.getByRole('link', { name: /^Look at it again/ }).click();
        await page.getByRole('link', { name: 'It is right as it stands' }).click();
        await fillDay(page, 'To be looked at again by', '1 11 2026');
        await page.getByRole('button', { name: 'Publish with these days' }).click();
        await expect(page.getByRole('alert')).toContainText(
          'after the day on which it was checked',
        );
        await expectGoodPage();
        await fillDay(page, 'To be looked at again by', '31 8 2027');
        await page.getByRole('button', { name: 'Publish with these days' }).click();
        await expect(page.getByText('It is checked again.', { exact: false })).toBeVisible();
        await page.getByRole('link', { name: 'Retire it' }).click();
        await page.getByLabel('Why is it no longer').fill('It stands in another section');
        await page.getByRole('button', { name: 'Retire it' }).click();
        await expect(page.getByText('Retired since 16 November 2026.')).toBeVisible();
        await page.getByRole('link', { name: 'Back to the sections' }).click();
        await expect(page.getByText(/^10 sections; none is past its review/)).toBeVisible();
        await expectGoodPage();

        await page.getByRole('link', { name: 'Write a new section' }).click();
        await page.getByLabel('Title').fill('Young carers');
        await page.getByRole('button', { name: 'Save draft' }).click();
        await expect(page.getByRole('alert')).toContainText('Write what the section says');
        await expect(page.getByLabel('Title')).toHaveValue('Young carers');
        await expectGoodPage();
        await page.getByLabel('In one line').fill('Who they are, and whom to tell.');
        await page.getByLabel('Text', { exact: true }).fill('Tell the DSL.');
        await page.getByLabel('The document that it comes from').fill('Our policy');
        await page.getByLabel('The place in that document').fill('Section 9');
        await page.getByRole('button', { name: 'Save draft' }).click();
        await page.getByRole('button', { name: 'Publish' }).click();
        await page.goto('/offer/young-carers');
        await expect(page.getByText('Tell the DSL.', { exact: true })).toBeVisible();
      },
    );

    changing(
      'the front door and what is out of date are kept in order',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await page.goto('/dsl/offer');
        await page
          .getByRole('link', { name: 'What the offer is called, and the front door' })
          .click();
        await page.getByLabel('Telephone', { exact: true }).fill('ask at the office');
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter a telephone number');
        await expectGoodPage();
        await page.getByLabel('Telephone', { exact: true }).fill('01632 960 001');
        await page.getByLabel('Telephone out of hours').fill('01632 960 002');
        await page.getByRole('button', { name: 'Save' }).click();
        await page.goto('/offer');
        await expect(page.getByText(/Out of hours 01632 960 002/)).toBeVisible();

        await page.goto('/dsl/offer/warnings');
        await expect(page.getByText(/^None of \d+ is dealt with yet\.$/)).toBeVisible();
        await expectGoodPage();
        await page
          .getByRole('link', { name: /^Say that it is dealt with/ })
          .first()
          .click();
        await page.getByRole('button', { name: 'It is dealt with' }).click();
        await expect(page.getByRole('alert')).toContainText('Enter what was done');
        await page.getByLabel('What was done about it?').fill('Taken out of the policy');
        await expectGoodPage();
        await page.getByRole('button', { name: 'It is dealt with' }).click();
        await expect(page.getByText(/^1 of \d+ is dealt with\.$/)).toBeVisible();
        await expect(page.getByText(/Dealt with on 16 November 2026: Taken out/)).toBeVisible();
      },
    );
  });
}

/** What is a draft nobody else reads. */
async function readsNothingNew(page: Page): Promise<void> {
  const answer = await page.request.get('/offer/prevent');
  expect(await answer.text()).not.toContain('Write it down');
}

test('on paper the offer is one sheet, and all of it a sheet for each section', async ({
  page,
  signInAs,
}) => {
  await signInAs('staff-in-date');
  await page.goto('/offer');
  expect(sheetsIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  await page.goto('/offer/whole');
  expect(sheetsIn(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(12);
});

function sheetsIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
