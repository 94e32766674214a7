import type { Page } from '@playwright/test';
import { readAsked } from '#tests/support/asked.ts';
import { ask, cookieFor } from './ask.ts';
import { sheetsOf } from './sheets.ts';
import { answerAll, attemptIdOf, begin, fillIn } from './take-quiz.ts';
import { changing, expect, expectNoSidewaysScrolling, test } from './test.ts';
import { validate } from './validate.ts';

const REFRESHER = 'Safeguarding refresher';

for (const javaScriptEnabled of [true, false]) {
  changing.describe(`A quiz, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    changing.use({ javaScriptEnabled });

    changing(
      'Theo passes, and what it completes is in date',
      async ({ page, app, signInAs, expectGoodPage }) => {
        await signInAs('starter');
        await page.goto('/my');
        await expect(page.getByRole('link', { name: '6 quizzes for you' })).toBeVisible();
        const due = page.locator('.line', { hasText: 'Safeguarding updates' });
        await due.getByRole('link', { name: /^Take the quiz/ }).click();
        await expectGoodPage();
        const asked = await begin(page, app, REFRESHER);
        await expectGoodPage();
        await answerAll(page, asked);
        await expectGoodPage();
        await page.getByRole('button', { name: 'Hand in' }).click();
        await expect(
          page.getByText(
            /^You scored 10 of 10 and passed\. It counts for Safeguarding updates until .+ 2027\.$/,
          ),
        ).toBeVisible();
        await expect(page.getByText('You chose this, rightly').first()).toBeVisible();
        await expectGoodPage();
        await page.goto('/my');
        const listed = page.locator('.quiet', { hasText: /Safeguarding updates\s*In date/ });
        await expect(listed).toHaveCount(1);
        await expect(page.getByText(/^Quiz, Grange Primary School, number /)).toBeVisible();
      },
    );
  });
}

changing(
  'Theo fails, reads what he is sent to, tries again and passes',
  async ({ page, app, signInAs, expectGoodPage }) => {
    await signInAs('starter');
    const first = await begin(page, app, 'Prevent');
    await answerAll(page, first, { wrong: 3 });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(
      page.getByText(/^You scored 2 of 5 and did not pass this time: 4 are needed/),
    ).toBeVisible();
    await expect(page.getByText('You chose this', { exact: true }).first()).toBeVisible();
    await expectGoodPage();
    const toRead = page.locator('.read-first').getByRole('link').first();
    const section = (await toRead.textContent()) ?? '';
    await toRead.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(section);
    await page.goBack();
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Start the quiz' }).click();
    const second = await begunAgain(page, app.dataDir);
    const known = new Set(first.map(({ text }) => text));
    expect(second.filter(({ text }) => known.has(text))).toEqual([]);
    await answerAll(page, second);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByText('You scored 5 of 5 and passed.')).toBeVisible();
  },
);

changing(
  'Theo goes on where he was on another device',
  async ({ page, app, signInAs, browser }) => {
    await signInAs('starter');
    const asked = await begin(page, app, 'Prevent');
    for (const question of asked.slice(0, 2)) {
      await fillIn(page, question);
      await page.getByRole('button', { name: 'Save and continue' }).click();
    }
    await fillIn(page, asked[2]!);
    await page.getByRole('button', { name: 'Save and stop for now' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My quizzes');

    const context = await browser.newContext({ baseURL: app.address });
    const form = { persona: 'starter' };
    await context.request.post(`${app.address}/sign-in`, {
      form,
      headers: { Origin: app.address },
    });
    const phone = await context.newPage();
    await phone.goto('/my/quizzes');
    await phone
      .getByRole('link', { name: /^Go on with it/ })
      .first()
      .click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Question 4 of 5');
    await phone.getByRole('button', { name: 'Back' }).click();
    await expect(phone.locator('.attempt :checked')).not.toHaveCount(0);
    await phone.getByRole('button', { name: 'Save and continue' }).click();
    for (const question of asked.slice(3)) {
      await fillIn(phone, question);
      await phone.getByRole('button', { name: 'Save and continue' }).click();
    }
    await phone.getByRole('button', { name: 'Hand in' }).click();
    await expect(phone.getByText('You scored 5 of 5 and passed.')).toBeVisible();
    await context.close();
  },
);

changing(
  'in two tabs it is one attempt, and what comes late changes nothing',
  async ({ page, app, signInAs, context }) => {
    await signInAs('starter');
    const asked = await begin(page, app, 'Prevent');
    const attemptId = attemptIdOf(page);
    const other = await context.newPage();
    await other.goto(new URL(page.url()).pathname.replace(/attempts.*/, ''));
    await other
      .getByRole('link', { name: /^Go on with it/ })
      .first()
      .click();
    expect(attemptIdOf(other)).toBe(attemptId);
    await answerAll(other, asked);
    const third = await context.newPage();
    await third.goto(other.url());
    await other.getByRole('button', { name: 'Hand in' }).click();
    const answer = 'You scored 5 of 5 and passed.';
    await expect(other.getByText(answer)).toBeVisible();
    await third.getByRole('button', { name: 'Hand in' }).click();
    await expect(third.getByText(answer)).toBeVisible();
    await expect(
      third.getByText('This quiz was handed in already. Nothing was changed.'),
    ).toBeVisible();
    await fillIn(page, asked[0]!, { isWrong: true });
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByText(answer)).toBeVisible();
    await expect(page.getByText(/came after that and was not kept/)).toBeVisible();
  },
);

changing('the back button and a reload do no harm', async ({ page, app, signInAs }) => {
  await signInAs('starter');
  const asked = await begin(page, app, 'Prevent');
  await fillIn(page, asked[0]!);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Question 2 of 5');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Question 1 of 5');
  await expect(page.locator('.attempt :checked')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  for (const question of asked.slice(1)) {
    await fillIn(page, question);
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByText('You scored 5 of 5 and passed.')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('You scored 5 of 5 and passed.')).toBeVisible();
});

changing('a whole quiz is taken with the keyboard alone', async ({ page, app, signInAs }) => {
  await signInAs('starter');
  await page.goto('/my/quizzes');
  await press(page, /^Take the quiz.*Prevent$/, 'Enter');
  await press(page, 'Start the quiz', 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Question 1 of 5');
  for (let position = 1; position <= 5; position += 1) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Question ${position} of 5`);
    const field = page.locator('.attempt :is(input, select)').first();
    await reach(page, field);
    await page.keyboard.press(
      await field.evaluate((one) => (one.tagName === 'SELECT' ? 'ArrowDown' : 'Space')),
    );
    await press(page, 'Save and continue', 'Enter');
  }
  await press(page, 'Hand in', 'Enter');
  await expect(page.getByText(/^You scored \d of 5/)).toBeVisible();
  expect(app.said()).not.toContain('error');
});

changing('a whole quiz fits a narrow screen', async ({ page, app, signInAs, expectGoodPage }) => {
  changing.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  await signInAs('starter');
  const asked = await begin(page, app, REFRESHER);
  for (const question of asked) {
    await fillIn(page, question);
    await expectGoodPage();
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  await expectGoodPage();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expectGoodPage();
  await page.getByRole('link', { name: 'See the certificate' }).click();
  await expectGoodPage();
  await page.goto('/my/quizzes');
  await expectGoodPage();
});

changing('practice counts for nothing', async ({ page, signInAs, expectGoodPage }) => {
  await signInAs('starter');
  await page.goto('/my/quizzes');
  await page.getByRole('link', { name: /^Practise.*Prevent$/ }).click();
  await page.getByRole('button', { name: 'Practise first' }).click();
  await expect(page.getByText('Prevent: practice')).toBeVisible();
  await page.getByRole('button', { name: 'Check and hand in' }).click();
  await expect(page.getByText(/^You have answered 0 of 5 questions/)).toBeVisible();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(
    page.getByText(/^You scored 0 of 5 in practice\..* Practice counts for nothing\.$/),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'See the certificate' })).toHaveCount(0);
  await expectGoodPage();
});

changing(
  'a certificate prints on one sheet, and whoever has its code can check it',
  async ({ page, app, signInAs, browser, expectGoodPage }) => {
    await signInAs('starter');
    await answerAll(page, await begin(page, app, REFRESHER));
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('link', { name: 'See the certificate' }).click();
    await expect(page.getByText('Theo Baptiste')).not.toHaveCount(0);
    await expectGoodPage();
    expect(sheetsOf(await page.pdf({ format: 'A4' }))).toEqual({ count: 1, isA4: true });
    const code = (await page.locator('.certificate__code').textContent()) ?? '';

    const stranger = await (await browser.newContext({ baseURL: app.address })).newPage();
    await stranger.goto('/verify');
    await stranger.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
    await stranger.getByRole('button', { name: 'Check it' }).click();
    await expect(stranger.getByText(/^Valid to .+ 2027\.$/)).toBeVisible();
    await expect(stranger.getByText(REFRESHER)).toBeVisible();
    await expect(stranger.getByText('Grange Primary School')).toBeVisible();
    expect(await stranger.content()).not.toContain('Theo');
    await stranger.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScrolling(stranger);
    await stranger.getByLabel('Code').fill('2222-2222-2222');
    await stranger.getByRole('button', { name: 'Check it' }).click();
    await expect(stranger.getByText(/^No certificate has this code/)).toBeVisible();
  },
);

changing(
  'nothing tells an answer before it is given, however it is asked',
  async ({ page, app, signInAs }) => {
    await signInAs('starter');
    const asked = await begin(page, app, REFRESHER);
    const address = `/my/quizzes/attempts/${attemptIdOf(page)}`;
    const cookie = await cookieOf(page);
    const paths = [...asked.map(({ position }) => `${address}/${position}`), `${address}/hand-in`];
    for (const path of paths.flatMap((one) => [one, `${one}.data`])) {
      const { status, text } = await ask(app, path, { cookie });
      expect([status, text.includes('Grange Primary School')], path).toEqual([200, true]);
      for (const { options } of asked) {
        for (const { why } of options) expect(plain(text), path).not.toContain(plain(why));
      }
      expect(text, path).not.toMatch(/isRight|"why"|hasPassed/);
    }
  },
);

changing(
  'every page of a quiz is good HTML, refusals included',
  async ({ page, app, signInAs }) => {
    changing.slow();
    await signInAs('starter');
    const asked = await begin(page, app, REFRESHER);
    const address = `/my/quizzes/attempts/${attemptIdOf(page)}`;
    const cookie = await cookieOf(page);
    const pages: Record<string, string> = {};
    const look = async (path: string, form?: Record<string, string>) => {
      pages[form ? `${path}, sent` : path] = (await ask(app, path, { cookie, form })).text;
    };
    for (const { position } of asked) {
      await look(`${address}/${position}`);
      await look(`${address}/${position}`, { way: 'nowhere' });
    }
    await look('/my/quizzes');
    await look(`${address}/hand-in`);
    await look(`${address}/hand-in`, { token: 'that of another' });
    await answerAll(page, asked, { wrong: 1 });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByRole('link', { name: 'See the certificate' }).click();
    const code = await page.locator('.certificate__code').textContent();
    await look(address);
    await look(`${address}?note=again`);
    await look(`${address}/certificate`);
    await look(`/verify/${code}`);
    expect(validate(pages)).toEqual([]);
  },
);

changing(
  'somebody else’s attempt is not there, to look at or to send',
  async ({ page, app, signInAs }) => {
    await signInAs('starter');
    await begin(page, app, 'Prevent');
    const address = `/my/quizzes/attempts/${attemptIdOf(page)}`;
    for (const persona of ['dsl', 'staff-in-date', 'parkside-dsl']) {
      const cookie = await cookieFor(app, persona);
      for (const path of ['', '/1', '/hand-in', '/certificate']) {
        for (const end of ['', '.data']) {
          const { status } = await ask(app, `${address}${path}${end}`, { cookie });
          expect(status, `${persona} ${path}${end}`).toBe(404);
        }
      }
      const save = await ask(app, `${address}/1`, { cookie, form: { way: 'next', chosen: '1' } });
      const send = await ask(app, `${address}/hand-in`, { cookie, form: { token: 'x' } });
      expect([save.status, send.status]).toEqual([404, 404]);
    }
  },
);

test('the page where codes are looked up is a good page, signed out', async ({
  page,
  expectGoodPage,
}) => {
  await page.goto('/verify?code=');
  await expect(page.getByRole('alert')).toContainText('Enter the code');
  await expectGoodPage();
});

/** The cookie of the browser that a page is open in, for asking without it. */
async function cookieOf(page: Page): Promise<string> {
  const { cookies } = await page.context().storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Words as they stand in HTML and in data alike. */
function plain(text: string): string {
  return text
    .replaceAll(/&#x27;|’|'/g, '')
    .replaceAll('&quot;', '')
    .replaceAll(/["\\]/g, '');
}

type Reached = ReturnType<Page['locator']>;

/** Goes by Tab to something. */
async function reach(page: Page, to: Reached): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await to.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('It is not reached by Tab');
}

async function press(page: Page, name: string | RegExp, key: string): Promise<void> {
  const one = page.getByRole('link', { name }).or(page.getByRole('button', { name })).first();
  await reach(page, one);
  await page.keyboard.press(key);
}

async function begunAgain(page: Page, dataDir: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Question 1 of 5');
  return readAsked(dataDir, attemptIdOf(page));
}
