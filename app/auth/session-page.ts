import { findSession, type SittingRecord, type WholeSession } from '#app/data/sessions.ts';
import { notFound } from './answers.ts';
import { parseId, type SchoolVisit } from './visit.ts';

type Address = { params: { id?: string; sittingId?: string } };

/** The session that the address names. Throws 404 where it is none of this school. */
export function requireSessionAt(
  { params }: Address,
  { database, school }: SchoolVisit,
): WholeSession {
  const session = findSession(database, school.id, parseId(params.id));
  if (!session) throw notFound();
  return session;
}

/** The sitting that the address names, with its session and where its pages are. Throws 404. */
export function requireSittingAt(
  args: Address,
  visit: SchoolVisit,
): { session: WholeSession; sitting: SittingRecord; home: string } {
  const session = requireSessionAt(args, visit);
  const sittingId = parseId(args.params.sittingId);
  const sitting = session.sittings.find(({ id }) => id === sittingId);
  if (!sitting) throw notFound();
  return { session, sitting, home: `/dsl/sessions/${session.id}/sittings/${sitting.id}` };
}
