import type { Day } from '#app/domain/days.ts';
import { MOP_UP_OUTCOMES } from '#app/domain/sessions/session.ts';
import { Fields, readId } from './fields.ts';
import type { Parsed } from './parsed.ts';
import { readSitting, type SittingForm } from './sitting.ts';

/** What becomes of those who are ticked. */
export type MopUpForm = {
  personIds: number[];
  choice:
    | { outcome: 'later-sitting'; sittingId: number }
    | { outcome: 'later-sitting'; added: Omit<SittingForm, 'isMopUp'> }
    | { outcome: 'recording' }
    | { outcome: 'one-to-one'; withWhom: string }
    | { outcome: 'not-required'; reason: string };
};

/** What stands for a sitting that is added now. */
export const NEW_SITTING = 'new';

/** The fields of the other outcomes are not looked at. */
export function parseMopUp(form: FormData): Parsed<MopUpForm> {
  const fields = new Fields(form);
  const personIds = fields.ids('people', 'Choose at least one person');
  const outcome = fields.choice('outcome', MOP_UP_OUTCOMES, 'Choose what is to become of them');
  const choice = fields.isWrong('outcome') ? WRONG : readChoice(fields, form, outcome);
  return fields.parsed({ personIds, choice });
}

const WRONG = { outcome: 'recording' as const };

function readChoice(
  fields: Fields,
  form: FormData,
  outcome: MopUpForm['choice']['outcome'],
): MopUpForm['choice'] {
  switch (outcome) {
    case 'later-sitting': {
      if (form.get('sitting') === NEW_SITTING) {
        const { isMopUp: _, ...added } = readSitting(fields);
        return { outcome, added };
      }
      return { outcome, sittingId: fields.id('sitting', 'Choose a sitting, or add one') };
    }
    case 'recording':
      return { outcome };
    case 'one-to-one': {
      const missing = 'Enter who sees them';
      return {
        outcome,
        withWhom: fields.text('withWhom', { missing, what: 'The name', max: 100 }),
      };
    }
    case 'not-required': {
      const missing = 'Enter why it is not required';
      return {
        outcome,
        reason: fields.paragraph('reason', { missing, what: 'The reason', max: 300 }),
      };
    }
  }
}

/** The people whom an address names: those who were ticked on the list. */
export function readChosenPeople(query: URLSearchParams): number[] {
  return [...new Set(query.getAll('people').flatMap((text) => readId(text) ?? []))];
}

export function parseFinished(form: FormData): Parsed<{ doneOn: Day }> {
  const fields = new Fields(form);
  const missing = 'Enter the day on which it was done';
  return fields.parsed({ doneOn: fields.day('doneOn', { missing, what: 'The day' }) });
}

export type RecordingForm = { recordingLink: string | null; recordingQuizId: number | null };

/** Both, or neither: whoever watches shows by the quiz that they did. */
export function parseRecording(form: FormData): Parsed<RecordingForm> {
  const fields = new Fields(form);
  if (!form.has('recordingLink')) fields.fail('recordingLink', 'Say where the recording is');
  const recordingLink = readLink(fields);
  const recordingQuizId = form.get('quiz') ? fields.id('quiz', 'Choose a quiz') : null;
  if (fields.errors.length === 0 && recordingLink !== null && recordingQuizId === null) {
    fields.fail('quiz', 'Choose the quiz that shows that it was watched');
  }
  if (fields.errors.length === 0 && recordingLink === null && recordingQuizId !== null) {
    fields.fail('recordingLink', 'Enter the address of the recording, or choose no quiz');
  }
  return fields.parsed({ recordingLink, recordingQuizId });
}

/** Of the web alone, and encrypted: what it leads to is shown to staff as a link. */
function readLink(fields: Fields): string | null {
  const text = fields.optionalText('recordingLink', { what: 'The address', max: 500 });
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url.href;
  fields.fail(
    'recordingLink',
    'Enter the address as it stands in the browser, beginning with https://',
  );
  return null;
}
