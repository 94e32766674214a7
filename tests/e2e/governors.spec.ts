import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { sheetsOf } from './sheets.ts';
import { expect, test } from './test.ts';

const ANSWER =
  'On 16 November 2026, 33 of 37 people are in date for everything that law and statutory guidance ask of them. DSL cover is secure until 1 January 2027.';

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  test.describe(`Hugh, the safeguarding governor, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('reads the answer first, then at most five questions, each with its figure', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('safeguarding-governor');
      await page.goto('/governors');
      await expect(page.getByRole('main').getByRole('paragraph').first()).toHaveText(ANSWER);
      const questions = page.getByRole('listitem').filter({ hasText: /\?$/ });
      const count = await questions.count();
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(5);
      for (const question of await questions.all()) await expect(question).toContainText(/\d/);
      await expectGoodPage();
    });

    test('meets nobody of the staff by name, on the page or in the file', async ({
      page,
      signInAs,
    }) => {
      await signInAs('safeguarding-governor');
      await page.goto('/governors');
      const shown = await page.getByRole('main').textContent();
      const html = await page.content();
      const file = await (await page.request.get('/governors.csv')).text();
      for (const name of surnames()) {
        expect(shown, name).not.toContain(name);
        expect(html.replaceAll('Hugh Tremlett', ''), name).not.toContain(name);
        expect(file, name).not.toContain(name);
      }
      for (const path of ['/dsl', '/dsl/matrix', '/dsl/people/119', '/admin/people']) {
        expect((await page.request.get(path)).status(), path).toBe(403);
      }
    });

    test('finds the same figures in the file as on the page', async ({ page, signInAs }) => {
      await signInAs('safeguarding-governor');
      await page.goto('/governors');
      for (const table of await page.getByText('The figures as a table').all()) await table.click();
      const rows = await figuresOnThePage(page);
      const file = await page.request.get('/governors.csv');
      const lines: Record<string, string>[] = parse(await file.text(), { columns: true });
      expect(lines[0]?.item).toBe(ANSWER);
      const told = lines.filter(({ figure }) => /^\d+ of \d+$|^(not )?all$/.test(figure ?? ''));
      const inTables = told.filter(({ section }) => !/interval|Induction/.test(section ?? ''));
      expect(inTables.length).toBeGreaterThan(20);
      for (const { item = '', figure = '' } of inTables) {
        const found = rows.filter(([head = '']) => head.startsWith(item));
        expect(found.flat(), `${item}: ${figure}`).toContain(figure);
      }
    });
  });

  test.describe(`Marian, the headteacher, ${how}`, () => {
    test.use({ javaScriptEnabled });

    test('reads what the lead reads, and records nothing', async ({
      page,
      signInAs,
      expectGoodPage,
    }) => {
      await signInAs('headteacher');
      await page.goto('/dsl');
      await expect(page.getByText(/DSL cover fails on 2 January 2027/).first()).toBeVisible();
      const acts = { name: /^(Record|Chase|Note|Book)/ };
      await expect(page.getByRole('main').getByRole('link', acts)).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
      await expectGoodPage();
      await page.getByRole('link', { name: "Aoife O'Neill" }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText("Aoife O'Neill");
      await expect(page.getByRole('main').getByRole('link', acts)).toHaveCount(0);
      await expectGoodPage();
      await page.goto('/governors');
      await expect(page.getByText(ANSWER)).toBeVisible();
    });
  });
}

for (const persona of ['safeguarding-governor', 'parkside-dsl', 'droitwich-dsl']) {
  test(`the dashboard of ${persona} prints on two sheets of A4`, async ({ page, signInAs }) => {
    await signInAs(persona);
    await page.goto('/governors');
    const pdf = await page.pdf({ format: 'A4' });
    expect(sheetsOf(pdf)).toEqual({ count: 2, isA4: true });
  });
}

/** Surnames of everybody at Grange, and single names. */
function surnames(): string[] {
  const text = readFileSync('db/seed/grange/people.csv', 'utf8');
  const people: Record<string, string>[] = parse(text, { columns: true });
  return [...new Set(people.map(({ last_name = '' }) => last_name))];
}

/** The cells of every row of every table, the head of the row first. */
function figuresOnThePage(page: Page): Promise<string[][]> {
  return page
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
      ),
    );
}
