import { schoolPolicy } from '#app/data/facts.ts';
import { type EditionAtSchool, findEditionAtSchool } from '#app/data/own-reading.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { listReadings } from '#app/data/signers.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { canBeDeclared, readingState } from '#app/domain/publications/reading.ts';
import { type Signers, signersOf } from '#app/domain/publications/signers.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/**
 * The edition that `?edition=` names; null where the address names none. Throws 404 where it is another
 * school's, or where declaring it would count for nothing.
 */
export function findSigningAt(request: Request, visit: SchoolVisit): EditionAtSchool | null {
  const query = new URL(request.url).searchParams;
  if (!query.has('edition')) return null;
  const { database, school, today } = visit;
  const at = findEditionAtSchool(database, school.id, parseId(query.get('edition') ?? ''));
  if (!at || !canBeDeclared(readingState(at.editions, at.edition, today))) throw notFound();
  return at;
}

/** As `findSigningAt`; 404 too where the address names no edition. */
export function requireSigningAt(request: Request, visit: SchoolVisit): EditionAtSchool {
  const at = findSigningAt(request, visit);
  if (!at) throw notFound();
  return at;
}

/** The editions that can be declared today, of which one is to be chosen. */
export function listSigningEditions({ database, school, today }: SchoolVisit) {
  return listPublicationsShown(database, school.id).flatMap(({ editions }) =>
    editions
      .filter((edition) => canBeDeclared(readingState(editions, edition, today)))
      .map(({ id, title }) => ({ id, title })),
  );
}

/** Who signs for this edition on paper, and who does not; two of one name are told apart. */
export function signersFor({ database, school, today }: SchoolVisit, at: EditionAtSchool): Signers {
  const readings = listReadings(database, school.id, at, today);
  const { appointmentKinds } = schoolPolicy(database, school.id);
  const people = readings.map(({ person }) => person);
  const apart = namesApart(people, appointmentKinds, today);
  return signersOf(
    readings.map(({ person: { id, sortName }, ...reading }) => ({
      ...reading,
      person: { id, name: nameApart(sortName, apart.get(id)) },
    })),
  );
}
