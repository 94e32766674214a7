import {
  QUESTION_TYPES,
  type Question,
  type QuestionOption,
  type QuestionType,
} from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { Fields } from './fields.ts';
import type { FieldErrors, Parsed } from './parsed.ts';

/** Rows for answers: as many as a form shows where a question has fewer, and as it ever reads. */
const ROWS_SHOWN = 6;
const MOST_ROWS = 8;

/** Two answers that are what they are; every other type has as many rows as it needs. */
export function rowsFor(type: QuestionType, options: number): number {
  return type === 'true-false' ? 2 : Math.min(Math.max(ROWS_SHOWN, options), MOST_ROWS);
}

/** The type that an address or a form names; null where it names none. */
export function readType(text: unknown): QuestionType | null {
  return QUESTION_TYPES.find((type) => type === text) ?? null;
}

/** What a question may belong to, by their keys. */
export type Places = { topics: readonly string[]; sections: readonly string[] };

/** A row of the form in which something stands, and its place there, from 0. */
type Row = { place: number; option: QuestionOption };

/**
 * Reads a question of a type. Rows in which nothing stands are left out; what is wrong is told at the
 * row where it stands.
 */
export function parseQuestion(
  form: FormData,
  type: QuestionType,
  places: Places,
): Parsed<Question> {
  const fields = new Fields(form);
  const topic = fields.choice('topic', places.topics, 'Choose the topic');
  const section = fields.choice('section', places.sections, 'Choose the section of the offer');
  const story = type === 'scenario' ? paragraph(fields, 'story', 'The story') : null;
  const rows = readRows(form, fields, type);
  const question: Question = {
    topic,
    section,
    type,
    mustPass: fields.isTicked('mustPass'),
    story,
    text: paragraph(fields, 'text', 'The question') ?? '',
    options: rows.map(({ option }) => option),
    extras: type === 'match' ? readExtras(fields) : [],
    source: {
      document: fields.optionalText('source.document', { what: 'The document', max: LONG }) ?? '',
      place: fields.optionalText('source.place', { what: 'The place', max: LONG }) ?? '',
    },
  };
  for (const { field, message } of faultsAtRows(question, rows)) {
    if (!fields.isWrong(field)) fields.fail(field, message);
  }
  return fields.parsed(question);
}

/** How long each may be the rules of a question say; this only keeps a whole book out. */
const LONG = 5_000;

function paragraph(fields: Fields, name: string, what: string): string | null {
  return fields.optionalParagraph(name, { what, max: LONG });
}

function readRows(form: FormData, fields: Fields, type: QuestionType): Row[] {
  const right = form.getAll('right');
  return Array.from({ length: rowsFor(type, MOST_ROWS) }, (_, place) => {
    const at = (name: string) => paragraph(fields, `options.${place}.${name}`, `Row ${place + 1}`);
    const text = type === 'true-false' ? TRUE_FALSE[place] : at('text');
    const answer = type === 'match' ? at('answer') : null;
    const why = at('why');
    const isRight = IS_ALL_RIGHT.includes(type) || right.includes(String(place));
    const isMarked = isRight && !IS_ALL_RIGHT.includes(type);
    const isEmpty = [text, answer, why].every((words) => !words) && !isMarked;
    const option = {
      text: text ?? '',
      isRight,
      answer: type === 'match' ? (answer ?? '') : null,
      why: why ?? '',
    };
    return isEmpty ? [] : [{ place, option }];
  }).flat();
}

const TRUE_FALSE = ['True', 'False'];
/** In these every option is right. */
const IS_ALL_RIGHT: readonly QuestionType[] = ['order', 'match'];

/** One on each line. */
function readExtras(fields: Fields): string[] {
  const lines = paragraph(fields, 'extras', 'The further answers')?.split('\n') ?? [];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** What is wrong with the question, told of the rows of the form rather than of what stood in them. */
function faultsAtRows(question: Question, rows: readonly Row[]): FieldErrors {
  const rowOf = (index: number) => rows[index]?.place ?? index;
  return findQuestionFaults(question).map(({ field, message }) => ({
    field: field
      .replace(/^options\.(\d+)\./, (_, index) => `options.${rowOf(Number(index))}.`)
      .replace(/^extras\..*/, 'extras'),
    message: message.replace(NUMBERED, (_, what, number) => {
      return `${what} ${rowOf(Number(number) - 1) + 1}`;
    }),
  }));
}

/** "Enter option 2": rows before it may be empty. */
const NUMBERED = /\b(option|item|pair) (\d+)\b/g;
