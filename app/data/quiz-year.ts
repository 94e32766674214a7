import { addDays, day } from '#app/domain/days.ts';
import type { Period } from '#app/domain/quiz/period.ts';
import { type HandedIn, type QuizResults, quizResultsOf } from '#app/domain/quiz/results.ts';
import { type Talk, talksUpTo } from '#app/domain/quiz/talks.ts';
import type { TopicFigure } from '#app/domain/quiz/topic-figures.ts';
import { isRetired } from '#app/domain/versions.ts';
import type { Database } from './database.ts';
import { type KnownPerson, schoolFacts } from './facts.ts';
import { listHandedIn, listTalks, listTopicFigures } from './quiz-results.ts';
import { findQuiz, listQuizzesEver, type SchoolQuiz } from './quizzes.ts';
import { rememberedByDay } from './remembered.ts';

/** How the quizzes of a school went in an academic year. */
export type QuizYear = {
  /** In the school's order: those it has, and those that were taken though they are retired now. */
  quizzes: { quiz: SchoolQuiz; results: QuizResults<KnownPerson> }[];
  topics: TopicFigure[];
};

/** The one source of the lead's pages, their files and the governors' page; remembered as facts are. */
export function quizYear(database: Database, schoolId: number, period: Period): QuizYear {
  return rememberedByDay(database, schoolId, period.to, `quizzes of ${period.year}`, () => {
    const { people } = schoolFacts(database, schoolId);
    const byQuiz = Map.groupBy(listHandedIn(database, schoolId, period), ({ quizId }) => quizId);
    const shown = listQuizzesEver(database, schoolId).filter(
      (quiz) => byQuiz.has(quiz.id) || (period.isCurrent && !isRetired(quiz, period.to)),
    );
    return {
      quizzes: shown.map((quiz) => {
        const handedIn = byQuiz.get(quiz.id) ?? [];
        const results = quizResultsOf({ ...quiz, people, handedIn, on: period.to });
        return { quiz, results };
      }),
      topics: listTopicFigures(database, schoolId, period),
    };
  });
}

/** What became of one quiz of the school, by name: null where the school has no such quiz. */
export function findQuizResults(
  database: Database,
  schoolId: number,
  quizId: number,
  period: Period,
): {
  quiz: SchoolQuiz;
  results: QuizResults<KnownPerson>;
  earlier: HandedIn[];
  talks: Talk[];
} | null {
  const known = quizYear(database, schoolId, period).quizzes.find(({ quiz }) => quiz.id === quizId);
  const quiz = known?.quiz ?? findQuiz(database, schoolId, quizId);
  if (!quiz) return null;
  const before = { from: FIRST_DAY, to: addDays(period.from, -1) };
  return {
    quiz,
    results: known?.results ?? NOBODY,
    earlier: listHandedIn(database, schoolId, before, quizId),
    talks: talksUpTo(listTalks(database, schoolId), period.to).filter(
      (talk) => talk.quizId === quizId,
    ),
  };
}

const FIRST_DAY = day('2000-01-01');
/** A quiz that was not there yet, or was retired before, and that nobody took. */
const NOBODY = { asked: [], others: [], attempts: 0, first: { passed: 0, of: 0 } };
