import { type Count, countOf, inDateOf } from './counting.ts';
import { addDays, type Day, inWords } from './days.ts';
import { type LineWords, lineWords } from './rule-words.ts';
import { isAskedByGuidance, type Standing } from './standing.ts';
import type { Policy, Requirement } from './types.ts';
import { isRetired, versionInForce } from './versions.ts';
import { counted } from './words.ts';

/** A requirement in words, with how many are in date for it. */
export type RequirementWords = {
  id: number;
  name: string;
  lines: LineWords[];
  /** "Since 1 September 2022". */
  since: string;
  /** "44 of 47 in date", and what else is to be known of the others. */
  figure: string[];
  /** What is to come, or is past. */
  note: string | null;
};

/** A school's policy in words: what law and guidance ask, its own promises, and the rest apart. */
export type PolicyWords = {
  asked: RequirementWords[];
  own: RequirementWords[];
  coming: RequirementWords[];
  retired: RequirementWords[];
  /** How many requirements in force have a line without an interval. */
  undecided: number;
};

/** `standings`: of everybody in post on the day, one list a person in the policy's order. */
export function policyWords(
  policy: Policy,
  standings: readonly Standing[][],
  on: Day,
): PolicyWords {
  const words: PolicyWords = { asked: [], own: [], coming: [], retired: [], undecided: 0 };
  policy.requirements.forEach((requirement, index) => {
    const count = countOf(standings.map((of) => of[index]!));
    const shown = requirementWords(policy, requirement, count, on);
    const part = partOf(requirement, on);
    words[part].push(shown);
    const isInForce = part === 'asked' || part === 'own';
    if (isInForce && shown.lines.some((line) => line.hasNoInterval)) words.undecided += 1;
  });
  return words;
}

/** One requirement in words, by the version in force, or the first where none is yet. */
export function requirementWords(
  policy: Policy,
  requirement: Requirement,
  count: Count,
  on: Day,
): RequirementWords {
  const version = versionInForce(requirement, on) ?? requirement.versions[0]!;
  const { startsOn, lines } = version;
  return {
    id: requirement.id,
    name: requirement.name,
    lines: lines.map((line) => lineWords(policy, line)),
    since: `${startsOn > on ? 'From' : 'Since'} ${inWords(startsOn)}`,
    figure: figureInWords(count),
    note: noteOf(requirement, on),
  };
}

/** The rules of one time. */
export type VersionWords = { key: Day; title: string; note: string | null; lines: LineWords[] };

/** A requirement's rules over time, the newest first. */
export function versionWords(policy: Policy, { versions }: Requirement, on: Day): VersionWords[] {
  const inOrder = versions.map(({ startsOn, appliesToEarlier, lines }, index) => {
    const next = versions[index + 1]?.startsOn ?? null;
    return {
      key: startsOn,
      title: periodInWords(startsOn, next, on),
      note: index > 0 ? earlierNote(appliesToEarlier) : null,
      lines: lines.map((line) => lineWords(policy, line)),
    };
  });
  return inOrder.reverse();
}

function periodInWords(startsOn: Day, next: Day | null, on: Day): string {
  if (next !== null) return `${inWords(startsOn)} to ${inWords(addDays(next, -1))}`;
  return `${startsOn > on ? 'From' : 'Since'} ${inWords(startsOn)}`;
}

function earlierNote(appliesToEarlier: boolean): string {
  return appliesToEarlier
    ? 'Training done before is reckoned by these rules too.'
    : 'Training done before stays under the rules that it was earned by.';
}

/** What the page answers first. */
export function policyAnswer(school: string, { asked, own, undecided }: PolicyWords): string {
  const all = asked.length + own.length;
  if (all === 0) return `${school} asks nothing of anybody yet.`;
  const things = `${school} asks ${counted(all, 'thing', 'things')} of its people`;
  const why =
    asked.length === 0
      ? 'all by its own promise'
      : `${asked.length} because law or statutory guidance does, ${own.length} by its own promise`;
  const decisions = undecided === 0 ? '' : ` For ${undecided} of them no interval is set.`;
  return `${things}: ${why}.${decisions}`;
}

function partOf(requirement: Requirement, on: Day): Exclude<keyof PolicyWords, 'undecided'> {
  if (isRetired(requirement, on)) return 'retired';
  const version = versionInForce(requirement, on);
  if (version === null) return 'coming';
  return version.lines.some(isAskedByGuidance) ? 'asked' : 'own';
}

function figureInWords(count: Count): string[] {
  const { of, noInterval, notYetDue, notYetDueUntil, overdue, exempt, away } = count;
  const parts: string[] = [];
  if (of === 0) parts.push('No one in this group');
  else parts.push(`${inDateOf(count)} of ${of} in date`);
  if (noInterval > 0) parts.push(`${noInterval} of them with no interval set`);
  if (notYetDue > 0) {
    const until = notYetDueUntil === null ? '' : ` (until ${inWords(notYetDueUntil)})`;
    parts.push(`${notYetDue} not yet due${until}`);
  }
  if (overdue > 0) parts.push(`${overdue} overdue`);
  if (exempt > 0) parts.push(`${exempt} exempt`);
  if (away > 0) parts.push(`${away} away`);
  return parts;
}

function noteOf({ versions, retiredFrom }: Requirement, on: Day): string | null {
  if (retiredFrom !== null) {
    const day = inWords(retiredFrom);
    return retiredFrom <= on ? `Not asked since ${day}.` : `No longer asked from ${day}.`;
  }
  const newest = versions.at(-1)!.startsOn;
  if (newest <= on) return null;
  const day = inWords(newest);
  return versions.length === 1 ? `Asked from ${day}.` : `New rules from ${day}.`;
}
