import type { Status } from '#app/domain/types.ts';
import type { MarkKind } from './status.tsx';

/**
 * One shape for each status, told apart without colour and when printed. Each is a single path on
 * a field of 16 by 16, filled by the even-odd rule.
 */
export const STATUS_SHAPES: Record<Status, string> = {
  // A full disc with a tick cut out.
  'in-date': 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM6.9 11.9l6-6-1.5-1.5-4.5 4.5-2.2-2.2-1.5 1.5z',
  // A clock: a ring with two hands.
  'due-soon':
    'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM7 3.6h2v4l2.7 2.7-1.4 1.4L7 8.4z',
  // A hollow ring: there is room yet.
  'not-yet-due':
    'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4z',
  // A full diamond with an exclamation mark cut out.
  overdue: 'M8-.4 16.4 8 8 16.4-.4 8zM7 3.6v5.2h2V3.6zM7 10.2v2.2h2v-2.2z',
  // A full square with a bar cut out.
  exempt: 'M1 1h14v14H1zM4 7v2h8V7z',
  // Two upright bars, as for a pause.
  away: 'M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z',
  // A short stroke.
  'not-required': 'M3 7h10v2H3z',
};

export const MARK_SHAPES: Record<MarkKind, string> = {
  // An hour-glass.
  'awaiting-check':
    'M2 0h12v2h-1v3l-3.4 3L13 11v3h1v2H2v-2h1v-3l3.4-3L3 5V2H2zm3 2v2.2h6V2zm3 6.8-3 2.7V14h6v-2.5z',
  // A leaf of a calendar.
  booked: 'M4 0h2v2h4V0h2v2h3v14H1V2h3zM3 6v8h10V6z',
};

/** A shape in the colour of the text beside it; the word there says the same. */
export function Shape({ path }: { path: string }) {
  return (
    <svg
      className="shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path fillRule="evenodd" d={path} />
    </svg>
  );
}
