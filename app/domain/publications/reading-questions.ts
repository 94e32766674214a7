import { addDays, type Day, inWords } from '../days.ts';
import { counted, sentenceCase } from '../words.ts';

/** What somebody asked the lead about something to read, and the answer where there is one. */
export type ReadingQuestion = {
  id: number;
  editionId: number;
  edition: string;
  person: { id: number; name: string };
  words: string;
  askedOn: Day;
  answer: { words: string; on: Day; by: string } | null;
};

/** As what somebody answers questions today. */
export type Answering = { isLead: boolean; isHeadteacher: boolean };

type Answerer = Answering & {
  /** Was it asked by the reader themselves? */
  isOwn: boolean;
  /** Leads and deputies in post today beside whoever asked. */
  otherLeads: number;
};

/**
 * Why a reader may not answer a question; null where they may. Nobody answers their own; the
 * headteacher answers where no other lead is left.
 */
export function whyNotToAnswer({
  isOwn,
  isLead,
  isHeadteacher,
  otherLeads,
}: Answerer): string | null {
  if (isOwn) {
    return otherLeads > 0
      ? 'This is your own question: another lead answers it.'
      : 'This is your own question: the headteacher answers it.';
  }
  if (isLead || (isHeadteacher && otherLeads === 0)) return null;
  return 'Questions are answered by the designated safeguarding lead and deputies.';
}

/** For so many days an answer is told of on the asker's own page; it stays where it was asked. */
const TOLD_FOR_DAYS = 14;

/** Those of somebody's questions whose answer is news to them. */
export function answeredLately(questions: readonly ReadingQuestion[], on: Day): ReadingQuestion[] {
  return questions.filter(
    ({ answer }) => answer !== null && answer.on <= on && addDays(answer.on, TOLD_FOR_DAYS) >= on,
  );
}

/** "asked on 9 November 2026 about KCSIE 2026". */
export function askedInWords({ askedOn, edition }: Pick<ReadingQuestion, 'askedOn' | 'edition'>) {
  return `asked on ${inWords(askedOn)} about ${edition}`;
}

/** How many wait for an answer, the oldest first. */
export function openInWords([oldest, ...others]: readonly ReadingQuestion[]): string {
  if (oldest === undefined) return 'No question waits for an answer.';
  const n = others.length + 1;
  const wait = sentenceCase(counted(n, 'question waits', 'questions wait'));
  return `${wait} for an answer, ${n === 1 ? 'of' : 'the oldest of'} ${inWords(oldest.askedOn)}.`;
}
