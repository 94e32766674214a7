import type { LoaderFunctionArgs } from '@remix-run/node';
import { schoolFacts } from '#app/data/facts.ts';
import { findMopUp, type SessionMopUp } from '#app/data/mop-ups.ts';
import { namesApart } from '#app/domain/names-apart.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

/** The list of the session that the address names, of this school. Throws 404. */
export function requireMopUpAt(
  { params }: Pick<LoaderFunctionArgs, 'params'>,
  { database, school, today }: SchoolVisit,
): SessionMopUp {
  const found = findMopUp(database, school.id, parseId(params.id), today);
  if (!found) throw notFound();
  return found;
}

/** What the words of the list are made from. */
export function groundOf({ session, missed }: SessionMopUp, visit: SchoolVisit) {
  const { policy, people } = schoolFacts(visit.database, visit.school.id);
  const apart = namesApart(people, policy.appointmentKinds, visit.today);
  return { policy, missed, sittings: session.sittings, apart };
}

/** The address of the list. */
export function mopUpHome({ session }: Pick<SessionMopUp, 'session'>): string {
  return `/dsl/sessions/${session.id}/mop-up`;
}
