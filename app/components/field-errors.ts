/** What is wrong with a form, field by field. The shape that app/forms gives. */
export type FieldErrors = readonly { field: string; message: string }[];

/** The messages for a field, or for a part of it (`completedOn` is told of `completedOn-month`). */
export function errorsOf(errors: FieldErrors | undefined, name: string): FieldErrors {
  return (errors ?? []).filter(({ field }) => field === name || isPartOf(field, name));
}

/** The id of what a person is to be led to; a date's first field carries the date's own name. */
export function anchorOf(field: string): string {
  return field.replace(/-day$/, '');
}

/** What `aria-describedby` names: only what is there. */
export function describedBy(...ids: (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}

const DATE_PARTS = ['day', 'month', 'year'];

function isPartOf(field: string, name: string): boolean {
  return DATE_PARTS.some((part) => field === `${name}-${part}`);
}
