import { isInAudience } from '../audience.ts';
import type { Day } from '../days.ts';
import type { Audience, PersonFacts } from '../types.ts';
import { isRetired } from '../versions.ts';
import { counted, sentenceCase } from '../words.ts';
import { pastOf } from './earlier.ts';
import { type Outdated, outdatedInWords } from './outdated.ts';
import type { Quiz } from './quiz.ts';
import { pastInWords } from './result-words.ts';
import { mayStart, needsTalk, type PastTalk, type Start } from './retry.ts';

/** Is there this quiz on the day, and is it for this person? */
export function isForPerson(
  quiz: { audience: Audience; retiredFrom: Day | null },
  person: PersonFacts,
  on: Day,
): boolean {
  return !isRetired(quiz, on) && isInAudience(person, quiz.audience, on);
}

/** Somebody's go at a quiz; what is null is not so until it is submitted. */
export type OwnAttempt = {
  id: number;
  quizId: number;
  kind: 'counts' | 'practice';
  outOf: number;
  startedOn: Day;
  submittedOn: Day | null;
  submittedAt: string | null;
  score: number | null;
  hasPassed: boolean | null;
  hasCertificate: boolean;
};

/** Where somebody stands with one quiz. */
export type Taking = {
  /** "Passed on 3 November 2026 with 9 of 10"; null where they have not taken it. */
  last: string | null;
  /** The attempt to go on with. */
  openId: number | null;
  /** That it can only be handed in as practice, and why; null where it counts. */
  outdated: string | null;
  openPracticeId: number | null;
  /** The attempt of the latest pass, which has a certificate. */
  passedId: number | null;
  start: Start;
};

/**
 * What a person can do with a quiz, from their attempts at it, the latest first. `outdated`: the open
 * ones that can only be handed in as practice, by id.
 */
export function takingOf(
  quiz: Pick<Quiz, 'retry'>,
  attempts: readonly OwnAttempt[],
  outdated: ReadonlyMap<number, Outdated>,
  on: Day,
): Taking {
  const openOf = (kind: OwnAttempt['kind']) =>
    attempts.find((one) => one.kind === kind && one.submittedOn === null);
  const open = openOf('counts');
  const why = open && outdated.get(open.id);
  const start = mayStart({ quiz, attempts: pastOf(attempts), on });
  const told = { isHandedIn: false, mayBegin: start.isAllowed };
  const last = attempts.find(({ kind, submittedOn }) => kind === 'counts' && submittedOn !== null);
  return {
    last: last ? attemptInWords(last) : null,
    openId: open?.id ?? null,
    outdated: open && why ? outdatedInWords(why, { ...told, startedOn: open.startedOn }) : null,
    openPracticeId: openOf('practice')?.id ?? null,
    passedId: attempts.find(({ hasCertificate }) => hasCertificate)?.id ?? null,
    start,
  };
}

/** "Passed on 3 November 2026 with 9 of 10"; null while it is not submitted. */
export function attemptInWords(attempt: OwnAttempt): string | null {
  const { kind, outOf, submittedOn, score, hasPassed } = attempt;
  if (submittedOn === null || score === null || hasPassed === null) return null;
  return pastInWords({ kind, score, outOf, hasPassed, on: submittedOn });
}

/** How often somebody has failed, where it is so often that a lead is asked to talk with them. */
export function failsToTalkOf(
  attempts: readonly OwnAttempt[],
  talks: readonly PastTalk[],
): number | null {
  return needsTalk({ attempts: pastOf(attempts), talks })?.fails ?? null;
}

/** The first sentence of the page of somebody's quizzes. `due`: the titles of those that do something due. */
export function ownQuizzesAnswer(quizzes: readonly { title: string; isDue: boolean }[]): string {
  const all = sentenceCase(counted(quizzes.length, 'quiz', 'quizzes'));
  const due = quizzes.filter(({ isDue }) => isDue);
  const [first] = due;
  if (first === undefined) return `${all} for you, and none that you have to take now.`;
  if (due.length === 1) return `${all} for you. The one to take now: ${first.title}.`;
  return `${all} for you, ${due.length} of which do something that you have to do.`;
}
