import type { Database } from '#app/data/database.ts';
import { findPersonFacts, type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { type EditionAtSchool, findEditionAtSchool } from '#app/data/own-reading.ts';
import type { School } from '#app/data/schools.ts';
import type { Day } from '#app/domain/days.ts';
import { leadsInWords, leadsOf } from '#app/domain/leads.ts';
import { notFound } from './answers.ts';
import { parseId } from './visit.ts';

type Own = { database: Database; school: School; personId: number; today: Day };

/**
 * The edition that the address names, and who reads it. Throws 404 where it is another school's, or a
 * draft, which only leads see.
 */
export function requireReadingAt(
  { params }: { params: { editionId?: string } },
  { database, school, personId }: Own,
): { at: EditionAtSchool; person: KnownPerson } {
  const at = findEditionAtSchool(database, school.id, parseId(params.editionId));
  const person = findPersonFacts(database, school.id, personId);
  if (!at || !person || at.edition.state === 'draft') throw notFound();
  return { at, person };
}

/** Who answers the reader's questions today. */
export function leadsFor({ database, school, personId, today }: Own): string {
  return leadsInWords(leadsOf(schoolFacts(database, school.id).people, today, personId));
}
