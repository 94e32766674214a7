import { type Day, inWords, later } from './days.ts';
import { EVIDENCE_LABELS } from './labels.ts';
import { standingOf } from './standing.ts';
import type { Completion, PersonFacts, Policy, Requirement } from './types.ts';

/** A person's record at one school, with that school's policy. */
export type RecordAt = { policy: Policy; person: PersonFacts };

/** What was done at another school and would count here. */
export type Carriable = {
  completion: Completion;
  /** What it counts for here. */
  requirement: Requirement;
  /** Last day on which it counts here; null: it does not run out. */
  validTo: Day | null;
};

/**
 * What the same person did at another school that would still be valid here on the day (or on their
 * first day, where that is to come): requirements of the same key or name. Never declarations, what
 * belongs to a site, what waits for a check there, or what is recorded here already.
 */
export function carriableOf(here: RecordAt, there: RecordAt, today: Day): Carriable[] {
  const on = later(today, firstDay(here.person) ?? today);
  return there.person.completions.flatMap((completion) => {
    const source = there.policy.requirements.find(({ id }) => id === completion.requirementId);
    if (!source || source.siteSpecific || !isMovable(completion)) return [];
    return here.policy.requirements.flatMap((requirement) => {
      if (!isSame(source, requirement) || isKnown(here.person, requirement, completion)) return [];
      const validTo = validHere(here, requirement, completion, on);
      return validTo === undefined ? [] : [{ completion, requirement, validTo }];
    });
  });
}

function firstDay({ appointments }: PersonFacts): Day | null {
  return appointments.map(({ from }) => from).sort()[0] ?? null;
}

function isMovable({ check, evidence, edition }: Completion): boolean {
  return check === 'counts' && evidence !== 'declaration' && edition === null;
}

function isSame(one: Requirement, other: Requirement): boolean {
  return one.key === other.key || one.name.toLowerCase() === other.name.toLowerCase();
}

function isKnown(person: PersonFacts, requirement: Requirement, completion: Completion): boolean {
  return person.completions.some(
    (one) =>
      one.requirementId === requirement.id &&
      one.completedOn === completion.completedOn &&
      one.check !== 'returned',
  );
}

/** Its valid to by this school's rules, or undefined where it would not count that day. */
function validHere(
  { policy, person }: RecordAt,
  requirement: Requirement,
  completion: Completion,
  on: Day,
): Day | null | undefined {
  const copy = { ...completion, requirementId: requirement.id, earnedElsewhere: true };
  const alone = { ...person, absences: [], exemptions: [], completions: [copy] };
  const { status, validTo } = standingOf(policy, alone, requirement, on);
  return status === 'in-date' || status === 'due-soon' ? validTo : undefined;
}

/** What could be carried over, as somebody who decides on it reads it. */
export function carriableInWords(
  { completion, requirement, validTo }: Carriable,
  schoolName: string,
) {
  const done = `completed on ${inWords(completion.completedOn)} at ${schoolName}`;
  const until =
    validTo === null ? 'does not run out here' : `counts here until ${inWords(validTo)}`;
  return {
    completionId: completion.id,
    requirementId: requirement.id,
    requirement: requirement.name,
    words: `${EVIDENCE_LABELS[completion.evidence]}, ${done}: ${until}.`,
  };
}
