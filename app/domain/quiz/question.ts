export const QUESTION_TYPES = [
  'one',
  'several',
  'true-false',
  'order',
  'match',
  'scenario',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/**
 * What can be answered. An option is known by its place in the revision, from 0; the order in which
 * options are shown is the attempt's own.
 */
export type QuestionOption = {
  text: string;
  /** To be chosen. In `order` and `match` every option is true. */
  isRight: boolean;
  /** What it goes with, in `match`. */
  answer: string | null;
  /** Why it is right or wrong; why it stands here, in `order`. */
  why: string;
};

/** A question as it is written. What is true of it stands in `findQuestionFaults`. */
export type Question = {
  topic: string;
  /** The topic of the section of the offer that it cites. */
  section: string;
  type: QuestionType;
  /** Answered wrongly, it fails the attempt whatever the score. */
  mustPass: boolean;
  /** What happens, in a `scenario`. */
  story: string | null;
  text: string;
  /** In `order`: in the right order. In `true-false`: true, then false. */
  options: QuestionOption[];
  /** Answers that go with nothing, in `match`. */
  extras: string[];
  source: { document: string; place: string };
};

/** A question of a bank, under the key by which files know it. */
export type KeyedQuestion = Question & { key: string };

/**
 * What somebody answered. `chosen`: the options that were chosen. `places`: for each option its
 * place in the order, from 1; null where none was given. `answers`: for each option what it was
 * matched with, as a place in `answersOf`; null where nothing was.
 */
export type QuestionAnswer =
  | { kind: 'chosen'; chosen: number[] }
  | { kind: 'order'; places: (number | null)[] }
  | { kind: 'match'; answers: (number | null)[] };

/** What can be matched in a `match`: the right answers in the order of the options, then the extras. */
export function answersOf({ options, extras }: Pick<Question, 'options' | 'extras'>): string[] {
  return [...options.map(({ answer }) => answer ?? ''), ...extras];
}
