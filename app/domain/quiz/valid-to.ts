import { isInAudience } from '../audience.ts';
import { type Day, earlier } from '../days.ts';
import { type Case, countedFor } from '../line-standing.ts';
import { lineStandingsOf } from '../standing.ts';
import type { Line, PersonFacts, Policy } from '../types.ts';
import { bestOf, type Validity, validitiesOf } from '../valid-to.ts';
import { versionInForce } from '../versions.ts';

/**
 * How long a pass counts. `until`: up to and with a day. `no-end`: it completes what does not run
 * out. `nothing`: it completes nothing. `no-interval`: no rule says how long. `not-asked`: no rule asked it of this person.
 */
export type Lasting =
  | { kind: 'until'; validTo: Day }
  | { kind: 'no-end' }
  | { kind: 'nothing' }
  | { kind: 'no-interval' }
  | { kind: 'not-asked' };

/** The completion that a pass made, and of what. */
type Completed = { requirementId: number; completionId: number };

/**
 * How long a pass counts, as seen on `on`: the earliest over the lines that fitted the person on its
 * day, each with the best that this one completion gives there, a kept anniversary included. It is
 * reckoned by the rule it was earned by, or by a later one that was chosen to apply to earlier
 * completions too, as a status is. Null where the completion no longer stands.
 */
export function lastingOf(
  policy: Policy,
  person: PersonFacts,
  completed: Completed | null,
  on: Day,
): Lasting | null {
  if (completed === null) return { kind: 'nothing' };
  const completion = person.completions.find(({ id }) => id === completed.completionId);
  const requirement = policy.requirements.find(({ id }) => id === completed.requirementId);
  if (completion === undefined || requirement === undefined) return null;
  const { of } = lineStandingsOf(policy, person, requirement, on);
  const best = linesOn(of, completion.completedOn)
    .map((line) => bestFor(of, line, on, completion.id))
    .filter((validity) => validity !== null);
  return lasting(best);
}

/** The lines that fitted the person; the first version reckons what was done before it began. */
function linesOn({ requirement, person }: Case, on: Day): Line[] {
  const version = versionInForce(requirement, on) ?? requirement.versions[0];
  return (version?.lines ?? []).filter(({ audience }) => isInAudience(person, audience, on));
}

function bestFor(of: Case, line: Line, on: Day, completionId: number): Validity | null {
  const validities = validitiesOf(countedFor(of, line, on));
  return bestOf(validities.filter(({ completion }) => completion.id === completionId));
}

function lasting(best: Validity[]): Lasting {
  const days = best.map(({ validTo }) => validTo).filter((day) => day !== null);
  if (days.length > 0) return { kind: 'until', validTo: days.reduce(earlier) };
  if (best.length === 0) return { kind: 'not-asked' };
  return { kind: best.some(({ cycle }) => cycle.kind === 'not-stated') ? 'no-interval' : 'no-end' };
}
