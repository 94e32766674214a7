import type { Status } from '#app/domain/types.ts';

/** The four parts of a bar, in order, each with a ground that is told apart without colour. */
export const PARTS = ['in-date', 'due-soon', 'not-yet-due', 'overdue'] as const;
export type Part = Extract<Status, (typeof PARTS)[number]>;

/**
 * Stripes for due soon, nothing but an edge for not yet due, a lattice for overdue; in date is
 * plain. `id` keeps the names apart from those of other charts on the page. Not a component:
 * Recharts draws only the plain elements among its children.
 */
export function patternsOf(id: string) {
  return (
    <defs>
      <pattern id={`${id}-due-soon`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="chart__fill--due-soon-tint" width="8" height="8" />
        <path className="chart__fill--due-soon" d="M0 8 8 0H4L0 4zM8 8V4L4 8z" />
      </pattern>
      <pattern id={`${id}-overdue`} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="chart__fill--overdue" width="7" height="7" />
        <path className="chart__fill--overdue-tint" d="M3.5 2.2 4.8 3.5 3.5 4.8 2.2 3.5z" />
      </pattern>
    </defs>
  );
}

type FilledProps = { id: string; part: Part; x: number; y: number; width: number; height: number };

/** A stretch of a bar, filled as its part is. */
export function Filled({ id, part, ...place }: FilledProps) {
  if (part === 'in-date') return <rect className="chart__fill--in-date" {...place} />;
  if (part === 'not-yet-due') return <rect className="chart__hollow" {...inset(place)} />;
  return <rect className={`chart__edge--${part}`} fill={`url(#${id}-${part})`} {...inset(place)} />;
}

/** Room for the edge, so that it lies inside the stretch. */
function inset(place: { x: number; y: number; width: number; height: number }) {
  return {
    x: place.x + 0.75,
    y: place.y + 0.75,
    width: Math.max(place.width - 1.5, 0.5),
    height: place.height - 1.5,
  };
}
