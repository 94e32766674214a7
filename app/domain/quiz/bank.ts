import { counted } from '../words.ts';
import type { Question, QuestionType } from './question.ts';
import type { QuestionState } from './question-state.ts';
import type { QuizPart } from './quiz.ts';

/** A question of a school's bank with how it stands there. */
export type Banked = Pick<Question, 'topic' | 'section' | 'text' | 'mustPass'> & {
  type: QuestionType;
  isShared: boolean;
  state: QuestionState;
  /** To be checked for no other reason than that its section says something else now. */
  isForSectionAlone: boolean;
};

/** What is looked for in a bank. */
export type BankView = {
  topic: string | null;
  state: QuestionState | null;
  whose: 'shared' | 'own' | null;
};

/** Those of the bank that a view asks for, in the bank's order. */
export function questionsIn<T extends Banked>(bank: readonly T[], view: BankView): T[] {
  return bank.filter(
    ({ topic, state, isShared }) =>
      (view.topic === null || topic === view.topic) &&
      (view.state === null || state === view.state) &&
      (view.whose === null || isShared === (view.whose === 'shared')),
  );
}

/** "102 questions: 97 in use, 3 to check because their section changed and 2 set aside." */
export function bankAnswer(bank: readonly Banked[]): string {
  if (bank.length === 0) return 'There are no questions yet.';
  const of = (state: QuestionState) => bank.filter((question) => question.state === state);
  const total = counted(bank.length, 'question', 'questions');
  const toCheck = of('check-me');
  const aside = of('set-aside').length;
  const parts = [
    `${of('in-use').length} in use`,
    ...(toCheck.length > 0 ? [`${toCheck.length} to check${reasonFor(toCheck)}`] : []),
    ...(aside > 0 ? [`${aside} set aside`] : []),
  ];
  if (parts.length === 1 && toCheck.length + aside === 0) return `${total}, all in use.`;
  return `${total}: ${parts.join(', ')}.`;
}

function reasonFor(toCheck: readonly Banked[]): string {
  if (!toCheck.every(({ isForSectionAlone }) => isForSectionAlone)) return '';
  return toCheck.length === 1 ? ' because its section changed' : ' because their section changed';
}

/** How many questions to check cite each section, in the bank's order. */
export function sectionsToCheck(bank: readonly Banked[]): { section: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { section, state } of bank) {
    if (state === 'check-me') counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].map(([section, count]) => ({ section, count }));
}

/** How many questions can be drawn from a topic, and how many of them must be passed. */
export type Drawable = { topic: string; count: number; mustPass: number };

/** What can be drawn from each topic; topics of which nothing is in use are left out. */
export function drawableOf(bank: readonly Banked[]): Drawable[] {
  const byTopic = Map.groupBy(
    bank.filter(({ state }) => state === 'in-use'),
    ({ topic }) => topic,
  );
  return [...byTopic].map(([topic, questions]) => ({
    topic,
    count: questions.length,
    mustPass: questions.filter(({ mustPass }) => mustPass).length,
  }));
}

/** How many must-pass questions a quiz can draw at most: as the shares of its topics have room for them. */
export function mostMustPass(parts: readonly QuizPart[], drawable: readonly Drawable[]): number {
  return parts.reduce((sum, { topic, count }) => {
    const there = drawable.find((one) => one.topic === topic)?.mustPass ?? 0;
    return sum + Math.min(count, there);
  }, 0);
}
