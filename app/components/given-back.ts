import { dateFields, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';

type Values = Record<string, string | string[] | undefined>;

/** What an action answers where a form was wrong. */
export type Answered = { errors?: FieldErrors; values?: Values } | null | undefined;

/** What the fields of a form show: what was typed, or else what is known. */
export type GivenBack = ReturnType<typeof givenBack>;

/**
 * The errors of a form, and what each field shows. Where nothing was typed, `known` says what stands
 * there: words by field, days as YYYY-MM-DD.
 */
export function givenBack(answered: Answered, known: Record<string, string | null> = {}) {
  const { errors = [], values } = answered ?? {};
  const value = (name: string) => (values ? [values[name]].flat()[0] : (known[name] ?? undefined));
  return {
    errors,
    value,
    date: (name: string) => (values ? typedDate(values, name) : dateFields(known[name])),
    isTicked: (name: string) => value(name) === 'yes',
  };
}
