import { describe, expect, test } from 'vitest';
import { certificateStateOf } from '#app/domain/quiz/certificate.ts';
import { type LastDecision, questionStateOf } from '#app/domain/quiz/question-state.ts';
import { mayStart, needsTalk, type PastAttempt } from '#app/domain/quiz/retry.ts';
import { dayIn, mustDayIn, partsIn, tableUnder } from '../readme.ts';

describe('the worked examples of quizzes in the README', () => {
  test.each(tableUnder('Worked: trying again'))('$after a fail, $attempts, on $on', (row) => {
    const retry = retryIn(row['after a fail']);
    const attempts = attemptsIn(row.attempts);
    const start = mayStart({ quiz: { retry }, attempts, on: mustDayIn(row.on) });
    expect(start.isAllowed ? 'yes' : 'no').toBe(row['may begin']);
    expect(start.isAllowed ? null : start.from).toBe(dayIn(row.from));
  });

  test.each(tableUnder('Worked: a talk'))('$attempts, talked on $[talked on]', (row) => {
    const talks = partsIn(row['talked on']).map((part) => {
      const { on, at } = momentIn(part);
      return { talkedOn: on, notedAt: at };
    });
    const needed = needsTalk({ attempts: attemptsIn(row.attempts), talks });
    expect(needed === null ? '–' : String(needed.fails)).toBe(row.fails);
    expect(needed?.since ?? null).toBe(dayIn(row.since));
  });

  test.each(tableUnder('Worked: a certificate'))('$state on $[looked up on]', (row) => {
    const found = certificateStateOf({
      isWithdrawn: row.withdrawn === 'yes',
      replacedOn: dayIn(row['passed again on']),
      validTo: dayIn(row['valid to']),
      on: mustDayIn(row['looked up on']),
    });
    expect(found).toEqual({ state: row.state, because: row.sentence });
  });

  test.each(tableUnder('Worked: check me'))(
    '$whose, $decided, now $[revision now], $[section now]',
    (row) => {
      for (const isShared of whoseIn(row.whose)) {
        const found = questionStateOf({
          isShared,
          latestRevisionId: Number(row['revision now']),
          sectionWords: wordsIn(row['section now']),
          decision: decisionIn(row.decided),
        });
        expect(found).toEqual({ state: row.state, because: row.sentence });
      }
    },
  );
});

function retryIn(words: string | undefined) {
  if (words === 'next day') return 'next-day';
  if (words === 'at once') return 'at-once';
  throw new Error(`The README has no retry rule "${words}"`);
}

/** "failed 2 November 2026; passed 3 November 2026". */
function attemptsIn(words: string | undefined): PastAttempt[] {
  return partsIn(words).map((part) => {
    const [, how, when] = /^(passed|failed) (.+)$/.exec(part) ?? [];
    const { on, at } = momentIn(when);
    return { submittedOn: on, submittedAt: at, hasPassed: how === 'passed' };
  });
}

/** "shared", "own" or "either": is it shared? */
function whoseIn(words: string | undefined): boolean[] {
  if (words === 'either') return [true, false];
  if (words === 'shared' || words === 'own') return [words === 'shared'];
  throw new Error(`The README has no question that is "${words}"`);
}

/** "4 November 2026", "4 November 2026 at 13:00". */
function momentIn(words: string | undefined) {
  const [day, time] = words?.split(' at ') ?? [];
  const on = mustDayIn(day);
  return { on, at: time === undefined ? null : `${on}T${time}:00.000Z` };
}

/** "confirmed 1 with words A". */
function decisionIn(words: string | undefined): LastDecision | null {
  if (words === '–') return null;
  const [, decision, revision, section] =
    /^(confirmed|set-aside) (\d+) with (.+)$/.exec(words ?? '') ?? [];
  if (decision !== 'confirmed' && decision !== 'set-aside') {
    throw new Error(`The README has no decision "${words}"`);
  }
  return { decision, revisionId: Number(revision), sectionWords: wordsIn(section) };
}

function wordsIn(words: string | undefined): string | null {
  return words === undefined || words === '–' ? null : words;
}
