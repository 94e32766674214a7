import { TOPICS, topicLabel } from '#app/domain/offer/topics.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import type { ConfirmedChange, EditionDraft } from '#app/domain/publications/edition-draft.ts';
import type { AppointmentKind } from '#app/domain/types.ts';
import { dayValues } from './day-values.ts';
import { partCount, partValues, readParts } from './edition-parts.ts';
import { Fields, typedValues } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';

/** What a form of an edition is read with: the school's roles, and topics to draw a check from. */
type Known = { kinds: readonly AppointmentKind[]; topics: readonly string[] };

/** The name of a publication. */
export function parsePublication(form: FormData): Parsed<{ title: string }> {
  const fields = new Fields(form);
  const title = fields.text('title', {
    missing: 'Enter what the document is called',
    what: 'The name',
    max: 100,
  });
  return fields.parsed({ title });
}

/** An edition that is not confirmed yet. */
export function parseEdition(
  form: FormData,
  { kinds, topics }: Known,
): Parsed<{ draft: EditionDraft; dropsFile: boolean }> {
  const fields = new Fields(form);
  const keys = kinds.map(({ key }) => key);
  const draft: EditionDraft = {
    title: fields.text('title', {
      missing: 'Enter the title of the edition, like KCSIE 2027',
      what: 'The title',
      max: 100,
    }),
    inForceFrom: fields.day('inForceFrom', {
      missing: 'Enter the first day on which it is in force',
      what: 'The first day in force',
    }),
    state: fields.choice('state', ['draft', 'announced'], 'Say whether people are to know of it'),
    whatChanged: fields.optionalParagraph('whatChanged', { what: 'What changed' }),
    ...readParts(fields, partCount(typedValues(form)), keys),
    link: readLink(fields),
    source: fields.optionalParagraph('source', { what: 'The source', max: 500 }),
    checkTopics: readTopics(fields, topics),
  };
  return fields.parsed({ draft, dropsFile: fields.isTicked('dropsFile') });
}

/** What of a confirmed edition can be changed; `dueBy` is asked while its roll-out is of moment. */
export function parseConfirmedChange(
  form: FormData,
  { topics, hasRollOut }: { topics: readonly string[]; hasRollOut: boolean },
): Parsed<{ change: ConfirmedChange; dropsFile: boolean }> {
  const fields = new Fields(form);
  const change: ConfirmedChange = {
    whatChanged: fields.optionalParagraph('whatChanged', { what: 'What changed' }),
    link: readLink(fields),
    checkTopics: readTopics(fields, topics),
    dueBy: hasRollOut ? readDueBy(fields) : null,
  };
  return fields.parsed({ change, dropsFile: fields.isTicked('dropsFile') });
}

/** The due-by day of a roll-out. */
export function readDueBy(fields: Fields) {
  return fields.day('dueBy', {
    missing: 'Enter the day by which those already here have to have read it',
    what: 'The due-by day',
  });
}

/** Where a document is read: an address that a browser opens, or none. */
export function readLink(fields: Fields): string | null {
  const link = fields.optionalText('link', { what: 'The web address', max: 500 });
  if (link === null || isWebAddress(link)) return link;
  fields.fail('link', 'Enter the whole web address, beginning with https://');
  return null;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '';
}

function readTopics(fields: Fields, topics: readonly string[]): string[] {
  return fields.choices('checkTopics', topics, 'Choose among these topics');
}

/** Topics that the form offers: those of every school, and what the edition has already. */
export function topicChoices(checkTopics: readonly string[]) {
  return [...new Set([...TOPICS, ...checkTopics])].map((value) => ({
    value,
    label: topicLabel(value),
  }));
}

/** An edition as its form holds it. */
export function editionValues(edition: EditionDetails): FormValues {
  const { title, inForceFrom, state, whatChanged, link, source, checkTopics, dueBy } = edition;
  return {
    title,
    ...dayValues('inForceFrom', inForceFrom),
    state,
    whatChanged: whatChanged ?? '',
    link: link ?? '',
    source: source ?? '',
    checkTopics,
    ...dayValues('dueBy', dueBy),
    ...partValues(edition),
  };
}

/** What stands in the form of a new edition: the parts and choices of the one before. */
export function newEditionValues(before: EditionDetails | null): FormValues {
  if (before === null) return { state: 'draft', partCount: '0' };
  const { link, checkTopics } = before;
  return { state: 'draft', link: link ?? '', checkTopics, ...partValues(before) };
}
