import { findPersonFacts, type KnownPerson } from '#app/data/facts.ts';
import { findPerson, type PersonRecord } from '#app/data/people.ts';
import { may } from '#app/domain/permissions.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit, type Visit } from './visit.ts';

type Address = { params: { id?: string } };

/** The person whom the address names. Throws 404 where it is nobody of this school. */
export function requirePersonAt(
  { params }: Address,
  { database, school }: SchoolVisit,
): PersonRecord {
  const person = findPerson(database, school.id, parseId(params.id));
  if (!person) throw notFound();
  return person;
}

/** As `requirePersonAt`, with all that status is reckoned from. */
export function requirePersonFactsAt(
  { params }: Address,
  { database, school }: SchoolVisit,
): KnownPerson {
  const person = findPersonFacts(database, school.id, parseId(params.id));
  if (!person) throw notFound();
  return person;
}

/**
 * The page of a person that somebody comes back to from a form that both the DSL and the
 * administrator have: the administrator's where the address says `from=admin`, or where the other is
 * not open to them.
 */
export function personPageOf(visit: Visit, personId: number, query: URLSearchParams): string {
  const toAdmin = query.get('from') === 'admin' || !may(visit.roles, 'see-training');
  const isAdmin = toAdmin && may(visit.roles, 'administer');
  return `/${isAdmin ? 'admin' : 'dsl'}/people/${personId}`;
}
