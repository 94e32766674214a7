import type { Day } from '#app/domain/days.ts';
import { dayValues } from './day-values.ts';
import { Fields } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';

/** When and where a session is held. */
export type SittingForm = {
  heldOn: Day;
  startsAt: string | null;
  minutes: number | null;
  place: string | null;
  isMopUp: boolean;
};

export const MOST_MINUTES = 600;

export function parseSitting(form: FormData): Parsed<SittingForm> {
  const fields = new Fields(form);
  return fields.parsed(readSitting(fields));
}

/** As a form of its own asks for it, and the form of a new session. */
export function readSitting(fields: Fields): SittingForm {
  return {
    heldOn: fields.day('heldOn', { missing: 'Enter the day', what: 'The day' }),
    startsAt: readTime(fields, 'startsAt'),
    minutes: readMinutes(fields, 'minutes'),
    place: fields.optionalText('place', { what: 'The place', max: 100 }),
    isMopUp: fields.isTicked('isMopUp'),
  };
}

/** How many minutes; null where nothing was typed. */
export function readMinutes(fields: Fields, name: string): number | null {
  if (fields.optionalText(name, { what: 'The number', max: 20 }) === null) return null;
  const message = `Enter whole minutes, from 1 to ${MOST_MINUTES}`;
  return fields.whole(name, { min: 1, max: MOST_MINUTES, message });
}

const TIME = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i;

function readTime(fields: Fields, name: string): string | null {
  const text = fields.optionalText(name, { what: 'The time', max: 20 });
  if (text === null) return null;
  const time = timeIn(text);
  if (time === null) fields.fail(name, 'Enter a time like 09:00 or 3.45pm');
  return time;
}

/** `HH:MM` for "9", "9:00", "9.30" and "3.45pm"; null for anything else. */
export function timeIn(text: string): string | null {
  const [, hours = '', minutes = '00', half] = TIME.exec(text) ?? [];
  const isAfternoon = half?.toLowerCase() === 'pm';
  const typed = Number(hours);
  if (hours === '' || Number(minutes) > 59) return null;
  if (half ? typed < 1 || typed > 12 : typed > 23) return null;
  const hour = half ? (typed % 12) + (isAfternoon ? 12 : 0) : typed;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** A sitting as its form holds it. */
export function valuesOfSitting(sitting: SittingForm): FormValues {
  const { heldOn, startsAt, minutes, place, isMopUp } = sitting;
  return {
    ...dayValues('heldOn', heldOn),
    startsAt: startsAt ?? '',
    minutes: minutes === null ? '' : String(minutes),
    place: place ?? '',
    isMopUp: isMopUp ? 'yes' : '',
  };
}
