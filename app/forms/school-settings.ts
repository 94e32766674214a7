import { CATEGORIES, type Category, type Term } from '#app/domain/types.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

export type SettingsForm = {
  name: string;
  shortName: string;
  noticeDays: number;
  gapDays: number;
  returnDays: number;
  showsInitials: boolean;
};

/** What the school is called, and the days that its rules reckon with. */
export function parseSettings(form: FormData): Parsed<SettingsForm> {
  const fields = new Fields(form);
  const days = (name: string, min: number, max: number) =>
    fields.whole(name, { min, max, message: `Enter a number of days from ${min} to ${max}` });
  return fields.parsed({
    name: fields.text('name', { missing: "Enter the school's name", what: 'The name', max: 120 }),
    shortName: fields.text('shortName', {
      missing: 'Enter a short name',
      what: 'The short name',
      max: 40,
    }),
    noticeDays: days('noticeDays', 1, 365),
    gapDays: days('gapDays', 0, 365),
    returnDays: days('returnDays', 0, 90),
    showsInitials: fields.isTicked('showsInitials'),
  });
}

/** How many terms the form has room for: two academic years of six half-terms, and some. */
export const TERM_ROWS = 15;

/** The terms; a row with nothing in it is none. Fields are `name-0`, `from-0-day` and so on. */
export function parseTerms(form: FormData): Parsed<Term[]> {
  const fields = new Fields(form);
  const terms: Term[] = [];
  for (let row = 0; row < TERM_ROWS; row++) {
    if (isEmptyRow(form, row)) continue;
    const term = readTerm(fields, row);
    if (!fields.isWrong(`from-${row}`, `to-${row}`)) requireSensible(fields, row, term, terms);
    terms[row] = term;
  }
  const entered = terms.filter(Boolean);
  if (entered.length === 0) fields.fail('name-0', 'Enter at least one term');
  return fields.parsed(entered);
}

function isEmptyRow(form: FormData, row: number): boolean {
  const names = [`name-${row}`];
  for (const part of ['day', 'month', 'year']) {
    names.push(`from-${row}-${part}`, `to-${row}-${part}`);
  }
  return names.every((name) => String(form.get(name) ?? '').trim() === '');
}

function readTerm(fields: Fields, row: number): Term {
  const name = fields.text(`name-${row}`, {
    missing: 'Enter what this term is called',
    what: 'The name of a term',
    max: 60,
  });
  const of = name || 'this term';
  const from = fields.day(`from-${row}`, {
    missing: `Enter the first day of ${of}`,
    what: `The first day of ${of}`,
  });
  const to = fields.day(`to-${row}`, {
    missing: `Enter the last day of ${of}`,
    what: `The last day of ${of}`,
  });
  return { name, from, to };
}

function requireSensible(fields: Fields, row: number, term: Term, earlier: Term[]): void {
  if (term.to < term.from) {
    fields.fail(`to-${row}`, `The last day of ${term.name} must be on or after its first day`);
  }
  const other = earlier.find((one) => one && one.from <= term.to && term.from <= one.to);
  if (other) {
    fields.fail(`from-${row}`, `${term.name} has days in common with ${other.name}`);
  }
}

/** A kind of appointment that the school adds. */
export function parseKind(form: FormData): Parsed<{ label: string; category: Category }> {
  const fields = new Fields(form);
  return fields.parsed({
    label: readLabel(fields),
    category: fields.choice('category', CATEGORIES, 'Choose which group it belongs to'),
  });
}

/** What a kind of appointment is called from now on. */
export function parseKindLabel(form: FormData): Parsed<{ label: string }> {
  const fields = new Fields(form);
  return fields.parsed({ label: readLabel(fields) });
}

function readLabel(fields: Fields): string {
  const missing = 'Enter what the appointment is called';
  return fields.text('label', { missing, what: 'The name', max: 80 });
}
