import { findListFaults, type InductionListFile } from '../induction-list/list-file.ts';
import type { KeyedQuestion } from '../quiz/question.ts';
import { lengthOf, type Quiz } from '../quiz/quiz.ts';
import { counted } from '../words.ts';
import { findMarkdownFaults } from './markdown.ts';
import type { FrontDoor, OfferWarning, SectionWords } from './section.ts';
import { RESERVED_TOPICS } from './topics.ts';

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
  /** What starters do in their first weeks, in its order. */
  inductionLists: InductionListFile[];
  /** Keys of questions that the school does not use, and why. */
  setAside: { key: string; why: string | null }[];
  /** Keys of questions that somebody has yet to hold against the section. */
  toCheck: string[];
};

/** What the policy of a school knows by key: its requirements, and its kinds of appointment. */
type Known = { requirements: ReadonlySet<string>; kinds: ReadonlySet<string> };

/**
 * What files of a school say that no form of its would take, one line each: names of what is not
 * there, sections that no page can show as they are meant, quizzes that nobody can pass. Empty where
 * it all holds together.
 */
export function findContentFaults(content: SchoolContent, known: Known): string[] {
  const { sections, questions, quizzes } = content;
  return [
    ...doublesIn(
      'section',
      sections.map(({ topic }) => topic),
    ),
    ...doublesIn(
      'question',
      questions.map(({ key }) => key),
    ),
    ...doublesIn(
      'quiz',
      quizzes.map(({ key }) => key),
    ),
    ...sections.flatMap((section) =>
      told(`section ${section.topic}`, sectionFaults(section, known)),
    ),
    ...quizzes.flatMap((quiz) => told(`quiz ${quiz.key}`, quizFaults(quiz, known))),
    ...findListFaults(content.inductionLists, known),
  ];
}

function told(what: string, faults: string[]): string[] {
  return faults.map((fault) => `${what}: ${fault}`);
}

function sectionFaults(
  { topic, body, owner, audience }: SchoolContent['sections'][number],
  { kinds }: Known,
): string[] {
  const isReserved = RESERVED_TOPICS.some((reserved) => reserved === topic);
  return [
    ...(isReserved ? ['this is the address of another page: give it another topic'] : []),
    ...unknownKinds([...new Set([owner, ...audience.kinds])], kinds),
    ...findMarkdownFaults(body),
  ];
}

function quizFaults(quiz: Quiz, { requirements, kinds }: Known): string[] {
  const { requirement, audience, passMark, mustPassAtLeast } = quiz;
  const questions = counted(lengthOf(quiz), 'question', 'questions');
  const tooMany = (what: string, count: number) =>
    count > lengthOf(quiz) ? [`${what} is ${count}, and it has ${questions}`] : [];
  return [
    ...(requirement === null || requirements.has(requirement)
      ? []
      : [`there is no requirement ${requirement}`]),
    ...unknownKinds(audience.kinds, kinds),
    ...tooMany('passMark', passMark),
    ...tooMany('mustPassAtLeast', mustPassAtLeast),
  ];
}

function unknownKinds(named: readonly string[], known: ReadonlySet<string>): string[] {
  return named
    .filter((kind) => !known.has(kind))
    .map((kind) => `there is no kind of appointment ${kind}`);
}

function doublesIn(what: string, keys: string[]): string[] {
  const doubled = keys.filter((key, index) => keys.indexOf(key) < index);
  return [...new Set(doubled)].map((key) => `there are two of ${what} ${key}`);
}
