import { isInAudience } from '../audience.ts';
import { addMonths, type Day, isWithin } from '../days.ts';
import type { Audience, PersonFacts, Policy, Requirement } from '../types.ts';
import { isRetired } from '../versions.ts';
import { isThere, type RegisterMark } from './register.ts';
import type { MopUpOutcome } from './session.ts';

/** A sitting as far as it says who missed the session. */
export type MissedSitting = {
  id: number;
  heldOn: Day;
  isMopUp: boolean;
  finalisedAt: string | null;
  marks: readonly RegisterMark[];
};

/** What was decided for somebody who missed it; what does not go with the outcome is null. */
export type MopUpDecision = {
  id: number;
  personId: number;
  outcome: MopUpOutcome;
  /** The later sitting. */
  sittingId: number | null;
  withWhom: string | null;
  /** Why it is not required. */
  reason: string | null;
  decidedOn: Day;
};

/** A session as far as it says who missed it, and what became of them. */
export type MissedSession = {
  audience: Audience;
  /** The requirements that it credits, by id. */
  credits: readonly number[];
  sittings: readonly MissedSitting[];
  /** In the order in which they were made: of each person the last one holds. */
  decisions: readonly MopUpDecision[];
  /** A recording to watch, and a quiz on it that can be taken today. */
  hasRecording: boolean;
};

/** In the order in which they matter: the first needs somebody to decide. */
export const MOP_UP_STATES = ['nothing-arranged', 'arranged', 'done', 'not-required'] as const;
export type MopUpState = (typeof MOP_UP_STATES)[number];

/** Why what was arranged came to nothing, so that something else has to be. */
export type Lapsed = 'not-there' | 'no-recording' | 'no-sitting';

/** Somebody who missed a session, or has joined since. */
export type Missed<Person> = {
  person: Person;
  /** Joined since, and so offered it rather than chased for it. */
  isStarter: boolean;
  /** On long absence today: nothing is to be arranged before they are back. */
  isAway: boolean;
  /** What it credits and they do not hold since, by id. */
  missing: number[];
  decision: MopUpDecision | null;
  /** Set where nothing is arranged though something was. */
  lapsed: Lapsed | null;
  /** The sitting whose register has them as there and is open still. */
  tickedAt: number | null;
  state: MopUpState;
};

/** A starter is offered what was given in the year before, and no older session. */
const OFFERED_FOR_MONTHS = 12;

/**
 * Those of the session's audience today who missed it, each in exactly one state, in the order of the
 * people: they lack something that it credits, or something was arranged for them. Whoever has done
 * everything elsewhere on or after its first day never missed anything. A session that credits
 * nothing is missed by nobody.
 */
export function mopUpOf<Person extends PersonFacts>(
  policy: Policy,
  session: MissedSession,
  people: readonly Person[],
  on: Day,
): Missed<Person>[] {
  const firstDay = firstDayOf(session);
  if (firstDay === null) return [];
  const asked = policy.requirements.filter(
    (one) => session.credits.includes(one.id) && !isRetired(one, on),
  );
  const decided = new Map(session.decisions.map((one) => [one.personId, one]));
  const offeredUntil = addMonths(firstDay, OFFERED_FOR_MONTHS);
  return people.flatMap((person) => {
    if (!isInAudience(person, session.audience, on)) return [];
    const isStarter = !wasConcerned(session, person);
    if (isStarter && on > offeredUntil) return [];
    const missing = asked.filter((one) => lacks(person, one, firstDay, on)).map(({ id }) => id);
    const decision = decided.get(person.id) ?? null;
    if (missing.length === 0 && decision === null && !wasAtMopUp(session, person.id)) return [];
    const tickedAt = missing.length === 0 ? null : tickedSitting(session, person.id);
    const isToLook = missing.length > 0 && tickedAt === null;
    const lapsed = isToLook ? lapsedOf(session, decision) : null;
    const stands = { missing, decision, lapsed, tickedAt };
    return [{ person, isStarter, isAway: isAway(person, on), ...stands, state: stateOf(stands) }];
  });
}

/** The day of its first sitting that was held and is not for those who missed another. */
export function firstDayOf({ sittings }: Pick<MissedSession, 'sittings'>): Day | null {
  const days = sittings.filter(isOfEverybody).map(({ heldOn }) => heldOn);
  return days.sort()[0] ?? null;
}

/** A register that was final and is open to be put right still says who was there. */
function isOfEverybody({ isMopUp, finalisedAt, marks }: MissedSitting): boolean {
  return !isMopUp && (finalisedAt !== null || marks.some(isThere));
}

/** In its audience on one of its days, there or not, away or not; or on its register all the same. */
function wasConcerned({ sittings, audience }: MissedSession, person: PersonFacts): boolean {
  return sittings
    .filter(isOfEverybody)
    .some(
      ({ heldOn, marks }) =>
        isInAudience(person, audience, heldOn) ||
        marks.some(({ personId }) => personId === person.id),
    );
}

/** Nothing counts for it since the first day, handed in or not, and nobody decided that it need not. */
function lacks(person: PersonFacts, requirement: Requirement, since: Day, on: Day): boolean {
  const ids = [requirement.id, ...requirement.metBy];
  const isDone = person.completions.some(
    ({ requirementId, completedOn, check }) =>
      ids.includes(requirementId) && completedOn >= since && check !== 'returned',
  );
  const isExempt = person.exemptions.some(
    (one) => one.requirementId === requirement.id && isWithin(on, one.from, one.to),
  );
  return !isDone && !isExempt;
}

function wasAtMopUp({ sittings }: MissedSession, personId: number): boolean {
  return sittings.some(
    ({ isMopUp, finalisedAt, marks }) =>
      isMopUp &&
      finalisedAt !== null &&
      marks.some((mark) => mark.personId === personId && isThere(mark)),
  );
}

/** A sitting whose register is final credited nothing to whoever still lacks it. */
function lapsedOf(session: MissedSession, decision: MopUpDecision | null): Lapsed | null {
  if (decision?.outcome === 'recording') return session.hasRecording ? null : 'no-recording';
  if (decision?.outcome !== 'later-sitting') return null;
  const sitting = session.sittings.find(({ id }) => id === decision.sittingId);
  if (sitting === undefined) return 'no-sitting';
  return sitting.finalisedAt === null ? null : 'not-there';
}

/** They were there, and it is recorded when that register is made final. */
function tickedSitting({ sittings }: MissedSession, personId: number): number | null {
  const ticked = sittings.find(
    ({ finalisedAt, marks }) =>
      finalisedAt === null && marks.some((mark) => mark.personId === personId && isThere(mark)),
  );
  return ticked?.id ?? null;
}

function stateOf({
  missing,
  decision,
  lapsed,
  tickedAt,
}: Pick<Missed<unknown>, 'missing' | 'decision' | 'lapsed' | 'tickedAt'>): MopUpState {
  if (missing.length === 0) return 'done';
  if (decision?.outcome === 'not-required') return 'not-required';
  if (tickedAt !== null) return 'arranged';
  return decision === null || lapsed !== null ? 'nothing-arranged' : 'arranged';
}

function isAway({ absences }: PersonFacts, on: Day): boolean {
  return absences.some(({ from, to }) => isWithin(on, from, to));
}

/** Under which heading somebody stands: those for whom nothing is arranged are told apart. */
export const MOP_UP_GROUPS = [
  'nothing-arranged',
  'arranged',
  'away',
  'offered',
  'not-required',
  'done',
] as const;
export type MopUpGroup = (typeof MOP_UP_GROUPS)[number];

/** Whoever is away is asked when back; whoever has joined since is offered it. */
export function groupOf({ state, isAway, isStarter }: Omit<Missed<unknown>, 'person'>): MopUpGroup {
  if (state !== 'nothing-arranged') return state;
  if (isAway) return 'away';
  return isStarter ? 'offered' : 'nothing-arranged';
}

/** How many stand under each heading. */
export type MopUpFigures = Record<MopUpGroup, number>;

export function mopUpFigures(list: readonly Missed<unknown>[]): MopUpFigures {
  const count = (group: MopUpGroup) => list.filter((one) => groupOf(one) === group).length;
  return {
    'nothing-arranged': count('nothing-arranged'),
    arranged: count('arranged'),
    away: count('away'),
    offered: count('offered'),
    'not-required': count('not-required'),
    done: count('done'),
  };
}

/** Is there still something to arrange, or something arranged that has not come about? */
export function isOpen(figures: MopUpFigures): boolean {
  return figures['nothing-arranged'] + figures.arranged > 0;
}
