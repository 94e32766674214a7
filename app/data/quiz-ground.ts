import type { Day } from '#app/domain/days.ts';
import { TOPICS } from '#app/domain/offer/topics.ts';
import { type Drawable, drawableOf } from '#app/domain/quiz/bank.ts';
import { whyNotCompletable } from '#app/domain/quiz/completable.ts';
import type { QuizPart } from '#app/domain/quiz/quiz.ts';
import type { Requirement } from '#app/domain/types.ts';
import { readBank } from './bank.ts';
import type { Reader } from './database.ts';
import { policyOf } from './policy.ts';
import { listQuizzes, type SchoolQuiz } from './quizzes.ts';

type Choice = { value: string; label: string };

/** What a quiz of a school is set against. */
export type QuizGround = {
  /** What the bank can give of each topic, in the order of the form. */
  topics: Drawable[];
  /** The roles of the school. */
  kinds: Choice[];
  /** What a pass may complete. */
  requirements: Choice[];
  /** Titles of the other quizzes in use. */
  otherTitles: string[];
  /** What a quiz that is there already asks so far; null: a new one. */
  before: { parts: QuizPart[]; mustPassAtLeast: number } | null;
};

type Present = Pick<SchoolQuiz, 'id' | 'parts' | 'mustPassAtLeast' | 'requirementId'>;

/** As it is on a day, for a new quiz or for one that is there already. */
export function quizGround(
  reader: Reader,
  schoolId: number,
  on: Day,
  present: Present | null = null,
): QuizGround {
  const { appointmentKinds, requirements } = policyOf(reader, schoolId);
  const others = listQuizzes(reader, schoolId, on).filter(({ id }) => id !== present?.id);
  const isOffered = (requirement: Requirement) =>
    requirement.id === present?.requirementId || whyNotCompletable(requirement, on) === null;
  return {
    topics: inOrder(drawableOf(readBank(reader, schoolId)), present?.parts ?? []),
    kinds: appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    requirements: requirements
      .filter(isOffered)
      .map(({ id, name }) => ({ value: String(id), label: name })),
    otherTitles: others.map(({ title }) => title),
    before: present && { parts: present.parts, mustPassAtLeast: present.mustPassAtLeast },
  };
}

/** The topics of the quiz in its own order, then the others in that of the offer. */
function inOrder(drawable: readonly Drawable[], parts: readonly QuizPart[]): Drawable[] {
  const known = new Map(drawable.map((one) => [one.topic, one]));
  const inOffer = TOPICS.filter((topic) => known.has(topic));
  const order = new Set<string>([...parts.map(({ topic }) => topic), ...inOffer, ...known.keys()]);
  return [...order].map((topic) => known.get(topic) ?? { topic, count: 0, mustPass: 0 });
}
