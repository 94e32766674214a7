import { beforeEach, describe, expect, test } from 'vitest';
import { insertAttempt } from '#app/data/attempts.ts';
import type { Database } from '#app/data/database.ts';
import { bankFigures } from '#app/data/question-figures.ts';
import {
  firstHandedInOn,
  listHandedIn,
  listTopicFigures,
  listTriedOften,
  readAnswers,
  readMarks,
} from '#app/data/quiz-results.ts';
import { findQuizResults, quizYear } from '#app/data/quiz-year.ts';
import { setQuizRetired } from '#app/data/quizzes.ts';
import { day } from '#app/domain/days.ts';
import { periodOf } from '#app/domain/quiz/period.ts';
import { figuresOf } from '#app/domain/quiz/results.ts';
import { type Answered, handIn } from '#tests/support/attempts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makePerson, makeSchool, makeTrust, write } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz } from '#tests/support/quizzes.ts';

const TODAY = day('2026-11-16');
const THIS_YEAR = periodOf(2026, TODAY);

type School = { schoolId: number; quizId: number; own: number };

let database: Database;
let grange: School;
let parkside: School;
let elsewhere: School;
/** Revisions of questions that Grange and Parkside share; `tell` is about another topic. */
let notice: number;
let tell: number;

beforeEach(() => {
  database = freshDatabase();
  const trustId = makeTrust(database);
  notice = makeQuestion(database, { trustId }, 'notice').revisionId;
  tell = makeQuestion(database, { trustId }, 'tell', { topic: 'whom-to-tell' }).revisionId;
  grange = school(trustId, 'Grange');
  parkside = school(trustId, 'Parkside');
  const otherTrust = makeTrust(database, 'Another Trust');
  elsewhere = school(otherTrust, 'Elsewhere');
});

function school(trustId: number, name: string): School {
  const schoolId = makeSchool(database, trustId, name);
  const own = makeQuestion(database, { schoolId }, `own-${name}`).revisionId;
  return { schoolId, quizId: makeQuiz(database, schoolId), own };
}

const right = (revisionId: number): Answered => ({ revisionId, isRight: true });
const wrong = (revisionId: number, chosen = 1): Answered => ({
  revisionId,
  isRight: false,
  chosen,
});

/** Somebody of the school. */
const person = ({ schoolId }: School, name: string) => makePerson(database, schoolId, name);

function handedIn(
  { schoolId, quizId }: School,
  personId: number,
  on: string,
  answered: Answered[],
  more: Partial<Parameters<typeof handIn>[1]> = {},
): number {
  return handIn(database, { schoolId, quizId, personId, on, answered, ...more });
}

/** An attempt that is not handed in yet. */
function begun({ quizId }: School, personId: number): void {
  const attempt = { quizId, personId, kind: 'counts' as const, seed: 1, quizTitle: 'A quiz' };
  const started = { startedOn: TODAY, startedAt: `${TODAY}T09:00:00.000Z`, submitToken: 'a token' };
  write(database, (transaction) =>
    insertAttempt(transaction, { ...attempt, ...started, passMark: 1 }, [notice]),
  );
}

/** So many people of a school, each with a first attempt at these answers. */
function many(at: School, names: string[], answered: Answered[], on = '2026-10-05'): number[] {
  return names.map((name) => {
    const personId = person(at, name);
    handedIn(at, personId, on, answered);
    return personId;
  });
}

const NINE = ['Zoë', 'Sam', 'Amir', 'Bea', 'Cara', 'Dev', 'Ewa', 'Finn', 'Gus'].map(
  (name) => `${name} Marsh`,
);

describe('what was handed in', () => {
  test('is of this school and these days, in order; practice and what is still open are not in it', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2026-08-31', [wrong(notice)]);
    const second = handedIn(grange, zoe, '2026-10-06', [right(notice)]);
    const first = handedIn(grange, zoe, '2026-09-01', [wrong(notice)]);
    handedIn(grange, zoe, '2026-10-07', [right(notice)], { kind: 'practice' });
    begun(grange, zoe);
    handedIn(parkside, person(parkside, 'Sam Stranger'), '2026-10-05', [right(notice)]);
    const shown = listHandedIn(database, grange.schoolId, THIS_YEAR);
    expect(shown.map(({ attemptId }) => attemptId)).toEqual([first, second]);
    expect(shown[1]).toMatchObject({ personId: zoe, score: 1, outOf: 1, hasPassed: true });
    expect(firstHandedInOn(database, grange.schoolId)).toBe('2026-08-31');
    expect(firstHandedInOn(database, elsewhere.schoolId)).toBeNull();
  });

  test('of a year makes the results of each quiz, by name, with nobody of another school', () => {
    const zoe = person(grange, 'Zoë Marsh');
    person(grange, 'Amir Field');
    handedIn(grange, zoe, '2026-10-05', [wrong(notice)]);
    handedIn(grange, zoe, '2026-10-06', [right(notice)]);
    handedIn(parkside, person(parkside, 'Sam Stranger'), '2026-10-05', [right(notice)]);
    const { quizzes } = quizYear(database, grange.schoolId, THIS_YEAR);
    expect(quizzes).toHaveLength(1);
    const results = quizzes[0]!.results;
    expect(figuresOf(results)).toEqual({ of: 2, passed: 1, failed: 0, notTried: 1 });
    expect(results.first).toEqual({ passed: 0, of: 1 });
    expect(results.asked.map((one) => one.person.name)).toEqual(['Amir Field', 'Zoë Marsh']);
    expect(JSON.stringify(quizzes)).not.toContain('Stranger');
  });

  test('is told anew once somebody hands in again', () => {
    const zoe = person(grange, 'Zoë Marsh');
    const passed = () =>
      figuresOf(quizYear(database, grange.schoolId, THIS_YEAR).quizzes[0]!.results).passed;
    expect(passed()).toBe(0);
    handedIn(grange, zoe, '2026-10-06', [right(notice)]);
    expect(passed()).toBe(1);
  });

  test('keeps a retired quiz in the years in which it was taken', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2025-10-06', [right(notice)]);
    write(database, (transaction) => setQuizRetired(transaction, grange.quizId, day('2026-09-01')));
    const titles = (year: number) =>
      quizYear(database, grange.schoolId, periodOf(year, TODAY)).quizzes.map(({ quiz }) => quiz.id);
    expect(titles(2026)).toEqual([]);
    expect(titles(2025)).toEqual([grange.quizId]);
    expect(titles(2024)).toEqual([]);
    const found = findQuizResults(database, grange.schoolId, grange.quizId, THIS_YEAR);
    expect(found?.earlier).toMatchObject([{ personId: zoe, submittedOn: '2025-10-06' }]);
    expect(findQuizResults(database, parkside.schoolId, grange.quizId, THIS_YEAR)).toBeNull();
  });

  test('says who failed a quiz so often that a talk may be due', () => {
    const [zoe, sam] = [person(grange, 'Zoë Marsh'), person(grange, 'Sam Field')];
    for (const on of ['2026-10-05', '2026-10-06', '2026-10-07']) {
      handedIn(grange, zoe, on, [wrong(notice)]);
    }
    handedIn(grange, sam, '2026-10-05', [wrong(notice)]);
    handedIn(grange, sam, '2026-10-06', [wrong(notice)]);
    handedIn(grange, sam, '2026-10-07', [wrong(notice)], { kind: 'practice' });
    const tried = listTriedOften(database, grange.schoolId, 3);
    expect(tried.map(({ personId }) => personId)).toEqual([zoe, zoe, zoe]);
    expect(listTriedOften(database, parkside.schoolId, 3)).toEqual([]);
  });
});

describe('topics', () => {
  test('are counted from each person’s first attempt of the year at each quiz', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2025-10-05', [wrong(notice), wrong(tell)]);
    handedIn(grange, zoe, '2026-10-05', [wrong(notice), right(tell)]);
    handedIn(grange, zoe, '2026-10-06', [right(notice), right(tell)]);
    const sam = person(grange, 'Sam Field');
    handedIn(grange, sam, '2026-10-05', [right(notice)], { kind: 'practice' });
    handedIn(grange, sam, '2026-10-06', [right(notice), right(grange.own)]);
    handedIn(parkside, person(parkside, 'Pat Stranger'), '2026-10-05', [wrong(tell)]);
    expect(listTopicFigures(database, grange.schoolId, THIS_YEAR)).toEqual([
      { topic: 'prevent', right: 2, of: 3, people: 2 },
      { topic: 'whom-to-tell', right: 1, of: 1, people: 1 },
    ]);
  });
});

describe('a question', () => {
  test('has its mark and that of the rest, of first attempts over all years', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2024-10-05', [wrong(notice), right(tell), right(grange.own)]);
    handedIn(grange, zoe, '2026-10-05', [right(notice), right(tell), right(grange.own)]);
    handedIn(grange, person(grange, 'Sam Field'), '2026-10-06', [right(notice)]);
    const marks = readMarks(database, grange.schoolId);
    expect(marks.get(notice)).toEqual([
      { mark: 0, restMark: 1 },
      { mark: 1, restMark: null },
    ]);
    expect(marks.get(tell)).toEqual([{ mark: 1, restMark: 0.5 }]);
    expect(marks.get(grange.own)).toEqual([{ mark: 1, restMark: 0.5 }]);
  });

  test('counts once for each quiz in which somebody met it first; never in practice, nor before it is handed in', () => {
    const zoe = person(grange, 'Zoë Marsh');
    const quizId = makeQuiz(database, grange.schoolId, { key: 'other', title: 'Other' });
    handedIn(grange, zoe, '2026-10-04', [wrong(notice)], { kind: 'practice' });
    begun(grange, person(grange, 'Sam Field'));
    handedIn(grange, zoe, '2026-10-05', [right(notice)]);
    handedIn({ ...grange, quizId }, zoe, '2026-10-06', [right(notice)]);
    handedIn({ ...grange, quizId }, zoe, '2026-10-07', [wrong(notice)]);
    expect(readMarks(database, grange.schoolId).get(notice)).toEqual([
      { mark: 1, restMark: null },
      { mark: 1, restMark: null },
    ]);
  });

  test('that is shared adds up over the schools of the trust, one of a school’s own does not', () => {
    many(grange, ['Zoë Marsh'], [right(notice), right(grange.own)]);
    many(parkside, ['Pat Field', 'Kim Field'], [wrong(notice, 2), right(parkside.own)]);
    many(elsewhere, ['Una Field'], [right(elsewhere.own)]);
    for (const { schoolId } of [grange, parkside]) {
      expect(readMarks(database, schoolId).get(notice)).toHaveLength(3);
    }
    const ofGrange = readMarks(database, grange.schoolId);
    expect([...ofGrange.keys()].sort()).toEqual([notice, grange.own].sort());
    expect([...readMarks(database, elsewhere.schoolId).keys()]).toEqual([elsewhere.own]);
  });

  test('has the answers that were given, by how many, with nobody’s name', () => {
    many(grange, ['Zoë Marsh', 'Sam Marsh'], [wrong(notice, 2)]);
    many(parkside, ['Pat Field'], [right(notice)]);
    many(parkside, ['Kim Field'], [right(parkside.own)]);
    const answers = readAnswers(database, grange.schoolId, [notice, parkside.own]);
    const places = answers.get(notice)?.map((one) => one?.kind === 'chosen' && one.chosen[0]);
    expect(places?.sort()).toEqual([0, 2, 2]);
    expect(answers.get(parkside.own)).toEqual([]);
    expect(readAnswers(database, grange.schoolId, [])).toEqual(new Map());
  });

  test('has no figure below ten first attempts, whichever school they come from', () => {
    const facility = () =>
      bankFigures(database, grange.schoolId).find(({ question }) => question.id === notice)
        ?.statistics;
    many(grange, NINE.slice(0, 5), [right(notice)]);
    many(parkside, NINE.slice(5), [wrong(notice)]);
    expect(facility()).toEqual({ attempts: 9, facility: null, discrimination: null });
    many(parkside, ['Hal Marsh'], [right(notice)]);
    expect(facility()).toMatchObject({ attempts: 10, facility: 60 });
  });

  test('of another school’s own is in no list of this school', () => {
    many(parkside, NINE, [right(parkside.own)]);
    const ids = bankFigures(database, grange.schoolId).map(({ question }) => question.id);
    expect(ids).not.toContain(parkside.own);
    expect(ids).toContain(grange.own);
  });
});
