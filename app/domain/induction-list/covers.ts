import type { Day } from '../days.ts';
import type { Audience, Policy, Requirement } from '../types.ts';
import { versionInForce } from '../versions.ts';

/** Is a requirement asked of anybody whom a list is for? Where not, it is in nobody's first weeks. */
export function isAskedOfAny(
  { appointmentKinds }: Policy,
  requirement: Requirement,
  audience: Audience,
  on: Day,
): boolean {
  const lines = versionInForce(requirement, on)?.lines ?? [];
  const isIn = (kind: { key: string; category: Audience['categories'][number] }, of: Audience) =>
    of.categories.includes(kind.category) || of.kinds.includes(kind.key);
  return appointmentKinds.some(
    (kind) => isIn(kind, audience) && lines.some((line) => isIn(kind, line.audience)),
  );
}
