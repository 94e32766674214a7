import type { Day } from '../days.ts';
import { nameApart } from '../names-apart.ts';
import type { PersonFacts, Policy } from '../types.ts';
import {
  type HandedIn,
  type Outside,
  type PersonResult,
  type ResultState,
  stateOf,
} from './results.ts';
import type { Talk } from './talks.ts';
import { type Lasting, lastingOf } from './valid-to.ts';

type Known = PersonFacts & { name: string; sortName: string };

/** One person's result as page, paper and file show it. */
export type ResultRow = {
  personId: number;
  name: string;
  sortName: string;
  state: ResultState;
  attempts: number;
  /** `isWithdrawn`: it passed, and what it completed was withdrawn since. */
  last: { on: Day; score: number; outOf: number; isWithdrawn: boolean } | null;
  /** The latest pass of the period, or where there is none, that of earlier years. */
  passedOn: Day | null;
  /** Of the pass of the period: what its certificate is found by. */
  certificate: { quizId: number; attemptId: number } | null;
  /** How long that pass counts; null where it was withdrawn, or where there is none. */
  lasting: Lasting | null;
  /** Did it complete a requirement? */
  completes: boolean;
  talkedOn: Day | null;
  /** Set for whoever is in no figure. */
  why: Outside | null;
};

/** What a row is made from beside the result. */
export type RowsFrom = {
  policy: Policy;
  /** Passes of earlier years, in order. */
  earlier: readonly HandedIn[];
  /** Talks about this quiz, in order. */
  talks: readonly Talk[];
  /** What is added to names that several people have. */
  apart: ReadonlyMap<number, string>;
  /** The day on which it is asked how long a pass counts. */
  on: Day;
};

/** Everybody's row, in the order of the results. */
export function resultRows(
  results: readonly (PersonResult<Known> & { why?: Outside })[],
  { policy, earlier, talks, apart, on }: RowsFrom,
): ResultRow[] {
  const earlierPass = new Map(
    earlier
      .filter(({ hasPassed, isWithdrawn }) => hasPassed && !isWithdrawn)
      .map((pass) => [pass.personId, pass]),
  );
  const talkedOn = new Map(talks.map((talk) => [talk.personId, talk.talkedOn]));
  return results.map((result) => {
    const { person, attempts, last } = result;
    const pass = result.passed ?? earlierPass.get(person.id) ?? null;
    const addition = apart.get(person.id);
    return {
      personId: person.id,
      name: nameApart(person.name, addition),
      sortName: nameApart(person.sortName, addition),
      state: stateOf(result),
      attempts,
      last: last && lastOf(last),
      passedOn: pass?.submittedOn ?? null,
      certificate: result.passed && certificateOf(result.passed),
      lasting: pass && lastingOf(policy, person, pass.completed, on),
      completes: pass !== null && pass.completed !== null,
      talkedOn: talkedOn.get(person.id) ?? null,
      why: result.why ?? null,
    };
  });
}

function certificateOf({ quizId, attemptId }: HandedIn) {
  return { quizId, attemptId };
}

function lastOf({ submittedOn, score, outOf, hasPassed, isWithdrawn }: HandedIn) {
  return { on: submittedOn, score, outOf, isWithdrawn: hasPassed && isWithdrawn };
}
