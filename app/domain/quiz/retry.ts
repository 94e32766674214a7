import { addDays, type Day, inWords } from '../days.ts';
import type { Quiz } from './quiz.ts';

/**
 * An attempt that counts, submitted. Practice is never among them. Those of one day stand in the
 * order in which they were submitted.
 */
export type PastAttempt = {
  submittedOn: Day;
  /** The instant, where it is known. */
  submittedAt?: string | null;
  hasPassed: boolean;
};

/** A talk of a lead with somebody about a quiz, and the instant at which it was noted, where it is known. */
export type PastTalk = { talkedOn: Day; notedAt?: string | null };

/** Whether somebody may begin, and if not, why not and from when. */
export type Start = { isAllowed: true } | { isAllowed: false; from: Day; because: string };

/**
 * May somebody begin an attempt that counts? A passed quiz may be taken again, for a renewal; after
 * a fail at once, or on the next day where the quiz says so. Nobody is ever locked out.
 */
export function mayStart({
  quiz,
  attempts,
  on,
}: {
  quiz: Pick<Quiz, 'retry'>;
  attempts: readonly PastAttempt[];
  on: Day;
}): Start {
  const last = inTime(attempts).at(-1);
  if (quiz.retry === 'at-once' || last === undefined || last.hasPassed) return { isAllowed: true };
  const from = addDays(last.submittedOn, 1);
  if (from <= on) return { isAllowed: true };
  const because = `You did not pass on ${inWords(last.submittedOn)}. You can try again from ${inWords(from)}.`;
  return { isAllowed: false, from, because };
}

/** After so many fails a lead is asked to talk with the person. */
export const FAILS_BEFORE_TALK = 3;

/** Why a talk is due: so many fails, the first of them on `since`. */
export type TalkNeeded = { fails: number; since: Day };

/**
 * Is a lead to talk with somebody about a quiz? After three fails since it was last passed and since
 * they were last talked with. A talk on the day of a fail came after it, unless it was noted before
 * that was handed in.
 */
export function needsTalk({
  attempts,
  talks,
}: {
  attempts: readonly PastAttempt[];
  talks: readonly PastTalk[];
}): TalkNeeded | null {
  const sorted = inTime(attempts);
  const sincePass = sorted.slice(sorted.findLastIndex(({ hasPassed }) => hasPassed) + 1);
  const fails = sincePass.filter((fail) => talks.every((talk) => isBefore(talk, fail)));
  const [first] = fails;
  if (first === undefined || fails.length < FAILS_BEFORE_TALK) return null;
  return { fails: fails.length, since: first.submittedOn };
}

/** Did the talk come before the attempt? */
function isBefore(
  { talkedOn, notedAt }: PastTalk,
  { submittedOn, submittedAt }: PastAttempt,
): boolean {
  if (talkedOn !== submittedOn) return talkedOn < submittedOn;
  return Boolean(notedAt && submittedAt && notedAt < submittedAt);
}

function inTime(attempts: readonly PastAttempt[]): PastAttempt[] {
  return attempts.toSorted((a, b) => {
    if (a.submittedOn === b.submittedOn) return 0;
    return a.submittedOn < b.submittedOn ? -1 : 1;
  });
}
