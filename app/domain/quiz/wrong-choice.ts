import { answerKindOf, type Marked } from './mark.ts';
import { answersOf, type QuestionAnswer } from './question.ts';
import { FEWEST_ATTEMPTS } from './statistics.ts';

/** What was done wrongly most often, by how many of how many. */
export type WrongChoice = { count: number; of: number; words: string };

/**
 * "18 of 40 chose ‘Tell the parents first’." Of first attempts; null below ten of them and where
 * nothing wrong was chosen. Of two that are equally frequent, the one that stands first in the question.
 */
export function mostChosenWrong(
  question: Marked,
  answers: readonly (QuestionAnswer | null)[],
): WrongChoice | null {
  const of = answers.length;
  if (of < FEWEST_ATTEMPTS) return null;
  const counts = new Map<string, number>();
  for (const place of question.options.keys()) {
    for (const answer of answers) {
      const did = wrongAt(question, place, answer);
      if (did !== null) counts.set(did, (counts.get(did) ?? 0) + 1);
    }
  }
  const most = [...counts].toSorted(([, a], [, b]) => b - a)[0];
  if (most === undefined) return null;
  const [did, count] = most;
  return { count, of, words: `${count} of ${of} ${did}.` };
}

/** What somebody did wrongly with one option, or null. */
function wrongAt(question: Marked, place: number, answer: QuestionAnswer | null): string | null {
  const option = question.options[place];
  if (option === undefined || answer?.kind !== answerKindOf(question.type)) return null;
  if (answer.kind === 'chosen') {
    const isWrong = answer.chosen.includes(place) && !option.isRight;
    return isWrong ? `chose ${quoted(option.text)}` : null;
  }
  if (answer.kind === 'order') {
    const given = answer.places[place] ?? null;
    const isWrong = given !== null && given !== place + 1;
    return isWrong ? `put ${quoted(option.text)} in place ${given}` : null;
  }
  const given = answersOf(question)[answer.answers[place] ?? -1];
  if (given === undefined || given === option.answer) return null;
  return `matched ${quoted(option.text)} with ${quoted(given)}`;
}

/** In a sentence that goes on: without a full stop of its own. */
function quoted(text: string): string {
  return `‘${text.replace(/\.$/, '')}’`;
}
