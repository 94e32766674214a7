import type { KeyedQuestion } from '../quiz/question.ts';
import type { Quiz } from '../quiz/quiz.ts';
import type { FrontDoor, OfferWarning, SectionWords } from './section.ts';

/** What a school teaches, as its files state it: the offer, and the questions and quizzes on it. */
export type SchoolContent = {
  /** Null: nobody has named it, and no front door is entered. */
  offer: { name: string; frontDoor: FrontDoor | null } | null;
  /** In the order in which they are read. */
  sections: (SectionWords & { topic: string })[];
  warnings: OfferWarning[];
  /** The school's own. */
  questions: KeyedQuestion[];
  quizzes: Quiz[];
  /** Keys of questions that the school does not use, and why. */
  setAside: { key: string; why: string | null }[];
  /** Keys of questions that somebody has yet to hold against the section. */
  toCheck: string[];
};

/** What files name that is not there, one line each; empty where it all holds together. */
export function findContentFaults(content: SchoolContent, requirements: Set<string>): string[] {
  return [
    ...doublesIn(
      'section',
      content.sections.map(({ topic }) => topic),
    ),
    ...doublesIn(
      'question',
      content.questions.map(({ key }) => key),
    ),
    ...doublesIn(
      'quiz',
      content.quizzes.map(({ key }) => key),
    ),
    ...content.quizzes.flatMap(({ key, requirement }) => {
      if (requirement === null || requirements.has(requirement)) return [];
      return [`quiz ${key}: there is no requirement ${requirement}`];
    }),
  ];
}

function doublesIn(what: string, keys: string[]): string[] {
  const doubled = keys.filter((key, index) => keys.indexOf(key) < index);
  return [...new Set(doubled)].map((key) => `there are two of ${what} ${key}`);
}
