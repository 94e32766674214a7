import type { Day } from '#app/domain/days.ts';
import { findMarkdownFaults, LONGEST_BODY } from '#app/domain/offer/markdown.ts';
import { type SectionWords, usualReviewBy } from '#app/domain/offer/section.ts';
import { TOPICS, type Topic } from '#app/domain/offer/topics.ts';
import type { AppointmentKind } from '#app/domain/types.ts';
import { readAudience } from './audience.ts';
import { dayValues } from './day-values.ts';
import { Fields, typedValues } from './fields.ts';
import type { FieldErrors, FormValues, Parsed } from './parsed.ts';

/** What a form of a section is read with: the school's roles, and the day. */
type Known = { kinds: readonly AppointmentKind[]; today: Day };

/** What a section says. */
export function parseSection(form: FormData, known: Known): Parsed<SectionWords> {
  const fields = new Fields(form);
  return fields.parsed(readSection(fields, known));
}

/** The topic of a new section, and what it says. `own`: a topic that this school alone has. */
export function parseNewSection(
  form: FormData,
  known: Known,
): Parsed<{ topic: Topic | null; words: SectionWords }> {
  const fields = new Fields(form);
  const missing = 'Choose what the section is about';
  const topic = fields.choice('topic', [...TOPICS, 'own'], missing);
  const words = readSection(fields, known);
  return fields.parsed({ topic: topic === 'own' ? null : topic, words });
}

function readSection(fields: Fields, { kinds, today }: Known): SectionWords {
  const title = fields.text('title', {
    missing: 'Enter a title',
    what: 'The title',
    max: 120,
  });
  const summary = fields.text('summary', {
    missing: 'Say in one line what it comes to',
    what: 'The line',
    max: 160,
  });
  const body = readBody(fields);
  const known = kinds.map(({ key }) => key);
  const audience = readAudience(fields, known, 'Choose whom it is chiefly for');
  const source = {
    document: fields.text('document', {
      missing: 'Enter the document that it comes from',
      what: 'The document',
    }),
    place: fields.text('place', {
      missing: 'Enter the place in the document, like Section 4',
      what: 'The place',
    }),
  };
  const days = readSectionDays(fields, today);
  const owner = fields.choice('owner', known, 'Choose who answers for it');
  return { title, summary, body, audience, source, ...days, owner };
}

function readBody(fields: Fields): string {
  const missing = 'Write what the section says';
  const body = fields.paragraph('body', { missing, what: 'The text', max: LONGEST_BODY });
  if (!fields.isWrong('body')) {
    for (const fault of findMarkdownFaults(body)) fields.fail('body', fault);
  }
  return body;
}

type SectionDays = Pick<SectionWords, 'checkedOn' | 'reviewBy'>;

function readSectionDays(fields: Fields, today: Day): SectionDays {
  const checkedOn = fields.day('checkedOn', {
    missing: 'Enter the day on which it was held against its source',
    what: 'The day of the check',
  });
  if (!fields.isWrong('checkedOn') && checkedOn > today) {
    fields.fail('checkedOn', 'The day of the check must be today or in the past');
  }
  const reviewBy = fields.day('reviewBy', {
    missing: 'Enter the day by which it is to be looked at again',
    what: 'The day of the next look',
  });
  if (!fields.isWrong('checkedOn', 'reviewBy') && reviewBy <= checkedOn) {
    fields.fail('reviewBy', 'It must be looked at again after the day on which it was checked');
  }
  return { checkedOn, reviewBy };
}

/** The days of a section that is right as it stands. */
export function parseSectionDays(form: FormData, today: Day): Parsed<SectionDays> {
  const fields = new Fields(form);
  return fields.parsed(readSectionDays(fields, today));
}

/** What is shown before anything is saved, and what of it could not be shown as it is meant. */
export type SectionPreview = {
  title: string;
  summary: string;
  body: string;
  errors: FieldErrors;
};

/** What was typed so far, to be looked at: only the text has to be right. */
export function previewSection(form: FormData): SectionPreview {
  const values = typedValues(form);
  const typed = (name: string) => [values[name]].flat()[0]?.trim() ?? '';
  const fields = new Fields(form);
  const body = readBody(fields);
  return {
    title: typed('title'),
    summary: typed('summary'),
    body: body === '' ? typed('body') : body,
    errors: fields.errors,
  };
}

/** Is the form to be looked at, rather than saved? */
export function asksForPreview(form: FormData): boolean {
  return form.get('step') === 'preview';
}

/** What stands in the form of a new section. */
export function newSectionValues(today: Day, topic: string): FormValues {
  return {
    topic,
    categories: ['staff', 'supply', 'governor', 'volunteer'],
    owner: 'dsl',
    ...dayValues('checkedOn', today),
    ...dayValues('reviewBy', usualReviewBy(today)),
  };
}

/** A section as its form holds it. */
export function sectionValues(words: SectionWords): FormValues {
  return {
    title: words.title,
    summary: words.summary,
    body: words.body,
    categories: words.audience.categories,
    kinds: words.audience.kinds,
    document: words.source.document,
    place: words.source.place,
    ...dayValues('checkedOn', words.checkedOn),
    ...dayValues('reviewBy', words.reviewBy),
    owner: words.owner,
  };
}

/** The school's roles, to choose from. */
export function kindChoices(kinds: readonly AppointmentKind[]) {
  return kinds.map(({ key, label }) => ({ value: key, label }));
}
