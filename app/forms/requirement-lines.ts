import type { LineDraft } from '#app/domain/propose-requirement.ts';
import { lineField } from '#app/domain/requirement-problems.ts';
import { BASIS_KINDS, CATEGORIES, type Cycle, type Policy } from '#app/domain/types.ts';
import { type Fields, readMonth } from './fields.ts';
import type { FormValues } from './parsed.ts';

const CYCLE_KINDS = ['months', 'academic-year', 'edition', 'once', 'not-stated'] as const;

/** As many lines as one requirement may have in the form. */
const MOST_LINES = 10;

/** How many lines the form holds; at least one. */
export function lineCount(values: FormValues): number {
  const text = values.lines;
  const count = typeof text === 'string' && /^\d{1,2}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(count, 1), MOST_LINES);
}

/** What was typed, with one empty line more. */
export function withAnotherLine(values: FormValues): FormValues {
  return { ...values, lines: String(Math.min(lineCount(values) + 1, MOST_LINES)) };
}

/** What was typed, without the line at this place; those after it move up. */
export function withoutLine(values: FormValues, index: number): FormValues {
  const count = lineCount(values);
  if (count === 1 || index >= count) return values;
  const kept: FormValues = { lines: String(count - 1) };
  for (const [name, value] of Object.entries(values)) {
    const [, place, rest] = /^line-(\d+)-(.+)$/.exec(name) ?? [];
    if (name === 'lines' || Number(place) === index) continue;
    if (place === undefined || rest === undefined) kept[name] = value;
    else kept[lineField(Number(place) - (Number(place) > index ? 1 : 0), rest)] = value;
  }
  return kept;
}

/** Reads one line; what is out of bounds the rules themselves say. */
export function readLine(fields: Fields, policy: Policy, index: number): LineDraft {
  const at = (name: string) => lineField(index, name);
  return {
    key: fields.optionalText(at('key'), { what: 'The line', max: 100 }),
    audience: readAudience(fields, policy, at),
    cycle: readCycle(fields, policy, at),
    startWithin: fields.whole(at('startWithin'), {
      ...ANY_NUMBER,
      message: 'Enter the days from joining as a whole number, 0 for the first day',
    }),
    rollOutOn: fields.optionalDay(at('rollOutOn'), { what: 'The roll-out day' }),
    basis: readBasis(fields, at),
    suggestion: readSuggestion(fields, at),
  };
}

type At = (name: string) => string;

function readAudience(fields: Fields, policy: Policy, at: At): LineDraft['audience'] {
  const missing = 'Choose who it is for';
  const known = policy.appointmentKinds.map(({ key }) => key);
  const categories = fields.choices(at('categories'), CATEGORIES, missing);
  const kinds = fields.choices(at('kinds'), known, 'Choose among the roles of this school');
  const isNobody = categories.length + kinds.length === 0;
  if (isNobody && !fields.isWrong(at('categories'), at('kinds'))) {
    fields.fail(at('categories'), missing);
  }
  return { categories, kinds };
}

const ANY_NUMBER = { min: 0, max: 999_999_999 };

function readCycle(fields: Fields, policy: Policy, at: At): Cycle {
  const kind = fields.choice(at('cycle'), CYCLE_KINDS, 'Choose how long it lasts once done');
  if (fields.isWrong(at('cycle'))) return { kind: 'once' };
  switch (kind) {
    case 'months':
      return readMonths(fields, at);
    case 'academic-year':
      return {
        kind,
        dueBy: readMonthAndDay(fields, at('dueBy')),
        earlyDays: fields.whole(at('earlyDays'), {
          ...ANY_NUMBER,
          message: 'Enter how many of the last days of August count for the next year, 0 for none',
        }),
      };
    case 'edition': {
      const known = policy.publications.map(({ key }) => key);
      return {
        kind,
        publication: fields.choice(at('publication'), known, 'Choose the document that is read'),
      };
    }
    default:
      return { kind };
  }
}

function readMonths(fields: Fields, at: At): Cycle {
  const months = fields.whole(at('months'), {
    ...ANY_NUMBER,
    message: 'Enter the number of months as a whole number',
  });
  const keep = fields.optionalText(at('keepAnniversaryDays'), { what: 'The days', max: 9 });
  if (keep === null) return { kind: 'months', months };
  const keepAnniversaryDays = fields.whole(at('keepAnniversaryDays'), {
    ...ANY_NUMBER,
    message: 'Enter the days before it runs out as a whole number, or leave it empty',
  });
  return { kind: 'months', months, keepAnniversaryDays };
}

/** "31 October" or "31/10" as `10-31`. Whether every year has the day the rules say. */
function readMonthAndDay(fields: Fields, name: string): string {
  const missing = 'Enter the day by which it is due each year, like 31 October';
  const text = fields.text(name, { missing, what: 'The due-by day', max: 30 });
  const [, day, month] = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+\.?)$/i.exec(text) ?? [];
  const number = month === undefined ? 0 : readMonth(month);
  if (text !== '' && (day === undefined || number === 0)) fields.fail(name, missing);
  return `${String(number).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

function readBasis(fields: Fields, at: At): LineDraft['basis'] {
  const says = fields.optionalParagraph(at('says'), { what: 'What it says', max: 1000 });
  const url = fields.optionalText(at('url'), { what: 'The web address', max: 500 });
  return {
    kind: fields.choice(at('basis'), BASIS_KINDS, 'Choose what asks for it'),
    document: fields.text(at('document'), {
      missing: 'Enter the document that asks for it',
      what: 'The document',
    }),
    place: fields.text(at('place'), {
      missing: 'Enter the place in the document, like Part two',
      what: 'The place',
    }),
    ...(says === null ? {} : { says }),
    ...(url === null ? {} : { url }),
  };
}

function readSuggestion(fields: Fields, at: At): string | null {
  return fields.optionalParagraph(at('suggestion'), { what: 'The suggestion', max: 500 });
}
