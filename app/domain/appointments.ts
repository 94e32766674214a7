import { kindsHeldOn } from './audience.ts';
import type { Day } from './days.ts';
import type { AppointmentKind, PersonFacts } from './types.ts';

/** What somebody is on a day, in the school's own words: "Teacher, Deputy DSL". */
export function appointmentsInWords(
  person: PersonFacts,
  kinds: readonly AppointmentKind[],
  on: Day,
): string {
  return kindsHeldOn(person, on)
    .map((kind) => kinds.find(({ key }) => key === kind)?.label ?? kind)
    .join(', ');
}
