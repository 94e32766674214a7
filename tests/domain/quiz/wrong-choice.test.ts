import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, QuestionAnswer } from '#app/domain/quiz/question.ts';
import {
  type AnswerCounts,
  addAnswerCounts,
  countAnswers,
  mostChosenWrong as mostChosenWrongIn,
} from '#app/domain/quiz/wrong-choice.ts';
import { anyAnswer, option, question, right, someQuestion } from './support.ts';

type Given = QuestionAnswer | null;

/** So many people who answered the same. */
function many(count: number, answer: Given): Given[] {
  return Array(count).fill(answer);
}

const counted = (answers: readonly Given[]): AnswerCounts =>
  countAnswers(answers.map((answer) => ({ answer, times: 1 })));

const mostChosenWrong = (asked: Question, answers: readonly Given[]) =>
  mostChosenWrongIn(asked, counted(answers));

function chose(...chosen: number[]): Given {
  return { kind: 'chosen', chosen };
}

describe('what was chosen wrongly most often', () => {
  test('is told by how many of all who were asked', () => {
    const answers = [
      ...many(18, chose(2)),
      ...many(3, chose(0)),
      ...many(17, chose(1)),
      null,
      null,
    ];
    expect(mostChosenWrong(question('one'), answers)).toEqual({
      count: 18,
      of: 40,
      words: '18 of 40 chose ‘Tell the parents first’.',
    });
  });

  test('is the first in the question of two that are equally frequent', () => {
    const answers = [...many(5, chose(2)), ...many(5, chose(0))];
    expect(mostChosenWrong(question('scenario'), answers)?.words).toBe('5 of 10 chose ‘Wait’.');
  });

  test('counts each wrong option of several, and no right one', () => {
    const answers = [...many(8, chose(0, 2)), ...many(2, chose(0, 1, 2)), chose(1, 3)];
    expect(mostChosenWrong(question('several'), answers)?.words).toBe(
      '3 of 11 chose ‘A colleague’.',
    );
  });

  test('is a wrong place of an order', () => {
    const swapped: Given = { kind: 'order', places: [2, 1, 3] };
    const late: Given = { kind: 'order', places: [3, 1, 2] };
    const part: Given = { kind: 'order', places: [null, 1, null] };
    const answers = [...many(4, swapped), ...many(5, late), ...many(3, part)];
    expect(mostChosenWrong(question('order'), answers)?.words).toBe(
      '12 of 12 put ‘Write it down’ in place 1.',
    );
  });

  test('is a wrong match, by its text', () => {
    const options = [
      right('A fire', { answer: '999' }),
      right('Danger', { answer: '999' }),
      right('A worry', { answer: 'The DSL' }),
    ];
    // The other 999 is as right as their own.
    const fine: Given = { kind: 'match', answers: [1, 0, 2] };
    const wrong: Given = { kind: 'match', answers: [0, 1, 3] };
    const answers = [...many(8, fine), ...many(3, wrong)];
    const asked = question('match', { options, extras: ['The police.'] });
    expect(mostChosenWrong(asked, answers)?.words).toBe(
      '3 of 11 matched ‘A worry’ with ‘The police’.',
    );
  });

  test('is nothing where everybody is right, or nobody answered in the way of the question', () => {
    expect(mostChosenWrong(question('one'), many(12, chose(1)))).toBeNull();
    expect(mostChosenWrong(question('order'), many(12, chose(1)))).toBeNull();
    expect(mostChosenWrong(question('one'), many(12, null))).toBeNull();
    expect(
      mostChosenWrong(question('match'), many(12, { kind: 'match', answers: [9, -1] })),
    ).toBeNull();
  });

  test('is not told below ten first attempts', () => {
    expect(mostChosenWrong(question('one'), many(9, chose(2)))).toBeNull();
    expect(mostChosenWrong(question('one'), many(10, chose(2)))?.count).toBe(10);
  });

  test('does not end twice where an option ends with a full stop', () => {
    const options = [option('Wait.'), right('Tell the DSL.'), option('Ring home.')];
    expect(mostChosenWrong(question('one', { options }), many(10, chose(0)))?.words).toBe(
      '10 of 10 chose ‘Wait’.',
    );
  });

  test('is told once of somebody whose answer names an option twice', () => {
    expect(mostChosenWrong(question('one'), many(10, chose(2, 2)))?.count).toBe(10);
  });
});

describe('answers that are counted', () => {
  test('tell the same however they were spread over schools, and alike ones gathered', () => {
    const answers = fc.array(fc.record({ answer: anyAnswer, at: fc.nat({ max: 3 }) }), {
      minLength: 10,
      maxLength: 40,
    });
    fc.assert(
      fc.property(someQuestion, answers, (asked, given) => {
        const all = counted(given.map(({ answer }) => answer));
        const schools = Map.groupBy(given, ({ at }) => at);
        const parts = [...schools.values()].map((here) => {
          const alike = Map.groupBy(here, ({ answer }) => JSON.stringify(answer));
          return countAnswers(
            [...alike.values()].map((same) => ({
              answer: same[0]?.answer ?? null,
              times: same.length,
            })),
          );
        });
        const added = addAnswerCounts(parts);
        expect(added.asked).toBe(given.length);
        expect(mostChosenWrongIn(asked, added)).toEqual(mostChosenWrongIn(asked, all));
      }),
    );
  });

  test('never tell of more people than were asked', () => {
    fc.assert(
      fc.property(someQuestion, fc.array(anyAnswer, { minLength: 10 }), (asked, given) => {
        const most = mostChosenWrong(asked, given);
        if (most) expect(most.count).toBeLessThanOrEqual(most.of);
      }),
    );
  });
});
