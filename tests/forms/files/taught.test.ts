import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contentFilesIn } from '#app/commands/support/content-files.ts';
import { sharedQuestionFiles } from '#app/data/every-school.ts';
import { TOPICS } from '#app/domain/offer/topics.ts';
import { type KeyedQuestion, QUESTION_TYPES } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { lengthOf } from '#app/domain/quiz/quiz.ts';
import { readContent } from '#app/forms/files/read-content.ts';
import { readPolicy } from '#app/forms/files/read-policy.ts';
import { sharedQuestions } from '#app/forms/files/shared-questions.ts';

/** What the questions that come with InDate, and those of the demo's schools, are to be. */

const SCHOOLS = ['longton', 'john-moore', 'parkside', 'grange', 'droitwich'];
const QUIZ_TOPICS = ['prevent', 'fgm', 'exploitation', 'early-help', 'whom-to-tell'];

const shared = sharedQuestions(sharedQuestionFiles());
const taught = new Map(
  SCHOOLS.map((key) => {
    const folder = fileURLToPath(new URL(`../../../db/seed/${key}`, import.meta.url));
    const read = readContent(contentFilesIn(folder));
    if (!read.ok) throw new Error(`${key}: ${read.faults.join('; ')}`);
    return [key, read.content];
  }),
);
const own = [...taught.values()].flatMap(({ questions }) => questions);
const every = [...shared, ...own];
const of = (topic: string) => shared.filter((question) => question.topic === topic);
const shareOf = (part: unknown[], whole: unknown[]) => part.length / whole.length;

test('there are 80 shared questions at least, over five topics, a third of them scenarios', () => {
  expect(shared.length).toBeGreaterThanOrEqual(80);
  expect([...new Set(shared.map(({ topic }) => topic))].sort()).toEqual(QUIZ_TOPICS.toSorted());
  for (const topic of QUIZ_TOPICS) {
    const scenarios = of(topic).filter(({ type }) => type === 'scenario');
    expect(shareOf(scenarios, of(topic)), topic).toBeGreaterThanOrEqual(1 / 3);
    expect(new Set(of(topic).map(({ type }) => type)), topic).toEqual(new Set(QUESTION_TYPES));
    expect(of(topic).filter(({ mustPass }) => mustPass).length, topic).toBeGreaterThanOrEqual(2);
  }
});

test('each school has ten questions of its own at least, and nothing has the key of another', () => {
  for (const [school, { questions }] of taught) {
    expect(questions.length, school).toBeGreaterThanOrEqual(10);
  }
  expect(new Set(every.map(({ key }) => key)).size).toBe(every.length);
});

test('every question is whole, and cites a section that each school has', () => {
  const faults = every.flatMap((question) =>
    findQuestionFaults(question).map(
      ({ field, message }) => `${question.key}: ${field} ${message}`,
    ),
  );
  expect(faults).toEqual([]);
  for (const [school, { sections, questions }] of taught) {
    const topics = sections.map(({ topic }) => topic);
    expect(topics, school).toEqual([...TOPICS]);
    const lacking = [...shared, ...questions].filter(({ section }) => !topics.includes(section));
    expect(lacking, school).toEqual([]);
  }
});

/** Those with one right option among several sentences. */
const chosenOne = every.filter(({ type }) => type === 'one' || type === 'scenario');

function lengthsOf({ options }: KeyedQuestion) {
  const wrong = options.filter(({ isRight }) => !isRight).map(({ text }) => text.length);
  const right = options.find(({ isRight }) => isRight)?.text.length ?? 0;
  return { right, longestWrong: Math.max(...wrong), shortestWrong: Math.min(...wrong) };
}

describe('no answer is given away', () => {
  test('by being much longer than the others', () => {
    const longer = chosenOne.filter((question) => {
      const { right, longestWrong } = lengthsOf(question);
      return right > 1.25 * longestWrong;
    });
    expect(longer.map(({ key }) => key)).toEqual([]);
  });

  test('by being the longest, or the shortest, more often than chance has it', () => {
    const longest = chosenOne.filter((question) => {
      const { right, longestWrong } = lengthsOf(question);
      return right > longestWrong;
    });
    const shortest = chosenOne.filter((question) => {
      const { right, shortestWrong } = lengthsOf(question);
      return right < shortestWrong;
    });
    expect(shareOf(longest, chosenOne)).toBeLessThan(0.4);
    expect(shareOf(shortest, chosenOne)).toBeLessThan(0.4);
  });

  test('by an option that stands for the others, or by a word that gives it away', () => {
    const telling = every.flatMap(({ key, options }) =>
      options
        .filter(({ text }) => /\b(all|none|both) of the (above|others)\b/i.test(text))
        .map(() => key),
    );
    expect(telling).toEqual([]);
  });
});

test('nothing names an edition of KCSIE, which would be wrong from one September to the next', () => {
  const dated = every.filter((question) =>
    /KCSIE \d|in education,? \(?20\d\d/i.test(JSON.stringify(question)),
  );
  expect(dated.map(({ key }) => key)).toEqual([]);
});

test('the duty to report FGM is said to be teachers’, and no one else’s in a school', () => {
  const binds = shared.find(({ key }) => key === 'fgm-whom-the-duty-binds');
  expect(binds?.options.filter(({ isRight }) => isRight).map(({ text }) => text)).toEqual([
    'The teacher whom the girl tells, personally',
  ]);
});

test('what Grange decided is about questions that there are, three of one section', () => {
  const { setAside, toCheck } = taught.get('grange')!;
  expect(setAside.map(({ key }) => shared.some((question) => question.key === key))).toEqual([
    true,
  ]);
  expect(setAside[0]?.why).toMatch(/^[A-Z].+\.$/);
  const sections = toCheck.map((key) => shared.find((question) => question.key === key)?.section);
  expect(sections).toEqual(['online-safety', 'online-safety', 'online-safety']);
});

test('each school has a refresher of ten questions with a pass mark of eight, and a quiz of five for each topic', () => {
  for (const [school, { quizzes }] of taught) {
    const [refresher, ...others] = quizzes;
    expect(refresher && [lengthOf(refresher), refresher.passMark], school).toEqual([10, 8]);
    expect(others.map(({ parts }) => parts)).toEqual(
      expect.arrayContaining(QUIZ_TOPICS.map((topic) => [{ topic, count: 5 }])),
    );
  }
});

test('a file that points back to parts of itself is refused in words', () => {
  const aliased = 'name: &name Family help\nagain: *name\n';
  const why = 'write everything out: parts marked with & and repeated with * are not read';
  expect(readContent({ 'offer/offer.yaml': aliased })).toEqual({
    ok: false,
    faults: [`offer/offer.yaml: ${why}`],
  });
  expect(readPolicy(aliased)).toEqual({ ok: false, faults: [why] });
});
