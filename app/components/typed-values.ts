/** What was typed into a form, by the fields' names: the shape that app/forms gives back. */
export type TypedValues = Record<string, string | string[] | undefined>;

/** The one value of a field; undefined where there is none, or several. */
export function typedText(values: TypedValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of a field, such as the boxes that were ticked. */
export function listOf(values: TypedValues, name: string): string[] {
  const value = values[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
