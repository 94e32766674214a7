import { describe, expect, test } from 'vitest';
import { type Dashboard, dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import { knowledgeOf } from '#app/domain/dashboard/knowledge.ts';
import { sectionsOf } from '#app/domain/dashboard/sections.ts';
import { day } from '#app/domain/days.ts';
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
