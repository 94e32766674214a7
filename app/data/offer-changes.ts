import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import { plainWords } from '#app/domain/offer/markdown.ts';
import type { FrontDoor, OfferWarning, SectionWords } from '#app/domain/offer/section.ts';
import { offerRevisions, offerSections, offers, offerWarnings } from '#db/schema.ts';
import type { Transaction } from './database.ts';
import { hashOfWords } from './offer.ts';

export function saveOffer(
  transaction: Transaction,
  schoolId: number,
  { name, frontDoor }: { name: string; frontDoor: FrontDoor | null },
): void {
  const row = {
    name,
    frontDoorName: frontDoor?.name ?? null,
    frontDoorTelephone: frontDoor?.telephone ?? null,
    frontDoorOutOfHours: frontDoor?.outOfHours ?? null,
    frontDoorHours: frontDoor?.hours ?? null,
    frontDoorCheckedOn: frontDoor?.checkedOn ?? null,
  };
  transaction
    .insert(offers)
    .values({ schoolId, ...row })
    .onConflictDoUpdate({ target: offers.schoolId, set: row })
    .run();
}

/** Adds a section at the end, with nothing in it yet. Answers its id. */
export function insertSection(transaction: Transaction, schoolId: number, topic: string): number {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from offer_sections
    where school_id = ${schoolId})`;
  return transaction
    .insert(offerSections)
    .values({ schoolId, topic, position })
    .returning({ id: offerSections.id })
    .get().id;
}

type Saved = { at: string; by: number | null };

/** Adds a draft after the section's other revisions. Answers its id. */
export function insertDraft(
  transaction: Transaction,
  sectionId: number,
  words: SectionWords,
  saved: Saved,
): number {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from offer_revisions
    where section_id = ${sectionId})`;
  return transaction
    .insert(offerRevisions)
    .values({ sectionId, number, ...columnsOf(words, saved) })
    .returning({ id: offerRevisions.id })
    .get().id;
}

export function updateDraft(
  transaction: Transaction,
  revisionId: number,
  words: SectionWords,
  saved: Saved,
): void {
  transaction
    .update(offerRevisions)
    .set(columnsOf(words, saved))
    .where(eq(offerRevisions.id, revisionId))
    .run();
}

export function deleteDraft(transaction: Transaction, revisionId: number): void {
  transaction.delete(offerRevisions).where(eq(offerRevisions.id, revisionId)).run();
}

/** Only for a section that says nothing and never said anything. */
export function deleteSection(transaction: Transaction, sectionId: number): void {
  transaction.delete(offerSections).where(eq(offerSections.id, sectionId)).run();
}

function columnsOf({ source, ...words }: SectionWords, { at, by }: Saved) {
  return {
    ...words,
    wordsHash: hashOfWords(words),
    sourceDocument: source.document,
    sourcePlace: source.place,
    savedAt: at,
    savedBy: by,
  };
}

/** From now on the draft is what is read, and what is found. */
export function publishDraft(
  transaction: Transaction,
  draft: { id: number; sectionId: number } & Pick<SectionWords, 'title' | 'summary' | 'body'>,
  { at, by }: Saved,
): void {
  transaction
    .update(offerRevisions)
    .set({ publishedAt: at, publishedBy: by })
    .where(eq(offerRevisions.id, draft.id))
    .run();
  putIntoSearch(transaction, draft.sectionId, draft);
}

/** What is found from now on when somebody looks for these words. */
export function putIntoSearch(
  transaction: Transaction,
  sectionId: number,
  { title, summary, body }: Pick<SectionWords, 'title' | 'summary' | 'body'>,
): void {
  removeFromSearch(transaction, sectionId);
  transaction.run(sql`insert into offer_search (rowid, title, summary, body)
    values (${sectionId}, ${title}, ${summary}, ${plainWords(body)})`);
}

export function removeFromSearch(transaction: Transaction, sectionId: number): void {
  transaction.run(sql`delete from offer_search where rowid = ${sectionId}`);
}

export function setRetired(transaction: Transaction, sectionId: number, from: Day | null): void {
  transaction
    .update(offerSections)
    .set({ retiredFrom: from })
    .where(eq(offerSections.id, sectionId))
    .run();
}

export function insertWarning(
  transaction: Transaction,
  schoolId: number,
  warning: OfferWarning,
): number {
  return transaction
    .insert(offerWarnings)
    .values({ schoolId, ...warning })
    .returning({ id: offerWarnings.id })
    .get().id;
}

/** Notes what was done about a warning; null for both: it is open again. */
export function setDealtWith(
  transaction: Transaction,
  { schoolId, warningId }: { schoolId: number; warningId: number },
  { on, how }: { on: Day | null; how: string | null },
): void {
  transaction
    .update(offerWarnings)
    .set({ dealtWithOn: on, dealtWith: how })
    .where(and(eq(offerWarnings.schoolId, schoolId), eq(offerWarnings.id, warningId)))
    .run();
}
