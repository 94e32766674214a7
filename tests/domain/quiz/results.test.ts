import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { periodInWords, periodOf, yearsSince } from '#app/domain/quiz/period.ts';
import { figuresOf, type HandedIn, quizResultsOf, stateOf } from '#app/domain/quiz/results.ts';
import { talksDue } from '#app/domain/quiz/talks.ts';
import { isWeak, weakestFirst } from '#app/domain/quiz/topic-figures.ts';
import { failedWords, quizAnswer, quizzesAnswer } from '#app/domain/quiz/year-words.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import { ALL_STAFF, person, teacher, time } from '../support.ts';

const ON = day('2026-11-16');

let lastAttempt = 0;
function attempt(personId: number, submittedOn: string, more: Partial<HandedIn> = {}): HandedIn {
  lastAttempt += 1;
  return {
    attemptId: lastAttempt,
    personId,
    quizId: 1,
    submittedOn: day(submittedOn),
    score: 2,
    outOf: 5,
    hasPassed: false,
    completed: null,
    isWithdrawn: false,
    ...more,
  };
}

const passed = (personId: number, on: string, more: Partial<HandedIn> = {}) =>
  attempt(personId, on, { score: 5, hasPassed: true, ...more });

const governor = () =>
  person({
    appointments: [{ kind: 'governor', category: 'governor', from: day('2020-09-01'), to: null }],
  });

function results(people: PersonFacts[], handedIn: HandedIn[]) {
  return quizResultsOf({ audience: ALL_STAFF, people, handedIn, on: ON });
}

describe('the results of a quiz', () => {
  test('count those whom it is for on the day: passed, failed and not tried add up to them', () => {
    const [zoe, sam, amir] = [person(), person(), person()];
    const shown = results(
      [zoe, sam, amir, governor()],
      [attempt(zoe.id, '2026-10-01'), passed(zoe.id, '2026-10-02'), attempt(sam.id, '2026-10-05')],
    );
    expect(figuresOf(shown)).toEqual({ of: 3, passed: 1, failed: 1, notTried: 1 });
    expect(shown.attempts).toBe(3);
    expect(shown.first).toEqual({ passed: 0, of: 2 });
  });

  test('stay passed, whatever came after the pass', () => {
    const zoe = person();
    const shown = results([zoe], [passed(zoe.id, '2026-10-02'), attempt(zoe.id, '2026-11-02')]);
    expect(shown.asked.map(stateOf)).toEqual(['passed']);
    expect(shown.asked[0]?.last?.submittedOn).toBe('2026-11-02');
  });

  test('take no pass whose completion was withdrawn', () => {
    const zoe = person();
    const shown = results([zoe], [passed(zoe.id, '2026-10-02', { isWithdrawn: true })]);
    expect(shown.asked.map(stateOf)).toEqual(['failed']);
  });

  test('leave out who is away, has left or is not asked, and say why', () => {
    const away = person({ absences: [time('2026-10-01')] });
    const left = person({ appointments: [teacher('2020-09-01', '2026-10-31')] });
    const asGovernor = governor();
    const untriedGovernor = governor();
    const shown = results(
      [away, left, asGovernor, untriedGovernor],
      [passed(left.id, '2026-09-20'), passed(asGovernor.id, '2026-09-21')],
    );
    expect(shown.asked).toEqual([]);
    expect(shown.others.map((one) => [one.person.id, one.why])).toEqual([
      [away.id, 'away'],
      [left.id, 'left'],
      [asGovernor.id, 'not-asked'],
    ]);
    expect(shown.attempts).toBe(2);
  });

  test('add up for any attempts of anybody', () => {
    const people = Array.from({ length: 6 }, () => person());
    const attempts = fc.array(
      fc.record({
        who: fc.nat({ max: people.length - 1 }),
        hasPassed: fc.boolean(),
        isWithdrawn: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(attempts, (made) => {
        const handedIn = made.map(({ who, ...rest }) =>
          attempt(people[who]?.id ?? 0, '2026-10-01', rest),
        );
        const shown = results(people, handedIn);
        const { of, passed, failed, notTried } = figuresOf(shown);
        expect(passed + failed + notTried).toBe(of);
        expect(shown.first.of).toBe(new Set(handedIn.map(({ personId }) => personId)).size);
        expect(shown.first.passed).toBeLessThanOrEqual(shown.first.of);
        const counted = shown.asked.reduce((sum, one) => sum + one.attempts, 0);
        expect(counted).toBe(shown.attempts);
      }),
    );
  });
});

describe('whom to talk with', () => {
  const quizzes = [{ id: 1, title: 'Prevent' }];
  const tried = (personId: number, ...days: string[]) =>
    days.map((on) => ({ personId, quizId: 1, submittedOn: day(on), hasPassed: false }));
  const due = (people: PersonFacts[], attempts: ReturnType<typeof tried>, talkedOn?: string) =>
    talksDue({
      quizzes,
      people,
      tried: attempts,
      talks: talkedOn
        ? people.map(({ id }) => ({ personId: id, quizId: 1, talkedOn: day(talkedOn) }))
        : [],
      on: ON,
    });

  test('is said in a sentence with its days, until a talk is noted', () => {
    const aoife = person();
    const fails = tried(aoife.id, '2026-10-05', '2026-10-06', '2026-11-02');
    const [talk] = due([aoife], fails);
    expect(talk && failedWords('Prevent', talk)).toBe(
      'has failed Prevent three times since 5 October 2026',
    );
    expect(due([aoife], fails, '2026-11-02')).toEqual([]);
    expect(due([aoife], fails.slice(1))).toEqual([]);
  });

  test('knows nothing of what comes after the day: neither a fail nor a talk', () => {
    const aoife = person();
    const fails = tried(aoife.id, '2026-10-05', '2026-11-16', '2026-11-17');
    expect(due([aoife], fails)).toEqual([]);
    const past = tried(aoife.id, '2026-10-05', '2026-10-06', '2026-11-16');
    expect(due([aoife], past, '2026-11-17')).toHaveLength(1);
    expect(due([aoife], past, '2026-11-16')).toEqual([]);
  });

  test('is nobody who has left or is away, and nothing about a quiz that is gone', () => {
    const away = person({ absences: [time('2026-11-01')] });
    const left = person({ appointments: [teacher('2020-09-01', '2026-11-13')] });
    const fails = [away, left].flatMap(({ id }) =>
      tried(id, '2026-10-05', '2026-10-06', '2026-10-07'),
    );
    expect(due([away, left], fails)).toEqual([]);
    const here = person();
    const ofAnother = tried(here.id, '2026-10-05', '2026-10-06', '2026-10-07').map((one) => ({
      ...one,
      quizId: 9,
    }));
    expect(due([here], ofAnother)).toEqual([]);
  });

  test('is whoever has waited longest first', () => {
    const [early, late] = [person(), person()];
    const fails = [
      ...tried(late.id, '2026-10-20', '2026-10-21', '2026-10-22'),
      ...tried(early.id, '2026-09-20', '2026-10-25', '2026-10-26'),
    ];
    expect(due([late, early], fails).map((talk) => talk.person.id)).toEqual([early.id, late.id]);
  });
});

describe('an academic year', () => {
  test.each([
    [2026, '2026-11-16', '2026-09-01', '2026-11-16', 'since 1 September 2026'],
    [2025, '2026-11-16', '2025-09-01', '2026-08-31', 'from 1 September 2025 to 31 August 2026'],
    [2026, '2026-09-01', '2026-09-01', '2026-09-01', 'since 1 September 2026'],
    [2025, '2026-08-31', '2025-09-01', '2026-08-31', 'since 1 September 2025'],
  ])('%i seen on %s goes from %s to %s', (year, today, from, to, words) => {
    const period = periodOf(year, day(today));
    expect(period).toMatchObject({ from, to });
    expect(periodInWords(period)).toBe(words);
  });

  test('is one of those since the first attempt, the latest first', () => {
    expect(yearsSince(day('2024-08-31'), ON)).toEqual([2026, 2025, 2024, 2023]);
    expect(yearsSince(null, ON)).toEqual([2026]);
  });
});

describe('the first sentence', () => {
  const period = periodOf(2026, ON);
  const figures = (passed: number, of: number) => ({ of, passed, failed: 1, notTried: 2 });
  const refresher = { title: 'Safeguarding refresher', attempts: 50, figures: figures(41, 52) };

  const talks = (...personIds: number[]) => personIds.map((personId) => ({ personId }));

  test('tells how the first quiz went, and how many people need a talk', () => {
    expect(quizzesAnswer(period, [refresher], talks(1, 2, 3))).toBe(
      'Since 1 September 2026, 41 of 52 people have passed Safeguarding refresher; 3 people have failed a quiz three times or more and need a talk.',
    );
    expect(quizzesAnswer(period, [refresher], [])).toBe(
      'Since 1 September 2026, 41 of 52 people have passed Safeguarding refresher.',
    );
  });

  test('counts somebody who failed two quizzes as one person', () => {
    const one = quizzesAnswer(period, [refresher], talks(7, 7));
    expect(one).toContain('; 1 person has failed a quiz three times or more and needs a talk.');
    const two = quizzesAnswer(period, [refresher], talks(7, 8, 7));
    expect(two).toContain('; 2 people have failed a quiz three times or more and need a talk.');
  });

  test('tells of the talks that wait also where nobody has handed in a quiz this year', () => {
    expect(quizzesAnswer(period, [{ ...refresher, attempts: 0 }], talks(1, 2))).toBe(
      'Nobody has handed in a quiz since 1 September 2026; 2 people have failed a quiz three times or more and need a talk.',
    );
  });

  test('says when there is nothing to tell', () => {
    expect(quizzesAnswer(period, [], [])).toBe('There are no quizzes yet.');
    expect(quizzesAnswer(period, [{ ...refresher, attempts: 0 }], [])).toBe(
      'Nobody has handed in a quiz since 1 September 2026.',
    );
    expect(quizzesAnswer(periodOf(2025, ON), [], [])).toBe(
      'Nobody handed in a quiz from 1 September 2025 to 31 August 2026.',
    );
  });

  test('of one quiz adds up', () => {
    expect(quizAnswer(period, { of: 52, passed: 41, failed: 1, notTried: 10 })).toBe(
      'Since 1 September 2026, 41 of 52 people have passed; 1 failed and has not passed yet, 10 have not tried.',
    );
    expect(quizAnswer(period, { of: 0, passed: 0, failed: 0, notTried: 0 })).toBe(
      'Nobody in post is asked to take this quiz.',
    );
  });
});

describe('topics', () => {
  const topic = (name: string, right: number, of: number) => ({
    topic: name,
    right,
    of,
    people: 9,
  });

  test('come by their share of right answers, and of two alike the one asked more often first', () => {
    const order = weakestFirst([
      topic('fgm', 9, 10),
      topic('prevent', 61, 90),
      topic('early-help', 2, 4),
      topic('whom-to-tell', 10, 20),
      topic('attendance', 0, 0),
    ]);
    expect(order.map((one) => one.topic)).toEqual(['whom-to-tell', 'early-help', 'prevent', 'fgm']);
  });

  test.each([
    [74, 100, true],
    [75, 100, false],
    [0, 0, false],
  ])('%i of %i answers right: weak is %s', (right, of, weak) => {
    expect(isWeak({ right, of })).toBe(weak);
  });
});
