import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#app/data/database.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import * as page from '#app/routes/governors._index.tsx';
import * as csv from '#app/routes/governors[.]csv.ts';
import { cameOf } from '#tests/support/context.ts';
import { askedBy, DEMO_DAY, openDemoInMemory } from '#tests/support/demo.ts';
import { drawRoute, textOf } from '#tests/support/draw.tsx';

const WHO: Record<string, string> = {
  grange: 'safeguarding-governor',
  longton: 'longton-dsl',
  parkside: 'parkside-dsl',
  'john-moore': 'john-moore-dsl',
  droitwich: 'droitwich-dsl',
};
const SCHOOLS = Object.keys(WHO);

let database: Database;
beforeAll(async () => {
  database = await openDemoInMemory();
});

async function seen(school: string, on = DEMO_DAY) {
  const asked = await askedBy(database, WHO[school] ?? '', '/governors', on);
  const loaded = await page.loader(asked);
  const html = drawRoute(page.default, '/governors', loaded);
  return { loaded, html, text: textOf(html) };
}

async function file(school: string, on = DEMO_DAY): Promise<string> {
  const asked = await askedBy(database, WHO[school] ?? '', '/governors.csv', on);
  return (await csv.loader(asked)).text();
}

test('the page answers in its first sentence', async () => {
  const { loaded, html } = await seen('grange');
  expect(loaded.answer).toBe(
    'On 16 November 2026, 33 of 37 people are in date for everything that law and statutory guidance ask of them. DSL cover is secure until 1 January 2027.',
  );
  expect(html.match(/<h1/g)).toHaveLength(1);
});

test.each(SCHOOLS)('at most five lines deserve a question, at %s', async (school) => {
  const { loaded } = await seen(school);
  expect(loaded.questions.length).toBeGreaterThan(0);
  expect(loaded.questions.length).toBeLessThanOrEqual(5);
  for (const { ask } of loaded.questions) expect(ask).toMatch(/\?$/);
});

describe('nobody is named', () => {
  test.each(SCHOOLS)('in page, data and file of %s', async (school) => {
    const { loaded, html } = await seen(school);
    const { shell, ...figures } = loaded;
    // Whoever looks at the page stands in its head, and only there.
    const body = html.replaceAll(shell.personName.replaceAll("'", '&#x27;'), '');
    const all = [body, JSON.stringify(figures), await file(school)].join('\n');
    const { people } = schoolFacts(database, findSchoolByKey(database, school)!.id);
    const told = people.flatMap(({ lastName, email, ref }) =>
      [lastName, email, ref].filter((words) => words && namesIn(all, words)),
    );
    expect(people.length).toBeGreaterThan(20);
    expect(told).toEqual([]);
  });
});

function namesIn(text: string, words: string): boolean {
  const plain = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

test.each(SCHOOLS)('page and file of %s show the same figures', async (school) => {
  const { text } = await seen(school);
  const rows: string[][] = parse(await file(school));
  const words = rows.slice(1).flatMap(([, ...cells]) => cells.slice(0, 5).filter(Boolean));
  const isShown = (cell: string) =>
    cell.split(': ').every((part) => text.toLowerCase().includes(part.toLowerCase()));
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((cell) => !isShown(cell))).toEqual([]);
});

test.each(SCHOOLS)(
  'no figure of fewer than five leaves %s, except of the leads',
  async (school) => {
    const { loaded } = await seen(school);
    const { guidance, promise, groups, governors } = loaded.sections;
    const told = [...guidance, ...promise, ...groups, ...governors].flatMap(({ item, shown }) =>
      shown && typeof shown !== 'string' && shown.of < 5 ? [item] : [],
    );
    const ofLeads = /DSL|Level 3|Prevent for those who lead|other agencies/;
    expect(told.filter((item) => !ofLeads.test(item))).toEqual([]);
  },
);

test('the questions of governors are each answered by a section that has something to say', async () => {
  const { loaded } = await seen('grange');
  const { sections } = loaded;
  const answers: Record<string, { figure: string; item: string }[]> = {
    'is the lead in date, and every deputy, and until when': sections.leads,
    'will cover lapse': sections.cover,
    'how many are up to date by topic': [...sections.guidance, ...sections.promise],
    'who has read the current edition': sections.guidance.filter(({ item }) => /KCSIE/.test(item)),
    'how many are overdue, and for how long': sections.ageing,
    'what breaks guidance, and what only a promise': sections.basis,
    'was induction on time': sections.induction,
    'how many are excused': sections.leftOut.filter(({ item }) => /absence|Exempt/.test(item)),
    'have governors done theirs': sections.governors,
    'is somebody trained for panels': sections.cover.filter(({ item }) => /recruit/.test(item)),
    'is first-aid cover sufficient': sections.cover.filter(({ item }) => /first-aid/.test(item)),
    'better or worse than last term': sections.whole.filter(({ lastTerm }) => lastTerm),
    'what stands behind it': sections.evidence,
  };
  const unanswered = Object.entries(answers).filter(([, rows]) => rows.length === 0);
  expect(unanswered).toEqual([]);
  expect(sections.leads[0]).toMatchObject({ figure: 'In date', rest: 'to 29 February 2028' });
});

test('without terms it says that there is nothing to compare with', async () => {
  const { text } = await seen('grange', day('2025-09-01'));
  expect(text).toContain('There is no comparison with last term');
});

test('a member of staff is told for whom the page is', async () => {
  const asked = await askedBy(database, 'staff-in-date', '/governors');
  expect((await cameOf(page.loader(asked))).status).toBe(403);
});
