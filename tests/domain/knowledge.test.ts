import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dashboardCsv } from '#app/domain/dashboard/csv.ts';
import { type Dashboard, dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import { knowledgeOf } from '#app/domain/dashboard/knowledge.ts';
import { SECTION_TITLES, sectionsOf } from '#app/domain/dashboard/sections.ts';
import { day } from '#app/domain/days.ts';
import { topicLabel } from '#app/domain/offer/topics.ts';
import { questionsOf } from '#app/domain/questions.ts';
import { periodOf } from '#app/domain/quiz/period.ts';
import type { HandedIn, QuizResults } from '#app/domain/quiz/results.ts';
import { policy } from './support.ts';

const ON = day('2026-11-16');
const PASS = { hasPassed: true } as HandedIn;

/** `passed` of `of` people. */
function results(passed: number, of: number): QuizResults<unknown> {
  const asked = Array.from({ length: of }, (_, index) => ({
    person: null,
    attempts: 1,
    last: null,
    passed: index < passed ? PASS : null,
  }));
  return { asked, others: [], attempts: of, first: { passed, of } };
}

const topic = (name: string, right: number, of: number, people = 12) => ({
  topic: name,
  right,
  of,
  people,
});

function dashboard(
  quizzes: [string, QuizResults<unknown>][],
  topics: ReturnType<typeof topic>[] = [],
): Dashboard {
  const learnt = {
    period: periodOf(2026, ON),
    quizzes: quizzes.map(([title, results]) => ({ title, results })),
    topics,
  };
  const standingsOn = (on: typeof ON) => ({ on, rows: [] });
  return dashboardOf({ policy: policy([]), people: [], standingsOn, learnt }, ON);
}

describe('what staff know', () => {
  test('is how many passed of how many, and right answers of all that were asked', () => {
    const shown = dashboard([['Prevent', results(41, 52)]], [topic('prevent', 61, 90)]);
    const rows = sectionsOf(shown).knowledge.map(({ item, figure }) => [item, figure]);
    expect(rows).toEqual([
      ['Passed: Prevent', '41 of 52'],
      ['Right answers: Prevent', '61 of 90'],
    ]);
  });

  test.each([
    [5, 5, '5 of 5'],
    [0, 5, '0 of 5'],
    [4, 4, 'all'],
    [3, 4, 'not all'],
    [0, 4, 'not all'],
    [0, 0, 'no one in this group'],
  ])('%i of %i who passed is told as "%s"', (passed, of, words) => {
    const [row] = sectionsOf(dashboard([['Prevent', results(passed, of)]])).knowledge;
    expect(row?.figure).toBe(words);
  });

  test('counts the quizzes that nobody has taken, and says of one for few no more than "not all"', () => {
    const untaken = (of: number) => ({ ...results(0, of), attempts: 0 });
    const shown = dashboard([
      ['Prevent', results(41, 52)],
      ['FGM', untaken(52)],
      ['Early help', untaken(5)],
      ['For leads', untaken(4)],
    ]);
    const rows = sectionsOf(shown).knowledge.map(({ item, figure }) => [item, figure]);
    expect(rows).toEqual([
      ['Passed: Prevent', '41 of 52'],
      ['Passed: For leads', 'not all'],
      ['Quizzes not taken yet', '2 of 4'],
    ]);
  });

  test('tells nothing of a topic about which fewer than five people were asked', () => {
    const { topics } = knowledgeOf({
      period: periodOf(2026, ON),
      quizzes: [],
      topics: [topic('fgm', 1, 20, 4), topic('prevent', 40, 50, 5)],
    });
    expect(topics).toEqual([{ topic: 'prevent', right: 40, of: 50 }]);
  });

  test('names the three weakest topics, the weakest first', () => {
    const topics = [
      topic('fgm', 9, 10),
      topic('prevent', 5, 10),
      topic('early-help', 8, 10),
      topic('exploitation', 7, 10),
    ];
    const shown = sectionsOf(dashboard([], topics)).knowledge.map(({ figure }) => figure);
    expect(shown).toEqual(['5 of 10', '7 of 10', '8 of 10']);
  });

  test('asks a question where a topic is weak, and none where none is', () => {
    const weak = questionsOf(dashboard([], [topic('prevent', 61, 90)]));
    expect(weak).toMatchObject([
      {
        key: 'weak-topic',
        figure:
          'Prevent: 61 of 90 answers right in quizzes since 1 September 2026, the weakest topic.',
      },
    ]);
    expect(weak[0]?.ask).toMatch(/\?$/);
    expect(questionsOf(dashboard([], [topic('prevent', 80, 90)]))).toEqual([]);
    expect(questionsOf(dashboard([], [topic('prevent', 1, 90, 4)]))).toEqual([]);
  });
});

/** How many a group has whose figures may be told, and of how few nothing is. */
const SMALLEST = 5;

type Took = { name: string; hasPassed: boolean };
type Topic = ReturnType<typeof topic>;

const someTook = fc.record({
  name: fc.constantFrom('Zoë Marsh', 'Leanne Okoro', 'Amir Field'),
  hasPassed: fc.boolean(),
});
const groupOf = (minLength: number, maxLength: number) =>
  fc.array(someTook, { minLength, maxLength });
const someGroup = fc.oneof(groupOf(0, 0), groupOf(1, SMALLEST - 1), groupOf(SMALLEST, 40));

const topicOf = (name: string, people: fc.Arbitrary<number>): fc.Arbitrary<Topic> =>
  fc
    .record({ people, each: fc.integer({ min: 1, max: 4 }), share: fc.nat({ max: 100 }) })
    .map(({ people, each, share }) => {
      const of = people * each;
      return topic(name, Math.round((of * share) / 100), of, people);
    });
const few = fc.integer({ min: 1, max: SMALLEST - 1 });
const TOPICS = ['prevent', 'fgm', 'early-help', 'exploitation', 'whom-to-tell', 'online-safety'];

const isSmall = (group: readonly unknown[]) => group.length > 0 && group.length < SMALLEST;
const haveAllPassed = (group: readonly Took[]) => group.every(({ hasPassed }) => hasPassed);

/** What one school could be, and what it could be just as well if nobody is to tell small groups' results. */
const twoSchools = fc
  .record({
    groups: fc.array(someGroup, { maxLength: 6 }),
    others: fc.array(groupOf(1, SMALLEST - 1), { minLength: 6, maxLength: 6 }),
    topics: fc.tuple(
      ...TOPICS.map((name) => topicOf(name, fc.oneof(few, fc.integer({ min: SMALLEST, max: 40 })))),
    ),
    otherTopics: fc.tuple(...TOPICS.map((name) => topicOf(name, few))),
  })
  .map(({ groups, others, topics, otherTopics }) => {
    const one = { groups, topics };
    const other = {
      groups: groups.map((group, at) => (isSmall(group) ? likeIn(group, others[at] ?? []) : group)),
      topics: topics.map((told, at) => (told.people < SMALLEST ? (otherTopics[at] ?? told) : told)),
    };
    return { one, other };
  });

/** Another small group of which the same may be said: that all passed, or that not all did. */
function likeIn(group: readonly Took[], other: readonly Took[]): Took[] {
  if (haveAllPassed(group)) return other.map((one) => ({ ...one, hasPassed: true }));
  return haveAllPassed(other) ? other.map((one) => ({ ...one, hasPassed: false })) : [...other];
}

function shownOf({ groups, topics }: { groups: readonly Took[][]; topics: readonly Topic[] }) {
  const quizzes = groups.map((group, at): [string, QuizResults<unknown>] => [
    `Quiz ${at}`,
    resultsOf(group),
  ]);
  const whole = dashboard(quizzes, [...topics]);
  const page = sectionsOf(whole);
  return { page, questions: questionsOf(whole), file: dashboardCsv(whole) };
}

function resultsOf(group: readonly Took[]): QuizResults<unknown> {
  const asked = group.map(({ name, hasPassed }) => ({
    person: { name },
    attempts: 1,
    last: null,
    passed: hasPassed ? PASS : null,
  }));
  const passed = group.filter(({ hasPassed }) => hasPassed).length;
  return { asked, others: [], attempts: group.length, first: { passed, of: group.length } };
}

describe('what governors read of quizzes', () => {
  test('is the same, on page and in file, however the few of a small group did', () => {
    fc.assert(
      fc.property(twoSchools, ({ one, other }) => {
        expect(shownOf(other)).toEqual(shownOf(one));
      }),
    );
  });

  test('has a number only of five people or more, and the file the words of the page', () => {
    fc.assert(
      fc.property(twoSchools, ({ one }) => {
        const { page, file } = shownOf(one);
        const rows = page.knowledge.map(({ item, figure }) => ({ item, figure }));
        for (const [at, group] of one.groups.entries()) {
          const row = rows.find(({ item }) => item === `Passed: Quiz ${at}`);
          if (group.length < SMALLEST) expect(row?.figure).not.toMatch(/\d/);
          else expect(row?.figure).toMatch(new RegExp(`^\\d+ of ${group.length}$`));
        }
        for (const { topic, people } of one.topics.filter((told) => told.people < SMALLEST)) {
          const item = `Right answers: ${topicLabel(topic)}`;
          expect(
            rows.filter((row) => row.item === item),
            `${people} people`,
          ).toEqual([]);
        }
        const lines = file.filter(([section]) => section === SECTION_TITLES.knowledge);
        expect(lines.map(([, item, figure]) => ({ item, figure }))).toEqual(rows);
        expect(lines.flatMap((line) => line.slice(3)).filter(Boolean)).toEqual([]);
      }),
    );
  });

  test('never names anybody', () => {
    fc.assert(
      fc.property(twoSchools, ({ one }) => {
        expect(JSON.stringify(shownOf(one))).not.toMatch(/Marsh|Okoro|Field/);
      }),
    );
  });
});
