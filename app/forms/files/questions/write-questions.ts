import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { writeGift } from './write-gift.ts';
import { writeMoodleXml } from './write-moodle-xml.ts';
import { writeOwnCsv } from './write-own-csv.ts';

export const QUESTION_FORMATS = ['moodle', 'gift', 'csv'] as const;
export type QuestionFormat = (typeof QUESTION_FORMATS)[number];

export type WrittenQuestions = { text: string; extension: string; contentType: string };

const KINDS: Record<
  QuestionFormat,
  { write: (questions: readonly KeyedQuestion[]) => string; extension: string; contentType: string }
> = {
  moodle: {
    write: writeMoodleXml,
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
  },
  gift: { write: writeGift, extension: 'gift.txt', contentType: 'text/plain; charset=utf-8' },
  csv: { write: writeOwnCsv, extension: 'csv', contentType: 'text/csv; charset=utf-8' },
};

/** A bank as a file: `readQuestionFile` gives the same questions, whichever the format. */
export function writeQuestions(
  questions: readonly KeyedQuestion[],
  format: QuestionFormat,
): WrittenQuestions {
  const { write, extension, contentType } = KINDS[format];
  return { text: write(questions), extension, contentType };
}
