import type { Day } from '#app/domain/days.ts';
import { Timeline } from './timeline.tsx';

type Event = { id: number; on: Day; action: string; by: string };

const ACTIONS: Record<string, string> = {
  'requirement.added': 'Added',
  'requirement.reworded': 'Its words were changed',
  'requirement.changed': 'New rules from a day on',
  'requirement.corrected': 'Its rules were put right',
  'requirement.retired': 'Retired',
  'requirement.asked-again': 'Asked again',
};

/** Who changed a requirement, when, and in which way; the latest first. */
export function RequirementHistory({ events }: { events: readonly Event[] }) {
  if (events.length === 0) {
    return <p className="govuk-body">Nothing has been changed here since it was brought in.</p>;
  }
  return (
    <Timeline
      entries={events.map(({ id, on, action, by }) => ({
        key: id,
        on,
        title: ACTIONS[action] ?? 'Changed',
        by: `by ${by}`,
      }))}
    />
  );
}
