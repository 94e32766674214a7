import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { changing, expect, expectNoSidewaysScrolling, test } from './test.ts';

const PHONE = { width: 320, height: 800 };

/** What a row of the form takes; the place counts from 1. */
type Row = { what?: string; goesWith?: string; why: string; isRight?: boolean };

async function fillRows(page: Page, row: string, rows: Row[]): Promise<void> {
  for (const [place, { what, goesWith, why, isRight }] of rows.entries()) {
    const name = row === 'True or False' ? ['True', 'False'][place]! : `${row} ${place + 1}`;
    const group = page.getByRole('group', { name, exact: true });
    if (what) await group.getByLabel(/^(What it says|This…)$/).fill(what);
    if (goesWith) await group.getByLabel('…goes with this').fill(goesWith);
    await group.getByLabel(/^Why /).fill(why);
    if (isRight) await group.getByLabel(/^This .*(right|best|answer)/).check();
  }
}

/** Where every question of these tests belongs. */
async function fillWhere(page: Page): Promise<void> {
  await page.getByLabel('Topic').selectOption('Attendance and missing education');
  await page.getByLabel('Section of the offer that it rests on').selectOption('attendance');
  await page
    .getByLabel('Document', { exact: true })
    .fill('Working together to improve school attendance');
  await page.getByLabel('Place in the document', { exact: true }).fill('Section 2');
}

const WRITTEN: Record<string, { text: string; fill: (page: Page) => Promise<void> }> = {
  'One answer': {
    text: 'A pupil is away and nobody has rung. What happens first?',
    fill: (page) =>
      fillRows(page, 'Option', [
        { what: 'The office rings home', why: 'It does so on the first day.', isRight: true },
        { what: 'The school waits for a week', why: 'A week is far too long.' },
        { what: 'A friend is asked', why: 'A child does not carry this.' },
      ]),
  },
  'All that apply': {
    text: 'Which of these does the school look into? Choose all that apply.',
    fill: (page) =>
      fillRows(page, 'Option', [
        { what: 'A gap that nobody explains', why: 'It may hide harm.', isRight: true },
        { what: 'Lateness that is new', why: 'Something has changed.', isRight: true },
        { what: 'A day at the dentist', why: 'It was told beforehand.' },
      ]),
  },
  'True or false': {
    text: 'A pupil who stops coming may be a pupil at risk.',
    fill: (page) =>
      fillRows(page, 'True or False', [
        { why: 'Absence may be a sign of harm.', isRight: true },
        { why: 'It is a sign that is taken seriously.' },
      ]),
  },
  'Put in order': {
    text: 'In which order does the school act?',
    fill: (page) =>
      fillRows(page, 'Item', [
        { what: 'Ring home', why: 'Most gaps end here.' },
        { what: 'Visit', why: 'When nobody answers.' },
        { what: 'Tell the local authority', why: 'When the pupil is not found.' },
      ]),
  },
  Match: {
    text: 'Match each to what is done.',
    fill: async (page) => {
      await fillRows(page, 'Pair', [
        { what: 'First day away', goesWith: 'A call home', why: 'The same morning.' },
        { what: 'Ten days away', goesWith: 'The local authority', why: 'It is asked for.' },
      ]);
      await page.getByLabel(/^Answers that go with nothing/).fill('A letter next term');
    },
  },
  Scenario: {
    text: 'What do you do first?',
    fill: async (page) => {
      await page.getByLabel('What happens').fill('A boy in Year 5 says he is moving tomorrow.');
      await fillRows(page, 'Option', [
        { what: 'Tell the DSL now', why: 'A sudden move is told at once.', isRight: true },
        { what: 'Wish him luck', why: 'Kind, and nobody then knows.' },
        { what: 'Ask him again next week', why: 'He may be gone.' },
      ]);
    },
  },
};

changing.describe('Bronwen keeps the bank, JavaScript off', () => {
  changing.use({ javaScriptEnabled: false });

  for (const [type, { text, fill }] of Object.entries(WRITTEN)) {
    changing(`writes a question: ${type}`, async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('dsl');
      await page.goto('/dsl/questions');
      await page.getByRole('link', { name: 'Write a question' }).click();
      await page.getByRole('link', { name: type, exact: true }).click();
      await page.getByRole('button', { name: 'Save the question' }).click();
      await expect(page.getByRole('alert')).toContainText('Choose the topic');
      await fillWhere(page);
      await page.getByLabel(/^The (question|statement)$/).fill(text);
      await fill(page);
      await page.setViewportSize(PHONE);
      await expectGoodPage();
      await page.getByRole('button', { name: 'Save the question' }).click();
      await expect(page.getByRole('status')).toContainText('written and in use');
      await expect(page.getByText(text)).toBeVisible();
      await expectGoodPage();
    });
  }

  changing(
    'changes one of her own; saved as it was it is no new revision',
    async ({ page, signInAs }) => {
      await signInAs('dsl');
      await page.goto('/dsl/questions?whose=own');
      await openFirst(page);
      await page.getByRole('link', { name: 'Change it' }).click();
      await page.getByRole('button', { name: 'Save the question' }).click();
      await expect(page.getByRole('status')).toContainText('there is no new revision');
      await page.getByRole('link', { name: 'Change it' }).click();
      await page.getByLabel(/^The (question|statement)$/).fill('Asked in other words?');
      await page.getByRole('button', { name: 'Save the question' }).click();
      await expect(page.getByText('Changed: revision 2')).toBeVisible();
      await expect(page.getByText('The question is worded differently.')).toBeVisible();
    },
  );

  changing(
    'sets a shared one aside and takes it back; makes another the school’s own',
    async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('dsl');
      await page.goto('/dsl/questions?whose=shared');
      await openFirst(page);
      const address = page.url();
      await page.getByText('Set it aside').first().click();
      await page.getByRole('button', { name: 'Set it aside' }).click();
      await expect(page.getByRole('alert')).toContainText('Say why it is set aside');
      await page.getByLabel('Why', { exact: true }).fill('We teach this in another way');
      await page.getByRole('button', { name: 'Set it aside' }).click();
      await expect(page.getByText('We teach this in another way').first()).toBeVisible();
      await page.setViewportSize(PHONE);
      await expectGoodPage();
      await page.goto('/dsl/questions');
      await expect(page.getByText(/, 2 set aside\.$/)).toBeVisible();
      await page.goto(address);
      await page.getByRole('button', { name: 'Use it again' }).click();
      await expect(page.getByRole('status')).toContainText('in use');
      await page.getByRole('button', { name: 'Make it our own' }).click();
      await expect(page.getByRole('status')).toContainText('the school’s own now');
      await expect(page.getByRole('link', { name: 'Change it' })).toBeVisible();
    },
  );
});

async function openFirst(page: Page): Promise<void> {
  await page.locator('.bank a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A question');
}

changing(
  'a section that changed stops its questions until they are confirmed',
  async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('dsl');
    await page.goto('/dsl/offer');
    await page.getByRole('link', { name: /^FGM/ }).first().click();
    await page
      .getByRole('link', { name: /Edit|Write|Change/ })
      .first()
      .click();
    const text = page.getByLabel('Text', { exact: true });
    await text.fill(`${await text.inputValue()}\n\nAsk the DSL about the new leaflet.`);
    await publish(page);

    await page.goto('/dsl/questions');
    await page.getByRole('link', { name: /^FGM.* to check$/ }).click();
    await expect(page.getByText('Ask the DSL about the new leaflet.').first()).toBeVisible();
    await page.setViewportSize(PHONE);
    await expectGoodPage();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.getByRole('button', { name: 'Confirm the ticked ones' }).click();
    await expect(page.getByRole('alert')).toContainText('Tick at least one question');
    await expectGoodPage();
    const [, ...others] = await page.getByRole('checkbox').all();
    expect(others.length).toBeGreaterThan(0);
    for (const box of others) await box.check();
    await page.getByRole('button', { name: 'Confirm the ticked ones' }).click();
    await expect(page.getByRole('status')).toContainText('confirmed and in use');

    await page.getByRole('link', { name: /^FGM.*: 1 question to check$/ }).click();
    await page.getByRole('link', { name: 'Open it' }).click();
    await expectGoodPage();
    await page.getByRole('button', { name: 'Confirm: it still fits the section' }).click();
    await page.goto('/dsl/questions');
    await expect(page.getByRole('link', { name: /^FGM.* to check$/ })).toHaveCount(0);
  },
);

test('three questions on online safety wait at Grange, and one is set aside with its reason', async ({
  page,
  signInAs,
  expectGoodPage,
}) => {
  await signInAs('dsl');
  await page.goto('/dsl/questions');
  await expect(page.getByText(/: \d+ in use, 3 to check, 1 set aside\.$/)).toBeVisible();
  await page.getByRole('link', { name: 'Online safety: 3 questions to check' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  await expectGoodPage();
  await page.goto('/dsl/questions?state=set-aside');
  await openFirst(page);
  await expect(page.getByText(/^Our own question on routes/).first()).toBeVisible();
  await expectGoodPage();
});

changing(
  'what is written while its section changes is kept, and to be checked',
  async ({ page, context, signInAs }) => {
    await signInAs('dsl');
    await page.goto('/dsl/questions?whose=own');
    await openFirst(page);
    await page.getByRole('link', { name: 'Change it' }).click();
    const section = await page.getByLabel('Section of the offer that it rests on').inputValue();
    const other = await context.newPage();
    await other.goto(`/offer/${section}`);
    const title = (await other.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await other.goto('/dsl/offer');
    await other.getByRole('link', { name: title, exact: true }).first().click();
    await other
      .getByRole('link', { name: /Edit|Write|Change/ })
      .first()
      .click();
    const text = other.getByLabel('Text', { exact: true });
    await text.fill(`${await text.inputValue()}\n\nA new sentence.`);
    await publish(other);
    await page.getByLabel(/^The (question|statement)$/).fill('Asked in other words?');
    await page.getByRole('button', { name: 'Save the question' }).click();
    await expect(page.getByRole('status')).toContainText('its section changed meanwhile: check it');
    await page.getByRole('button', { name: 'Confirm: it still fits the section' }).click();
    await expect(page.getByRole('status')).toContainText('is in use');
  },
);

/** Saves the draft that is open and puts it where it is read. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click();
}

const GIFT = `::gate:: A parent asks at the gate which pupil was hurt. What do you say? {
=That you cannot talk about it # Nobody talks of a child with others.
~The name, as it is known anyway # It is not yours to tell.
~That nothing happened # It is not true.
}

::essay:: Write what you think. {}
`;

const MOODLE = `<?xml version="1.0"?>
<quiz>
  <question type="truefalse">
    <name><text>Late</text></name>
    <questiontext format="html"><text><![CDATA[<p>A concern can wait until Monday.</p>]]></text></questiontext>
    <answer fraction="0"><text>true</text><feedback><text>It is told today.</text></feedback></answer>
    <answer fraction="100"><text>false</text><feedback><text>It is told today.</text></feedback></answer>
  </question>
  <question type="numerical">
    <name><text>How many</text></name>
    <questiontext format="html"><text>How many?</text></questiontext>
    <answer fraction="100"><text>3</text></answer>
  </question>
</quiz>`;

changing.describe('Bronwen imports, JavaScript off', () => {
  changing.use({ javaScriptEnabled: false });

  for (const [name, file, text] of [
    ['bank.gift', GIFT, 'A parent asks at the gate which pupil was hurt. What do you say?'],
    ['bank.xml', MOODLE, 'A concern can wait until Monday.'],
  ] as const) {
    changing(
      `${name}: looks, sees the line that is wrong, imports the rest`,
      async ({ page, signInAs, expectGoodPage }) => {
        await signInAs('dsl');
        await handIn(page, name, file);
        await expect(page.getByRole('alert')).toContainText('say to which topic they belong');
        await page.getByLabel('Topic').selectOption('Whom to tell');
        await page.getByLabel('Document that they come from').fill('Our INSET day');
        await page.getByLabel('Place in the document').fill('The second hour');
        await handIn(page, name, file, { stay: true });
        await expect(page.getByText(/^1 new question; 1 not taken, or not whole\./)).toBeVisible();
        await expect(page.getByRole('row', { name: /essay|How many/ })).toBeVisible();
        await page.setViewportSize(PHONE);
        await expectGoodPage();
        await page.getByRole('button', { name: 'Import 1 question' }).click();
        await expect(page.getByRole('status')).toContainText(
          'not asked until somebody has checked',
        );
        await page.getByRole('link', { name: 'see those to check' }).click();
        await expect(page.getByRole('link', { name: text })).toBeVisible();
        await expectGoodPage();

        await handIn(page, name, file, {
          topic: 'Whom to tell',
          document: 'Our INSET day',
          place: 'The second hour',
        });
        await expect(page.getByText(/^Nothing new; 1 there already;/)).toBeVisible();
        await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
      },
    );
  }
});

type Handing = { stay?: boolean; topic?: string; document?: string; place?: string };

async function handIn(page: Page, name: string, text: string, more: Handing = {}): Promise<void> {
  if (!more.stay) await page.goto('/dsl/questions/import');
  if (more.topic) await page.getByLabel('Topic').selectOption(more.topic);
  if (more.document) await page.getByLabel('Document that they come from').fill(more.document);
  if (more.place) await page.getByLabel('Place in the document').fill(more.place);
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.getByLabel('A file', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Show what would happen' }).click();
}

test.describe('everybody who may see the bank', () => {
  test('narrows it and takes it along as a file', async ({ page, signInAs, expectGoodPage }) => {
    await signInAs('headteacher');
    await page.goto('/dsl/questions');
    await page.getByLabel('Topic').selectOption('Prevent');
    await page.getByLabel('Whose').selectOption('Shared by the trust’s schools');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/\?topic=prevent&state=&whose=shared$/);
    await expect(page.getByText(/^\d+ questions\.$/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Write a question' })).toHaveCount(0);
    await expectGoodPage();
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);
    await page.getByText('Take questions along as a file').click();
    await page.getByLabel('GIFT').check();
    await page.getByLabel('Both').check();
    const wait = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await wait;
    expect(file.suggestedFilename()).toBe('questions-grange-2026-11-16.gift.txt');
    expect(readFileSync(await file.path(), 'utf8')).toContain('$CATEGORY:');
  });
});

changing.describe('Bronwen sets a quiz, JavaScript off', () => {
  changing.use({ javaScriptEnabled: false });

  changing(
    'no larger than the bank; changes it, retires it and offers it again',
    async ({ page, signInAs, expectGoodPage }) => {
      await signInAs('dsl');
      await page.goto('/dsl/quizzes/new');
      await page.getByLabel('Title').fill('After the INSET day');
      await page.getByLabel('What it is about').fill('What we talked about in September.');
      await page.getByLabel('Prevent', { exact: true }).fill('99');
      await page.getByLabel('Pass mark').fill('3');
      await page.getByRole('button', { name: 'Set the quiz' }).click();
      await expect(page.getByRole('alert')).toContainText(
        /Prevent: there are \d+ questions in use, and 99 are asked for/,
      );
      await page.setViewportSize(PHONE);
      await expectGoodPage();
      await page.getByLabel('Prevent', { exact: true }).fill('4');
      await page.getByRole('button', { name: 'Set the quiz' }).click();
      await expect(page.getByRole('status')).toContainText('The quiz is set.');
      await page.getByRole('link', { name: 'After the INSET day' }).first().click();
      await page.getByRole('link', { name: 'Change the quiz' }).click();
      await page.getByLabel('Pass mark').fill('5');
      await page.getByRole('button', { name: 'Save the quiz' }).click();
      await expect(page.getByRole('alert')).toContainText('the pass mark must be from 1 to 4');
      await page.getByLabel('Pass mark').fill('4');
      await page.getByRole('button', { name: 'Save the quiz' }).click();
      await expect(page.getByRole('status')).toContainText('The quiz is changed.');
      await page.getByRole('link', { name: /Retire/ }).click();
      await expectGoodPage();
      await page.getByRole('button', { name: 'Retire it' }).click();
      await expect(page.getByRole('status')).toContainText('The quiz is retired.');
    },
  );
});
