import { fits } from './audience.ts';
import { addDays, type Day, later } from './days.ts';
import { firstDayInForce, publicationOf } from './editions.ts';
import type { Appointment, Line, PersonFacts, Policy, Requirement } from './types.ts';

type Period = { from: Day; to: Day | null };

/**
 * The first day after `on` on which a line of the requirement will fit the person, as far as its
 * versions and their appointments are known; null where none is known.
 */
export function comingOn(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  on: Day,
  only?: (line: Line) => boolean,
): Day | null {
  if (!hasFuture(person, requirement, policy, on)) return null;
  let first: Day | null = null;
  requirement.versions.forEach((version, index) => {
    const period = periodOf(requirement, index);
    for (const line of version.lines) {
      if (only !== undefined && !only(line)) continue;
      for (const held of person.appointments) {
        const begins = fits(line.audience, held) ? overlap(policy, line, period, held) : null;
        if (begins !== null && begins > on && (first === null || begins < first)) first = begins;
      }
    }
  });
  return first;
}

/** Cheap and nearly always false: is there anything at all that begins after the day? */
function hasFuture(
  person: PersonFacts,
  requirement: Requirement,
  policy: Policy,
  on: Day,
): boolean {
  return (
    requirement.versions.at(-1)!.startsOn > on ||
    person.appointments.some(({ from }) => from > on) ||
    policy.publications.some(({ editions }) =>
      editions.some(
        ({ inForceFrom, confirmedOn }) =>
          inForceFrom > on || (confirmedOn !== null && confirmedOn > on),
      ),
    )
  );
}

/** The days on which a version is in force: up to the day before the next, or before retirement. */
function periodOf(requirement: Requirement, index: number): Period {
  const next = requirement.versions[index + 1]?.startsOn ?? null;
  const ends = [next, requirement.retiredFrom].filter((day) => day !== null).sort();
  const end = ends[0] ?? null;
  return { from: requirement.versions[index]!.startsOn, to: end && addDays(end, -1) };
}

function overlap(policy: Policy, line: Line, period: Period, held: Appointment): Day | null {
  const both = later(period.from, held.from);
  const from =
    line.cycle.kind === 'edition'
      ? firstDayInForce(publicationOf(policy, line.cycle.publication), both)
      : both;
  if (from === null || (period.to !== null && from > period.to)) return null;
  return held.to !== null && from > held.to ? null : from;
}
