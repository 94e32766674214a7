import { eq } from 'drizzle-orm';
import { offerRevisions, offerSections, quizzes } from '#db/schema.ts';
import type { Reader } from './database.ts';

/** The kinds of appointment that the school's quizzes and its offer, old revisions included, name one by one. */
export function kindsTaught(reader: Reader, schoolId: number): Set<string> {
  const forQuizzes = reader
    .select({ audience: quizzes.audience })
    .from(quizzes)
    .where(eq(quizzes.schoolId, schoolId))
    .all();
  const ofSections = reader
    .select({ audience: offerRevisions.audience, owner: offerRevisions.owner })
    .from(offerRevisions)
    .innerJoin(offerSections, eq(offerSections.id, offerRevisions.sectionId))
    .where(eq(offerSections.schoolId, schoolId))
    .all();
  return new Set([
    ...[...forQuizzes, ...ofSections].flatMap(({ audience }) => audience.kinds),
    ...ofSections.map(({ owner }) => owner),
  ]);
}
