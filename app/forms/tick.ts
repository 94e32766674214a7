import type { Day } from '#app/domain/days.ts';
import { SIDES, type Side } from '#app/domain/induction-list/list.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** One press on a list of first weeks. */
export function parseTick(form: FormData): Parsed<{ stepId: number; side: Side; isDone: boolean }> {
  const fields = new Fields(form);
  const missing = 'Press the button of what you mean';
  const press = {
    stepId: fields.id('step', missing),
    side: fields.choice('side', SIDES, missing),
    isDone: fields.choice('act', ['tick', 'take-back'], missing) === 'tick',
  };
  // Nobody types any of it: said once.
  fields.errors.splice(1);
  return fields.parsed(press);
}

/** What was signed on paper: whose signatures, of which steps, on which day. */
export type SignedSheet = { side: Side; stepIds: number[]; tickedOn: Day };

export function parseSignedSheet(form: FormData): Parsed<SignedSheet> {
  const fields = new Fields(form);
  return fields.parsed({
    side: fields.choice('side', SIDES, 'Choose whose signatures you enter'),
    stepIds: fields.ids('steps', 'Choose what was signed'),
    tickedOn: fields.day('tickedOn', {
      missing: 'Enter the day of the signatures',
      what: 'The day',
    }),
  });
}
