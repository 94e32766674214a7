import { listDeclarationsOf } from '#app/data/declarations.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { findEdition, findPublication } from '#app/data/publications.ts';
import { namesApart } from '#app/domain/names-apart.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';
import { currentOf, type DeclaredParts, type SchoolReads } from '#app/domain/publications/shown.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/** What the pages of publications are made from today. */
export function schoolReads({ database, school, today }: SchoolVisit) {
  const { policy, people } = schoolFacts(database, school.id);
  const apart = namesApart(people, policy.appointmentKinds, today);
  return { policy, people, apart, on: today } satisfies SchoolReads;
}

/** What people declared of a publication's edition in force, by person. */
export function declaredParts(
  { database, today }: SchoolVisit,
  publication: PublicationDetails,
): DeclaredParts {
  const current = currentOf(publication, today);
  return current === null ? new Map() : listDeclarationsOf(database, current.id);
}

/** The publication that an address names. Throws 404 where it is not this school's. */
export function requirePublicationAt(
  { database, school }: SchoolVisit,
  param: string | undefined,
): PublicationDetails {
  const publication = findPublication(database, school.id, parseId(param));
  if (!publication) throw notFound();
  return publication;
}

/** The edition that an address names, with its publication. Throws 404 where it is not this school's. */
export function requireEditionAt(
  visit: SchoolVisit,
  param: string | undefined,
): { edition: EditionDetails; publication: PublicationDetails } {
  const { database, school } = visit;
  const edition = findEdition(database, school.id, parseId(param));
  if (!edition) throw notFound();
  return { edition, publication: requirePublicationAt(visit, String(edition.publicationId)) };
}
