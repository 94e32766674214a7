import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, startApp } from './app.ts';
import { ask } from './ask.ts';
import { changing, expect } from './test.ts';

const PASSWORD = 'a pelican on the rooftop';

/** A server for a real school, on a folder with nothing in it. */
const setUp = changing.extend<{ app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  app: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'indate-real-'));
    const app = await startApp(dataDir, 'start');
    await use(app);
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

const codeOf = (app: App) => /\b(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/.exec(app.said())?.[0] ?? '';

async function fillIn(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('The same password again').fill(PASSWORD);
}

for (const javaScriptEnabled of [true, false]) {
  setUp.describe(`Setting up a school, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    setUp.use({ javaScriptEnabled });

    setUp('takes the code from the log, once', async ({ page, app, expectGoodPage }) => {
      await page.goto('/my');
      await page.goto('/sign-in');
      await expect(page).toHaveURL(/\/set-up$/);
      await page.getByLabel('Name of the school').fill('Millbrook Primary School');
      await page.getByLabel('Short name').fill('Millbrook');
      await page.getByLabel('First name').fill('Ottoline');
      await page.getByLabel('Last name').fill('Varley');
      await page.getByLabel('E-mail address').fill('o.varley@millbrook.example');
      await page.getByRole('radio').first().check();
      await page.getByLabel('Day', { exact: true }).fill('1');
      await page.getByLabel('Month').fill('9');
      await page.getByLabel('Year').fill('2021');
      await fillIn(page, 'AAAA-BBBB-CCCC-DDDD');
      await page.getByRole('button', { name: 'Make the school' }).click();

      await expect(page.getByRole('alert')).toContainText(/code/i);
      await expect(page.getByLabel('Name of the school')).toHaveValue('Millbrook Primary School');
      await expect(page.getByLabel('New password', { exact: true })).toHaveValue('');
      await expectGoodPage();
      await fillIn(page, codeOf(app));
      await page.getByRole('button', { name: 'Make the school' }).click();

      await expect(page).toHaveURL(/\/admin$/);
      await expect(page.getByText('Millbrook Primary School').first()).toBeVisible();
      await expectGoodPage();
      expect((await ask(app, '/set-up')).status).toBe(404);
      const again = { code: codeOf(app), schoolName: 'Another' };
      expect((await ask(app, '/set-up', { form: again })).status).toBe(404);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('E-mail address').fill('o.varley@millbrook.example');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL(/\/admin$/);
    });
  });
}

setUp('guessing the code waits after ten tries', async ({ app }) => {
  const form = {
    ...{ schoolName: 'M', shortName: 'M', firstName: 'O', lastName: 'V', email: 'o@m.example' },
    ...{ kind: 'teacher', 'startsOn-day': '1', 'startsOn-month': '9', 'startsOn-year': '2021' },
    ...{ code: 'AAAA', password: PASSWORD, 'password-again': PASSWORD },
  };
  for (let tries = 1; tries <= 10; tries++) {
    expect((await ask(app, '/set-up', { form })).status).toBe(422);
  }
  const waits = await ask(app, '/set-up', { form: { ...form, code: codeOf(app) } });
  expect([waits.status, Number(waits.headers['retry-after']) > 0]).toEqual([429, true]);
});

setUp('nothing of the demo is there for a real school', async ({ app }) => {
  const page = async (headers: Record<string, string>) => {
    const { status, text } = await ask(app, '/set-up', { headers });
    return { status, text: text.replace(/nonce="[^"]*"/g, '') };
  };
  const asItIs = await page({});
  for (const day of ['2031-01-01', 'tomorrow', '']) {
    expect(await page(day ? { 'x-indate-today': day } : {})).toEqual(asItIs);
  }
  expect((await ask(app, '/travel')).status).toBe(404);
  expect((await ask(app, '/travel', { form: { day: '1', month: '1', year: '2031' } })).status).toBe(
    404,
  );
  const known = { email: 'gillian.pask@grange.example', password: 'five-rivers-demo-2026' };
  for (const form of [{ persona: 'administrator' }, known]) {
    const { headers } = await ask(app, '/sign-in', { form });
    expect([headers.location, headers['set-cookie']]).toEqual(['/set-up', undefined]);
  }
});

setUp('a demo and a real school refuse each other’s folder', async ({ app, copies }) => {
  await expect(startApp(app.dataDir, 'demo')).rejects.toThrow(/holds a real school/);
  const demo = await copies.start();
  await expect(startApp(demo.dataDir, 'start')).rejects.toThrow(/is a demo/);
  await demo.stop();
});
