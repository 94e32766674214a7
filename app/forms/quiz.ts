import type { Drawable } from '#app/domain/quiz/bank.ts';
import { type Quiz, type QuizPart, RETRY_RULES } from '#app/domain/quiz/quiz.ts';
import { countField, findQuizFaults } from '#app/domain/quiz/quiz-faults.ts';
import { readAudience } from './audience.ts';
import { Fields } from './fields.ts';
import type { FieldErrors, FormValues, Parsed } from './parsed.ts';

/** A quiz as it is to be set; `requirementId` null: a pass completes nothing. */
export type QuizForm = Omit<Quiz, 'key' | 'requirement'> & { requirementId: number | null };

type Choice = { value: string };

/** What a quiz is read against. */
export type QuizGround = {
  /** What the bank can give of each topic, in the order of the form. */
  topics: readonly Drawable[];
  /** The roles of the school. */
  kinds: readonly Choice[];
  /** What a pass may complete. */
  requirements: readonly Choice[];
  /** Titles of the other quizzes in use. */
  otherTitles: readonly string[];
  /** What a quiz that is changed asks so far; null: a new one. */
  before: Pick<Quiz, 'parts' | 'mustPassAtLeast'> | null;
};

export function parseQuiz(form: FormData, ground: QuizGround): Parsed<QuizForm> {
  const fields = new Fields(form);
  const topics = ground.topics.map(({ topic }) => topic);
  const keys = (choices: readonly Choice[]) => choices.map(({ value }) => value);
  const quiz: QuizForm = {
    title: fields.text('title', { missing: 'Enter a title', what: 'The title', max: 80 }),
    about: fields.text('about', {
      missing: 'Say in a line what it is about',
      what: 'What it is about',
      max: 300,
    }),
    parts: readParts(fields, topics),
    passMark: fields.whole('passMark', {
      ...ANY_NUMBER,
      message: 'Enter how many right answers pass, as a whole number',
    }),
    mustPassAtLeast: optionalWhole(
      fields,
      'mustPassAtLeast',
      'Enter how many must-pass questions there are at least, 0 for none',
    ),
    audience: readAudience(fields, keys(ground.kinds), 'Choose who it is for'),
    requirementId: readRequirement(fields, keys(ground.requirements)),
    allowsPractice: fields.isTicked('allowsPractice'),
    retry: fields.choice('retry', RETRY_RULES, 'Choose when somebody who failed may try again'),
  };
  const { topics: drawable, otherTitles, before } = ground;
  for (const { field, message } of findQuizFaults(quiz, { drawable, otherTitles, before })) {
    // What could not be read says nothing about what the bank can give.
    if (!fields.isWrong(field, ...topics.map(countField))) fields.fail(field, message);
  }
  inOrder(fields.errors, topics);
  return fields.parsed(quiz);
}

/** Errors in the order of the form, though what is wrong between its fields is found last. */
function inOrder(errors: FieldErrors, topics: readonly string[]): void {
  const order = ['title', 'about', ...topics.map(countField), 'passMark', 'mustPassAtLeast'];
  const placeOf = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  errors.sort((a, b) => placeOf(a.field) - placeOf(b.field));
}

const ANY_NUMBER = { min: 0, max: 999_999_999 };

/** Topics that give nothing are left out. */
function readParts(fields: Fields, topics: readonly string[]): QuizPart[] {
  return topics
    .map((topic) => ({
      topic,
      count: optionalWhole(fields, countField(topic), 'Enter a whole number, 0 for none'),
    }))
    .filter(({ count }) => count > 0);
}

/** Nothing typed is 0. */
function optionalWhole(fields: Fields, name: string, message: string): number {
  if (fields.optionalText(name, { what: 'The number', max: 20 }) === null) return 0;
  return fields.whole(name, { ...ANY_NUMBER, message });
}

function readRequirement(fields: Fields, ids: readonly string[]): number | null {
  const choices = ['', ...ids];
  const chosen = fields.choice('requirement', choices, 'Choose a requirement, or nothing');
  return chosen === '' ? null : Number(chosen);
}

/** What stands in the form of a new quiz. */
export const NEW_QUIZ: FormValues = {
  categories: ['staff'],
  mustPassAtLeast: '0',
  allowsPractice: 'yes',
  retry: 'at-once',
};

/** A quiz as its form holds it. */
export function valuesOfQuiz(quiz: QuizForm): FormValues {
  const { title, about, parts, passMark, mustPassAtLeast, audience, requirementId } = quiz;
  return {
    title,
    about,
    ...Object.fromEntries(parts.map(({ topic, count }) => [countField(topic), String(count)])),
    passMark: String(passMark),
    mustPassAtLeast: String(mustPassAtLeast),
    categories: audience.categories,
    kinds: audience.kinds,
    requirement: requirementId === null ? '' : String(requirementId),
    allowsPractice: quiz.allowsPractice ? 'yes' : '',
    retry: quiz.retry,
  };
}
