import { type Day, inWords } from './days.ts';
import { areSameRules, type Proposal, type VersionChange } from './propose-requirement.ts';
import { type Effects, effectsOfChange, firstSeenOn } from './requirement-effects.ts';
import { type LineWords, lineWords } from './rule-words.ts';
import { isAskedByGuidance } from './standing.ts';
import type { Line, PersonFacts, Policy, Requirement } from './types.ts';
import { counted, sentenceCase } from './words.ts';

/** A change as it is shown before it is saved. */
export type RequirementPreview<Person> = {
  /** What happens to the rules, in a sentence. */
  what: string;
  lines: LineWords[];
  /** By which rules the training done before is reckoned; null where there is none. */
  earlier: string | null;
  /** What law or statutory guidance asks and the change takes off or alters. */
  lost: LineWords[];
  effects: Effects<Person>;
};

/** Everything that somebody ought to know before the proposal is saved. */
export function previewRequirement<Person extends PersonFacts>(
  policy: Policy,
  existing: Requirement | null,
  proposal: Extract<Proposal, { ok: true }>,
  people: readonly Person[],
  today: Day,
): RequirementPreview<Person> {
  const { requirement, versionChange } = proposal;
  const { lines } = requirement.versions.at(-1)!;
  const on = firstSeenOn(requirement, today);
  return {
    what: whatHappens(existing, requirement, versionChange, today),
    lines: lines.map((line) => lineWords(policy, line)),
    earlier: earlierInWords(existing, requirement, versionChange, people),
    lost: lostAsks(existing, lines).map((line) => lineWords(policy, line)),
    effects: effectsOfChange(policy, proposal.policy, requirement, people, on),
  };
}

function whatHappens(
  existing: Requirement | null,
  { versions }: Requirement,
  versionChange: VersionChange,
  today: Day,
): string {
  const { startsOn } = versions.at(-1)!;
  const day = inWords(startsOn);
  const from = startsOn > today ? `from ${day}` : `since ${day}`;
  if (existing === null) return `A new requirement, asked ${from}.`;
  if (versionChange === 'none') {
    return 'The rules stay as they are: who it is for, how long it lasts and why.';
  }
  const before = existing.versions.at(-1)!.startsOn;
  if (versionChange === 'added') {
    return `New rules hold ${from}. For the time before, the rules of ${inWords(before)} stay.`;
  }
  const corrected = `The rules of ${inWords(before)} are put right, as if they had always been so`;
  return startsOn === before ? `${corrected}.` : `${corrected}; they hold ${from}.`;
}

function earlierInWords(
  existing: Requirement | null,
  requirement: Requirement,
  versionChange: VersionChange,
  people: readonly PersonFacts[],
): string | null {
  if (existing === null || versionChange === 'none') return null;
  const { startsOn, appliesToEarlier } = requirement.versions.at(-1)!;
  const counting = [requirement.id, ...requirement.metBy];
  const earlier = people
    .flatMap(({ completions }) => completions)
    .filter(({ requirementId }) => counting.includes(requirementId))
    .filter(({ completedOn }) => completedOn < startsOn).length;
  if (earlier === 0) return null;
  const done = `${counted(earlier, 'completion', 'completions')} from before ${inWords(startsOn)}`;
  const isReckoned = appliesToEarlier || requirement.versions.length === 1;
  const rules = isReckoned
    ? 'reckoned by these rules too'
    : 'left under the rules that they were earned by';
  return `${sentenceCase(done)} ${earlier === 1 ? 'is' : 'are'} ${rules}.`;
}

/** Lines that law or guidance asks for and that are no longer there as they were. */
function lostAsks(existing: Requirement | null, after: readonly Line[]): Line[] {
  const before = existing?.versions.at(-1)?.lines ?? [];
  return before.filter(isAskedByGuidance).filter((line) => {
    const kept = after.find(({ key }) => key === line.key);
    return kept === undefined || !areSameRules(kept, line);
  });
}
