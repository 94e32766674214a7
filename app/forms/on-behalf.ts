import type { Day } from '#app/domain/days.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type OnBehalfForm = {
  signedOn: Day;
  /** Those who are ticked, each with the hash of what was shown of them. */
  people: { personId: number; shown: string }[];
};

/** What a signed sheet says: who signed, and on which day. */
export function parseOnBehalf(form: FormData): Parsed<OnBehalfForm> {
  const fields = new Fields(form);
  const signedOn = fields.day('signedOn', {
    missing: 'Enter the day it was signed',
    what: 'The day it was signed',
  });
  const ids = fields.ids('people', 'Tick at least one person who signed');
  const people = ids.map((personId) => ({ personId, shown: shownOf(form, personId) }));
  return fields.parsed({ signedOn, people });
}

/** Each person's row carries it beside their box. */
function shownOf(form: FormData, personId: number): string {
  const shown = form.get(`shown-${personId}`);
  return typeof shown === 'string' ? shown : '';
}
