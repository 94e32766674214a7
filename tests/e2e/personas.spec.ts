import type { Page } from '@playwright/test';
import { type Asked, ask, cookieFor } from './ask.ts';
import { fillDay } from './fill.ts';
import { changing, expect, test } from './test.ts';

const PHOTO = 'db/seed/grange/evidence/first-aid.jpg';
const CONDUCT = /^Code of conduct read/;
const LETTER = /^The agency’s letter seen/;

const answer = (page: Page) => page.locator('.page__answer');
const step = (page: Page, named: RegExp) => page.getByRole('listitem').filter({ hasText: named });

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`Each their own part, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'Orsolya hands in for each of her two schools, and each has its own to check',
      async ({ page, app, signInAs }) => {
        await signInAs('two-schools');
        for (const [place, requirement, lead] of [
          [/Droitwich/, 'a newer one for Female genital mutilation', 'Marcus Ellwood'],
          [/Parkside/, 'it in for Cyber security basics', 'Alastair Nunn'],
        ] as const) {
          await page.goto('/choose');
          await page.getByRole('button', { name: place }).click();
          await page.goto('/my');
          await page.getByRole('link', { name: new RegExp(requirement) }).click();
          await page.getByLabel('The certificate').setInputFiles(PHOTO);
          await page.getByLabel(/^Provider/).fill('Kite Learning');
          await fillDay(page, 'Day it was completed', '10 11 2026');
          await page.getByRole('button', { name: 'Hand it in' }).click();
          await expect(page.getByRole('status')).toContainText(`It is for ${lead}`);
        }
        const droitwich = words((await readBy(app, 'droitwich-dsl', '/dsl/checks')).main);
        expect(droitwich).toContain('Orsolya Fenn for Female genital mutilation');
        expect(droitwich).not.toContain('Orsolya Fenn for Cyber security basics');
        const parkside = words((await readBy(app, 'parkside-dsl', '/dsl/checks')).main);
        expect(parkside).toContain('Orsolya Fenn for Cyber security basics');
        expect(parkside).not.toContain('Orsolya Fenn for Female genital mutilation');
      },
    );

    changing(
      'Theo declares on his first day; the headteacher and the office tick what they answer for, and nothing else',
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('starter');
        await page.goto('/my');
        await page.getByRole('link', { name: 'Read and say so : KCSIE 2025' }).click();
        await page.getByRole('button', { name: 'I confirm this' }).click();
        await page.goto('/my/first-weeks');
        await expect(answer(page)).toContainText(/^1 of 10 things of your first weeks is done/);

        await signInAs('headteacher');
        await page.goto('/dsl/starters');
        await page.getByRole('link', { name: 'Theo Baptiste' }).click();
        await page.getByRole('button', { name: /^Tick for the school/ }).click();
        await expect(step(page, CONDUCT)).toContainText('Ticked by Marian Oakeshott');
        await expect(page.getByRole('button', { name: /^Tick for the school/ })).toHaveCount(0);
        await expectGoodPage();

        await signInAs('administrator');
        await page.goto('/dsl/starters');
        await page.getByRole('link', { name: 'Monique Delacourt' }).click();
        const letter = step(page, LETTER);
        await letter.getByRole('button', { name: /^Take the tick back/ }).click();
        await expect(letter).toContainText('still to be ticked by whoever answers for it');
        await letter.getByRole('button', { name: /^Tick for the school/ }).click();
        await expect(letter).toContainText('and by Gillian Pask on 16 November 2026');
        await expect(page.getByRole('link', { name: 'Enter a signed sheet' })).toHaveCount(0);
        await expectGoodPage();
      },
    );
  });
}

/** What HTML says, without its tags. */
function words(html: string): string {
  return html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

/** The main part of a page as text, or the whole of what is no page. */
async function readBy(app: Parameters<typeof ask>[0], persona: string, path: string) {
  const asked: Asked = { cookie: await cookieFor(app, persona) };
  const { status, text } = await ask(app, path, asked);
  const [main = text] = /<main[\s\S]*<\/main>/.exec(text) ?? [];
  return { status, text, main };
}

test('the headteacher reads queue, sessions, updates, reading and starters, and is offered no act', async ({
  app,
}) => {
  const pages: [path: string, says: RegExp][] = [
    ['/dsl/checks', /things wait for a check[\s\S]*For somebody else[\s\S]*Bronwen Sayle/],
    ['/dsl/sessions', /Safeguarding at the beginning of term/],
    ['/dsl/updates', /3 short updates/],
    ['/dsl/publications', /KCSIE 2025/],
    ['/dsl/starters', /in their first weeks/],
    ['/dsl/starters/lists', /Supply teachers/],
  ];
  for (const [path, says] of pages) {
    const { status, main } = await readBy(app, 'headteacher', path);
    expect(status, path).toBe(200);
    expect(main, path).toMatch(says);
    expect(main, path).not.toMatch(/<button|method="post"|href="[^"]*\/(new|confirm|correct)"/);
  }
});

test('the governor sees what was delivered and whether induction was on time, in the lead’s figures', async ({
  app,
}) => {
  const { main } = await readBy(app, 'safeguarding-governor', '/governors');
  const { text: file } = await readBy(app, 'safeguarding-governor', '/governors.csv');
  const { main: updates } = await readBy(app, 'dsl', '/dsl/updates');
  for (const [title, figure] of [
    ['Whom to tell, and how fast', '26 of 29'],
    ['Family help and early help', '25 of 31'],
    ['Dark afternoons', '28 of 32'],
  ] as const) {
    expect(words(main)).toMatch(new RegExp(`${title}, \\d+ \\w+ 2026 ${figure}`));
    expect(file).toMatch(new RegExp(`${title}, \\d+ \\w+ 2026.*${figure}`));
    expect(words(updates)).toMatch(new RegExp(`${title} .* ${figure}`));
  }
  expect(words(main)).toMatch(/Induction on time Not all who began since 22 July 2026/);
  for (const path of ['/dsl/checks', '/dsl/publications', '/dsl/sessions', '/dsl/starters']) {
    expect((await readBy(app, 'safeguarding-governor', path)).status, path).toBe(403);
  }
});

test('a trust lead and an administrator are led to no part that is not theirs', async ({ app }) => {
  const parts = ['checks', 'publications', 'sessions', 'updates', 'starters'];
  for (const [persona, home, mayOpen] of [
    ['trust-lead', '/trust', []],
    ['administrator', '/admin', ['starters']],
  ] as const) {
    const { text } = await readBy(app, persona, home);
    for (const part of parts) {
      const isTheirs = mayOpen.some((one) => one === part);
      const { status } = await readBy(app, persona, `/dsl/${part}`);
      expect([persona, part, status]).toEqual([persona, part, isTheirs ? 200 : 403]);
      expect(text.includes(`/dsl/${part}`), `${persona}: ${part}`).toBe(isTheirs);
    }
    expect(text).not.toMatch(/href="\/(evidence|my\/hand-in|my\/read)/);
  }
});
