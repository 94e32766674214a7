import type { Day } from '#app/domain/days.ts';
import type { ReadAgain } from '#app/domain/publications/edition-rules.ts';
import { readDueBy, readLink } from './edition.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** Nothing is saved before its preview has been seen. */
export type EditionStep = 'preview' | 'edit' | 'save';

/** What the button that was pressed asks for; the preview where it says nothing known. */
export function readEditionStep(form: FormData): EditionStep {
  const step = form.get('step');
  return step === 'edit' || step === 'save' ? step : 'preview';
}

/** Confirming an edition asks for the due-by day of its roll-out. */
export function parseConfirmation(form: FormData): Parsed<{ dueBy: Day }> {
  const fields = new Fields(form);
  return fields.parsed({ dueBy: readDueBy(fields) });
}

/** A correction: noted and no more, or a reason to read it again. */
export type Correction =
  | { how: 'note'; words: string }
  | { how: 'read-again'; correction: ReadAgain & { link: string | null } };

export function parseCorrection(form: FormData): Parsed<Correction> {
  const fields = new Fields(form);
  const words = fields.paragraph('words', {
    missing: 'Say what was put right',
    what: 'What was put right',
  });
  const missing = 'Say whether it is to be read again';
  const how = fields.choice('how', ['note', 'read-again'], missing);
  if (how === 'note' || fields.isWrong('how')) return fields.parsed({ how: 'note', words });
  const inForceFrom = fields.day('inForceFrom', {
    missing: 'Enter the first day on which the corrected edition is in force',
    what: 'The first day in force',
  });
  const correction = { inForceFrom, dueBy: readDueBy(fields), whatChanged: words };
  return fields.parsed({ how, correction: { ...correction, link: readLink(fields) } });
}
