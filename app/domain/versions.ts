import { runFrom } from './audience.ts';
import { addDays, type Day } from './days.ts';
import type { Line, PersonFacts, Policy, Requirement, RequirementVersion } from './types.ts';

/** The version of the rule in force on the day; null before the first one begins. */
export function versionInForce(requirement: Requirement, on: Day): RequirementVersion | null {
  return requirement.versions[indexInForce(requirement, on)] ?? null;
}

/** Has the requirement, the quiz or the section been retired by this day? */
export function isRetired({ retiredFrom }: { retiredFrom: Day | null }, on: Day): boolean {
  return retiredFrom !== null && retiredFrom <= on;
}

/** The line with this key in a version, or undefined. */
export function lineOf(version: RequirementVersion | null | undefined, key: string) {
  return version?.lines.find((line) => line.key === key);
}

/**
 * The line by which a completion is reckoned, seen on a day: that of the version it was made
 * under, or of a later one that was chosen to count for earlier completions too. The first
 * version of a line reckons everything before it.
 */
export function lineFor(requirement: Requirement, line: Line, completedOn: Day, on: Day): Line {
  const { versions } = requirement;
  if (versions.length === 1) return line;
  const first = versions.find((version) => lineOf(version, line.key) !== undefined);
  for (let index = indexInForce(requirement, on); index >= 0; index--) {
    const version = versions[index]!;
    if (version.startsOn <= completedOn || version.appliesToEarlier || version === first) {
      return lineOf(version, line.key) ?? lineOf(first, line.key) ?? line;
    }
  }
  return line;
}

/** Where a line began for somebody: the day, and the line as it was first asked of them. */
export type LineBeginning = { on: Day; line: Line };

type Seen = { policy: Policy; person: PersonFacts; requirement: Requirement; seenOn: Day };

/**
 * The day on which a line began for a person: the first day of the earliest version that has had
 * the line without a break since and, from one version to the next, already had the person in its
 * audience. So a wider audience begins for those whom it adds on the day it is widened.
 */
export function beginningFor(
  { policy, person, requirement, seenOn }: Seen,
  line: Line,
  on: Day,
): LineBeginning {
  const { versions } = requirement;
  let index = indexInForce(requirement, on);
  let began: LineBeginning = { on: versions[index]!.startsOn, line };
  while (index > 0) {
    const before = lineOf(versions[index - 1], line.key);
    const dayBefore = addDays(began.on, -1);
    if (before === undefined) break;
    if (runFrom(policy.gapDays, person, before.audience, dayBefore, seenOn) === null) break;
    index -= 1;
    began = { on: versions[index]!.startsOn, line: before };
  }
  return began;
}

function indexInForce(requirement: Requirement, on: Day): number {
  let index = requirement.versions.length - 1;
  while (index >= 0 && requirement.versions[index]!.startsOn > on) index--;
  return index;
}
