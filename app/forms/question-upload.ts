import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { counted } from '#app/domain/words.ts';
import { withoutHidden } from './characters.ts';
import { Fields } from './fields.ts';
import type { FieldErrors, Parsed } from './parsed.ts';
import type { Places } from './question.ts';

/** What is said once for all questions of a file that do not say it themselves. */
export type LeftOpen = {
  /** Empty: nothing was chosen. */
  topic: string;
  /** Empty: the section on the question's own topic. */
  section: string;
  document: string;
};

/** What was handed in: a file or a text, and what is to be said where it says nothing. */
export type QuestionUpload = {
  file: File | null;
  pasted: string;
  /** As it is shown and kept. */
  name: string;
  leftOpen: LeftOpen;
};

const LONGEST_NAME = 120;

export function parseQuestionUpload(form: FormData, places: Places): Parsed<QuestionUpload> {
  const fields = new Fields(form);
  const sent = form.get('file');
  const file = sent instanceof File && (sent.size > 0 || sent.name !== '') ? sent : null;
  const typed = form.get('pasted');
  const pasted = typeof typed === 'string' ? typed : '';
  if (file === null && pasted.trim() === '') {
    fields.fail('file', 'Choose a file, or paste the questions');
  } else if (file !== null && pasted.trim() !== '') {
    fields.fail('file', 'Choose a file or paste the questions, not both');
  }
  const name = file === null ? 'Pasted questions' : shownName(file.name);
  return fields.parsed({ file, pasted, name, leftOpen: readLeftOpen(fields, places) });
}

/** What a preview was of, to be imported: never believed, but read again. */
export type PreviewedUpload = {
  bytes: Uint8Array;
  name: string;
  leftOpen: LeftOpen;
  /** What the preview said that it would do. */
  seen: string;
};

export function parsePreviewed(form: FormData, places: Places): Parsed<PreviewedUpload> {
  const fields = new Fields(form);
  const content = form.get('content');
  const isThere = typeof content === 'string' && BASE64.test(content);
  if (!isThere) fields.fail('file', 'Choose the file again: it did not come back whole');
  return fields.parsed({
    bytes: new Uint8Array(Buffer.from(isThere ? content : '', 'base64')),
    name: shownName(fields.optionalText('name', { what: 'The name', max: LONGEST_NAME }) ?? ''),
    leftOpen: readLeftOpen(fields, places),
    seen: fields.optionalText('seen', { what: 'The preview', max: 60 }) ?? '',
  });
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function readLeftOpen(fields: Fields, { topics, sections }: Places): LeftOpen {
  return {
    topic: fields.choice('topic', ['', ...topics], 'Choose one of the topics'),
    section: fields.choice('section', ['', ...sections], 'Choose one of the sections'),
    document: fields.optionalText('document', { what: 'The document', max: 200 }) ?? '',
  };
}

/** Only ever shown: no path, nothing hidden, and short. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return withoutHidden(last).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) || 'A file';
}

type Filled = { ok: true; questions: KeyedQuestion[] } | { ok: false; errors: FieldErrors };

/** The questions with what they left open, or what is to be said first. */
export function fillIn(questions: readonly KeyedQuestion[], leftOpen: LeftOpen): Filled {
  const filled = questions.map(({ topic: named, section, source, ...question }) => {
    const topic = named || leftOpen.topic;
    const document = source.document || leftOpen.document;
    return {
      ...question,
      topic,
      section: section || leftOpen.section || topic,
      source: { ...source, document },
    };
  });
  const errors = [
    ...lackingIn(filled, 'topic', ({ topic }) => topic, 'say to which topic they belong'),
    ...lackingIn(filled, 'document', ({ source }) => source.document, 'enter where they come from'),
  ];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, questions: filled };
}

function lackingIn(
  questions: readonly KeyedQuestion[],
  field: string,
  of: (question: KeyedQuestion) => string,
  what: string,
): FieldErrors {
  const lacking = questions.filter((question) => of(question) === '').length;
  if (lacking === 0) return [];
  const those = counted(lacking, 'question', 'questions');
  const message = `${those} of the file ${lacking === 1 ? 'does' : 'do'} not say: ${what}`;
  return [{ field, message }];
}
