import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { writeCsv } from '../write-csv.ts';
import { EXTRA_COLUMN, OPTION_COLUMNS, PLAIN_COLUMNS } from './csv-columns.ts';

/** What a bank has at the least, so that there is room to add an option by hand. */
const FEWEST_OPTIONS = 8;
const FEWEST_EXTRAS = 2;

/** The questions as our own CSV, one row each. */
export function writeOwnCsv(questions: readonly KeyedQuestion[]): string {
  const most = (of: (question: KeyedQuestion) => unknown[], fewest: number) =>
    questions.reduce((sum, question) => Math.max(sum, of(question).length), fewest);
  const options = most(({ options }) => options, FEWEST_OPTIONS);
  const extras = most(({ extras }) => extras, FEWEST_EXTRAS);
  return writeCsv([
    [
      ...PLAIN_COLUMNS,
      ...numbers(options).flatMap((n) => OPTION_COLUMNS.map((column) => `${column}_${n}`)),
      ...numbers(extras).map((n) => `${EXTRA_COLUMN}_${n}`),
    ],
    ...questions.map((question) => rowOf(question, options, extras)),
  ]);
}

function rowOf(question: KeyedQuestion, options: number, extras: number): (string | null)[] {
  const { key, topic, section, type, mustPass, story, text, source } = question;
  return [
    ...[key, topic, section, type, yesOrNo(mustPass), story, text],
    ...[source.document, source.place],
    ...numbers(options).flatMap((n) => {
      const option = question.options[n - 1];
      if (!option) return [null, null, null, null];
      return [option.text, yesOrNo(option.isRight), option.answer, option.why];
    }),
    ...numbers(extras).map((n) => question.extras[n - 1] ?? null),
  ];
}

function numbers(most: number): number[] {
  return Array.from({ length: most }, (_, place) => place + 1);
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
