import { isPresentOn } from '../audience.ts';
import { type Day, isWithin } from '../days.ts';
import type { PersonFacts } from '../types.ts';
import { needsTalk, type PastAttempt, type PastTalk, type TalkNeeded } from './retry.ts';

/** An attempt that counts and was handed in, as far as a talk goes by it. */
export type Tried = PastAttempt & { personId: number; quizId: number };
export type Talk = PastTalk & { personId: number; quizId: number };

/** Somebody whom a lead is to talk with about a quiz. */
export type TalkDue<P, Q> = TalkNeeded & { person: P; quiz: Q };

/**
 * Whom a lead is to talk with on a day, about which quiz: those in post and not away, by the length of
 * time that it has waited. What came after the day is not known yet.
 */
export function talksDue<P extends PersonFacts, Q extends { id: number }>({
  quizzes,
  people,
  tried,
  talks,
  on,
}: {
  quizzes: readonly Q[];
  people: readonly P[];
  /** All years, in order. */
  tried: readonly Tried[];
  talks: readonly Talk[];
  on: Day;
}): TalkDue<P, Q>[] {
  const here = new Map(people.filter((one) => isHere(one, on)).map((one) => [one.id, one]));
  const known = new Map(quizzes.map((quiz) => [quiz.id, quiz]));
  const past = tried.filter(({ submittedOn }) => submittedOn <= on);
  const talksOf = Map.groupBy(talksUpTo(talks, on), keyOf);
  const due = [...Map.groupBy(past, keyOf)].flatMap(([key, attempts]) => {
    const person = here.get(attempts[0]?.personId ?? 0);
    const quiz = known.get(attempts[0]?.quizId ?? 0);
    const needed = needsTalk({ attempts, talks: talksOf.get(key) ?? [] });
    return person && quiz && needed ? [{ ...needed, person, quiz }] : [];
  });
  return due.sort((a, b) => (a.since === b.since ? 0 : a.since < b.since ? -1 : 1));
}

/** The talks that had been held on a day. */
export function talksUpTo<T extends { talkedOn: Day }>(talks: readonly T[], on: Day): T[] {
  return talks.filter(({ talkedOn }) => talkedOn <= on);
}

function keyOf({ personId, quizId }: { personId: number; quizId: number }): string {
  return `${personId} ${quizId}`;
}

function isHere(person: PersonFacts, on: Day): boolean {
  return isPresentOn(person, on) && !person.absences.some(({ from, to }) => isWithin(on, from, to));
}
