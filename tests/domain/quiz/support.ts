import fc from 'fast-check';
import {
  QUESTION_TYPES,
  type Question,
  type QuestionAnswer,
  type QuestionOption,
  type QuestionType,
} from '#app/domain/quiz/question.ts';

export function option(text: string, more: Partial<QuestionOption> = {}): QuestionOption {
  return { text, isRight: false, answer: null, why: `Why ${text}`, ...more };
}

export function right(text: string, more: Partial<QuestionOption> = {}): QuestionOption {
  return option(text, { isRight: true, ...more });
}

const CHOICES = [option('Wait'), right('Tell the DSL'), option('Tell the parents first')];

const OPTIONS: Record<QuestionType, QuestionOption[]> = {
  one: CHOICES,
  scenario: CHOICES,
  several: [right('The DSL'), option('A colleague'), right('A deputy'), option('The class')],
  'true-false': [option('True'), right('False')],
  order: [right('Listen'), right('Write it down'), right('Tell the DSL')],
  match: [
    right('Immediate danger', { answer: '999' }),
    right('A worry about a child', { answer: 'The DSL' }),
  ],
};

/** A question of this type as a trainer writes it, with nothing wrong. */
export function question(type: QuestionType, more: Partial<Question> = {}): Question {
  return {
    topic: 'whom-to-tell',
    section: 'whom-to-tell',
    type,
    mustPass: false,
    story: type === 'scenario' ? 'A girl in Year 4 tells a midday supervisor something.' : null,
    text: 'What do you do?',
    options: OPTIONS[type],
    extras: type === 'match' ? ['The headteacher'] : [],
    source: { document: 'Keeping children safe in education', place: 'Part one' },
    ...more,
  };
}

export const someType = fc.constantFrom(...QUESTION_TYPES);

/** A small question of any type. In a match, answers may say the same as one another. */
export const someQuestion: fc.Arbitrary<Question> = fc
  .record({
    type: someType,
    count: fc.integer({ min: 2, max: 4 }),
    rightAt: fc.nat({ max: 3 }),
    areRight: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    answers: fc.array(fc.constantFrom('999', '101', 'The DSL'), { minLength: 4, maxLength: 4 }),
    extras: fc.array(fc.constantFrom('999', 'The head'), { maxLength: 2 }),
  })
  .map(({ type, count, rightAt, areRight, answers, extras }) => {
    const isRight = (place: number) => {
      if (type === 'order' || type === 'match') return true;
      if (type === 'several') return place === rightAt % count || areRight[place] === true;
      return place === rightAt % count;
    };
    const options = [...Array(count).keys()].map((place) =>
      option(`Option ${place}`, {
        isRight: isRight(place),
        answer: type === 'match' ? (answers[place] ?? '') : null,
      }),
    );
    return question(type, { options, extras: type === 'match' ? extras : [] });
  });

const anyNumber = fc.oneof(
  fc.integer({ min: -2, max: 6 }),
  fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
);
const numbers = fc.array(anyNumber, { maxLength: 6 });
const maybeNumbers = fc.array(fc.option(anyNumber), { maxLength: 6 });

/** Whatever can be sent as an answer, to whatever question. */
export const anyAnswer: fc.Arbitrary<QuestionAnswer | null> = fc.oneof(
  fc.constant(null),
  numbers.map((chosen): QuestionAnswer => ({ kind: 'chosen', chosen })),
  maybeNumbers.map((places): QuestionAnswer => ({ kind: 'order', places })),
  maybeNumbers.map((answers): QuestionAnswer => ({ kind: 'match', answers })),
);

/** Every way of answering a small question with all its parts. */
export function everyAnswer({ type, options, extras }: Question): QuestionAnswer[] {
  const places = [...options.keys()];
  if (type === 'order') {
    const orders = everyTuple(options.length, options.length).filter(
      (tuple) => new Set(tuple).size === tuple.length,
    );
    return orders.map((order) => ({ kind: 'order', places: order.map((place) => place + 1) }));
  }
  if (type === 'match') {
    return everyTuple(options.length, options.length + extras.length).map((answers) => ({
      kind: 'match',
      answers,
    }));
  }
  if (type !== 'several') return places.map((place) => ({ kind: 'chosen', chosen: [place] }));
  return everyTuple(options.length, 2)
    .map((flags) => places.filter((place) => flags[place] === 1))
    .filter((chosen) => chosen.length > 0)
    .map((chosen) => ({ kind: 'chosen', chosen }));
}

/** Every list of so many numbers from 0 to below `below`. */
function everyTuple(length: number, below: number): number[][] {
  if (length === 0) return [[]];
  return everyTuple(length - 1, below).flatMap((start) =>
    [...Array(below).keys()].map((last) => [...start, last]),
  );
}
