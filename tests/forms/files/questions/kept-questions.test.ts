import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { readQuestionYaml } from '#app/forms/files/questions/read-own-yaml.ts';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import { QUESTION_FORMATS, writeQuestions } from '#app/forms/files/questions/write-questions.ts';

const FILES = globSync(['db/seed/questions/*.yaml', 'db/seed/*/questions.yaml']);

function questionsOf(file: string): KeyedQuestion[] {
  const read = readQuestionYaml(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.questions;
}

describe('the questions that InDate comes with leave and come back as they are', () => {
  test.each(FILES)('%s', (file) => {
    const questions = questionsOf(file);
    expect(questions.length).toBeGreaterThan(0);
    for (const format of QUESTION_FORMATS) {
      const { text } = writeQuestions(questions, format);
      const read = readQuestionFile(new TextEncoder().encode(text), format);
      expect(read).toEqual({ ok: true, questions, lines: [] });
    }
  });

  test('there are some of every school and some for all', () => {
    expect(FILES).toHaveLength(10);
  });
});
