import { and, asc, desc, eq, isNull, lt, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Day } from '#app/domain/days.ts';
import type { PastSection } from '#app/domain/tasks.ts';
import { accounts, offerRevisions, offerSections } from '#db/schema.ts';
import type { Reader } from './database.ts';
import {
  isLatestPublished,
  notRetired,
  published,
  revisionOf,
  type SectionRevision,
} from './offer.ts';

/** A section as those see it who write the offer: what is read, and what may be read next. */
export type EditedSection = {
  id: number;
  topic: string;
  retiredFrom: Day | null;
  published: SectionRevision | null;
  draft: SectionRevision | null;
};

/** Every section of the school's, retired ones too, in the order in which they are read. */
export function listEditedSections(reader: Reader, schoolId: number): EditedSection[] {
  return edited(reader, eq(offerSections.schoolId, schoolId));
}

/** One of the school's sections, or null. */
export function findEditedSection(
  reader: Reader,
  schoolId: number,
  sectionId: number,
): EditedSection | null {
  const own = and(eq(offerSections.schoolId, schoolId), eq(offerSections.id, sectionId));
  return edited(reader, own)[0] ?? null;
}

function edited(reader: Reader, which: SQL | undefined): EditedSection[] {
  const rows = reader
    .select()
    .from(offerSections)
    .innerJoin(offerRevisions, eq(offerRevisions.sectionId, offerSections.id))
    .where(and(which, or(isNull(offerRevisions.publishedAt), isLatestPublished)))
    .orderBy(asc(offerSections.position), asc(offerSections.id))
    .all();
  const bySection = Map.groupBy(rows, ({ offer_sections: { id } }) => id);
  return [...bySection.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, topic, retiredFrom } = first.offer_sections;
    const revisions = own.map(revisionOf);
    const published = revisions.find(({ publishedAt }) => publishedAt !== null) ?? null;
    const draft = revisions.find(({ publishedAt }) => publishedAt === null) ?? null;
    return [{ id, topic, retiredFrom, published, draft }];
  });
}

/** A revision that was published, with who wrote it down and who put it where it is read. */
export type PublishedRevision = SectionRevision & {
  publishedAt: string;
  savedBy: string | null;
  publishedBy: string | null;
};

/** What one of the school's sections ever said, the newest first. */
export function listPublishedRevisions(
  reader: Reader,
  schoolId: number,
  sectionId: number,
): PublishedRevision[] {
  const savers = alias(accounts, 'savers');
  const publishers = alias(accounts, 'publishers');
  return reader
    .select({ offer_sections: offerSections, offer_revisions: offerRevisions, savers, publishers })
    .from(offerSections)
    .innerJoin(offerRevisions, eq(offerRevisions.sectionId, offerSections.id))
    .leftJoin(savers, eq(savers.id, offerRevisions.savedBy))
    .leftJoin(publishers, eq(publishers.id, offerRevisions.publishedBy))
    .where(and(eq(offerSections.schoolId, schoolId), eq(offerSections.id, sectionId)))
    .orderBy(desc(offerRevisions.number))
    .all()
    .flatMap(({ savers, publishers, ...row }) => {
      const { publishedAt, ...revision } = revisionOf(row);
      if (publishedAt === null) return [];
      const names = { savedBy: savers?.name ?? null, publishedBy: publishers?.name ?? null };
      return [{ ...revision, publishedAt, ...names }];
    });
}

/** The sections that are read on a day and past their review, the longest past first. */
export function listPastReview(reader: Reader, schoolId: number, on: Day): PastSection[] {
  return published(reader)
    .where(
      and(eq(offerSections.schoolId, schoolId), notRetired(on), lt(offerRevisions.reviewBy, on)),
    )
    .orderBy(asc(offerRevisions.reviewBy), asc(offerSections.position))
    .all()
    .map(({ offer_sections: { id, topic }, offer_revisions: { title, reviewBy } }) => {
      return { id, topic, title, reviewBy };
    });
}
