/** What is wrong at a field of the form, and what to do about it. Options are counted from 0 in `field`. */
export type QuestionFault = { field: string; message: string };

/** The longest that each may be, in characters. */
export const LONGEST = { text: 500, option: 300, why: 600, story: 1_000, source: 200, key: 60 };

/** Of words that must be there; `what` says what they are, "the question". */
export function textFaults(
  field: string,
  what: string,
  text: string,
  longest: number,
): QuestionFault[] {
  if (isBlank(text)) return [{ field, message: `Enter ${what}` }];
  return longFaults(field, what, text, longest);
}

/** Of words that may be left out. */
export function longFaults(
  field: string,
  what: string,
  text: string,
  longest: number,
): QuestionFault[] {
  if (text.length <= longest) return [];
  return [{ field, message: `Shorten ${what}: ${longest} characters or fewer` }];
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
