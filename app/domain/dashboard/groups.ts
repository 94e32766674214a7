import { type Count, countOf } from '../counting.ts';
import { type Day, isWithin } from '../days.ts';
import { CATEGORY_LABELS } from '../labels.ts';
import { type Group, mergeSmall, type Shown, SMALLEST_SHOWN, shownCount } from '../small-groups.ts';
import { isCounted } from '../statuses.ts';
import { CATEGORIES, type Line, type PersonFacts, type Policy } from '../types.ts';
import { requirementsInForce, standingsFor } from './requirements.ts';
import type { Row, WholeRow } from './shares.ts';

/** A group of people, or something asked of one, and how it stands. */
export type GroupFigure = { name: string; now: Shown };

/**
 * In date for everything that law and statutory guidance ask, by category. Groups that are too small
 * to be told are merged, so that taking the others from the whole tells nothing.
 */
export function groupFigures(rows: readonly WholeRow[], on: Day): GroupFigure[] {
  const counted = rows.filter(({ guidance }) => guidance !== null);
  const groups: Group<WholeRow>[] = CATEGORIES.map((category) => ({
    name: CATEGORY_LABELS[category],
    members: counted.filter(({ person }) => isOf(person, category, on)),
  })).filter(({ members }) => members.length > 0);
  return mergeSmall(groups).map(({ name, members }) => ({
    name: firstCapitalOnly(name),
    now: shownCount(countOfPeople(members)),
  }));
}

/** People in date and overdue, in the shape in which figures are shown. */
export function countOfPeople(rows: readonly WholeRow[]): Count {
  const inDate = rows.filter(({ guidance }) => guidance === true).length;
  return { ...countOf([]), of: rows.length, inDate, overdue: rows.length - inDate };
}

/** The governors' own training: what is asked of them, and whether their link governor has it. */
export type Governors = {
  requirements: GroupFigure[];
  /** Asked of others too, who are too few for the governors to be told apart from them. */
  notToldApart: string[];
  /** Whether whoever has the post is in date for all of it. Null: nobody holds the post. */
  safeguardingGovernor: Shown | null;
};

/** How the governors stand on what is asked of them by name; `figures` are those of everybody. */
export function governorsOf(
  policy: Policy,
  rows: readonly WholeRow[],
  on: Day,
  figures: readonly { key: string; now: Shown }[],
): Governors {
  const governors = rows.filter(({ person }) => isOf(person, 'governor', on));
  const requirements: GroupFigure[] = [];
  const notToldApart: string[] = [];
  for (const { requirement, lines } of requirementsInForce(policy, on)) {
    const own = countFor(requirement, governors);
    if (own.of === 0 || !lines.some((line) => namesGovernors(policy, line))) continue;
    const others = countFor(requirement, rows).of - own.of;
    const whole = figures.find(({ key }) => key === requirement.key)?.now;
    if (whole && (others === 0 || whole === 'all')) {
      requirements.push({ name: requirement.name, now: whole });
    } else if (others >= SMALLEST_SHOWN) {
      requirements.push({ name: requirement.name, now: shownCount(own) });
    } else notToldApart.push(requirement.name);
  }
  return { requirements, notToldApart, safeguardingGovernor: linkGovernor(governors, on) };
}

function namesGovernors({ appointmentKinds }: Policy, { audience }: Line): boolean {
  const kinds = appointmentKinds.filter(({ category }) => category === 'governor');
  return (
    audience.categories.includes('governor') ||
    kinds.some(({ key }) => audience.kinds.includes(key))
  );
}

function countFor(requirement: Policy['requirements'][number], rows: readonly Row[]): Count {
  return countOf(standingsFor(requirement, rows).map(({ standing }) => standing));
}

function linkGovernor(governors: readonly WholeRow[], on: Day): Shown | null {
  const holders = governors.filter(({ person }) =>
    person.appointments.some(
      ({ kind, from, to }) => kind === 'safeguarding-governor' && isWithin(on, from, to),
    ),
  );
  const counted = holders.filter(({ standings }) => standings.some((one) => isCounted(one.status)));
  if (holders.length === 0) return null;
  const inDate = counted.filter(({ everything }) => everything === true).length;
  if (counted.length === 0) return 'no-one';
  return inDate === counted.length ? 'all' : 'not-all';
}

function isOf({ appointments }: PersonFacts, category: string, on: Day): boolean {
  return appointments.some((one) => one.category === category && isWithin(on, one.from, one.to));
}

/** "Governors and Volunteers" is one name: "Governors and volunteers". */
function firstCapitalOnly(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase();
}
