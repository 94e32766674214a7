import { addDays, type Day, inWords } from './days.ts';
import { isWhole, lineProblems, type Problem } from './requirement-problems.ts';
import type { Line, Policy, Requirement, RequirementVersion } from './types.ts';

/** A line as it is asked for; null: it is new, and is given a key. */
export type LineDraft = Omit<Line, 'key'> & { key: string | null };

/** From when changed lines hold: from a later day on, or always, what stands being mistaken. */
export type RuleChange = {
  how: 'from-a-day' | 'correct';
  startsOn: Day;
  appliesToEarlier: boolean;
};

/** A requirement as somebody wants it to be. */
export type RequirementDraft = Pick<
  Requirement,
  | 'name'
  | 'whatCounts'
  | 'whereToGo'
  | 'siteSpecific'
  | 'handedInCounts'
  | 'metBy'
  | 'asksFor'
  | 'minutesNeeded'
> & {
  /** Null: the school's own. */
  noticeDays: number | null;
  lines: LineDraft[];
  /** Null where nothing was said of it: right as long as the lines stay as they are. */
  change: RuleChange | null;
};

/** What happens to the versions: nothing, one more, or the newest is put right. */
export type VersionChange = 'none' | 'added' | 'corrected';

export type Proposal =
  | { ok: true; requirement: Requirement; versionChange: VersionChange; policy: Policy }
  | { ok: false; problems: Problem[] };

/** Stands for a requirement that has no id yet. */
const NO_ID = 0;

/**
 * The requirement, and the policy with it, as they would be after this change; or what is wrong
 * with it. `existing` is null for a new one. The newest version can be followed by one that begins
 * later, or be put right, its first day included; earlier versions stay as they are.
 */
export function proposeRequirement(
  policy: Policy,
  existing: Requirement | null,
  draft: RequirementDraft,
  today: Day,
): Proposal {
  const newest = existing?.versions.at(-1) ?? null;
  const lines = withKeys(existing, draft.lines);
  const versionChange = versionChangeOf(newest, lines, draft.change);
  const problems = [
    ...detailProblems(policy, existing, draft),
    ...lineProblems(policy, newest?.lines ?? [], lines, draft.change?.startsOn ?? null),
    ...changeProblems(existing, draft, versionChange, today),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { change, lines: _, ...details } = draft;
  const requirement = {
    ...details,
    id: existing?.id ?? NO_ID,
    key: existing?.key ?? uniqueKey(draft.name, keysOf(policy)),
    noticeDays: draft.noticeDays ?? policy.noticeDays,
    retiredFrom: existing?.retiredFrom ?? null,
    versions: versionsAfter(existing?.versions ?? [], versionChange, change, lines),
  };
  return { ok: true, requirement, versionChange, policy: withRequirement(policy, requirement) };
}

/** The policy with this requirement in the place of the one with its id, or added at its end. */
function withRequirement(policy: Policy, requirement: Requirement): Policy {
  const isKnown = policy.requirements.some(({ id }) => id === requirement.id);
  const requirements = isKnown
    ? policy.requirements.map((known) => (known.id === requirement.id ? requirement : known))
    : [...policy.requirements, requirement];
  return { ...policy, requirements };
}

/** Are these the same rules, whatever order their parts were written in? */
function areSameLines(one: readonly Line[], other: readonly Line[]): boolean {
  return canonical(one) === canonical(other);
}

/** Are these for the same people, as often and as soon, whatever asks for them? */
export function areSameRules(one: Line, other: Line): boolean {
  const rules = ({ audience, cycle, startWithin }: Line) => [audience, cycle, startWithin];
  return canonical(rules(one)) === canonical(rules(other));
}

function versionChangeOf(
  newest: RequirementVersion | null,
  lines: Line[],
  change: RuleChange | null,
): VersionChange {
  if (newest === null) return 'added';
  const isSame = areSameLines(newest.lines, lines);
  if (change?.how !== 'correct') return isSame ? 'none' : 'added';
  const isSameDay = change.startsOn === newest.startsOn;
  const isSameChoice = change.appliesToEarlier === newest.appliesToEarlier;
  return isSame && isSameDay && isSameChoice ? 'none' : 'corrected';
}

function versionsAfter(
  versions: RequirementVersion[],
  versionChange: VersionChange,
  change: RuleChange | null,
  lines: Line[],
): RequirementVersion[] {
  if (versionChange === 'none' || change === null) return versions;
  const kept = versionChange === 'corrected' ? versions.slice(0, -1) : versions;
  // The first version reckons everything earlier in any case.
  const appliesToEarlier = kept.length > 0 && change.appliesToEarlier;
  return [...kept, { startsOn: change.startsOn, appliesToEarlier, lines }];
}

function detailProblems(
  policy: Policy,
  existing: Requirement | null,
  draft: RequirementDraft,
): Problem[] {
  const problems: Problem[] = [];
  const others = policy.requirements.filter(({ id }) => id !== existing?.id);
  const isTaken = ({ name, retiredFrom }: Requirement) =>
    retiredFrom === null && name.toLowerCase() === draft.name.toLowerCase();
  if (others.some(isTaken)) {
    problems.push({ field: 'name', message: 'There is already a requirement with this name' });
  }
  const { noticeDays } = draft;
  if (noticeDays !== null && !isWhole(noticeDays, 0, 365)) {
    problems.push({ field: 'noticeDays', message: 'The notice must be 0 to 365 days' });
  }
  const { minutesNeeded } = draft;
  if (minutesNeeded !== null && !isWhole(minutesNeeded, 1, LONGEST_MINUTES)) {
    const message = `The minutes must be 1 to ${LONGEST_MINUTES}`;
    problems.push({ field: 'minutesNeeded', message });
  }
  if (draft.metBy.some((id) => !others.some((other) => other.id === id))) {
    problems.push({ field: 'metBy', message: 'Choose other requirements of this school' });
  }
  return problems;
}

/** A day of eight hours: what takes longer has several sittings. */
const LONGEST_MINUTES = 480;

const FIRST_DAY = '1990-01-01';
/** Five years: nobody plans further ahead. */
const DAYS_AHEAD = 5 * 365;

function changeProblems(
  existing: Requirement | null,
  { change }: RequirementDraft,
  versionChange: VersionChange,
  today: Day,
): Problem[] {
  if (versionChange === 'none') return [];
  if (change === null) {
    return [{ field: 'how', message: 'You have changed the rules: say from when they hold' }];
  }
  const { startsOn } = change;
  const field = change.how === 'correct' && existing !== null ? 'correctedOn' : 'startsOn';
  if (startsOn < FIRST_DAY || startsOn > addDays(today, DAYS_AHEAD)) {
    return [{ field, message: 'The first day must be after 1990 and within five years' }];
  }
  const versions = existing?.versions ?? [];
  const before = versions.at(versionChange === 'corrected' ? -2 : -1);
  const hasBefore = versionChange === 'corrected' ? versions.length > 1 : versions.length > 0;
  if (!hasBefore || !before || startsOn > before.startsOn) return [];
  const since = inWords(before.startsOn);
  return [{ field, message: `The first day must be after ${since}, when the rules before began` }];
}

/** New lines are given a key that no version of the requirement has had for another line. */
function withKeys(existing: Requirement | null, drafts: LineDraft[]): Line[] {
  const known = new Map(existing?.versions.at(-1)?.lines.map((line) => [line.key, line]));
  const taken = new Set(existing?.versions.flatMap(({ lines }) => lines.map(({ key }) => key)));
  return drafts.map((draft) => {
    const before = known.get(draft.key ?? '');
    if (before) known.delete(before.key);
    const key = before?.key ?? uniqueKey(audienceKey(draft), taken);
    taken.add(key);
    // Advice has done its work where an interval is set at last.
    const isDecided = before?.cycle.kind === 'not-stated' && draft.cycle.kind !== 'not-stated';
    return { ...draft, key, suggestion: isDecided ? null : draft.suggestion };
  });
}

function audienceKey({ audience }: LineDraft): string {
  return [...audience.categories, ...audience.kinds].slice(0, 3).join('-');
}

function keysOf(policy: Policy): Set<string> {
  return new Set(policy.requirements.map(({ key }) => key));
}

function uniqueKey(words: string, taken: ReadonlySet<string>): string {
  const plain = words.normalize('NFD').toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50) || 'line';
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/** As JSON with sorted keys and sorted lists of words, without what is not set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.map(canonical);
    return `[${value.every((part) => typeof part === 'string') ? parts.sort() : parts}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined && part !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${key}:${canonical(part)}`);
  return `{${parts.join()}}`;
}
