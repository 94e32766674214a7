import { LONGEST_POINT } from '#app/domain/briefing.ts';
import type { Day } from '#app/domain/days.ts';
import { Fields, readId } from './fields.ts';
import type { Parsed } from './parsed.ts';

export function parsePoint(form: FormData): Parsed<{ words: string }> {
  const fields = new Fields(form);
  const words = fields.paragraph('words', {
    missing: 'Enter what is to be said',
    what: 'The point',
    max: LONGEST_POINT,
  });
  return fields.parsed({ words });
}

export function parseSaid(form: FormData): Parsed<{ saidOn: Day; said: string | null }> {
  const fields = new Fields(form);
  return fields.parsed({
    saidOn: fields.day('saidOn', {
      missing: 'Enter the day on which it was said',
      what: 'The day',
    }),
    said: fields.optionalParagraph('said', { what: 'What was said', max: LONGEST_POINT }),
  });
}

/** The question that a button puts down for the next briefing. */
export function parseQuestionPoint(form: FormData): Parsed<{ questionId: number }> {
  const fields = new Fields(form);
  return fields.parsed({ questionId: fields.id('question', 'Choose a question from the list') });
}

/** The point that an address is about; null where it names none. */
export function readPointId(query: URLSearchParams): number | null {
  return readId(query.get('point') ?? '');
}
