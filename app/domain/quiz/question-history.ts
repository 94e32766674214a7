import type { Question } from './question.ts';
import { questionChanges } from './question-words.ts';

type Revision = { id: number; number: number; at: string; by: string | null; words: Question };
type Decision = {
  id: number;
  decision: 'confirmed' | 'set-aside';
  why: string | null;
  at: string;
  by: string | null;
};

/** Something that became of a question: a revision of it, or what the school decided. */
export type QuestionEvent = {
  key: string;
  at: string;
  by: string | null;
  title: string;
  /** What changed, or why. */
  words: string[];
};

/** Everything that became of a question at a school, the newest first. */
export function questionHistory(
  revisions: readonly Revision[],
  decisions: readonly Decision[],
): QuestionEvent[] {
  const inOrder = revisions.toSorted((a, b) => a.number - b.number);
  const written = inOrder.map((revision, index) => writtenOf(revision, inOrder[index - 1]));
  const decided = decisions.toSorted((a, b) => a.id - b.id).map(decidedOf);
  // What was decided in the moment of writing came after it.
  return [...written, ...decided]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reverse();
}

function writtenOf({ id, number, at, by, words }: Revision, before?: Revision): QuestionEvent {
  const isFirst = before === undefined;
  return {
    key: `revision-${id}`,
    at,
    by,
    title: isFirst ? 'Written' : `Changed: revision ${number}`,
    words: isFirst ? [] : questionChanges(before.words, words),
  };
}

function decidedOf({ id, decision, why, at, by }: Decision): QuestionEvent {
  const title = decision === 'confirmed' ? 'Confirmed: it fits its section' : 'Set aside';
  return { key: `decision-${id}`, at, by, title, words: why === null ? [] : [why] };
}
