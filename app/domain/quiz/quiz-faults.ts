import { topicLabel } from '../offer/topics.ts';
import { counted } from '../words.ts';
import { type Drawable, mostMustPass } from './bank.ts';
import { lengthOf, type Quiz, type QuizPart } from './quiz.ts';

/** As many questions as one attempt has at most. */
export const LONGEST_QUIZ = 50;

/** The field of the form that says how many questions a topic gives. */
export function countField(topic: string): string {
  return `count-${topic}`;
}

type Draft = Omit<Quiz, 'key' | 'requirement'>;
type Asked = Pick<Quiz, 'parts' | 'mustPassAtLeast'>;
type Given = {
  /** What the bank can give. */
  drawable: readonly Drawable[];
  /** Titles of the school's other quizzes that are in use. */
  otherTitles: readonly string[];
  /** What a quiz that is changed asks so far; null: a new one. */
  before: Asked | null;
};

/**
 * What is wrong with a quiz as it is to be set, field by field. A topic stands in one part alone.
 * What the bank can give is judged where the quiz asks for something else than before: what it asked
 * already may be lacking for a time, while questions are to be checked, and its title can be changed
 * all the same.
 */
export function findQuizFaults(
  quiz: Draft,
  { drawable, otherTitles, before }: Given,
): { field: string; message: string }[] {
  const length = lengthOf(quiz);
  const faults = [
    ...(otherTitles.some((title) => isSameTitle(title, quiz.title))
      ? [{ field: 'title', message: `There is a quiz called ${quiz.title} already` }]
      : []),
    ...partFaults(quiz, before, drawable),
  ];
  // How many pass, or must be passed, says nothing while the number of questions is wrong.
  if (faults.some(({ field }) => field !== 'title')) return faults;
  const mustPass = asksTheSame(quiz, before) ? [] : mustPassFaults(quiz, drawable);
  return [...faults, ...passFaults(quiz, length), ...mustPass];
}

function asksTheSame(quiz: Asked, before: Asked | null): boolean {
  return (
    before !== null &&
    quiz.mustPassAtLeast === before.mustPassAtLeast &&
    quiz.parts.length === before.parts.length &&
    quiz.parts.every((part) => isPartOf(part, before))
  );
}

function isPartOf({ topic, count }: QuizPart, before: Asked | null): boolean {
  return before?.parts.some((part) => part.topic === topic && part.count === count) ?? false;
}

function isSameTitle(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en-GB') === other.toLocaleLowerCase('en-GB');
}

function partFaults({ parts }: Draft, before: Asked | null, drawable: readonly Drawable[]) {
  const first = parts[0] ?? drawable[0];
  const atStart = first ? countField(first.topic) : 'parts';
  const length = lengthOf({ parts });
  if (length === 0) {
    return [{ field: atStart, message: 'Say how many questions come from at least one topic' }];
  }
  const changed = parts.filter((part) => !isPartOf(part, before));
  const lacking = changed.flatMap(({ topic, count }) => {
    const has = drawable.find((one) => one.topic === topic)?.count ?? 0;
    return count <= has
      ? []
      : [{ field: countField(topic), message: lackingWords(topic, has, count) }];
  });
  if (lacking.length > 0 || length <= LONGEST_QUIZ) return lacking;
  const message = `A quiz has ${LONGEST_QUIZ} questions at most; these are ${length}`;
  return [{ field: atStart, message }];
}

function lackingWords(topic: string, has: number, asked: number): string {
  const there = has === 1 ? 'is 1 question' : `are ${counted(has, 'question', 'questions')}`;
  return `${topicLabel(topic)}: there ${there} in use, and ${asked} ${asked === 1 ? 'is' : 'are'} asked for`;
}

function passFaults({ passMark }: Draft, length: number) {
  if (passMark >= 1 && passMark <= length) return [];
  const questions = counted(length, 'question', 'questions');
  const message =
    length === 1
      ? 'The quiz has 1 question: the pass mark can only be 1'
      : `The quiz has ${questions}: the pass mark must be from 1 to ${length}`;
  return [{ field: 'passMark', message }];
}

/** No more must-pass questions than the shares of the topics have room for. */
function mustPassFaults({ parts, mustPassAtLeast }: Draft, drawable: readonly Drawable[]) {
  const most = mostMustPass(parts, drawable);
  if (mustPassAtLeast <= most) return [];
  const message =
    most === 0
      ? 'None of the questions of these topics must be passed: enter 0'
      : `These topics can give ${counted(most, 'must-pass question', 'must-pass questions')} at most; ${mustPassAtLeast} are asked for`;
  return [{ field: 'mustPassAtLeast', message }];
}
