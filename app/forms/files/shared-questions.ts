import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { readQuestionYaml } from './questions/read-own-yaml.ts';

/** The questions that InDate comes with, from their files. Throws where one is wrong: a fault of ours. */
export function sharedQuestions(files: string[]): KeyedQuestion[] {
  return files.flatMap((file) => {
    const read = readQuestionYaml(file);
    if (!read.ok) throw new Error(`The shared questions: ${read.faults.join('; ')}`);
    return read.questions;
  });
}
