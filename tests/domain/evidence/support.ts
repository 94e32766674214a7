import { day } from '#app/domain/days.ts';
import { queueOf, type WaitingCompletion } from '#app/domain/evidence/queue.ts';
import type { Absence, PersonFacts } from '#app/domain/types.ts';
import { held, person } from '../support.ts';

export const TODAY = day('2026-11-16');

export type Named = PersonFacts & { name: string };

/** Somebody in post, who holds these kinds of appointment. */
export function named(name: string, kinds: string[], absences: Absence[] = []): Named {
  const appointments = kinds.map((kind) => held(kind, '2020-09-01'));
  return { ...person({ appointments, absences }), name };
}

/** Somebody's certificate, handed in on that day. */
export function handedIn(
  { id }: Named,
  on: string,
  more: Partial<WaitingCompletion> = {},
): WaitingCompletion {
  return {
    completionId: Number(on.replaceAll('-', '')) + id,
    personId: id,
    requirementId: 1,
    requirement: 'Prevent',
    completedOn: day(on),
    evidence: 'certificate',
    handedInOn: day(on),
    ...more,
  };
}

/** The queue of a school that has entered no terms, today. */
export function queue(
  people: Named[],
  waiting: WaitingCompletion[],
  sameAccount: [number, number[]][] = [],
) {
  return queueOf(waiting, { terms: [], people, sameAccount: new Map(sameAccount), on: TODAY });
}
