import { topicLabel } from '../offer/topics.ts';
import { counted, listed } from '../words.ts';
import { lengthOf, type Quiz } from './quiz.ts';

/** "2 questions on Prevent and 3 on Early help". */
export function partsInWords({ parts }: Pick<Quiz, 'parts'>): string {
  const each = parts.map(({ topic, count }, index) => {
    const questions = index === 0 ? counted(count, 'question', 'questions') : String(count);
    return `${questions} on ${topicLabel(topic)}`;
  });
  return listed(each);
}

/** "8 of 10 right answers pass, if every must-pass question among them is right." */
export function passMarkInWords(quiz: Pick<Quiz, 'parts' | 'passMark'>): string {
  return `${quiz.passMark} of ${lengthOf(quiz)} right answers pass, with every must-pass question among them`;
}

export function retryInWords({ retry }: Pick<Quiz, 'retry'>): string {
  return retry === 'at-once'
    ? 'At once, with new questions'
    : 'From the next day, with new questions';
}
