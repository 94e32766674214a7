import type { Database } from '#app/data/database.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { insertDraft, insertSection, publishDraft } from '#app/data/offer-changes.ts';
import { addDecision } from '#app/data/questions.ts';
import { day } from '#app/domain/days.ts';
import type { SectionWords } from '#app/domain/offer/section.ts';
import { write } from './people.ts';

const SAVED = { at: '2026-09-01T09:00:00.000Z', by: null };

/** The ids of the sections that a test has published, so that they can be published anew. */
const known = new Map<Database, Map<string, number>>();

/** Publishes what a section of a school's offer says, for the first time or anew. */
export function publishSection(
  database: Database,
  schoolId: number,
  topic: string,
  body = `What the school says on ${topic}.`,
): void {
  const words: SectionWords = {
    title: topic === 'prevent' ? 'Prevent' : topic,
    summary: 'In short.',
    body,
    audience: { categories: ['staff'], kinds: [] },
    source: { document: 'The policy', place: 'Section 6' },
    checkedOn: day('2026-09-01'),
    reviewBy: day('2027-08-31'),
    owner: 'dsl',
  };
  const sections = known.get(database) ?? new Map<string, number>();
  known.set(database, sections);
  write(database, (transaction) => {
    const name = `${schoolId} ${topic}`;
    const sectionId = sections.get(name) ?? insertSection(transaction, schoolId, topic);
    sections.set(name, sectionId);
    const id = insertDraft(transaction, sectionId, words, SAVED);
    publishDraft(transaction, { id, sectionId, ...words }, SAVED);
  });
}

type Decided = { questionId: number; revisionId: number };

/** Writes a decision of a school about a question, against its section on Prevent as that stands. */
export function decided(
  database: Database,
  schoolId: number,
  { questionId, revisionId }: Decided,
  decision: 'confirmed' | 'set-aside' = 'confirmed',
): void {
  const sectionWords = sectionHashes(database, schoolId).get('prevent') ?? null;
  const decidedAt = SAVED.at;
  write(database, (transaction) => {
    const why = decision === 'set-aside' ? 'It is about another county.' : null;
    const row = { schoolId, questionId, revisionId, decision, sectionWords, why, decidedAt };
    addDecision(transaction, row);
  });
}
