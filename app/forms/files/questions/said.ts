import type { KeyedQuestion } from '#app/domain/quiz/question.ts';

/** Words of a file, and whether they are to be read as HTML. */
export type Words = { isHtml: boolean; text: string };

export type SaidAnswer = {
  words: Words;
  /** How much of the mark it gives, in per cent. */
  weight: number;
  why: Words;
  /** What it is matched with. */
  goesWith: string;
};

/** A question as another program's file puts it, whatever the file's signs for it are. */
export type Said = {
  kind: 'one' | 'several' | 'true-false' | 'match' | 'order';
  stem: Words;
  /** What everybody is told afterwards. */
  general: Words;
  tags: string[];
  category: string;
  /** In `true-false`: true, then false. In `match` one without words goes with nothing. */
  answers: SaidAnswer[];
  /** What the file says besides and a question of ours has no place for, in sentences. */
  notes: string[];
};

/** What could not be taken, or not whole: where it stands and why, in sentences. */
export type Line = { number: number; what: string; why: string };

/** What a file held at one place. */
export type Found = {
  /** The question's number in the file, or its row. */
  number: number;
  what: string;
  /** The key that the file gives it; null: one is made from its name. */
  key: string | null;
  name: string;
} & Outcome;

export type Outcome =
  | { question: Omit<KeyedQuestion, 'key'>; notes: string[] }
  | { question: null; why: string };

export function refused(why: string): Outcome {
  return { question: null, why };
}

export type Read =
  | { ok: true; questions: KeyedQuestion[]; lines: Line[] }
  | { ok: false; message: string };

/** A file from which nothing is taken, in words that say what to do. */
export class UnreadableQuestions extends Error {
  override name = 'UnreadableQuestions';
}

/** More than a school's bank, far less than what keeps everybody waiting. */
const MOST_QUESTIONS = 300;

export function requireFewEnough(count: number): void {
  if (count <= MOST_QUESTIONS) return;
  const say = (n: number) => n.toLocaleString('en-GB');
  throw new UnreadableQuestions(
    `The file holds ${say(count)} questions; ${say(MOST_QUESTIONS)} can be read at a time. Divide it.`,
  );
}
