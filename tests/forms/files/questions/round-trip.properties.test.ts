import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { QUESTION_FORMATS, writeQuestions } from '#app/forms/files/questions/write-questions.ts';
import { anyBank } from './banks.ts';

function readText(text: string) {
  return readQuestionFile(new TextEncoder().encode(text), 'bank');
}

test('the banks that are tried are without a fault', () => {
  fc.assert(
    fc.property(anyBank, (questions) => {
      expect(questions.flatMap((question) => findQuestionFaults(question))).toEqual([]);
    }),
  );
});

describe.each(QUESTION_FORMATS)('%s', (format) => {
  test('what is written is read as it was, and nothing is said to be lost', () => {
    fc.assert(
      fc.property(anyBank, (questions) => {
        const { text } = writeQuestions(questions, format);
        expect(readText(text)).toEqual({ ok: true, questions, lines: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('a program that ends lines as Windows does changes nothing', () => {
    fc.assert(
      fc.property(anyBank, (questions) => {
        const { text } = writeQuestions(questions, format);
        const read = readText(text.replace(/\r?\n/g, '\r\n'));
        expect(read).toEqual({ ok: true, questions, lines: [] });
      }),
    );
  });
});

test('no cell of the CSV begins as a formula does', () => {
  fc.assert(
    fc.property(anyBank, (questions) => {
      const { text } = writeQuestions(questions, 'csv');
      const cells = text.replace(/"(?:[^"]|"")*"/g, (cell) => `"${cell.charAt(1)}`).split(/,|\r\n/);
      for (const cell of cells) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
    }),
  );
});
