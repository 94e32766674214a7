import { randomUUID } from 'node:crypto';
import { insertAttempt, setAnswer, setMark, setSubmitted } from '#app/data/attempts.ts';
import type { Database } from '#app/data/database.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import { write } from './people.ts';

/** A question as it was answered: right or wrong, and by which option where a test looks at it. */
export type Answered = { revisionId: number; isRight: boolean; chosen?: number };

type HandIn = {
  schoolId: number;
  quizId: number;
  personId: number;
  on: string;
  kind?: 'counts' | 'practice';
  hasPassed?: boolean;
  completionId?: number | null;
  answered: Answered[];
};

/**
 * An attempt as if it had been taken and handed in on a day: passed with every answer right, unless
 * said otherwise. Answers its id.
 */
export function handIn(database: Database, attempt: HandIn): number {
  const { schoolId, quizId, personId, kind = 'counts', answered } = attempt;
  const on = day(attempt.on);
  const at = `${on}T10:00:00.000Z`;
  const score = answered.filter(({ isRight }) => isRight).length;
  const hasPassed = attempt.hasPassed ?? score === answered.length;
  return write(database, (transaction) => {
    const begun = { startedOn: on, startedAt: at, submitToken: randomUUID() };
    const attemptId = insertAttempt(
      transaction,
      { quizId, personId, kind, seed: 1, quizTitle: 'A quiz', passMark: 1, ...begun },
      answered.map(({ revisionId }) => revisionId),
    );
    for (const [index, { isRight, chosen }] of answered.entries()) {
      const position = { attemptId, position: index + 1 };
      const answer: QuestionAnswer = { kind: 'chosen', chosen: [chosen ?? (isRight ? 0 : 1)] };
      setAnswer(transaction, position, { answer, at });
      setMark(transaction, position, isRight);
    }
    const { completionId = null } = attempt;
    const submitted = { kind, submittedOn: on, submittedAt: at, score, hasPassed, completionId };
    setSubmitted(transaction, attemptId, submitted);
    raiseFactsVersion(transaction, schoolId);
    return attemptId;
  });
}
