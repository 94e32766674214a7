import type { Day } from './days.ts';
import { type Own, ownOf, personAnswer } from './own.ts';
import { sentenceOf } from './sentence.ts';
import type { Standing } from './standing.ts';
import type { Policy } from './types.ts';

type Booked = { id: number; requirementId: number; on: Day };

/** A person's requirements as the DSL reads them: what is not asked, and why, among them. */
export function personShown(policy: Policy, standings: Standing[], bookings: readonly Booked[]) {
  const own: Own = ownOf(standings);
  const shown = (part: Standing[]) => part.map((one) => thingShown(policy, one, bookings));
  const notAsked = standings.filter(
    ({ status, comingOn }) => status === 'not-required' && comingOn === null,
  );
  return {
    answer: personAnswer(own),
    toDo: shown([...own.waiting, ...own.toDo]),
    inDate: shown(own.inDate),
    comingUp: shown(own.comingUp),
    notAsked: shown(notAsked),
  };
}

function thingShown(policy: Policy, standing: Standing, bookings: readonly Booked[]) {
  const { requirement, status, booked, awaitingCheck, completion } = standing;
  return {
    id: requirement.id,
    name: requirement.name,
    status,
    sentence: sentenceOf(policy, standing),
    bookedOn: booked?.on ?? null,
    isWaiting: awaitingCheck !== null,
    toCheck: awaitingCheck?.id ?? null,
    restsOn: completion?.id ?? null,
    bookings: bookings.filter(({ requirementId }) => requirementId === requirement.id),
  };
}
