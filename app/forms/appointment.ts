import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';
import { readSpan } from './person.ts';

const FIRST_DAY_MISSING = 'Enter the first day of the appointment';

/** A further appointment. */
export function parseAppointment(
  form: FormData,
): Parsed<{ kindId: number; from: Day; to: Day | null }> {
  const fields = new Fields(form);
  const kindId = fields.id('kind', 'Choose an appointment');
  return fields.parsed({ kindId, ...readSpan(fields, FIRST_DAY_MISSING) });
}

/** Other days for an appointment. */
export function parseAppointmentDays(form: FormData): Parsed<{ from: Day; to: Day | null }> {
  const fields = new Fields(form);
  return fields.parsed(readSpan(fields, FIRST_DAY_MISSING));
}

/** Why an appointment that was entered wrongly is taken away. */
export function parseRemoval(form: FormData): Parsed<{ why: string }> {
  const fields = new Fields(form);
  const missing = 'Say what was wrong with it';
  return fields.parsed({ why: fields.text('why', { missing, what: 'The reason', max: 500 }) });
}

/** Somebody's last day. `notKnown` was ticked where they have left and the day is not known yet. */
export function parseLeaving(form: FormData): Parsed<{ lastDay: Day | null }> {
  const fields = new Fields(form);
  const what = 'The last day';
  const missing = 'Enter their last day, or say that it is not known yet';
  const notKnown = fields.isTicked('notKnown');
  const lastDay = fields.optionalDay('lastDay', { what });
  if (lastDay === null && !notKnown && !fields.isWrong('lastDay')) fields.fail('lastDay', missing);
  if (lastDay !== null && notKnown) {
    fields.fail('notKnown', 'Enter the last day or tick that it is not known, not both');
  }
  return fields.parsed({ lastDay });
}
