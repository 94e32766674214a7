import type { Reader } from '#app/data/database.ts';
import { findSession, type SittingRecord, type WholeSession } from '#app/data/sessions.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { isCreditable } from '#app/domain/sessions/credits.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { Refusal } from './act.ts';

/** One of the school's planned events. Throws Refusal. */
export function requireSession(reader: Reader, schoolId: number, sessionId: number): WholeSession {
  const session = findSession(reader, schoolId, sessionId);
  if (!session) throw new Refusal('not-found', 'There is no such session');
  return session;
}

export type SittingAt = { sessionId: number; sittingId: number };

/** A sitting of one of the school's sessions. Throws Refusal. */
export function requireSitting(
  reader: Reader,
  schoolId: number,
  { sessionId, sittingId }: SittingAt,
): { session: WholeSession; sitting: SittingRecord } {
  const session = requireSession(reader, schoolId, sessionId);
  const sitting = session.sittings.find(({ id }) => id === sittingId);
  if (!sitting) throw new Refusal('not-found', 'There is no such sitting');
  return { session, sitting };
}

/** As `requireSitting`; refused where its register is final, or the session is called off. */
export function requireOpenSitting(reader: Reader, schoolId: number, at: SittingAt) {
  const found = requireSitting(reader, schoolId, at);
  requireHeld(found.session);
  if (found.sitting.finalisedAt !== null) {
    throw new Refusal('conflict', 'The register of this sitting is final. Open it again first');
  }
  return found;
}

/** Refused where the session is called off. */
export function requireHeld({ calledOffOn }: WholeSession): void {
  if (calledOffOn !== null) {
    throw new Refusal('conflict', `This session was called off on ${inWords(calledOffOn)}`);
  }
}

/** Of a session with nothing but mop-ups nobody could ever be told to have missed it. */
export function requireForEverybody(sittings: readonly { isMopUp: boolean }[]): void {
  if (sittings.some(({ isMopUp }) => !isMopUp)) return;
  const message = 'A session needs a sitting for everybody who is expected, beside its mop-ups';
  throw new Refusal('wrong', message, 'isMopUp');
}

/** The requirements that a session credits and can credit on a day, in the policy's order. */
export function creditedOn(
  policy: Policy,
  { creditIds }: Pick<WholeSession, 'creditIds'>,
  on: Day,
): Requirement[] {
  return policy.requirements.filter((one) => creditIds.includes(one.id) && isCreditable(one, on));
}

/** "Whole-school safeguarding, 1 September 2026": what the audit says that it is about. */
export function sittingNamed({ title }: { title: string }, { heldOn }: { heldOn: Day }): string {
  return `${title}, ${inWords(heldOn)}`;
}
