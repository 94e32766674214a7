import type { Day } from '../days.ts';
import { sentenceOf } from '../sentence.ts';
import { standingOf } from '../standing.ts';
import type { PersonFacts, Policy, Requirement } from '../types.ts';

/** What accepting something does for one requirement. */
export type Effect = {
  requirementId: number;
  name: string;
  /** The sentence of the status then: until when it is valid, and why. */
  sentence: string;
  /** False where the status stays as it is, because something else reaches as far. */
  changes: boolean;
};

/**
 * What accepting a completion of this person makes of each requirement that it counts for and that
 * is asked of them: its own first.
 */
export function effectsOfAccepting(
  policy: Policy,
  person: PersonFacts,
  completionId: number,
  on: Day,
): Effect[] {
  const waiting = person.completions.find(({ id }) => id === completionId);
  if (!waiting) return [];
  const completions = person.completions.map((one) =>
    one === waiting ? { ...one, check: 'counts' as const } : one,
  );
  const accepted = { ...person, completions };
  return concerned(policy, waiting.requirementId).flatMap((requirement) => {
    const after = standingOf(policy, accepted, requirement, on);
    if (after.status === 'not-required' && requirement.id !== waiting.requirementId) return [];
    const before = standingOf(policy, person, requirement, on);
    return [
      {
        requirementId: requirement.id,
        name: requirement.name,
        sentence: sentenceOf(policy, after),
        changes: after.completion?.id !== before.completion?.id,
      },
    ];
  });
}

/** The requirement itself, and those that it meets. */
function concerned(policy: Policy, requirementId: number): Requirement[] {
  const own = policy.requirements.filter(({ id }) => id === requirementId);
  return [...own, ...policy.requirements.filter(({ metBy }) => metBy.includes(requirementId))];
}

/** Standing after standing, in one text: "Level 3: in date to …". */
export function effectsInWords(effects: readonly Effect[]): string {
  return effects.map(({ name, sentence }) => `${name}: ${withSmallInitial(sentence)}`).join(' ');
}

function withSmallInitial(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
