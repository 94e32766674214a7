import { type Day, inWords } from '../days.ts';
import { sentenceOf } from '../sentence.ts';
import { isStillValid, isValidByEveryLine, type Standing, standingOf } from '../standing.ts';
import { isInDate } from '../statuses.ts';
import type { PersonFacts, Policy, Requirement } from '../types.ts';

type Named = PersonFacts & { name: string };

/** `holds` null: from outside, so that nothing is known here. */
export type TrainerStands = { holds: boolean | null; sentence: string };

/** Whoever gives a session: somebody of the school, or a name from outside. */
export type Trainer = { person: Named | null; name: string | null };

/**
 * Does the trainer hold this requirement in date on the day of a sitting? The authority trains the leads,
 * the leads train the staff: it holds only while theirs does.
 */
export function trainerStands(
  policy: Policy,
  { person, name }: Trainer,
  requirement: Requirement,
  on: Day,
): TrainerStands {
  const what = `${requirement.name} in date on ${inWords(on)}`;
  if (person === null) {
    const who = name ?? 'the trainer';
    return { holds: null, sentence: `Whether ${who} holds ${what} is not known here.` };
  }
  const standing = standingOf(policy, person, requirement, on);
  const holds = isHeld(policy, person, standing);
  const why =
    standing.status === 'not-required' ? anywayWords(holds) : sentenceOf(policy, standing);
  return { holds, sentence: `${person.name} ${holds ? 'holds' : 'does not hold'} ${what}. ${why}` };
}

function isHeld(policy: Policy, person: PersonFacts, standing: Standing): boolean {
  const { status, validity, requirement, on } = standing;
  if (isInDate(status)) return true;
  if (status === 'not-required') return isValidByEveryLine(policy, person, requirement, on);
  return (status === 'exempt' || status === 'away') && isStillValid(validity, on);
}

function anywayWords(holds: boolean): string {
  return holds
    ? 'It is not asked of them, and what they did is still valid.'
    : 'It is not asked of them, and nothing that they did is valid.';
}
