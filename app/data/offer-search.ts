import { and, asc, eq, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import {
  FOUND_BEGINS,
  FOUND_ENDS,
  type FoundPart,
  foundParts,
  searchFor,
} from '#app/domain/offer/search.ts';
import { offerSections } from '#db/schema.ts';
import type { Reader } from './database.ts';
import { notRetired } from './offer.ts';

/** A section in which words were found, with the place where they stand. */
export type FoundSection = { topic: string; title: FoundPart[]; snippet: FoundPart[] };

/** Words of text round what was found. */
const SNIPPET_WORDS = 24;

/**
 * The school's sections that say something about what was typed, the best first; a word in the title
 * weighs most. Where none has all of the words, those that have any.
 */
export function searchSections(
  reader: Reader,
  schoolId: number,
  typed: string,
  on: Day,
): FoundSection[] {
  const asked = searchFor(typed);
  if (asked === null) return [];
  const found = matching(reader, schoolId, asked.all, on);
  return found.length > 0 ? found : matching(reader, schoolId, asked.any, on);
}

function matching(reader: Reader, schoolId: number, query: string, on: Day): FoundSection[] {
  const rank = sql`bm25(offer_search, 10.0, 4.0, 1.0)`;
  return reader
    .select({
      topic: offerSections.topic,
      title: sql<string>`highlight(offer_search, 0, ${FOUND_BEGINS}, ${FOUND_ENDS})`,
      snippet: sql<string>`snippet(offer_search, 2, ${FOUND_BEGINS}, ${FOUND_ENDS}, '…', ${SNIPPET_WORDS})`,
    })
    .from(sql`offer_search`)
    .innerJoin(offerSections, sql`${offerSections.id} = offer_search.rowid`)
    .where(
      and(sql`offer_search match ${query}`, eq(offerSections.schoolId, schoolId), notRetired(on)),
    )
    .orderBy(rank, asc(offerSections.position))
    .all()
    .map(({ topic, title, snippet }) => {
      return { topic, title: foundParts(title), snippet: foundParts(snippet) };
    });
}
