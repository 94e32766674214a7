import { type AttemptQuestion, findAttempt, setAnswer } from '#app/data/attempts.ts';
import { findPersonByRef } from '#app/data/people-changes.ts';
import { listQuizzes } from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { rightAnswerTo } from '#app/domain/quiz/right-answer.ts';
import { type Act, carryOut, requireSchool } from './act.ts';
import { beginAttempt, poolOf } from './begin-attempt.ts';
import { handIn } from './submit-attempt.ts';

/** An attempt of the demo's story: who took which quiz on which day, and how many answers were wrong. */
export type TakenAttempt = { ref: string; quiz: string; on: Day; seed: number; wrong: number };

/** What is often answered wrongly: the option that is chosen then, from 0, by the question's key. */
export type CommonMistakes = ReadonlyMap<string, number>;

/**
 * Takes quizzes as the demo's people took them, all or none. Throws where the story names somebody
 * or a quiz that is not there: a fault of ours.
 */
export function loadAttempts(
  act: Act,
  { taken, mistakes }: { taken: TakenAttempt[]; mistakes: CommonMistakes },
): Promise<void> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const quizzes = listQuizzes(transaction, schoolId, act.today);
    const pool = poolOf(transaction, schoolId);
    for (const { ref, quiz: key, on, seed, wrong } of taken) {
      const quiz = quizzes.find((one) => one.key === key);
      const person = findPersonByRef(transaction, schoolId, ref);
      if (!quiz || !person) throw new Error(`There is nobody ${ref}, or no quiz ${key}`);
      const then: Act = { ...act, today: on, now: `${on}T15:45:00.000Z` };
      const begun = { personId: person.id, kind: 'counts' as const, seed, pool };
      const attemptId = beginAttempt(transaction, then, quiz, begun);
      const begunNow = findAttempt(transaction, person.id, attemptId)!;
      const questions = answered(begunNow.questions, wrong, mistakes);
      for (const { position, answer } of questions) {
        setAnswer(transaction, { attemptId, position }, { answer, at: then.now });
      }
      handIn(then, schoolId, transaction, audit, { ...begunNow, questions });
    }
  });
}

/** So many wrong ones: what is often mistaken first, what must be right last. */
function answered(
  questions: AttemptQuestion[],
  wrong: number,
  mistakes: CommonMistakes,
): AttemptQuestion[] {
  const hardness = ({ revision: { key, mustPass } }: AttemptQuestion) =>
    mistakes.has(key) ? 0 : mustPass ? 2 : 1;
  const missed = questions.toSorted((a, b) => hardness(a) - hardness(b)).slice(0, wrong);
  return questions.map((question) => {
    const { key, options } = question.revision;
    const right = rightAnswerTo(question.revision);
    const answer = missed.includes(question)
      ? wrongAnswer(right, options.length, mistakes.get(key))
      : right;
    return { ...question, answer };
  });
}

/** The option chosen by mistake, or the one after the right one; in an order, the first two mixed up. */
function wrongAnswer(right: QuestionAnswer, options: number, mistake?: number): QuestionAnswer {
  if (right.kind === 'chosen') {
    const next = ((right.chosen.at(-1) ?? 0) + 1) % options;
    return { kind: 'chosen', chosen: [mistake ?? next] };
  }
  const mixedUp = ([first = null, second = null, ...rest]: (number | null)[]) => {
    return [second, first, ...rest];
  };
  if (right.kind === 'order') return { kind: 'order', places: mixedUp(right.places) };
  return { kind: 'match', answers: mixedUp(right.answers) };
}
