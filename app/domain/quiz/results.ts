import { isInAudience, isPresentOn } from '../audience.ts';
import { type Day, isWithin } from '../days.ts';
import type { Audience, PersonFacts } from '../types.ts';

/** An attempt that counts and was handed in. Practice is never among them. */
export type HandedIn = {
  attemptId: number;
  personId: number;
  quizId: number;
  submittedOn: Day;
  score: number;
  outOf: number;
  hasPassed: boolean;
  /** What the pass completed, where it completed anything. */
  completed: { requirementId: number; completionId: number } | null;
  /** Was what it completed withdrawn since? */
  isWithdrawn: boolean;
};

/** How one person did at one quiz in a period. */
export type PersonResult<P> = {
  person: P;
  attempts: number;
  last: HandedIn | null;
  /** The latest pass that still stands. */
  passed: HandedIn | null;
};

export type ResultState = 'passed' | 'failed' | 'not-tried';

/** Why somebody's attempts are in no figure of those who are asked. */
export type Outside = 'away' | 'not-asked' | 'left';

/** How a quiz went in a period. */
export type QuizResults<P> = {
  /** Everybody whom its audience fits on the last day, without those away. */
  asked: PersonResult<P>[];
  /** Those away whom it fits, and whoever else handed in an attempt. */
  others: (PersonResult<P> & { why: Outside })[];
  /** Attempts handed in, by whomever. */
  attempts: number;
  /** Of each person's first attempt in the period: how many passed. */
  first: { passed: number; of: number };
};

/**
 * The results of one quiz from what was handed in during the period, in order. The first attempt of a
 * period is the first in it: an annual quiz is a new question every year.
 */
export function quizResultsOf<P extends PersonFacts>({
  audience,
  people,
  handedIn,
  on,
}: {
  audience: Audience;
  people: readonly P[];
  handedIn: readonly HandedIn[];
  on: Day;
}): QuizResults<P> {
  const byPerson = Map.groupBy(handedIn, ({ personId }) => personId);
  const results = people.map((person) => resultOf(person, byPerson.get(person.id) ?? []));
  const isAsked = ({ person }: PersonResult<P>) => isInAudience(person, audience, on);
  const firsts = [...byPerson.values()].map(([first]) => first);
  return {
    asked: results.filter((one) => isAsked(one) && !isAway(one.person, on)),
    others: results.flatMap((one) => {
      const isAwayNow = isAsked(one) && isAway(one.person, on);
      if (!isAwayNow && (isAsked(one) || one.attempts === 0)) return [];
      return [
        { ...one, why: isAwayNow ? 'away' : isPresentOn(one.person, on) ? 'not-asked' : 'left' },
      ];
    }),
    attempts: handedIn.length,
    first: {
      passed: firsts.filter((first) => first?.hasPassed).length,
      of: firsts.length,
    },
  };
}

function resultOf<P>(person: P, own: readonly HandedIn[]): PersonResult<P> {
  const passed = own.findLast(({ hasPassed, isWithdrawn }) => hasPassed && !isWithdrawn);
  return { person, attempts: own.length, last: own.at(-1) ?? null, passed: passed ?? null };
}

function isAway({ absences }: PersonFacts, on: Day): boolean {
  return absences.some(({ from, to }) => isWithin(on, from, to));
}

/** Passed once in the period, it is passed, whatever came after. */
export function stateOf({ attempts, passed }: PersonResult<unknown>): ResultState {
  if (passed !== null) return 'passed';
  return attempts > 0 ? 'failed' : 'not-tried';
}

/** n of d: of those whom the quiz is for, how many passed, failed and have not passed yet, never tried. */
export type QuizFigures = { of: number; passed: number; failed: number; notTried: number };

export function figuresOf({ asked }: Pick<QuizResults<unknown>, 'asked'>): QuizFigures {
  const states = asked.map(stateOf);
  const times = (state: ResultState) => states.filter((one) => one === state).length;
  return {
    of: states.length,
    passed: times('passed'),
    failed: times('failed'),
    notTried: times('not-tried'),
  };
}
