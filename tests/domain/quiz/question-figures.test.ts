import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_POINT } from '#app/domain/briefing.ts';
import { day } from '#app/domain/days.ts';
import { LONGEST } from '#app/domain/quiz/fault-parts.ts';
import { inBriefing, lookShown } from '#app/domain/quiz/look-shown.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import {
  deservingLook,
  figuredOf,
  figuresAnswer,
  indexWords,
  lookOf,
  percent,
  pointWords,
  sortedBy,
} from '#app/domain/quiz/question-figures.ts';
import type { QuestionStatistics } from '#app/domain/quiz/statistics.ts';
import { countAnswers } from '#app/domain/quiz/wrong-choice.ts';
import { questionOf } from '#tests/support/quizzes.ts';

const figures = (
  facility: number | null,
  discrimination: number | null,
  attempts = facility === null ? 6 : 40,
): QuestionStatistics => ({ attempts, facility, discrimination });

test.each([
  [figures(49, 40), 'missed'],
  [figures(50, 40), null],
  [figures(80, 19), 'misleading'],
  [figures(80, 20), null],
  [figures(80, -5), 'misleading'],
  [figures(30, -5), 'misleading'],
  [figures(80, null), null],
  [figures(95, -5), null],
  [figures(null, null), null],
])('%o deserves a look: %s', (statistics, look) => {
  expect(lookOf(statistics)).toBe(look);
});

describe('a list of questions', () => {
  const question = (key: string, statistics: QuestionStatistics, state = 'in-use' as const) => ({
    question: { key, state: state as 'in-use' | 'set-aside' },
    statistics,
    missed: null,
  });
  const easy = question('easy', figures(90, 30));
  const hard = question('hard', figures(20, 60));
  const odd = question('odd', figures(70, -10));
  const alike = question('alike', figures(96, null));
  const few = question('few', figures(null, null, 3));
  const more = question('more', figures(null, null, 9));
  const all = [few, easy, alike, hard, more, odd];
  const keys = (list: readonly { question: { key: string } }[]) =>
    list.map((one) => one.question.key);

  test('stands in the order of one figure, what cannot be told last', () => {
    expect(keys(sortedBy(all, 'facility'))).toEqual([
      'hard',
      'odd',
      'easy',
      'alike',
      'more',
      'few',
    ]);
    expect(keys(sortedBy(all, 'discrimination'))).toEqual([
      'odd',
      'easy',
      'hard',
      'alike',
      'more',
      'few',
    ]);
  });

  test('names those that deserve a look, without those set aside', () => {
    const aside = { ...hard, question: { key: 'aside', state: 'set-aside' as const } };
    expect(keys(deservingLook([...all, aside]))).toEqual(['hard', 'odd']);
    expect(figuresAnswer(all)).toBe(
      '4 of 6 questions have ten first attempts or more; 2 of them deserve a look.',
    );
    expect(figuresAnswer([few])).toBe('0 of 1 question has ten first attempts or more.');
  });
});

test('figures are those of the wording that is asked now', () => {
  const answer: QuestionAnswer = { kind: 'chosen', chosen: [2] };
  const marks = { others: 2, attempts: 10, right: 0, othersRight: 20, othersRightSquared: 40 };
  const sums = {
    marks: [{ ...marks, bothRight: 0 }],
    answers: countAnswers([{ answer, times: 10 }]),
  };
  const asked = [7, 8].map((id) => ({ ...questionOf('tell'), id }));
  const [first, second] = figuredOf(asked, new Map([[7, sums]]));
  expect(first?.statistics).toEqual({ attempts: 10, facility: 0, discrimination: null });
  expect(first?.missed?.words).toBe('10 of 10 chose ‘tell: option 3’.');
  expect(second?.statistics).toEqual({ attempts: 0, facility: null, discrimination: null });
  expect(second?.missed).toBeNull();
});

test('a figure is in whole percent, with a minus of its own', () => {
  expect([percent(44.6), percent(-12.4), percent(-0.2), percent(0)]).toEqual([
    '45%',
    '−12%',
    '0%',
    '0%',
  ]);
  expect(indexWords(figures(45, -12))).toBe(
    'Facility 45%, discrimination −12%, of 40 first attempts',
  );
  expect(indexWords(figures(null, null))).toBe('6 of 10 attempts so far');
});

describe('in words', () => {
  const question = { ...questionOf('tell'), id: 7, questionId: 3, isShared: true };
  const missed = { count: 4, of: 10, words: '4 of 10 chose ‘tell: option 3’.' };

  test('a question says what was missed; below ten attempts only how many there are so far', () => {
    const shown = lookShown({ question, statistics: figures(60, 30, 10), missed }, undefined);
    expect(shown).toMatchObject({ about: 'Prevent, shared', missed: missed.words });
    const early = lookShown(
      { question, statistics: figures(null, null, 9), missed: null },
      undefined,
    );
    expect(early).toMatchObject({
      missed: null,
      meaning: '9 of 10 attempts so far',
      index: '9 of 10 attempts so far',
    });
    expect(JSON.stringify(early)).not.toContain('%');
  });

  test('a point for a briefing says what is asked, what was missed and what is right', () => {
    expect(pointWords({ ...question, story: 'A child tells you.' }, missed)).toBe(
      'A child tells you. tell: what is right? 4 of 10 chose ‘tell: option 3’. Right: ‘tell: option 1’.',
    );
    expect(pointWords({ ...question, type: 'order' }, null)).toBe('tell: what is right?');
  });

  test('a point is as long as the form takes at most: the story gives way first', () => {
    const option = (text: string) => ({ text, isRight: true, answer: null, why: 'Why' });
    const long = {
      ...question,
      story: 's'.repeat(LONGEST.story),
      text: 't'.repeat(LONGEST.text),
      options: ['a', 'b', 'c'].map((letter) => option(letter.repeat(LONGEST.option))),
    };
    const words = pointWords(long, missed);
    expect([...words]).toHaveLength(LONGEST_POINT);
    expect(words).toMatch(/^s+… t{500} 4 of 10 chose .*‘c{300}’\.$/);
    const longest = pointWords({ ...long, options: [...long.options, ...long.options] }, missed);
    expect([...longest]).toHaveLength(LONGEST_POINT);
    expect(longest).toMatch(/^t{500} 4 of 10 .*…$/);
  });

  test('a point made from any question can be changed without shortening it', () => {
    const words = (most: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: most });
    const isRight = fc.boolean();
    const options = fc.array(fc.record({ text: words(300), isRight }), { maxLength: 12 });
    const story = fc.option(words(1000));
    fc.assert(
      fc.property(story, words(500), options, (story, text, made) => {
        const options = made.map((one) => ({ ...one, answer: null, why: 'Why' }));
        const point = pointWords({ ...question, story, text, options }, missed);
        expect([...point].length).toBeLessThanOrEqual(LONGEST_POINT);
      }),
    );
  });

  test('a question that waits for a briefing says so, and when it was said', () => {
    expect(inBriefing(undefined)).toEqual({ waits: false, said: null });
    expect(inBriefing({ saidOn: null })).toEqual({ waits: true, said: null });
    expect(inBriefing({ saidOn: day('2026-11-03') })).toEqual({
      waits: false,
      said: 'Said on 3 November 2026',
    });
  });
});
