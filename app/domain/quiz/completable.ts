import type { Day } from '../days.ts';
import type { Requirement } from '../types.ts';
import { isRetired, versionInForce } from '../versions.ts';

/** Why no pass completes a requirement. */
export type NotCompletable = 'retired' | 'by-edition';

/**
 * Why a pass completes nothing of a requirement on a day; null where it completes it. What is retired
 * is asked of nobody, and reading an edition is declared by whoever read it: no quiz stands for it.
 */
export function whyNotCompletable(requirement: Requirement, on: Day): NotCompletable | null {
  if (isRetired(requirement, on)) return 'retired';
  const version = versionInForce(requirement, on) ?? requirement.versions[0];
  const isByEdition = version?.lines.some(({ cycle }) => cycle.kind === 'edition') ?? false;
  return isByEdition ? 'by-edition' : null;
}

/** The requirement that a pass of a quiz completes on a day; null: none. */
export function completedBy(
  { requirementId }: { requirementId: number | null },
  requirements: readonly Requirement[],
  on: Day,
): Requirement | null {
  const requirement = requirements.find(({ id }) => id === requirementId);
  return requirement && whyNotCompletable(requirement, on) === null ? requirement : null;
}

/** "Prevent is no longer asked for". */
export function notCompletableInWords(name: string, why: NotCompletable): string {
  return why === 'retired'
    ? `${name} is no longer asked for`
    : `${name} is declared by whoever has read it, and not completed by a quiz`;
}
