import type { Day } from '../days.ts';
import type { Requirement } from '../types.ts';
import { type Banked, drawableOf, mostMustPass } from './bank.ts';
import { type NotCompletable, whyNotCompletable } from './completable.ts';
import { drawQuestions, type Lacking } from './draw.ts';
import type { Quiz } from './quiz.ts';
import type { TalkDue } from './talks.ts';

type Named = { id: number; name: string };
type Titled = { id: number; title: string };

/** What a lead has to do so that quizzes teach, and can be taken. */
export type QuizNeeds = {
  talks: TalkDue<Named, Titled>[];
  /** Questions that are not drawn until somebody has checked them. */
  toCheck: { count: number; isForSectionAlone: boolean };
  /** Quizzes that nobody can begin, since their topics have too few questions in use. */
  lacking: { quiz: Titled; topics: Lacking[] }[];
  /** Quizzes that are drawn with fewer must-pass questions than they ask for at least. */
  lackingMustPass: { quiz: Titled; has: number; asks: number }[];
  /** Quizzes that name a requirement which no pass completes now. */
  completingNothing: { quiz: Titled; requirement: string; why: NotCompletable }[];
};

export const NO_NEEDS: QuizNeeds = {
  talks: [],
  toCheck: { count: 0, isForSectionAlone: false },
  lacking: [],
  lackingMustPass: [],
  completingNothing: [],
};

type BankedRevision = Banked & { id: number; questionId: number };

/** How many questions of the bank are to be checked, and whether only because their sections changed. */
export function toCheckIn(bank: readonly Banked[]): QuizNeeds['toCheck'] {
  const toCheck = bank.filter(({ state }) => state === 'check-me');
  return {
    count: toCheck.length,
    isForSectionAlone: toCheck.every(({ isForSectionAlone }) => isForSectionAlone),
  };
}

/** The quizzes for which the bank cannot give what they ask: told by the rule that draws. */
export function lackingIn<Q extends Titled & Pick<Quiz, 'parts' | 'mustPassAtLeast'>>(
  quizzes: readonly Q[],
  bank: readonly BankedRevision[],
): QuizNeeds['lacking'] {
  const pool = bank
    .filter(({ state }) => state === 'in-use')
    .map(({ id, questionId, topic, mustPass }) => ({
      revisionId: id,
      questionId,
      topic,
      mustPass,
    }));
  return quizzes.flatMap((quiz) => {
    const drawn = drawQuestions({ quiz, pool, seed: 0, earlier: { seen: [], failedTopics: [] } });
    const { id, title } = quiz;
    return 'lacking' in drawn ? [{ quiz: { id, title }, topics: drawn.lacking }] : [];
  });
}

/** The quizzes that can be drawn, but not with as many must-pass questions as they ask for. */
export function lackingMustPassIn(
  quizzes: readonly (Titled & Pick<Quiz, 'parts' | 'mustPassAtLeast'>)[],
  bank: readonly BankedRevision[],
): QuizNeeds['lackingMustPass'] {
  const drawable = drawableOf(bank);
  const undrawn = new Set(lackingIn(quizzes, bank).map(({ quiz }) => quiz.id));
  return quizzes.flatMap(({ id, title, parts, mustPassAtLeast: asks }) => {
    const has = mostMustPass(parts, drawable);
    return has < asks && !undrawn.has(id) ? [{ quiz: { id, title }, has, asks }] : [];
  });
}

/** The quizzes whose passes complete nothing though they name a requirement, and why. */
export function completingNothing(
  quizzes: readonly (Titled & { requirementId: number | null })[],
  requirements: readonly Requirement[],
  on: Day,
): QuizNeeds['completingNothing'] {
  return quizzes.flatMap(({ id, title, requirementId }) => {
    const requirement = requirements.find((one) => one.id === requirementId);
    const why = requirement ? whyNotCompletable(requirement, on) : null;
    return requirement && why ? [{ quiz: { id, title }, requirement: requirement.name, why }] : [];
  });
}
