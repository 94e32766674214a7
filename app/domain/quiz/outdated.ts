import { isInAudience } from '../audience.ts';
import { academicYearOf, addDays, type Day, inWords } from '../days.ts';
import type { Audience, PersonFacts } from '../types.ts';
import { isRetired } from '../versions.ts';
import type { Quiz } from './quiz.ts';

/** Why what was begun no longer stands for what the quiz is today. */
export const OUTDATED = [
  'retired',
  'not-for-you',
  'too-long-ago',
  'changed',
  'out-of-use',
] as const;
export type Outdated = (typeof OUTDATED)[number];

/** An attempt that counts and is not handed in, with what was drawn for it. */
export type OpenAttempt = {
  startedOn: Day;
  passMark: number;
  questions: readonly { revisionId: number; topic: string }[];
};

type QuizNow = Pick<Quiz, 'parts' | 'passMark'> & { audience: Audience; retiredFrom: Day | null };

/** After so many days an attempt no longer says what somebody knows now. */
const OPEN_DAYS = 30;

/**
 * Why an open attempt can only be handed in as practice, the first reason that holds; null where it
 * counts. It keeps the questions and the pass mark that it began with, but would complete what the
 * quiz completes today: so both must still be what the quiz asks of this person today.
 */
export function whyOutdated({
  attempt,
  quiz,
  person,
  inUse,
  on,
}: {
  attempt: OpenAttempt;
  quiz: QuizNow;
  person: PersonFacts;
  /** The revisions that may be drawn today. */
  inUse: ReadonlySet<number>;
  on: Day;
}): Outdated | null {
  if (isRetired(quiz, on)) return 'retired';
  if (!isInAudience(person, quiz.audience, on)) return 'not-for-you';
  if (isTooLongAgo(attempt.startedOn, on)) return 'too-long-ago';
  if (attempt.passMark !== quiz.passMark || !hasSameShares(attempt, quiz)) return 'changed';
  if (attempt.questions.some(({ revisionId }) => !inUse.has(revisionId))) return 'out-of-use';
  return null;
}

function isTooLongAgo(startedOn: Day, on: Day): boolean {
  return startedOn < addDays(on, -OPEN_DAYS) || academicYearOf(startedOn) < academicYearOf(on);
}

/** Do the questions come from the quiz's topics, as many from each as it asks for? */
function hasSameShares({ questions }: OpenAttempt, { parts }: QuizNow): boolean {
  const left = new Map<string, number>();
  for (const { topic, count } of parts) left.set(topic, (left.get(topic) ?? 0) + count);
  for (const { topic } of questions) left.set(topic, (left.get(topic) ?? 0) - 1);
  return [...left.values()].every((count) => count === 0);
}

type Told = {
  startedOn: Day;
  isHandedIn: boolean;
  /** May the quiz be begun anew? */
  mayBegin: boolean;
};

/** "This quiz has changed since you began it, so your answers will count as practice; you can begin a new one." */
export function outdatedInWords(why: Outdated, { startedOn, isHandedIn, mayBegin }: Told): string {
  const counts = isHandedIn ? 'counted as practice' : 'will count as practice';
  const anew = mayBegin ? '; you can begin a new one' : '';
  return `${reasonInWords(why, startedOn)}, so your answers ${counts}${anew}.`;
}

function reasonInWords(why: Outdated, startedOn: Day): string {
  switch (why) {
    case 'retired':
      return 'The school no longer offers this quiz';
    case 'not-for-you':
      return 'This quiz is no longer for you';
    case 'too-long-ago':
      return `You began this quiz on ${inWords(startedOn)}, too long ago`;
    case 'changed':
      return 'This quiz has changed since you began it';
    case 'out-of-use':
      return 'A question that you were given is no longer in use';
  }
}
