import { parse } from 'csv-parse/sync';
import { changing, expect, test } from './test.ts';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`Priscilla, who leads the trust, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('reads the answer first, then five schools, worst first, in figures only', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('trust-lead');
      await page.goto('/');
      await expect(page).toHaveURL(/\/trust$/);
      await expect(
        page.getByText('3 of 5 schools are secure; Grange’s DSL cover fails on 2 January 2027.'),
      ).toBeVisible();
      const schools = page.getByRole('rowheader');
      await expect(schools).toHaveText([
        /Grange/,
        /Longton/,
        /Droitwich/,
        /John Moore/,
        /Parkside/,
      ]);
      await expect(page.getByRole('main')).not.toContainText(/Sayle|Oakeshott|O'Neill/);
      await expectGoodPage();

      const file = await page.request.get('/trust.csv');
      const lines: string[][] = parse(await file.text());
      const cells = await page.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
      const grange = lines[1]?.map((cell) => cell.toLowerCase()) ?? [];
      for (const cell of cells.slice(2)) expect(grange).toContain(cell.toLowerCase());
      for (const path of ['/dsl', '/admin', '/governors']) {
        expect((await page.request.get(path)).ok(), path).toBe(false);
      }
    });
  });

  changing.describe(`Priscilla adds a school, ${how}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'and its first administrator takes up the invitation and is told where to begin',
      async ({ page, browser, signInAs, expectGoodPage }) => {
        await signInAs('trust-lead');
        await page.goto('/trust');
        await page.getByRole('link', { name: 'Add a school' }).click();
        await page.getByLabel('Name of the school').fill('Wyre Hill First School');
        await page.getByRole('button', { name: 'Add the school' }).click();
        await expect(page.getByRole('alert')).toBeVisible();
        await expect(page.getByLabel('Name of the school')).toHaveValue('Wyre Hill First School');
        await expectGoodPage();
        await page.getByLabel('Short name').fill('Wyre Hill');
        await page.getByLabel('First administrator’s name').fill('Thomasina Yarrow');
        await page
          .getByLabel('First administrator’s e-mail address')
          .fill('thomasina.yarrow@wyre-hill.example');
        await page.getByRole('button', { name: 'Add the school' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText('Wyre Hill');
        const link = page.getByRole('region', { name: 'The link' }).getByText('/invitation/');
        const address = (await link.textContent()) ?? '';
        await expectGoodPage();

        const hers = await (await browser.newContext()).newPage();
        await hers.goto(address);
        await expect(hers.getByText('This is for Thomasina Yarrow')).toBeVisible();
        for (const field of await hers.getByLabel(/password/i).all()) {
          await field.fill('violet kettle under nine clouds');
        }
        await hers.getByRole('button', { name: 'Save and sign in' }).click();
        await expect(hers.getByText('Wyre Hill First School').first()).toBeVisible();
        for (const [path, words] of Object.entries(EMPTY)) {
          await hers.goto(path);
          await expect(hers.getByRole('main')).toContainText(words);
        }
        await page.goto('/trust');
        await expect(page.getByRole('rowheader')).toHaveCount(6);
        await expect(page.getByRole('row', { name: /Wyre Hill/ })).toContainText('Not secure');
        await expectGoodPage();
      },
    );
  });
}

/** What a school in which nobody is entered yet says, and what it says to do first. */
const EMPTY: Record<string, RegExp> = {
  '/admin': /Nobody is here yet.*Begin with the staff list/,
  '/admin/people': /Nobody is here yet.*import the staff list/,
  '/admin/import': /Begin with the staff list/,
  '/admin/school': /None yet\. Governors compare with the last term/,
  '/dsl/requirements': /because law or statutory guidance does.*No one in this group/,
  '/governors': /There is nobody to count yet/,
  '/my': /Your account has no training of its own/,
};
