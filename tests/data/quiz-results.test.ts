import { beforeEach, describe, expect, test } from 'vitest';
import { insertAttempt } from '#app/data/attempts.ts';
import type { Database } from '#app/data/database.ts';
import { bankFigures } from '#app/data/question-figures.ts';
import { readSchoolSums } from '#app/data/question-sums.ts';
import { quizNeeds } from '#app/data/quiz-needs.ts';
import {
  firstHandedInOn,
  insertTalk,
  listHandedIn,
  listTopicFigures,
  listTriedOften,
} from '#app/data/quiz-results.ts';
import { findQuizResults, quizYear } from '#app/data/quiz-year.ts';
import { setQuizRetired } from '#app/data/quizzes.ts';
import { academicYearOf, day } from '#app/domain/days.ts';
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

describe('on a day to which somebody travels back', () => {
  test('nobody is to be talked with, and no talk was held, for what comes later', () => {
    const zoe = person(grange, 'Zoë Marsh');
    for (const on of ['2026-10-05', '2026-10-06', '2026-10-07']) {
      handedIn(grange, zoe, on, [wrong(notice)]);
    }
    const talk = { personId: zoe, quizId: grange.quizId, talkedOn: day('2026-10-09') };
    write(database, (transaction) => {
      insertTalk(transaction, { ...talk, notedAt: '2026-10-09T10:00:00.000Z', notedBy: null });
    });
    const due = (on: string) => quizNeeds(database, grange.schoolId, day(on)).talks.length;
    const days = ['2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'];
    expect(days.map(due)).toEqual([0, 1, 1, 0]);
    const talks = (on: string) => {
      const period = periodOf(2026, day(on));
      return findQuizResults(database, grange.schoolId, grange.quizId, period)?.talks.length;
    };
    expect(days.map(talks)).toEqual([0, 0, 0, 1]);
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

/** What a school's bank says of this wording on a day. */
const figured = ({ schoolId }: School, revisionId: number, on = TODAY) =>
  bankFigures(database, schoolId, on).find(({ question }) => question.id === revisionId);
const attempts = (at: School, revisionId: number, on = TODAY) =>
  figured(at, revisionId, on)?.statistics.attempts;

/** How many statements read what was answered while `act` runs. */
function readsOfAnswers(act: () => void): number {
  const client = database.$client;
  const prepare = client.prepare;
  let reads = 0;
  client.prepare = function counting(this: typeof client, sql: string) {
    if (sql.includes('attempt_questions')) reads += 1;
    return prepare.call(this, sql);
  } as typeof prepare;
  try {
    act();
  } finally {
    client.prepare = prepare;
  }
  return reads;
}

describe('the sums of a school', () => {
  const sums = (upTo = '2026-11-16') => readSchoolSums(database, grange.schoolId, day(upTo));
  const of = (others: number, attempts: number, right: number) => ({ others, attempts, right });

  test('say how often a question was right, and how much of the rest with it', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2026-10-05', [wrong(notice), right(tell), right(grange.own)]);
    const sam = person(grange, 'Sam Field');
    handedIn(grange, sam, '2026-10-06', [right(notice), wrong(tell), right(grange.own)]);
    handedIn(grange, person(grange, 'Amir Field'), '2026-10-06', [right(notice)]);
    const { shared, own } = sums();
    expect(shared.get(notice)?.marks).toEqual([
      { ...of(0, 1, 1), othersRight: 0, othersRightSquared: 0, bothRight: 0 },
      { ...of(2, 2, 1), othersRight: 3, othersRightSquared: 5, bothRight: 1 },
    ]);
    expect(own.get(grange.own)?.marks).toEqual([
      { ...of(2, 2, 2), othersRight: 2, othersRightSquared: 2, bothRight: 2 },
    ]);
    expect([...shared.keys()].sort()).toEqual([notice, tell].sort());
    expect([...own.keys()]).toEqual([grange.own]);
  });

  test('take the first attempt at a quiz of each academic year, whatever came before and after it', () => {
    const zoe = person(grange, 'Zoë Marsh');
    handedIn(grange, zoe, '2025-09-01', [right(notice)]);
    handedIn(grange, zoe, '2026-08-31', [wrong(notice)]);
    handedIn(grange, zoe, '2026-09-01', [right(notice)]);
    handedIn(grange, zoe, '2026-09-02', [wrong(notice)]);
    const { marks } = sums().shared.get(notice)!;
    expect(marks).toMatchObject([of(0, 2, 2)]);
  });

  test.each([
    ['2023-12-31', '2024-01-01'],
    ['2024-02-29', '2024-08-30'],
    ['2024-08-31', '2024-09-01'],
    ['2024-09-30', '2025-08-31'],
    ['2024-10-31', '2025-09-30'],
    ['2025-08-31', '2026-08-31'],
  ])('part the years as the rules do: %s and %s', (first, second) => {
    const zoe = person(grange, 'Zoë Marsh');
    for (const on of [first, second]) handedIn(grange, zoe, on, [right(notice)]);
    const years = new Set([first, second].map((on) => academicYearOf(day(on)))).size;
    expect(sums().shared.get(notice)?.marks).toMatchObject([of(0, years, years)]);
  });

  test('count once for each quiz; never in practice, nor before it is handed in', () => {
    const zoe = person(grange, 'Zoë Marsh');
    const quizId = makeQuiz(database, grange.schoolId, { key: 'other', title: 'Other' });
    handedIn(grange, zoe, '2026-10-04', [wrong(notice)], { kind: 'practice' });
    begun(grange, person(grange, 'Sam Field'));
    handedIn(grange, zoe, '2026-10-05', [right(notice)]);
    handedIn({ ...grange, quizId }, zoe, '2026-10-06', [right(notice)]);
    handedIn({ ...grange, quizId }, zoe, '2026-10-07', [wrong(notice)]);
    expect(sums().shared.get(notice)?.marks).toMatchObject([of(0, 2, 2)]);
  });

  test('end with a day', () => {
    many(grange, ['Zoë Marsh'], [right(notice)], '2026-10-05');
    many(grange, ['Sam Marsh'], [wrong(notice)], '2026-10-06');
    expect(sums('2026-10-05').shared.get(notice)?.marks).toMatchObject([of(0, 1, 1)]);
    expect(sums('2026-10-06').shared.get(notice)?.marks).toMatchObject([of(0, 2, 1)]);
    expect(sums('2026-10-04').shared.size).toBe(0);
  });

  test('have the answers that were given, by how many, with nobody’s name', () => {
    const [zoe] = many(grange, ['Zoë Marsh', 'Sam Marsh'], [wrong(notice, 2)]);
    handedIn(grange, zoe ?? 0, '2026-10-06', [wrong(notice, 1)]);
    many(grange, ['Amir Field'], [right(notice)]);
    const { answers } = sums().shared.get(notice)!;
    expect(answers.asked).toBe(3);
    expect([...answers.deeds.values()].sort()).toEqual([1, 2]);
    expect([...answers.deeds].find(([, times]) => times === 2)?.[0]).toContain('2');
  });
});

describe('a question', () => {
  test('that is shared adds up over the schools of the trust, one of a school’s own does not', () => {
    many(grange, ['Zoë Marsh'], [right(notice), right(grange.own)]);
    many(parkside, ['Pat Field', 'Kim Field'], [wrong(notice, 2), right(parkside.own)]);
    many(elsewhere, ['Una Field'], [right(elsewhere.own)]);
    expect([grange, parkside].map((school) => attempts(school, notice))).toEqual([3, 3]);
    expect(attempts(grange, grange.own)).toBe(1);
    expect(attempts(grange, parkside.own)).toBeUndefined();
    expect(attempts(elsewhere, notice)).toBeUndefined();
    expect(attempts(elsewhere, elsewhere.own)).toBe(1);
  });

  test('of one’s own is added up over the years of the same wording', () => {
    const people = many(grange, NINE.slice(0, 5), [right(grange.own)], '2025-10-05');
    for (const personId of people) handedIn(grange, personId, '2026-10-05', [wrong(grange.own)]);
    expect(figured(grange, grange.own)?.statistics).toMatchObject({ attempts: 10, facility: 50 });
  });

  test('has no figure below ten first attempts, whichever school they come from', () => {
    many(grange, NINE.slice(0, 5), [right(notice)]);
    many(parkside, NINE.slice(5), [wrong(notice, 2)]);
    const nine = figured(grange, notice);
    expect(nine?.statistics).toEqual({ attempts: 9, facility: null, discrimination: null });
    expect(nine?.missed).toBeNull();
    many(parkside, ['Hal Marsh'], [right(notice)]);
    const ten = figured(grange, notice);
    expect(ten?.statistics).toMatchObject({ attempts: 10, facility: 60 });
    expect(ten?.missed?.words).toBe('4 of 10 chose ‘notice: option 3’.');
  });

  test('knows nothing of what was handed in after the day', () => {
    many(grange, NINE.slice(0, 2), [right(notice)], '2026-10-05');
    many(parkside, NINE.slice(2, 5), [right(notice)], '2026-10-06');
    const days = ['2026-10-04', '2026-10-05', '2026-10-06', '2026-11-16', '2027-11-16'];
    expect(days.map((on) => attempts(grange, notice, day(on)))).toEqual([0, 2, 5, 5, 5]);
    many(grange, ['Hal Marsh'], [right(notice)], '2026-11-16');
    expect(days.map((on) => attempts(grange, notice, day(on)))).toEqual([0, 2, 5, 6, 6]);
  });

  test('has the attempts read once: of each school anew only when that school changes', () => {
    many(grange, NINE.slice(0, 2), [right(notice)]);
    many(parkside, NINE.slice(2, 4), [right(notice)]);
    const reads = (on = TODAY) => readsOfAnswers(() => figured(grange, notice, on));
    // The marks and the answers of each of the two schools.
    expect(reads()).toBe(4);
    expect([reads(), reads(day('2026-11-17'))]).toEqual([0, 0]);
    many(parkside, ['Hal Marsh'], [right(notice)]);
    expect([reads(), reads()]).toEqual([2, 0]);
    many(elsewhere, ['Una Field'], [right(elsewhere.own)]);
    expect(reads()).toBe(0);
    expect(attempts(grange, notice)).toBe(5);
  });

  test('of another school’s own is in no list of this school', () => {
    many(parkside, NINE, [right(parkside.own)]);
    const ids = bankFigures(database, grange.schoolId, TODAY).map(({ question }) => question.id);
    expect(ids).not.toContain(parkside.own);
    expect(ids).toContain(grange.own);
  });
});
