import { type Day, inWords } from '../days.ts';
import { topicLabel } from '../offer/topics.ts';
import type { Question } from './question.ts';
import { attemptsSoFar, type Figured, indexWords } from './question-figures.ts';
import { FEWEST_ATTEMPTS, statisticWords } from './statistics.ts';

/** A question as the lead reads of it: what it asks, what was missed, and what the figures mean. */
export type LookShown = {
  questionId: number;
  story: string | null;
  text: string;
  /** "Prevent, shared": with the other schools of the trust. */
  about: string;
  /** "18 of 40 chose ‘Tell the parents first’."; null where nothing can be said. */
  missed: string | null;
  meaning: string;
  index: string;
  briefing: InBriefing;
};

/** Whether a question is on the list for a briefing, or when it was spoken of. */
export type InBriefing = { waits: boolean; said: string | null };

type Asked = Question & { id: number; questionId: number; isShared: boolean };
type Point = { saidOn: Day | null } | undefined;

/** A question in words. */
export function lookShown(
  { question, statistics, missed }: Figured<Asked>,
  point: Point,
): LookShown {
  const { questionId, story, text, topic, isShared } = question;
  const isKnown = statistics.attempts >= FEWEST_ATTEMPTS;
  return {
    questionId,
    story,
    text,
    about: `${topicLabel(topic)}, ${isShared ? 'shared' : 'the school’s own'}`,
    missed: missed?.words ?? null,
    meaning: isKnown ? statisticWords(statistics) : attemptsSoFar(statistics.attempts),
    index: indexWords(statistics),
    briefing: inBriefing(point),
  };
}

export function inBriefing(point: Point): InBriefing {
  if (point === undefined) return { waits: false, said: null };
  if (point.saidOn === null) return { waits: true, said: null };
  return { waits: false, said: `Said on ${inWords(point.saidOn)}` };
}
