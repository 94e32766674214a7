import { parse } from 'yaml';
import { z } from 'zod';
import { type Day, parseDay } from '#app/domain/days.ts';

/** The file of a school of the demo that says what was handed in; its files lie in the folder beside. */
export const HANDED_IN_FILE = 'handed-in.yaml';
export const EVIDENCE_FOLDER = 'evidence';

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== null) return read;
  context.addIssue(`There is no day ${text}`);
  return z.NEVER;
});

const words = z.string().nullable().default(null);

const handedIn = z.object({
  /** By the school's own number for them. */
  person_id: z.string(),
  name: z.string(),
  requirement: z.string(),
  completedOn: day,
  printedExpiryOn: day.nullable().default(null),
  handedInOn: day,
  evidence: z.enum(['certificate', 'self-reported']),
  provider: words,
  level: words,
  reference: words,
  trainingDays: z.number().nullable().default(null),
  note: words,
  files: z.array(z.string()),
});

/** What was handed in at a school of the demo. Throws where something is wrong: a fault of ours. */
export function readHandedIn(text: string): z.infer<typeof handedIn>[] {
  return z.array(handedIn).parse(parse(text));
}
