import type { Day } from '#app/domain/days.ts';
import type { InductionList, InductionStep } from '#app/domain/induction-list/list.ts';
import type { Audience } from '#app/domain/types.ts';
import { readAudience } from './audience.ts';
import { Fields } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';

export type ListForm = { name: string; audience: Audience; startsOn: Day };

/** Whom a list is for, and since when. `kinds`: the roles of the school. */
export function parseInductionList(form: FormData, kinds: readonly string[]): Parsed<ListForm> {
  const fields = new Fields(form);
  return fields.parsed({
    name: fields.text('name', {
      missing: 'Enter what it is called, like Supply teachers',
      what: 'The name',
      max: 80,
    }),
    audience: readAudience(fields, kinds, 'Choose whom it is for'),
    startsOn: fields.day('startsOn', {
      missing: 'Enter the first day on which somebody joins for whom it is',
      what: 'The day',
    }),
  });
}

/** How many become late, as the page said beside the box that was ticked; null: it was not. */
export function readLateAgreed(form: FormData): number | null {
  const agreed = String(form.get('lateAgreed') ?? '');
  return /^\d{1,6}$/.test(agreed) ? Number(agreed) : null;
}

/** A list as its form holds it. */
export function valuesOfList({
  name,
  audience,
  startsOn,
}: Omit<InductionList, 'id' | 'key' | 'steps'>): FormValues {
  const [year = '', month = '', day = ''] = startsOn?.split('-') ?? [];
  return {
    name,
    categories: audience.categories,
    kinds: audience.kinds,
    'startsOn-day': day === '' ? '' : String(Number(day)),
    'startsOn-month': month === '' ? '' : String(Number(month)),
    'startsOn-year': year,
  };
}

export type StepForm = Pick<InductionStep, 'words' | 'within' | 'requirementId' | 'responsible'>;

type Choices = { kinds: readonly string[]; requirements: readonly string[] };

/** A step: its words, its days, and what makes it done. */
export function parseInductionStep(
  form: FormData,
  { kinds, requirements }: Choices,
): Parsed<StepForm> {
  const fields = new Fields(form);
  const step = {
    words: fields.text('words', {
      missing: 'Enter what is to be done',
      what: 'What is to be done',
    }),
    within: fields.whole('within', {
      min: 0,
      max: 365,
      message: 'Enter the days from joining as a whole number from 0 to 365',
    }),
    requirementId: readRequirement(fields, requirements),
    responsible: fields.choice('responsible', kinds, 'Choose who answers for it'),
  };
  return fields.parsed(step);
}

function readRequirement(fields: Fields, ids: readonly string[]): number | null {
  const chosen = fields.choice('requirement', ['', ...ids], 'Choose a requirement, or nothing');
  return chosen === '' ? null : Number(chosen);
}

/** What stands in the form of a new step. */
export const NEW_STEP: FormValues = { within: '7', requirement: '', responsible: 'dsl' };

export function valuesOfStep({ words, within, requirementId, responsible }: StepForm): FormValues {
  return {
    words,
    within: String(within),
    requirement: requirementId === null ? '' : String(requirementId),
    responsible,
  };
}
