import { type Day, inWords } from '../days.ts';
import { schoolDaysInWords, schoolDaysSince } from '../school-days.ts';
import type { EvidenceKind, PersonFacts, Term } from '../types.ts';
import { type Checkers, checkersOf } from './checkers.ts';

/** A completion that waits for a check, as it is kept. */
export type WaitingCompletion = {
  completionId: number;
  personId: number;
  requirementId: number;
  requirement: string;
  completedOn: Day;
  evidence: EvidenceKind;
  handedInOn: Day;
};

/** One of the queue: what waits, for how long, and who is meant to look. */
export type Waiting = WaitingCompletion & {
  person: { id: number; name: string };
  schoolDays: number;
  checkers: Checkers;
};

type Known = PersonFacts & { name: string };

type Asked = {
  terms: readonly Term[];
  /** Those in post; what somebody left behind is asked of nobody. */
  people: readonly Known[];
  /** By person: the records that the same account opens, where there are several. */
  sameAccount: ReadonlyMap<number, readonly number[]>;
  on: Day;
};

/** What waits for a check on a day, the longest waiting first. */
export function queueOf(waiting: readonly WaitingCompletion[], asked: Asked): Waiting[] {
  const { terms, people, sameAccount, on } = asked;
  const known = new Map(people.map((person) => [person.id, person]));
  return waiting
    .flatMap((one) => {
      const person = known.get(one.personId);
      // Whoever goes back in time knows of nothing that was handed in since.
      if (!person || one.handedInOn > on) return [];
      const schoolDays = schoolDaysSince(terms, one.handedInOn, on);
      const ownIds = sameAccount.get(person.id) ?? [person.id];
      const checkers = checkersOf(people, { ownIds, schoolDays, on });
      return [{ ...one, person: { id: person.id, name: person.name }, schoolDays, checkers }];
    })
    .sort((a, b) => compare(a.handedInOn, b.handedInOn) || a.completionId - b.completionId);
}

function compare(a: Day, b: Day): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Is it one of these records' own? Nobody checks their own. */
export function isOwn({ personId }: Pick<Waiting, 'personId'>, ownIds: readonly number[]) {
  return ownIds.includes(personId);
}

/** Is one of these records meant to look at it? */
export function isFor({ checkers }: Pick<Waiting, 'checkers'>, ownIds: readonly number[]) {
  return checkers.ids.some((id) => ownIds.includes(id));
}

type Place = Pick<Waiting, 'completionId' | 'personId' | 'checkers'>;

/**
 * What comes up after this one for whoever opens these records: the next that they are meant to look
 * at; where this one was not theirs either, the next that they may. Null: that was the last.
 */
export function nextAfter(
  queue: readonly Place[],
  completionId: number,
  ownIds: readonly number[],
): number | null {
  const current = queue.find((one) => one.completionId === completionId);
  const isTheirs = current === undefined || isFor(current, ownIds);
  const open = queue.filter(
    (one) => !isOwn(one, ownIds) && (isFor(one, ownIds) || !isTheirs || one === current),
  );
  const at = open.findIndex((one) => one.completionId === completionId);
  const others = [...open.slice(at + 1), ...open.slice(0, Math.max(at, 0))];
  return others[0]?.completionId ?? null;
}

/**
 * "5 certificates wait for a check, the oldest for 3 school days." They come oldest first; null for
 * nothing.
 */
export function queueSentence(queue: readonly Waiting[], on: Day): string | null {
  const [oldest] = queue;
  if (!oldest) return null;
  const areCertificates = queue.every(({ evidence }) => evidence === 'certificate');
  const thing = areCertificates ? 'certificate' : 'thing';
  const long = waitInWords(oldest, on);
  if (queue.length > 1) return `${queue.length} ${thing}s wait for a check, the oldest ${long}.`;
  if (oldest.handedInOn === on) return `1 ${thing} came in today and waits for a check.`;
  return `1 ${thing} has waited for a check ${long}.`;
}

/** "for 3 school days", "since today". */
export function waitInWords(
  { schoolDays, handedInOn }: Pick<Waiting, 'schoolDays' | 'handedInOn'>,
  on: Day,
): string {
  if (schoolDays > 0) return `for ${schoolDaysInWords(schoolDays)}`;
  return handedInOn === on ? 'since today' : `since ${inWords(handedInOn)}`;
}

/** "has waited for 3 school days", "came in today". */
export function waitedInWords(place: Pick<Waiting, 'schoolDays' | 'handedInOn'>, on: Day): string {
  return place.handedInOn === on ? 'came in today' : `has waited ${waitInWords(place, on)}`;
}
