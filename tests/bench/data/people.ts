import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { addDays, type Day, day, earlier } from '#app/domain/days.ts';
import { chanceOf } from '#app/domain/quiz/chance.ts';
import { refOf, type SchoolSize, schoolNumbered } from './sizes.ts';

/** The day that it is in the benchmarks. */
export const TODAY = day('2026-11-16');

export type Member = {
  ref: string;
  firstName: string;
  lastName: string;
  email: string;
  kinds: string[];
  from: Day;
  /** Null: still here. */
  to: Day | null;
  /** Is the same person at the school before this one, too? */
  isElsewhere: boolean;
};

/** Who is at the head of every school, by their place in its list. */
export const PLACES = { head: 0, dsl: 1, deputy: 2, governor: 4, teacher: 5, office: 16 };
const FIRST: string[][] = [
  ['headteacher'],
  ['dsl', 'leadership'],
  ['deputy-dsl', 'teacher'],
  ['deputy-dsl', 'pastoral'],
  ['safeguarding-governor'],
];
const TWENTY = [
  ...['teacher', 'teaching-assistant', 'teacher', 'lunchtime', 'teacher', 'teaching-assistant'],
  ...['governor', 'teacher', 'supply', 'teacher', 'teaching-assistant', 'office', 'teacher'],
  ...['lunchtime', 'volunteer', 'teacher', 'site', 'teaching-assistant', 'governor', 'pastoral'],
];

/** Everybody who is at the school, then those who have left: one for twenty. */
export function membersOf(school: SchoolSize): Member[] {
  const leavers = Math.floor(school.people / 20);
  return Array.from({ length: school.people + leavers }, (_, index) => memberAt(school, index));
}

function memberAt(school: SchoolSize, index: number): Member {
  const chance = chanceOf(school.number, index);
  const from = firstDay(chance);
  const to = index < school.people ? null : lastDay(chance, from);
  const kinds = FIRST[index] ?? [TWENTY[(index - FIRST.length) % TWENTY.length] ?? 'teacher'];
  const isElsewhere = worksNextDoorToo(school, index);
  const same = isElsewhere ? identityAt(schoolNumbered(school.number - 1), index) : null;
  const who = same ?? identityAt(school, index);
  return { ref: refOf(school, index), ...who, kinds, from, to, isElsewhere };
}

/** Of every second school, one in fifty is at the school before it as well. */
export function worksNextDoorToo({ number, people }: SchoolSize, index: number): boolean {
  return number % 2 === 0 && index >= FIRST.length && index < people && index % 25 === 5;
}

/** More than half began before anything that is recorded, the others one by one since. */
function firstDay(chance: RandomGenerator): Day {
  const isOld = uniformInt(chance, 0, 99) < 55;
  return addDays(TODAY, isOld ? -uniformInt(chance, 1_830, 6_000) : -uniformInt(chance, 1, 1_826));
}

function lastDay(chance: RandomGenerator, from: Day): Day {
  return earlier(addDays(from, uniformInt(chance, 60, 3_000)), addDays(TODAY, -1));
}

function identityAt(school: SchoolSize, index: number) {
  const chance = chanceOf(school.number, index, 1);
  const one = (names: string[]) => names[uniformInt(chance, 0, names.length - 1)] ?? '';
  const email = `${refOf(school, index).toLowerCase()}@ashdown.example`;
  return { firstName: one(FIRST_NAMES), lastName: one(LAST_NAMES), email };
}

/** Their categories and their kinds, as an audience names them. */
export function belongsOf({ kinds }: Member): Set<string> {
  const held = STANDARD_APPOINTMENT_KINDS.filter(({ key }) => kinds.includes(key));
  return new Set(held.flatMap(({ key, category }) => [`kind ${key}`, `category ${category}`]));
}

const FIRST_NAMES =
  'Aoife Amara Bronwen Callum Chidi Daisy Dev Elin Ewan Farida George Grace Hana Harvey Imogen Isaac Jasmin José Keira Leo Mairead Marcus Nadia Oliver Priya Quentin Rhys Saoirse Theo Uma Victor Wanda Xenia Yusuf Zoë'.split(
    ' ',
  );
const LAST_NAMES =
  "Abara Ashby Begum Blythe Carver Chowdhury Davies Dunne Ellwood Farrow Fofanah Garside Hallam Iqbal Jenkins Kowalski Lytton Marsh Nwosu O'Neill Okoro Pask Quigley Rashid Sayle Tran Underhill Varga Whitlock Yates Zając".split(
    ' ',
  );
