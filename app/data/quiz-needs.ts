import type { Day } from '#app/domain/days.ts';
import {
  completingNothing,
  lackingIn,
  lackingMustPassIn,
  type QuizNeeds,
  toCheckIn,
} from '#app/domain/quiz/needs.ts';
import { FAILS_BEFORE_TALK } from '#app/domain/quiz/retry.ts';
import { talksDue } from '#app/domain/quiz/talks.ts';
import { readBank } from './bank.ts';
import type { Database } from './database.ts';
import { schoolFacts } from './facts.ts';
import { listTalks, listTriedOften } from './quiz-results.ts';
import { listQuizzes } from './quizzes.ts';
import { rememberedByDay } from './remembered.ts';

/** What the quizzes of a school ask of its lead on a day. Remembered until the school's facts change. */
export function quizNeeds(database: Database, schoolId: number, on: Day): QuizNeeds {
  return rememberedByDay(database, schoolId, on, 'quiz needs', () => {
    const quizzes = listQuizzes(database, schoolId, on);
    const bank = readBank(database, schoolId);
    const { policy, people } = schoolFacts(database, schoolId);
    return {
      talks: talksDue({
        quizzes: quizzes.map(({ id, title }) => ({ id, title })),
        people,
        tried: listTriedOften(database, schoolId, FAILS_BEFORE_TALK),
        talks: listTalks(database, schoolId),
        on,
      }),
      toCheck: toCheckIn(bank),
      lacking: lackingIn(quizzes, bank),
      lackingMustPass: lackingMustPassIn(quizzes, bank),
      completingNothing: completingNothing(quizzes, policy.requirements, on),
    };
  });
}
