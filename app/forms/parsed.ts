/** What was wrong, field by field, in the order of the form. The message says what to do. */
export type FieldErrors = { field: string; message: string }[];

/** What was typed, to show it again: never a password. */
export type FormValues = Record<string, string | string[]>;

/** What a form asks for, or what is wrong with it and what was typed. */
export type Parsed<T> =
  | { ok: true; command: T }
  | { ok: false; errors: FieldErrors; values: FormValues };
