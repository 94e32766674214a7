import { isInAudience } from '../audience.ts';
import { type Day, isWithin } from '../days.ts';
import type { Audience, PersonFacts } from '../types.ts';

/** What a register says of somebody who is on it. */
export const ATTENDANCES = ['there', 'in-part', 'not-there'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** `added`: turned up, or comes to this one; `not-expected`: does not work that day, say. */
export type Expected = 'expected' | 'added' | 'not-expected';

/** What is kept of one person on the register of one sitting. */
export type RegisterMark = {
  personId: number;
  expected: Expected;
  /** Null: nothing is said yet. */
  attendance: Attendance | null;
  /** How long, where somebody was there in part. */
  minutes: number | null;
};

/** There, for all of it or a part. */
export function isThere({ attendance }: Pick<RegisterMark, 'attendance'>): boolean {
  return attendance === 'there' || attendance === 'in-part';
}

/** Whoever was there as long as it lasted was there for all of it, though their minutes were typed. */
export function wholeOf(mark: RegisterMark, lasted: number | null): RegisterMark {
  const { attendance, minutes } = mark;
  const isWhole = attendance === 'in-part' && minutes !== null && lasted !== null;
  return isWhole && minutes >= lasted ? { ...mark, attendance: 'there', minutes: null } : mark;
}

/** What of a sitting says who is on its register. */
export type SittingOf = { heldOn: Day; isMopUp: boolean; finalisedAt: string | null };

/** Somebody on a register, with what it says of them. */
export type RegisterEntry<Person> = RegisterMark & { person: Person };

/** A register as it stands, in the order of the people. */
export type Register<Person> = {
  entries: RegisterEntry<Person>[];
  notExpected: Person[];
  /** Of whom something was kept, and who are not on it any more: at another sitting since, or away. */
  left: Person[];
};

/** What makes a register. */
export type RegisterGround<Person> = {
  audience: Audience;
  sitting: SittingOf;
  people: readonly Person[];
  marks: readonly RegisterMark[];
  /** Those who were there at another sitting of the session whose register is final. */
  elsewhere: ReadonlySet<number>;
};

/**
 * Who is on the register of a sitting. While it is open: those of the audience on its day who are not
 * away and were at no other sitting, those who were added, and of whom it says more; less those not
 * expected that day. A mop-up expects nobody by itself. A final register is what it was made.
 */
export function registerOf<Person extends PersonFacts>(
  ground: RegisterGround<Person>,
): Register<Person> {
  const marks = new Map(ground.marks.map((mark) => [mark.personId, mark]));
  const entries: RegisterEntry<Person>[] = [];
  const notExpected: Person[] = [];
  const left: Person[] = [];
  for (const person of ground.people) {
    const mark = marks.get(person.id);
    if (mark?.expected === 'not-expected') notExpected.push(person);
    else if (isOn(ground, person, mark)) entries.push({ ...(mark ?? unmarked(person)), person });
    else if (mark !== undefined) left.push(person);
  }
  return { entries, notExpected, left };
}

function isOn<Person extends PersonFacts>(
  ground: RegisterGround<Person>,
  person: Person,
  mark: RegisterMark | undefined,
): boolean {
  const { sitting, audience, elsewhere } = ground;
  if (sitting.finalisedAt !== null) return mark !== undefined;
  if (mark !== undefined && isHeld(sitting, mark)) return true;
  return !elsewhere.has(person.id) && isExpectedAt(sitting, audience, person);
}

/**
 * Once somebody is added, or it is said whether they were there, nothing takes them off the register by
 * itself: neither a change of appointments, nor that they missed it and came to a later sitting.
 */
function isHeld({ isMopUp }: SittingOf, { expected, attendance }: RegisterMark): boolean {
  return isMopUp || expected === 'added' || attendance !== null;
}

/** Does the audience expect this person at the sitting, before anybody says otherwise? */
export function isExpectedAt(
  { heldOn, isMopUp }: Pick<SittingOf, 'heldOn' | 'isMopUp'>,
  audience: Audience,
  person: PersonFacts,
): boolean {
  return (
    !isMopUp &&
    isInAudience(person, audience, heldOn) &&
    !person.absences.some(({ from, to }) => isWithin(heldOn, from, to))
  );
}

function unmarked(person: PersonFacts): RegisterMark {
  return { personId: person.id, expected: 'expected', attendance: null, minutes: null };
}

/** Those who were at another sitting of the session, all of it, by a register that is final. */
export function thereElsewhere(
  sittings: readonly { id: number; finalisedAt: string | null }[],
  sittingId: number,
  marks: ReadonlyMap<number, readonly RegisterMark[]>,
): Set<number> {
  const others = sittings.filter(({ id, finalisedAt }) => id !== sittingId && finalisedAt !== null);
  const there = others
    .flatMap(({ id }) => marks.get(id) ?? [])
    .filter(({ attendance }) => attendance === 'there');
  return new Set(there.map(({ personId }) => personId));
}

/** How many are on a register, and how many of them were there. */
export type RegisterFigures = {
  expected: number;
  there: number;
  inPart: number;
  notThere: number;
  /** Of whom nothing is said yet. */
  open: number;
};

export function figuresOfRegister(entries: readonly RegisterMark[]): RegisterFigures {
  const count = (attendance: Attendance | null) =>
    entries.filter((one) => one.attendance === attendance).length;
  return {
    expected: entries.length,
    there: count('there'),
    inPart: count('in-part'),
    notThere: count('not-there'),
    open: count(null),
  };
}

/** Somebody as a register names them. */
export type RegisterPerson = { id: number; name: string; role: string };

/** A line of a register. */
export type RegisterRow = RegisterPerson & Omit<RegisterMark, 'personId'>;
