import { type Day, dayOf } from '#app/domain/days.ts';
import { cleanLine, cleanText, withoutHidden } from './characters.ts';
import type { FieldErrors, FormValues, Parsed } from './parsed.ts';

/**
 * Reads a form field by field and gathers what is wrong. Where a field is wrong its reader answers
 * something of the right type that nobody uses, because `parsed` then answers the errors.
 */
export class Fields {
  readonly errors: FieldErrors = [];
  readonly #form: FormData;

  constructor(form: FormData) {
    this.#form = form;
  }

  /** The command, or the errors with what was typed. */
  parsed<T>(command: T): Parsed<T> {
    if (this.errors.length === 0) return { ok: true, command };
    return { ok: false, errors: this.errors, values: typedValues(this.#form) };
  }

  fail(field: string, message: string): void {
    this.errors.push({ field, message });
  }

  /** Is this field wrong? Asked before comparing it with another. */
  isWrong(...names: string[]): boolean {
    return this.errors.some(({ field }) => names.includes(field));
  }

  /** Words on one line. `missing` says what to enter; `what` names it: "The first name". */
  text(name: string, { missing, what, max = 200 }: TextRule & { missing: string }): string {
    const text = this.optionalText(name, { what, max });
    if (text === null && !this.isWrong(name)) this.fail(name, missing);
    return text ?? '';
  }

  /** As `text`; null where nothing was typed. */
  optionalText(name: string, { what, max = 200 }: TextRule): string | null {
    return this.#words(name, cleanLine(this.#raw(name)), what, max);
  }

  /** As `text`, over several lines. */
  paragraph(name: string, { missing, what, max = 2000 }: TextRule & { missing: string }): string {
    const text = this.optionalParagraph(name, { what, max });
    if (text === null && !this.isWrong(name)) this.fail(name, missing);
    return text ?? '';
  }

  optionalParagraph(name: string, { what, max = 2000 }: TextRule): string | null {
    return this.#words(name, cleanText(this.#raw(name))?.trim() ?? null, what, max);
  }

  /** An e-mail address in lower case; null where nothing was typed. */
  optionalEmail(name: string): string | null {
    const what = 'The e-mail address';
    const email = this.optionalText(name, { what, max: 254 });
    if (email === null || EMAIL.test(email)) return email?.toLowerCase() ?? null;
    this.fail(name, 'Enter an e-mail address like name@example.sch.uk');
    return null;
  }

  /** A day typed as `name-day`, `name-month` (number or word) and `name-year`. */
  day(name: string, rule: { missing: string; what: string }): Day {
    const on = this.optionalDay(name, rule);
    if (on === null && !this.isWrong(name)) this.fail(name, rule.missing);
    return on ?? ('' as Day);
  }

  /** As `day`; null where all three parts are empty. */
  optionalDay(name: string, { what }: { what: string }): Day | null {
    const parts = DAY_PARTS.map((part) => this.#raw(`${name}-${part}`).trim());
    if (parts.every((part) => part === '')) return null;
    const read = readDay(parts, what);
    if (typeof read === 'object') {
      this.fail(name, read.wrong);
      return null;
    }
    return read;
  }

  /** One of the known choices, whatever the browser sent. */
  choice<const T extends string>(name: string, known: readonly T[], missing: string): T {
    const chosen = known.find((value) => value === this.#raw(name));
    if (chosen === undefined) this.fail(name, missing);
    return chosen ?? (known[0] as T);
  }

  /** Those of the known choices that were ticked; what is unknown is refused. */
  choices<const T extends string>(name: string, known: readonly T[], missing: string): T[] {
    const sent = this.#all(name);
    const chosen = known.filter((value) => sent.includes(value));
    if (sent.some((value) => !known.includes(value as T))) this.fail(name, missing);
    return chosen;
  }

  /** The id of something, chosen in a list. Whether there is such a thing the operation asks. */
  id(name: string, missing: string): number {
    const id = readId(this.#raw(name));
    if (id === null) this.fail(name, missing);
    return id ?? 0;
  }

  /** Ids that were ticked, each once; none is `missing`. */
  ids(name: string, missing: string): number[] {
    const ids = this.#all(name).map(readId);
    if (ids.length === 0 || ids.includes(null)) this.fail(name, missing);
    return [...new Set(ids.filter((id) => id !== null))];
  }

  /** A whole number within bounds, both included. */
  whole(name: string, { min, max, message }: { min: number; max: number; message: string }) {
    const text = this.#raw(name).trim();
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.fail(name, message);
    return min;
  }

  /** Was the box with the value `yes` ticked? */
  isTicked(name: string): boolean {
    return this.#raw(name) === 'yes';
  }

  #words(name: string, clean: string | null, what: string, max: number): string | null {
    if (clean === null) {
      this.fail(name, `${what} has a hidden character in it. Type it rather than paste it`);
    } else if ([...clean].length > max) {
      this.fail(name, `${what} must be ${max} characters or fewer`);
    }
    return clean === '' ? null : clean;
  }

  #raw(name: string): string {
    return this.#all(name)[0] ?? '';
  }

  #all(name: string): string[] {
    return this.#form.getAll(name).filter((value) => typeof value === 'string');
  }
}

type TextRule = { what: string; max?: number };

const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]{2,}$/;

/** The id that a text is, or null: digits only, and no number that the machine would round. */
export function readId(text: string): number | null {
  if (!/^[1-9]\d{0,15}$/.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}

const DAY_PARTS = ['day', 'month', 'year'] as const;

function readDay(parts: string[], what: string): Day | { wrong: string } {
  const lacking = DAY_PARTS.filter((_, index) => parts[index] === '');
  if (lacking.length > 0) return { wrong: `${what} must include a ${lacking.join(' and a ')}` };
  const [dayText = '', monthText = '', yearText = ''] = parts;
  if (!/^\d{4}$/.test(yearText)) return { wrong: 'The year must have 4 digits, like 2026' };
  const year = Number(yearText);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { wrong: `Check the year: ${year}` };
  const month = readMonth(monthText);
  const dayOfMonth = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
  return dayOf(year, month, dayOfMonth) ?? { wrong: `${what} must be a real day, like 27 3 2026` };
}

/** Nobody who works at a school now did anything there before; nothing is planned further ahead. */
const FIRST_YEAR = 1940;
const LAST_YEAR = 2100;

/** 1 to 12 for "9", "09", "Sep", "sept" or "September"; 0 for anything else. */
export function readMonth(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, '');
  if (word.length < 3) return 0;
  return MONTHS.findIndex((month) => month.startsWith(word)) + 1;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** What was typed, without passwords, the form's key and what nobody can see. */
export function typedValues(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((name) => !NOT_KEPT.test(name));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).map((value) => {
        return typeof value === 'string' ? withoutHidden(value) : '';
      });
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

const NOT_KEPT = /password|^formKey$|^__proto__$/i;
