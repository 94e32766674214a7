import { chanceOf, shuffled } from './chance.ts';
import type { QuestionType } from './question.ts';
import type { Quiz, QuizPart } from './quiz.ts';

/** A question that may be drawn, as its newest revision says. */
export type PoolQuestion = {
  questionId: number;
  revisionId: number;
  topic: string;
  mustPass: boolean;
};

/** What somebody's earlier attempts at a quiz say for the next one. */
export type EarlierAttempts = {
  /** The questions that they have had. */
  seen: readonly number[];
  /** The topics of which they answered a question wrongly when they last failed. */
  failedTopics: readonly string[];
};

/** A topic of which the pool has too few questions. */
export type Lacking = { topic: string; has: number; needs: number };

export type Draw = { questionIds: number[] } | { lacking: Lacking[] };

/**
 * The questions of an attempt in their order, or what the pool lacks. The same seed draws the same
 * from the same pool, in whatever order its rows come. Each topic gives exactly its share; as many
 * must-pass questions as the quiz asks for come first, as far as there are so many and the shares
 * have room for them; then questions that have not been seen, before those that have. The questions of failed topics
 * stand first; otherwise the order is left to chance.
 */
export function drawQuestions({
  quiz,
  pool,
  seed,
  earlier,
}: {
  quiz: Pick<Quiz, 'parts' | 'mustPassAtLeast'>;
  pool: readonly PoolQuestion[];
  seed: number;
  earlier: EarlierAttempts;
}): Draw {
  const questions = eachOnce(pool);
  const shares = sharesOf(quiz.parts);
  const lacking = lackingIn(questions, shares);
  if (lacking.length > 0) return { lacking };

  const chance = chanceOf(seed);
  const seen = new Set(earlier.seen);
  const wanted = firstThose(shuffled(questions, chance), ({ questionId }) => !seen.has(questionId));
  const mustPass = wanted.filter((question) => question.mustPass);
  const first = takeInto(shares, mustPass, quiz.mustPassAtLeast);
  const rest = takeInto(
    shares,
    wanted.filter((question) => !first.includes(question)),
  );
  const isOfFailed = ({ topic }: PoolQuestion) => earlier.failedTopics.includes(topic);
  const drawn = firstThose(shuffled([...first, ...rest], chance), isOfFailed);
  return { questionIds: drawn.map(({ questionId }) => questionId) };
}

/** By their ids, so that a draw does not depend on how they were read. */
function eachOnce(pool: readonly PoolQuestion[]): PoolQuestion[] {
  const sorted = pool.toSorted(
    (a, b) => a.questionId - b.questionId || a.revisionId - b.revisionId,
  );
  return [...new Map(sorted.map((question) => [question.questionId, question])).values()];
}

/** How many questions each topic gives; parts with the same topic add up. */
function sharesOf(parts: readonly QuizPart[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { topic, count } of parts) shares.set(topic, (shares.get(topic) ?? 0) + count);
  return shares;
}

function lackingIn(questions: readonly PoolQuestion[], shares: Map<string, number>): Lacking[] {
  return [...shares]
    .map(([topic, needs]) => ({
      topic,
      has: questions.filter((question) => question.topic === topic).length,
      needs,
    }))
    .filter(({ has, needs }) => has < needs);
}

/** Takes `most` of the questions, in their order, as the shares have room; the room shrinks. */
function takeInto(
  room: Map<string, number>,
  questions: readonly PoolQuestion[],
  most = Number.POSITIVE_INFINITY,
): PoolQuestion[] {
  const taken: PoolQuestion[] = [];
  for (const question of questions) {
    const left = room.get(question.topic) ?? 0;
    if (left < 1 || taken.length >= most) continue;
    room.set(question.topic, left - 1);
    taken.push(question);
  }
  return taken;
}

function firstThose<T>(things: readonly T[], areFirst: (thing: T) => boolean): T[] {
  return [...things.filter(areFirst), ...things.filter((thing) => !areFirst(thing))];
}

/** Answers are shown in an order of their own: the options' order would tell what goes with what. */
const OF_ANSWERS = 1;

/**
 * The order in which an attempt shows the options of a question, as their places in the revision:
 * the same whenever it is shown, and another from revision to revision. What is to be put in order never
 * stands in the right order. True stands before false.
 */
export function shownOrder(
  seed: number,
  revisionId: number,
  count: number,
  type: QuestionType,
): number[] {
  const places = [...Array(count).keys()];
  if (type === 'true-false') return places;
  const chance = chanceOf(seed, revisionId);
  let order = shuffled(places, chance);
  while (type === 'order' && count > 1 && isSorted(order)) order = shuffled(places, chance);
  return order;
}

/** The order in which an attempt shows what can be matched, as places in `answersOf`. */
export function shownAnswers(seed: number, revisionId: number, count: number): number[] {
  return shuffled([...Array(count).keys()], chanceOf(seed, revisionId, OF_ANSWERS));
}

function isSorted(order: readonly number[]): boolean {
  return order.every((place, index) => place === index);
}
