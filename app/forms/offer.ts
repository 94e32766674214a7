import type { Day } from '#app/domain/days.ts';
import { telHref } from '#app/domain/offer/links.ts';
import type { FrontDoor, OfferWarning } from '#app/domain/offer/section.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** As long as what somebody looks for may be; what is longer is cut. */
const LONGEST_QUERY = 200;

/** What an address asks to look for (`?q=`); null where it asks for nothing. */
export function readOfferQuery(query: URLSearchParams): string | null {
  const typed = (query.get('q') ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return typed === '' ? null : [...typed].slice(0, LONGEST_QUERY).join('');
}

type OfferForm = { name: string; frontDoor: FrontDoor | null };

/** What the offer is called, and the front door; a door with nothing in it is none. */
export function parseOffer(form: FormData, today: Day): Parsed<OfferForm> {
  const fields = new Fields(form);
  const missing = 'Enter what the school calls it';
  const name = fields.text('name', { missing, what: 'The name', max: 80 });
  return fields.parsed({ name, frontDoor: hasDoor(form) ? readDoor(fields, today) : null });
}

const DOOR_FIELDS = ['doorName', 'telephone', 'outOfHours', 'hours'];
const DAY_PARTS = ['checkedOn-day', 'checkedOn-month', 'checkedOn-year'];

function hasDoor(form: FormData): boolean {
  return [...DOOR_FIELDS, ...DAY_PARTS].some((name) => String(form.get(name) ?? '').trim() !== '');
}

function readDoor(fields: Fields, today: Day): FrontDoor {
  const door = {
    name: fields.text('doorName', {
      missing: 'Enter what the front door is called',
      what: 'The name of the front door',
      max: 120,
    }),
    telephone: fields.text('telephone', {
      missing: 'Enter its telephone number',
      what: 'The telephone number',
      max: 30,
    }),
    outOfHours: fields.optionalText('outOfHours', { what: 'The number out of hours', max: 30 }),
    hours: fields.optionalText('hours', { what: 'The hours', max: 160 }),
    checkedOn: fields.day('checkedOn', {
      missing: 'Enter the day on which the numbers were checked',
      what: 'The day of the check',
    }),
  };
  requireNumber(fields, 'telephone', door.telephone);
  requireNumber(fields, 'outOfHours', door.outOfHours ?? '');
  if (door.checkedOn > today) {
    fields.fail('checkedOn', 'The day of the check must be today or in the past');
  }
  return door;
}

function requireNumber(fields: Fields, name: string, telephone: string): void {
  if (telephone === '' || fields.isWrong(name) || telHref(telephone) !== null) return;
  fields.fail(name, 'Enter a telephone number like 01632 960 001, and nothing else');
}

/** Something that is out of date or wrong in the school's own document. */
export function parseWarning(form: FormData): Parsed<Omit<OfferWarning, 'key'>> {
  const fields = new Fields(form);
  return fields.parsed({
    place: fields.text('place', {
      missing: 'Enter where in the document it stands',
      what: 'The place',
    }),
    says: fields.paragraph('says', {
      missing: 'Enter what the document says there',
      what: 'What it says',
      max: 1000,
    }),
    problem: fields.paragraph('problem', {
      missing: 'Enter why it is out of date or wrong',
      what: 'The reason',
      max: 1000,
    }),
    action: fields.paragraph('action', {
      missing: 'Enter what is to be done about it',
      what: 'What is to be done',
      max: 1000,
    }),
  });
}

/** What was done about a warning; null: it is open again. */
export function parseWarningDecision(form: FormData): Parsed<{ how: string | null }> {
  const fields = new Fields(form);
  const act = fields.choice('act', ['deal', 'reopen'], 'Say what is to be done');
  if (act === 'reopen' || fields.isWrong('act')) return fields.parsed({ how: null });
  const missing = 'Enter what was done about it';
  return fields.parsed({
    how: fields.paragraph('how', { missing, what: 'What was done', max: 500 }),
  });
}

/** Why a section is retired; null: it is brought back. */
export function parseSectionRetirement(form: FormData): Parsed<{ why: string | null }> {
  const fields = new Fields(form);
  const act = fields.choice('act', ['retire', 'bring-back'], 'Say what is to be done');
  if (act === 'bring-back' || fields.isWrong('act')) return fields.parsed({ why: null });
  const missing = 'Enter why it is no longer part of the offer';
  return fields.parsed({ why: fields.paragraph('why', { missing, what: 'The reason', max: 500 }) });
}

/** What is to become of a draft. */
export function parseDraftDecision(form: FormData): Parsed<{ act: 'publish' | 'throw-away' }> {
  const fields = new Fields(form);
  const act = fields.choice('act', ['publish', 'throw-away'], 'Say what is to become of the draft');
  return fields.parsed({ act });
}

/** Which two revisions an address compares, by their numbers; null where it names none. */
export function readCompared(query: URLSearchParams): { from: number | null; to: number | null } {
  const read = (name: string) => {
    const text = query.get(name) ?? '';
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  };
  return { from: read('from'), to: read('to') };
}
