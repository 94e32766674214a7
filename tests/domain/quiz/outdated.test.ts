import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/days.ts';
import {
  type OpenAttempt,
  OUTDATED,
  outdatedInWords,
  whyOutdated,
} from '#app/domain/quiz/outdated.ts';
import { ALL_STAFF, person, teacher } from '../support.ts';

const STARTED = day('2026-11-02');
const ON = day('2026-11-16');

const attempt: OpenAttempt = {
  startedOn: STARTED,
  passMark: 2,
  questions: [
    { revisionId: 11, topic: 'prevent' },
    { revisionId: 12, topic: 'fgm' },
    { revisionId: 13, topic: 'prevent' },
  ],
};
const quiz = {
  parts: [
    { topic: 'prevent', count: 2 },
    { topic: 'fgm', count: 1 },
  ],
  passMark: 2,
  audience: ALL_STAFF,
  retiredFrom: null,
};
const zoe = person({ appointments: [teacher('2020-09-01')] });
const asked = { attempt, quiz, person: zoe, inUse: new Set([11, 12, 13, 14]), on: ON };

type Asked = Parameters<typeof whyOutdated>[0];

describe('an attempt that is open', () => {
  test.each<[string, Partial<Asked>, ReturnType<typeof whyOutdated>]>([
    ['counts while all is as it was', {}, null],
    ['counts the day before it is retired', { quiz: retiredFrom('2026-11-17') }, null],
    ['is outdated once it is retired', { quiz: retiredFrom('2026-11-16') }, 'retired'],
    ['is outdated when the person has left the audience', { person: left() }, 'not-for-you'],
    ['is outdated when the audience leaves them out', { quiz: governors() }, 'not-for-you'],
    ['counts on its thirtieth day', { on: day('2026-12-02') }, null],
    ['is outdated after thirty days', { on: day('2026-12-03') }, 'too-long-ago'],
    ['counts on a day before it, which a demo may show', { on: day('2026-09-30') }, null],
    ['is outdated with another pass mark', { quiz: { ...quiz, passMark: 3 } }, 'changed'],
    ['is outdated with more questions', { quiz: shares(3, 1) }, 'changed'],
    ['is outdated with fewer questions', { quiz: shares(2, 0) }, 'changed'],
    ['is outdated with other shares of as many', { quiz: shares(1, 2) }, 'changed'],
    ['is outdated when a question is not in use', { inUse: new Set([11, 13]) }, 'out-of-use'],
    [
      'is outdated when a question says something else now',
      { inUse: new Set([11, 13, 22]) },
      'out-of-use',
    ],
  ])('%s', (_, more, why) => {
    expect(whyOutdated({ ...asked, ...more })).toBe(why);
  });

  test('is outdated in the next academic year, however soon that is', () => {
    const late = { ...attempt, startedOn: day('2026-08-31') };
    const on = (text: string) => whyOutdated({ ...asked, attempt: late, on: day(text) });
    expect(on('2026-08-31')).toBeNull();
    expect(on('2026-09-01')).toBe('too-long-ago');
  });

  test('counts where a topic stands in two parts that add up', () => {
    const parts = [...quiz.parts.slice(1), ...[1, 1].map((count) => ({ topic: 'prevent', count }))];
    expect(whyOutdated({ ...asked, quiz: { ...quiz, parts } })).toBeNull();
  });

  test('that has been outdated by its age stays so', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (age, more) => {
          const why = whyOutdated({ ...asked, on: addDays(STARTED, age) });
          fc.pre(why !== null);
          expect(whyOutdated({ ...asked, on: addDays(STARTED, age + more) })).toBe(why);
        },
      ),
    );
  });
});

function retiredFrom(on: string) {
  return { ...quiz, retiredFrom: day(on) };
}

function governors() {
  return { ...quiz, audience: { categories: ['governor' as const], kinds: [] } };
}

function left() {
  return person({ appointments: [teacher('2020-09-01', '2026-11-15')] });
}

function shares(prevent: number, fgm: number) {
  const parts = [
    { topic: 'prevent', count: prevent },
    { topic: 'fgm', count: fgm },
  ];
  return { ...quiz, parts };
}

describe('what is outdated is told in one sentence', () => {
  const told = { startedOn: STARTED, isHandedIn: false, mayBegin: true };

  test.each([
    ['changed', 'This quiz has changed since you began it, so'],
    ['too-long-ago', 'You began this quiz on 2 November 2026, too long ago, so'],
    ['out-of-use', 'A question that you were given is no longer in use, so'],
  ] as const)('%s: "%s…"', (why, words) => {
    expect(outdatedInWords(why, told)).toBe(
      `${words} your answers will count as practice; you can begin a new one.`,
    );
  });

  test('which offers nothing new where there is nothing to begin', () => {
    expect(outdatedInWords('retired', { ...told, mayBegin: false })).toBe(
      'The school no longer offers this quiz, so your answers will count as practice.',
    );
    expect(outdatedInWords('not-for-you', { ...told, mayBegin: false })).toBe(
      'This quiz is no longer for you, so your answers will count as practice.',
    );
  });

  test('and says the same of what is handed in', () => {
    for (const why of OUTDATED) {
      expect(outdatedInWords(why, { ...told, isHandedIn: true })).toContain('counted as practice');
    }
  });
});
