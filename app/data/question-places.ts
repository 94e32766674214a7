import type { Day } from '#app/domain/days.ts';
import { TOPICS, topicLabel } from '#app/domain/offer/topics.ts';
import type { Question } from '#app/domain/quiz/question.ts';
import type { Reader } from './database.ts';
import { listSections } from './offer.ts';
import { listBank } from './questions.ts';

type Choice = { value: string; label: string };

/** What a question of the school's may belong to: topics, and sections of the offer on a day. */
export type QuestionPlaces = { topics: Choice[]; sections: Choice[] };

/**
 * The topics that the school knows, and the sections of its offer; beside them what a question
 * belongs to already, which may be in the offer no longer.
 */
export function questionPlaces(
  reader: Reader,
  schoolId: number,
  on: Day,
  question?: Pick<Question, 'topic' | 'section'>,
): QuestionPlaces {
  const sections = listSections(reader, schoolId, on).map(({ topic, title }) => {
    return { value: topic, label: title };
  });
  const isMissing = question && !sections.some(({ value }) => value === question.section);
  const own = isMissing ? [choiceOf(question.section)] : [];
  const topics = new Set([
    ...TOPICS,
    ...sections.map(({ value }) => value),
    ...listBank(reader, schoolId).map(({ topic }) => topic),
  ]);
  return { topics: [...topics].map(choiceOf), sections: [...sections, ...own] };
}

function choiceOf(topic: string): Choice {
  return { value: topic, label: topicLabel(topic) };
}
