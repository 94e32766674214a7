import { parse } from 'yaml';
import { z } from 'zod';
import { type Day, parseDay } from '#app/domain/days.ts';

/** The file of a school of the demo that says what was asked about what is read. */
export const ASKED_FILE = 'reading-questions.yaml';

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== null) return read;
  context.addIssue(`There is no day ${text}`);
  return z.NEVER;
});

const asked = z.object({
  /** By the school's own number for them. */
  by: z.string(),
  publication: z.string(),
  edition: z.string(),
  on: day,
  words: z.string(),
  answer: z.object({ by: z.string(), on: day, words: z.string() }).nullable().default(null),
});

const file = z.object({ questions: z.array(asked) });

/** What was asked at a school of the demo. Throws where something is wrong: a fault of ours. */
export function readAsked(text: string): z.infer<typeof asked>[] {
  return file.parse(parse(text)).questions;
}
