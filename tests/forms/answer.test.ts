import { describe, expect, test } from 'vitest';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { type ShownQuestion, shownQuestion } from '#app/domain/quiz/shown.ts';
import { answerValues, parseAnswer } from '#app/forms/answer.ts';
import { question } from '#tests/domain/quiz/support.ts';

const shown = (type: ShownQuestion['type']) =>
  shownQuestion({ revision: { ...question(type), id: 1 }, seed: 1 });

function parsed(type: ShownQuestion['type'], fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return parseAnswer(form, shown(type), 10);
}

const NEXT: [string, string] = ['way', 'next'];

describe('an answer', () => {
  test.each<[ShownQuestion['type'], [string, string][], QuestionAnswer | null]>([
    ['one', [['chosen', '2']], { kind: 'chosen', chosen: [1] }],
    ['one', [], null],
    [
      'several',
      [
        ['chosen', '1'],
        ['chosen', '4'],
      ],
      { kind: 'chosen', chosen: [0, 3] },
    ],
    [
      'order',
      [
        ['place-1', '3'],
        ['place-2', ''],
        ['place-3', '1'],
      ],
      { kind: 'order', places: [3, null, 1] },
    ],
    [
      'order',
      [
        ['place-1', ''],
        ['place-2', ''],
        ['place-3', ''],
      ],
      null,
    ],
    [
      'match',
      [
        ['match-1', '3'],
        ['match-2', ''],
      ],
      { kind: 'match', answers: [2, null] },
    ],
  ])('to %s is read by the places on the page: %j', (type, fields, given) => {
    expect(parsed(type, [...fields, NEXT])).toEqual({ ok: true, command: { way: 'next', given } });
  });

  test.each<[ShownQuestion['type'], [string, string][], string]>([
    ['one', [['chosen', '4']], 'chosen'],
    ['one', [['chosen', '0']], 'chosen'],
    [
      'one',
      [
        ['chosen', '1'],
        ['chosen', '2'],
      ],
      'chosen',
    ],
    [
      'order',
      [
        ['place-1', '4'],
        ['place-2', '1'],
        ['place-3', '2'],
      ],
      'place-1',
    ],
    [
      'match',
      [
        ['match-1', '9'],
        ['match-2', ''],
      ],
      'match-1',
    ],
    [
      'match',
      [
        ['match-1', '1e0'],
        ['match-2', ''],
      ],
      'match-1',
    ],
  ])('to %s that the question does not offer is refused: %j', (type, fields, field) => {
    const answer = parsed(type, [...fields, NEXT]);
    expect(answer.ok ? null : answer.errors[0]?.field).toBe(field);
  });

  test('comes back into the form as it was given', () => {
    const given: QuestionAnswer = { kind: 'match', answers: [2, null] };
    expect(answerValues(given)).toEqual({ 'match-1': '3', 'match-2': '' });
    expect(answerValues({ kind: 'chosen', chosen: [0, 3] })).toEqual({ chosen: ['1', '4'] });
  });
});

describe('the way on', () => {
  test.each<[string, unknown]>([
    ['back', 'back'],
    ['stop', 'stop'],
    ['hand-in', 'hand-in'],
    ['10', 10],
  ])('may be %s', (sent, way) => {
    expect(parsed('one', [['way', sent]])).toMatchObject({ command: { way } });
  });

  test.each(['', '0', '11', 'https://elsewhere.example'])('is never %j', (sent) => {
    expect(parsed('one', [['way', sent]])).toMatchObject({ ok: false, errors: [{ field: 'way' }] });
  });
});
