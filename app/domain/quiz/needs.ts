import type { Banked } from './bank.ts';
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
};

export const NO_NEEDS: QuizNeeds = {
  talks: [],
  toCheck: { count: 0, isForSectionAlone: false },
  lacking: [],
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
