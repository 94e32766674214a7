import { LONGEST } from '#app/domain/quiz/fault-parts.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { counted } from '#app/domain/words.ts';
import { Fields } from './fields.ts';
import type { FieldErrors, Parsed } from './parsed.ts';
import type { Places } from './question.ts';
import { LONGEST_NAME, readUpload, shownName, type Upload } from './upload.ts';

/** What is said once for all questions of a file that do not say it themselves. */
export type LeftOpen = {
  /** Empty: nothing was chosen. */
  topic: string;
  /** Empty: the section on the question's own topic. */
  section: string;
  document: string;
  place: string;
};

/** What was handed in, and what is to be said where it says nothing. */
export type QuestionUpload = Upload & { leftOpen: LeftOpen };

export function parseQuestionUpload(form: FormData, places: Places): Parsed<QuestionUpload> {
  const fields = new Fields(form);
  const upload = readUpload(form, fields, {
    neither: 'Choose a file, or paste the questions',
    both: 'Choose a file or paste the questions, not both',
    pasted: 'Pasted questions',
  });
  return fields.parsed({ ...upload, leftOpen: readLeftOpen(fields, places) });
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
    seen: fields.optionalText('seen', { what: 'The preview', max: 64 }) ?? '',
  });
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

function readLeftOpen(fields: Fields, { topics, sections }: Places): LeftOpen {
  return {
    topic: fields.choice('topic', ['', ...topics], 'Choose one of the topics'),
    section: fields.choice('section', ['', ...sections], 'Choose one of the sections'),
    document: fields.optionalText('document', { what: 'The document', max: LONGEST.source }) ?? '',
    place: fields.optionalText('place', { what: 'The place', max: LONGEST.source }) ?? '',
  };
}

type Filled = { ok: true; questions: KeyedQuestion[] } | { ok: false; errors: FieldErrors };

/** The questions with what they left open, or what is to be said first. */
export function fillIn(questions: readonly KeyedQuestion[], leftOpen: LeftOpen): Filled {
  const filled = questions.map(({ topic: named, section, source, ...question }) => {
    const topic = named || leftOpen.topic;
    return {
      ...question,
      topic,
      section: section || leftOpen.section || topic,
      source: {
        document: source.document || leftOpen.document,
        place: source.place || leftOpen.place,
      },
    };
  });
  const errors = [
    ...lackingIn(filled, 'topic', ({ topic }) => topic, 'say to which topic they belong'),
    ...lackingIn(filled, 'document', ({ source }) => source.document, 'enter where they come from'),
    ...lackingIn(filled, 'place', ({ source }) => source.place, 'enter the place in the document'),
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
