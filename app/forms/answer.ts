import { answerKindOf } from '#app/domain/quiz/mark.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import type { ShownQuestion } from '#app/domain/quiz/shown.ts';
import { Fields } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';

/**
 * Where the person goes from a question: on, back, to another one by its number, to hand in, or away.
 * Whichever it is, what they answered is kept.
 */
export type Way = 'next' | 'back' | 'stop' | 'hand-in' | number;

export type AnswerForm = {
  way: Way;
  /** By the places on the page, from 0; null where nothing is answered. */
  given: QuestionAnswer | null;
};

const UNKNOWN = 'Choose from what the question offers';

/** What was answered to one of `count` questions. The fields count from 1, as people do. */
export function parseAnswer(
  form: FormData,
  question: ShownQuestion,
  count: number,
): Parsed<AnswerForm> {
  const fields = new Fields(form);
  const given = readGiven(fields, question);
  return fields.parsed({ way: readWay(fields, count), given });
}

/** What was answered, where the form has nothing else to say. */
export function parseGiven(
  form: FormData,
  question: ShownQuestion,
): Parsed<{ given: QuestionAnswer | null }> {
  const fields = new Fields(form);
  return fields.parsed({ given: readGiven(fields, question) });
}

function readWay(fields: Fields, count: number): Way {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  const known = ['next', 'back', 'stop', 'hand-in', ...numbers] as const;
  const way = fields.choice('way', known, 'Use one of the buttons under the question');
  return numbers.includes(way) ? Number(way) : (way as Way);
}

function readGiven(fields: Fields, question: ShownQuestion): QuestionAnswer | null {
  const { type, options, answers } = question;
  switch (answerKindOf(type)) {
    case 'chosen': {
      const chosen = readChosen(fields, question);
      return chosen.length > 0 ? { kind: 'chosen', chosen } : null;
    }
    case 'order': {
      const places = readPlaces(fields, 'place', options.length, options.length);
      return isAnyGiven(places) ? { kind: 'order', places } : null;
    }
    case 'match': {
      const places = readPlaces(fields, 'match', options.length, answers.length);
      const matched = places.map((place) => (place === null ? null : place - 1));
      return isAnyGiven(matched) ? { kind: 'match', answers: matched } : null;
    }
  }
}

function readChosen(fields: Fields, { type, options }: ShownQuestion): number[] {
  const known = options.map((_, index) => String(index + 1));
  const chosen = fields.choices('chosen', known, UNKNOWN);
  if (type !== 'several' && chosen.length > 1) fields.fail('chosen', 'Choose one answer');
  return chosen.map((value) => Number(value) - 1);
}

/** So many selects, each with nothing or a number up to `most`. */
function readPlaces(fields: Fields, name: string, count: number, most: number): (number | null)[] {
  const known = ['', ...Array.from({ length: most }, (_, index) => String(index + 1))];
  return Array.from({ length: count }, (_, index) => {
    const value = fields.choice(`${name}-${index + 1}`, known, UNKNOWN);
    return value === '' ? null : Number(value);
  });
}

function isAnyGiven(places: readonly (number | null)[]): boolean {
  return places.some((place) => place !== null);
}

/** What the fields of a question's form show for an answer, by the places on the page. */
export function answerValues(given: QuestionAnswer | null): FormValues {
  if (given === null) return {};
  switch (given.kind) {
    case 'chosen':
      return { chosen: given.chosen.map((place) => String(place + 1)) };
    case 'order':
      return valuesOf('place', given.places);
    case 'match':
      return valuesOf(
        'match',
        given.answers.map((place) => (place === null ? null : place + 1)),
      );
  }
}

function valuesOf(name: string, places: readonly (number | null)[]): FormValues {
  return Object.fromEntries(
    places.map((place, index) => [`${name}-${index + 1}`, place === null ? '' : String(place)]),
  );
}
