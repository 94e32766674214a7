import { topicLabel } from '../offer/topics.ts';
import { audienceInWords } from '../rule-words.ts';
import type { AppointmentKind } from '../types.ts';
import { counted, listed } from '../words.ts';
import { lengthOf, type Quiz } from './quiz.ts';

/** What a quiz is, row by row. */
export function quizFacts(
  quiz: Quiz & { requirementName: string | null },
  kinds: readonly AppointmentKind[],
): { key: string; value: string }[] {
  const must = quiz.mustPassAtLeast;
  return [
    { key: 'Questions', value: partsInWords(quiz) },
    ...(must > 0 ? [{ key: 'Must-pass questions', value: `At least ${must} of them` }] : []),
    { key: 'To pass', value: passMarkInWords(quiz) },
    { key: 'For', value: audienceInWords(quiz.audience, kinds) },
    { key: 'A pass completes', value: quiz.requirementName ?? 'Nothing' },
    {
      key: 'Practice',
      value: quiz.allowsPractice ? 'Allowed; it counts for nothing' : 'Not offered',
    },
    { key: 'After a fail', value: retryInWords(quiz) },
  ];
}

/** "2 questions on Prevent and 3 on Early help". */
function partsInWords({ parts }: Pick<Quiz, 'parts'>): string {
  const each = parts.map(({ topic, count }, index) => {
    const questions = index === 0 ? counted(count, 'question', 'questions') : String(count);
    return `${questions} on ${topicLabel(topic)}`;
  });
  return listed(each);
}

/** "8 of 10 right, and every must-pass question right". */
function passMarkInWords(quiz: Pick<Quiz, 'parts' | 'passMark'>): string {
  return `${quiz.passMark} of ${lengthOf(quiz)} right, and every must-pass question right`;
}

function retryInWords({ retry }: Pick<Quiz, 'retry'>): string {
  return retry === 'at-once'
    ? 'At once, with new questions'
    : 'From the next day, with new questions';
}
