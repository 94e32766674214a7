import type { EarlierAttempts } from './draw.ts';
import type { PastAttempt } from './retry.ts';

type Asked = {
  attemptId: number;
  kind: 'counts' | 'practice';
  hasPassed: boolean | null;
  questionId: number;
  topic: string;
  isRight: boolean | null;
};

/**
 * What earlier attempts at a quiz say for the next one, from what was asked in them, the latest
 * first. What was met in practice is known too; but only the last attempt that counted, where it
 * failed, says which topics come first.
 */
export function earlierOf(asked: readonly Asked[]): EarlierAttempts {
  const last = asked.find(({ kind, hasPassed }) => kind === 'counts' && hasPassed !== null);
  const wrong = asked.filter(
    ({ attemptId, isRight }) => attemptId === last?.attemptId && isRight === false,
  );
  return {
    seen: [...new Set(asked.map(({ questionId }) => questionId))],
    failedTopics: last?.hasPassed === false ? [...new Set(wrong.map(({ topic }) => topic))] : [],
  };
}

type Begun = { id: number; kind: 'counts' | 'practice' } & {
  [Key in keyof PastAttempt]: PastAttempt[Key] | null;
};

/** Of all attempts at a quiz those that counted and were submitted, in their order. */
export function pastOf(attempts: readonly Begun[]): PastAttempt[] {
  return attempts
    .toSorted((one, other) => one.id - other.id)
    .flatMap(({ kind, submittedOn, submittedAt, hasPassed }) =>
      kind === 'counts' && submittedOn !== null && hasPassed !== null
        ? [{ submittedOn, submittedAt, hasPassed }]
        : [],
    );
}
