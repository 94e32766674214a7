import { expect, type Page } from '@playwright/test';
import { type Asked, readAsked } from '#tests/support/asked.ts';
import type { App } from './app.ts';

/** The id of the attempt that a page is open at. */
export function attemptIdOf(page: Page): number {
  return Number(/attempts\/(\d+)/.exec(page.url())?.[1]);
}

/** Begins a quiz from the page of one's quizzes. Answers what it asks. */
export async function begin(page: Page, app: App, title: string): Promise<Asked[]> {
  await page.goto('/my/quizzes');
  const card = page.locator('section', {
    has: page.getByRole('heading', { name: title, exact: true }),
  });
  await card.getByRole('link', { name: /^Take (the quiz|it again)/ }).click();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Question 1 of \d+$/);
  return readAsked(app.dataDir, attemptIdOf(page));
}

/** Fills in the question that is open: rightly, or with the first thing that is wrong. */
export async function fillIn(page: Page, question: Asked, { isWrong = false } = {}): Promise<void> {
  const { type, options } = question;
  if (type === 'order') {
    const places = options.map((_, index) => index + 1);
    const given = isWrong ? places.toReversed() : places;
    for (const [index, { text }] of options.entries()) {
      await page.getByLabel(text, { exact: true }).selectOption(String(given[index]));
    }
  } else if (type === 'match') {
    const answers = options.map(({ answer }) => answer ?? '');
    const given = isWrong ? [...answers.slice(1), answers[0] ?? ''] : answers;
    for (const [index, { text }] of options.entries()) {
      await choose(page, text, given[index] ?? '');
    }
  } else {
    const chosen = options.filter(({ isRight }) => isRight !== isWrong);
    for (const { text } of type === 'several' ? chosen : chosen.slice(0, 1)) {
      await page.getByLabel(text, { exact: true }).check();
    }
  }
}

/** The options of a list have a letter before their words. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  const labels = await list.getByRole('option').allTextContents();
  const found = labels.find((one) => one.replace(/^[A-Z]\. /, '') === words);
  await list.selectOption({ label: found ?? words });
}

/**
 * Answers every question from the first on, all but so many rightly, up to the page for handing in.
 * What has to be right is the last to be wrong.
 */
export async function answerAll(page: Page, asked: Asked[], { wrong = 0 } = {}): Promise<void> {
  const mistaken = asked
    .toSorted((a, b) => Number(a.mustPass) - Number(b.mustPass))
    .slice(0, wrong);
  for (const question of asked) {
    const title = `Question ${question.position} of ${asked.length}`;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await fillIn(page, question, { isWrong: mistaken.includes(question) });
    await page.getByRole('button', { name: 'Save and continue' }).click();
  }
  await expect(page.getByText(`You have answered all ${asked.length} questions.`)).toBeVisible();
}
