import { answerKindOf, type Marked } from './mark.ts';
import { answersOf, type QuestionAnswer, type QuestionOption } from './question.ts';
import { FEWEST_ATTEMPTS } from './statistics.ts';

/**
 * How often each thing was done in the answers to one wording of a question, under the name that
 * `deedsIn` gives it. Counts of several schools add up.
 */
export type AnswerCounts = { asked: number; deeds: ReadonlyMap<string, number> };

export const NO_ANSWERS: AnswerCounts = { asked: 0, deeds: new Map() };

/** What was answered, each answer so many times; null: nothing. */
export function countAnswers(
  answers: readonly { answer: QuestionAnswer | null; times: number }[],
): AnswerCounts {
  return addAnswerCounts(
    answers.map(({ answer, times }) => {
      return { asked: times, deeds: new Map(deedsIn(answer).map((deed) => [deed, times])) };
    }),
  );
}

export function addAnswerCounts(counts: readonly AnswerCounts[]): AnswerCounts {
  const deeds = new Map<string, number>();
  for (const one of counts) {
    for (const [deed, times] of one.deeds) deeds.set(deed, (deeds.get(deed) ?? 0) + times);
  }
  return { asked: counts.reduce((sum, { asked }) => sum + asked, 0), deeds };
}

/** Everything that was done with an option, by its place and what it was given: "order 0 2". */
function deedsIn(answer: QuestionAnswer | null): string[] {
  if (answer === null) return [];
  if (answer.kind === 'chosen') {
    return [...new Set(answer.chosen)].map((place) => deedOf('chosen', place));
  }
  const given = answer.kind === 'order' ? answer.places : answer.answers;
  return given.flatMap((one, place) => (one === null ? [] : [deedOf(answer.kind, place, one)]));
}

function deedOf(kind: QuestionAnswer['kind'], place: number, given: number | null = null): string {
  return given === null ? `${kind} ${place}` : `${kind} ${place} ${given}`;
}

/** What was done wrongly most often, by how many of how many. */
export type WrongChoice = { count: number; of: number; words: string };

/**
 * "18 of 40 chose ‘Tell the parents first’." Of first attempts; null below ten of them and where
 * nothing wrong was chosen. Of two that are equally frequent, the one that stands first in the question.
 */
export function mostChosenWrong(
  question: Marked,
  { asked, deeds }: AnswerCounts,
): WrongChoice | null {
  if (asked < FEWEST_ATTEMPTS) return null;
  const counts = new Map<string, number>();
  for (const [place, option] of question.options.entries()) {
    for (const { deed, did } of wrongsAt(question, option, place)) {
      counts.set(did, (counts.get(did) ?? 0) + (deeds.get(deed) ?? 0));
    }
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (most === undefined || most[1] === 0) return null;
  const [did, count] = most;
  return { count, of: asked, words: `${count} of ${asked} ${did}.` };
}

type Wrong = { deed: string; did: string };

/** Everything that can be done wrongly with one option. */
function wrongsAt(question: Marked, option: QuestionOption, place: number): Wrong[] {
  const text = quoted(option.text);
  switch (answerKindOf(question.type)) {
    case 'chosen':
      return option.isRight ? [] : [{ deed: deedOf('chosen', place), did: `chose ${text}` }];
    case 'order':
      return wrongPlaces(question, place).map((given) => {
        return { deed: deedOf('order', place, given), did: `put ${text} in place ${given}` };
      });
    case 'match':
      return wrongMatches(question, option).map(({ answer, given }) => {
        const did = `matched ${text} with ${quoted(answer)}`;
        return { deed: deedOf('match', place, given), did };
      });
  }
}

function wrongPlaces({ options }: Marked, place: number): number[] {
  return [...options.keys()].map((index) => index + 1).filter((given) => given !== place + 1);
}

function wrongMatches(question: Marked, option: QuestionOption) {
  return answersOf(question)
    .map((answer, given) => ({ answer, given }))
    .filter(({ answer }) => answer !== option.answer);
}

/** In a sentence that goes on: without a full stop of its own. */
function quoted(text: string): string {
  return `‘${text.replace(/\.$/, '')}’`;
}
