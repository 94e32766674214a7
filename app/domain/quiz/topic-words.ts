import { topicLabel } from '../offer/topics.ts';
import { counted } from '../words.ts';
import type { TopicFigure } from './topic-figures.ts';

export type ShownTopic = ReturnType<typeof topicShown>;

/** A topic in words: "Prevent", "61 of 90 answers right", "18 people". */
export function topicShown({ topic, right, of, people }: TopicFigure) {
  return {
    topic,
    right,
    of,
    label: topicLabel(topic),
    figure: answersRight({ right, of }),
    people: counted(people, 'person', 'people'),
  };
}

export function answersRight({ right, of }: Pick<TopicFigure, 'right' | 'of'>): string {
  return `${right} of ${of} answers right`;
}
