import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { FrontDoor, SectionWords } from '#app/domain/offer/section.ts';
import { offerRevisions, offerSections, offers } from '#db/schema.ts';
import type { Reader } from './database.ts';

/** What a school's offer is called where nobody has named it. */
const UNNAMED = 'Early help offer';

/** What the school calls its offer, and its local front door, where one is entered. */
export function findOffer(
  reader: Reader,
  schoolId: number,
): { name: string; frontDoor: FrontDoor | null } {
  const row = reader.select().from(offers).where(eq(offers.schoolId, schoolId)).get();
  if (!row) return { name: UNNAMED, frontDoor: null };
  const { frontDoorName: name, frontDoorTelephone: telephone, frontDoorCheckedOn: checkedOn } = row;
  if (name === null || telephone === null || checkedOn === null) {
    return { name: row.name, frontDoor: null };
  }
  const { frontDoorOutOfHours: outOfHours, frontDoorHours: hours } = row;
  return { name: row.name, frontDoor: { name, telephone, outOfHours, hours, checkedOn } };
}

/** A revision of a section, with where it belongs. */
export type SectionRevision = SectionWords & {
  id: number;
  sectionId: number;
  topic: string;
  /** 1, 2, 3… */
  number: number;
  wordsHash: string;
  retiredFrom: Day | null;
  savedAt: string;
  /** Null: a draft. */
  publishedAt: string | null;
};

/** The offer as it is read on a day: the published words of each section, in order. */
export function listSections(reader: Reader, schoolId: number, on: Day): SectionRevision[] {
  return published(reader)
    .where(and(eq(offerSections.schoolId, schoolId), notRetired(on)))
    .orderBy(asc(offerSections.position), asc(offerSections.id))
    .all()
    .map(revisionOf);
}

/** The section about this topic as it is read on a day, or null. */
export function findSectionOn(
  reader: Reader,
  schoolId: number,
  topic: string,
  on: Day,
): SectionRevision | null {
  const row = published(reader)
    .where(
      and(eq(offerSections.schoolId, schoolId), eq(offerSections.topic, topic), notRetired(on)),
    )
    .get();
  return row ? revisionOf(row) : null;
}

/** What is read on a day: it is not retired then. */
export function notRetired(on: Day) {
  return or(isNull(offerSections.retiredFrom), gt(offerSections.retiredFrom, on));
}

/** Joins each section with the published revision of the highest number. */
export function published(reader: Reader) {
  return reader
    .select()
    .from(offerSections)
    .innerJoin(
      offerRevisions,
      and(eq(offerRevisions.sectionId, offerSections.id), isLatestPublished),
    );
}

/** Is a revision what its section says now? */
export const isLatestPublished = sql`${offerRevisions.number} = (
  select max(r.number) from offer_revisions r
  where r.section_id = ${offerSections.id} and r.published_at is not null)`;

/** Every revision of one of the school's sections, the newest first; empty where it is not theirs. */
export function listRevisions(
  reader: Reader,
  schoolId: number,
  sectionId: number,
): SectionRevision[] {
  return reader
    .select()
    .from(offerSections)
    .innerJoin(offerRevisions, eq(offerRevisions.sectionId, offerSections.id))
    .where(and(eq(offerSections.schoolId, schoolId), eq(offerSections.id, sectionId)))
    .orderBy(desc(offerRevisions.number))
    .all()
    .map(revisionOf);
}

/**
 * Every section of the offer, by topic, with the hash of its words as they are read. One that is
 * retired is none: retiring takes effect on the day on which it is decided.
 */
export function sectionHashes(reader: Reader, schoolId: number): Map<string, string> {
  const rows = reader
    .select({ topic: offerSections.topic, hash: offerRevisions.wordsHash })
    .from(offerSections)
    .innerJoin(offerRevisions, eq(offerRevisions.sectionId, offerSections.id))
    .where(
      and(
        eq(offerSections.schoolId, schoolId),
        isNull(offerSections.retiredFrom),
        isNotNull(offerRevisions.publishedAt),
      ),
    )
    .orderBy(asc(offerRevisions.number))
    .all();
  return new Map(rows.map(({ topic, hash }) => [topic, hash]));
}

type Joined = {
  offer_sections: typeof offerSections.$inferSelect;
  offer_revisions: typeof offerRevisions.$inferSelect;
};

export function revisionOf({
  offer_sections: section,
  offer_revisions: row,
}: Joined): SectionRevision {
  return {
    id: row.id,
    sectionId: section.id,
    topic: section.topic,
    number: row.number,
    title: row.title,
    summary: row.summary,
    body: row.body,
    wordsHash: row.wordsHash,
    audience: row.audience,
    source: { document: row.sourceDocument, place: row.sourcePlace },
    checkedOn: row.checkedOn,
    reviewBy: row.reviewBy,
    owner: row.owner,
    retiredFrom: section.retiredFrom,
    savedAt: row.savedAt,
    publishedAt: row.publishedAt,
  };
}

/** By it a question knows that the words it rests on are others now. */
export function hashOfWords({ title, body }: Pick<SectionWords, 'title' | 'body'>): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex');
}
