import { questionStateOf } from '#app/domain/quiz/question-state.ts';
import { readBank } from './bank.ts';
import type { Reader } from './database.ts';

/** How many questions of the bank cite a section; those set aside are not among them. */
export type CitingQuestions = { inUse: number; toCheck: number };

export const NO_QUESTIONS: CitingQuestions = { inUse: 0, toCheck: 0 };

/** The school's questions on each section, by its topic. */
export function countCitingQuestions(
  reader: Reader,
  schoolId: number,
): Map<string, CitingQuestions> {
  const counts = new Map<string, CitingQuestions>();
  for (const { section, state } of readBank(reader, schoolId)) {
    const { inUse, toCheck } = counts.get(section) ?? NO_QUESTIONS;
    if (state === 'in-use') counts.set(section, { inUse: inUse + 1, toCheck });
    if (state === 'check-me') counts.set(section, { inUse, toCheck: toCheck + 1 });
  }
  return counts;
}

/** Of the questions on a section that are asked today, those to check once its words have this hash. */
export function countQuestionsStopped(
  reader: Reader,
  schoolId: number,
  { topic, hash }: { topic: string; hash: string },
): CitingQuestions {
  const asked = readBank(reader, schoolId).filter(
    ({ section, state }) => section === topic && state === 'in-use',
  );
  const stopped = asked.filter(({ id, isShared, decision }) => {
    const then = { isShared, latestRevisionId: id, sectionWords: hash, decision };
    return questionStateOf(then).state === 'check-me';
  });
  return { inUse: asked.length, toCheck: stopped.length };
}
