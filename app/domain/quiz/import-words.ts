import { TOPICS } from '../offer/topics.ts';
import { counted, listed } from '../words.ts';
import { type ImportOutcome, type ImportRow, writtenIn } from './question-import.ts';

/** What a preview says first: "12 new questions and 1 new revision; 3 are there already; …". */
export function importAnswer(counts: Record<ImportOutcome, number>, lines: number): string {
  const written = [
    counts.new === 0 ? null : counted(counts.new, 'new question', 'new questions'),
    counts.revision === 0 ? null : counted(counts.revision, 'new revision', 'new revisions'),
  ].filter((words) => words !== null);
  const rest = [
    written.length === 0 ? 'Nothing new' : listed(written),
    counts.same === 0 ? null : `${counts.same} there already`,
    counts.twice === 0 ? null : `${counts.twice} in the file twice`,
    lines === 0 ? null : `${lines} not taken, or not whole`,
  ].filter((words) => words !== null);
  return `${rest.join('; ')}. Nothing is written yet.`;
}

/**
 * What a preview warns of: topics and sections that questions to be written name and that the school's
 * offer does not have, by their keys as files name them.
 */
export function importWarnings(rows: readonly ImportRow[], sections: readonly string[]): string[] {
  const questions = writtenIn(rows).map(({ question }) => question);
  const inOffer = new Set(sections);
  const topics = new Set<string>([...TOPICS, ...sections]);
  return [
    ...missingWords(
      questions.map(({ topic }) => topic).filter((topic) => !topics.has(topic)),
      (one) => `${one ? 'belongs' : 'belong'} to what is no topic of the school’s offer`,
    ),
    ...missingWords(
      questions.map(({ section }) => section).filter((section) => !inOffer.has(section)),
      (one) => `${one ? 'cites' : 'cite'} what is no section of the school’s offer`,
    ),
  ];
}

/** So many names are told; a file can have one for each of its questions. */
const TOLD = 10;

function missingWords(missing: readonly string[], says: (one: boolean) => string): string[] {
  if (missing.length === 0) return [];
  const names = [...new Set(missing)];
  const more = names.length - TOLD;
  const told = listed([...names.slice(0, TOLD), ...(more > 0 ? [`${more} more`] : [])]);
  const those = counted(missing.length, 'question', 'questions');
  return [`${those} ${says(missing.length === 1)}: ${told}.`];
}
