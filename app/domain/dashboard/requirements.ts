import { kindsHeldOn } from '../audience.ts';
import { byWeight } from '../basis-order.ts';
import { type Count, countOf } from '../counting.ts';
import type { Day } from '../days.ts';
import { type Shown, shownCount } from '../small-groups.ts';
import type { Standing } from '../standing.ts';
import { isCounted } from '../statuses.ts';
import type { BasisKind, Line, Policy, Requirement } from '../types.ts';
import { isRetired, versionInForce } from '../versions.ts';
import type { Row } from './shares.ts';

/** The appointments whose holders are public, so that their figures are shown however few. */
export const LEAD_KINDS = ['dsl', 'deputy-dsl'] as const;

/** How one requirement stands in the school, fit to be shown. */
export type RequirementFigure = {
  key: string;
  name: string;
  /** The edition in force, for what is read by edition. */
  edition: string | null;
  /** What asks it of most of those of whom it is asked. */
  basis: BasisKind;
  /** Is it ruled for somebody by a line that sets no interval? */
  hasNoInterval: boolean;
  now: Shown;
  /** On the last day of last term; null where it was not asked then, or no term is known. */
  lastTerm: Shown | null;
  trend: Trend | null;
};

/** Whether fewer are overdue than there were, or more. */
export type Trend = 'better' | 'same' | 'worse';

/** The figures of each requirement in force that day, in the policy's order. */
export function requirementFigures(
  policy: Policy,
  now: { on: Day; rows: readonly Row[] },
  before: { on: Day; rows: readonly Row[] } | null,
): RequirementFigure[] {
  return requirementsInForce(policy, now.on).map(({ requirement, lines }) => {
    const standings = standingsFor(requirement, now.rows);
    const lastTerm = before && figureOn(policy, requirement, before);
    const shown = shownOf(standings);
    return {
      key: requirement.key,
      name: requirement.name,
      edition: standings.find(({ standing }) => standing.edition)?.standing.edition?.title ?? null,
      basis: basisOf(standings, lines),
      hasNoInterval: standings.some(isWithoutInterval),
      now: shown,
      lastTerm,
      trend: trendOf(shown, lastTerm),
    };
  });
}

/** Requirements that are asked of anybody at all that day, with their lines in force. */
export function requirementsInForce(
  policy: Policy,
  on: Day,
): { requirement: Requirement; lines: Line[] }[] {
  return policy.requirements.flatMap((requirement) => {
    const lines = isRetired(requirement, on) ? [] : (versionInForce(requirement, on)?.lines ?? []);
    return lines.length > 0 ? [{ requirement, lines }] : [];
  });
}

type Held = { row: Row; standing: Standing };

/** Where everybody in these rows stands for one requirement. */
export function standingsFor(requirement: Requirement, rows: readonly Row[]): Held[] {
  return rows.flatMap((row) => {
    const standing = row.standings.find((one) => one.requirement.id === requirement.id);
    return standing ? [{ row, standing }] : [];
  });
}

/** The count as it may be shown: in words for fewer than five, unless all of them are public. */
function shownOf(held: readonly Held[]): Shown {
  const count = countOf(held.map(({ standing }) => standing));
  const counted = held.filter(({ standing }) => isCounted(standing.status));
  return count.of > 0 && counted.every(isLead) ? count : shownCount(count);
}

function isLead({ row, standing }: Held): boolean {
  const kinds = kindsHeldOn(row.person, standing.on);
  return LEAD_KINDS.some((kind) => kinds.includes(kind));
}

function isWithoutInterval({ standing }: Held): boolean {
  return isCounted(standing.status) && standing.line?.cycle.kind === 'not-stated';
}

function figureOn(
  policy: Policy,
  requirement: Requirement,
  { on, rows }: { on: Day; rows: readonly Row[] },
): Shown | null {
  const wasAsked = requirementsInForce(policy, on).some((one) => one.requirement === requirement);
  return wasAsked ? shownOf(standingsFor(requirement, rows)) : null;
}

/**
 * For each person the heaviest of the lines that fit them; then what most of them have, the heavier
 * of two. Where guidance asks it of the leads alone, the others break no more than a promise.
 */
function basisOf(held: readonly Held[], lines: readonly Line[]): BasisKind {
  const asked = held.map(({ standing }) => standing.lines).filter(({ length }) => length > 0);
  const bases = (asked.length > 0 ? asked : [lines]).map(heaviestOf);
  const times = (basis: BasisKind) => bases.filter((one) => one === basis).length;
  return [...new Set(bases)].sort((a, b) => times(b) - times(a) || byWeight(a, b))[0]!;
}

function heaviestOf(lines: readonly Line[]): BasisKind {
  return lines.map(({ basis }) => basis.kind).sort(byWeight)[0]!;
}

/**
 * Better when a smaller share is overdue. Not by the share in date: that sinks whenever somebody
 * joins or a new edition is rolled out. Null where one of the two is not told in numbers.
 */
export function trendOf(now: Shown, before: Shown | null): Trend | null {
  if (before === null || typeof now === 'string' || typeof before === 'string') return null;
  if (now.overdue === before.overdue) return 'same';
  return overdueShare(now) < overdueShare(before) ? 'better' : 'worse';
}

function overdueShare({ overdue, of }: Count): number {
  return overdue / of;
}
