import { topicLabel } from '../offer/topics.ts';
import { counted, listed } from '../words.ts';
import { notCompletableInWords } from './completable.ts';
import type { Lacking } from './draw.ts';
import type { QuizNeeds } from './needs.ts';

/** "Nobody can begin it: Prevent has 3 in use of the 5 it asks for." */
export function lacksWords(topics: readonly Lacking[]): string {
  const each = topics.map(
    ({ topic, has, needs }) => `${topicLabel(topic)} has ${has} in use of the ${needs} it asks for`,
  );
  return `Nobody can begin it: ${listed(each)}.`;
}

/** "It asks for 2 must-pass questions at least. Its topics can give none, so it is taken without." */
export function lacksMustPassWords({ has, asks }: { has: number; asks: number }): string {
  const asked = `It asks for ${counted(asks, 'must-pass question', 'must-pass questions')} at least`;
  return has === 0
    ? `${asked}. Its topics can give none, so it is taken without.`
    : `${asked}. Its topics can give ${has}, so it is taken with fewer.`;
}

/** "A pass completes nothing: Prevent is no longer asked for." */
export function completesNothingWords({
  requirement,
  why,
}: Pick<QuizNeeds['completingNothing'][number], 'requirement' | 'why'>): string {
  return `A pass completes nothing: ${notCompletableInWords(requirement, why)}.`;
}

/** "4 questions are to be checked: their section changed". */
export function toCheckWords({ count, isForSectionAlone }: QuizNeeds['toCheck']): string {
  const isOne = count === 1;
  const questions = isOne ? '1 question is' : `${count} questions are`;
  const why = isForSectionAlone ? `: ${isOne ? 'its' : 'their'} section changed` : '';
  return `${questions} to be checked${why}`;
}

/** Everything that a quiz's own page has to say of it, sentence by sentence. */
export function needsOfQuiz(needs: QuizNeeds, quizId: number): string[] {
  const isOf = ({ quiz }: { quiz: { id: number } }) => quiz.id === quizId;
  return [
    ...needs.lacking.filter(isOf).map(({ topics }) => lacksWords(topics)),
    ...needs.lackingMustPass.filter(isOf).map(lacksMustPassWords),
    ...needs.completingNothing.filter(isOf).map(completesNothingWords),
  ];
}
