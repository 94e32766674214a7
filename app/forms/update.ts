import type { Day } from '#app/domain/days.ts';
import { UPDATE_KINDS, type UpdateKind } from '#app/domain/sessions/updates.ts';
import type { Audience } from '#app/domain/types.ts';
import { readAudience } from './audience.ts';
import { readBegan } from './began.ts';
import { dayValues } from './day-values.ts';
import { Fields, readId, typedValues } from './fields.ts';
import type { FieldErrors, FormValues, Parsed } from './parsed.ts';
import { readMinutes } from './sitting.ts';

const WHOM = 'Choose for whom it was';
const DAY = { missing: 'Enter the day', what: 'The day' };

/** When something was said and for whom: what decides who is on its list. */
export type UpdateGround = { heldOn: Day; audience: Audience };

/** What the page of a new update shows: its list, or what is wrong with what was asked for. */
export type UpdateView = UpdateGround & { errors: FieldErrors; values: FormValues };

/** All who work at the school, today, where an address says nothing else. */
export function readUpdateView(
  query: URLSearchParams,
  kinds: readonly string[],
  today: Day,
): UpdateView {
  const ground = { heldOn: today, audience: STAFF };
  if (!query.has('heldOn-day')) return { ...ground, errors: [], values: valuesOf(ground) };
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  const fields = new Fields(form);
  const read = { heldOn: fields.day('heldOn', DAY), audience: readAudience(fields, kinds, WHOM) };
  if (read.heldOn > today) fields.fail('heldOn', 'The day must be today or in the past');
  const { errors } = fields;
  return { ...(errors.length > 0 ? ground : read), errors, values: typedValues(form) };
}

const STAFF: Audience = { categories: ['staff', 'supply'], kinds: [] };

function valuesOf({ heldOn, audience: { categories, kinds } }: UpdateGround): FormValues {
  return { ...dayValues('heldOn', heldOn), categories, kinds };
}

/** A short update as it was logged. */
export type UpdateForm = UpdateGround & {
  kind: UpdateKind;
  title: string;
  minutes: number | null;
  about: string | null;
  pointIds: number[];
  creditIds: number[];
  personIds: number[];
};

export const LONGEST_UPDATE = 2000;

export function parseUpdate(
  form: FormData,
  { kinds, credits }: { kinds: readonly string[]; credits: readonly string[] },
): Parsed<UpdateForm> {
  const fields = new Fields(form);
  const pointIds = idsOf(form, 'points');
  const update = {
    kind: fields.choice('kind', UPDATE_KINDS, 'Choose what it was'),
    title: fields.text('title', { missing: 'Enter a title', what: 'The title', max: 100 }),
    minutes: readMinutes(fields, 'minutes'),
    about: fields.optionalParagraph('about', { what: 'What it said', max: LONGEST_UPDATE }),
  };
  const isEmpty = update.about === null && pointIds.length === 0;
  if (isEmpty && !fields.isWrong('about')) fields.fail('about', 'Enter what it said');
  const creditIds = fields.choices('credits', credits, 'Choose among what an update can complete');
  return fields.parsed({
    ...update,
    pointIds,
    creditIds: creditIds.map(Number),
    personIds: fields.ids('people', 'Tick at least one person who was there'),
    heldOn: fields.day('heldOn', DAY),
    audience: readAudience(fields, kinds, WHOM),
  });
}

export type CorrectionForm = { began: string; reason: string; personIds: number[] };

export function parseCorrection(form: FormData): Parsed<CorrectionForm> {
  const fields = new Fields(form);
  const missing = 'Say why it is put right';
  return fields.parsed({
    began: readBegan(form),
    personIds: fields.ids('people', 'Tick at least one person who was there'),
    reason: fields.paragraph('reason', { missing, what: 'The reason', max: 300 }),
  });
}

export function parseTakingBack(form: FormData): Parsed<{ reason: string }> {
  const fields = new Fields(form);
  const missing = 'Say why it is taken back';
  return fields.parsed({
    reason: fields.paragraph('reason', { missing, what: 'The reason', max: 300 }),
  });
}

function idsOf(form: FormData, name: string): number[] {
  return [...new Set(form.getAll(name).flatMap((value) => readId(String(value)) ?? []))];
}
