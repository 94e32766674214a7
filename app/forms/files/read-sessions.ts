import { parse } from 'yaml';
import { z } from 'zod';
import { type Day, parseDay } from '#app/domain/days.ts';
import { CATEGORIES } from '#app/domain/types.ts';

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== null) return read;
  context.addIssue(`There is no day ${text}`);
  return z.NEVER;
});

const refs = z.array(z.string()).default([]);

const sitting = z.object({
  heldOn: day,
  startsAt: z.string().nullable().default(null),
  minutes: z.number().nullable().default(null),
  place: z.string().nullable().default(null),
  isMopUp: z.boolean().default(false),
  /** Do not work that day, say. */
  notExpected: refs,
  /** On its register and not there; everybody else who was expected was. */
  missed: refs,
  /** At a mop-up: who was there. */
  there: refs,
  isFinal: z.boolean().default(false),
});

const session = z.object({
  title: z.string(),
  about: z.string().nullable().default(null),
  /** By the school's own number for them. */
  trainer: z.string(),
  trainerHolds: z.string().nullable().default(null),
  credits: z.array(z.string()),
  audience: z.object({
    categories: z.array(z.enum(CATEGORIES)).default([]),
    kinds: z.array(z.string()).default([]),
  }),
  plannedOn: day,
  sittings: z.array(sitting).min(1),
});

const file = z.object({ sessions: z.array(session) });

/** The sessions of a school of the demo. Throws where something is wrong with the file: a fault of ours. */
export function readSessions(text: string): z.infer<typeof file>['sessions'] {
  return file.parse(parse(text)).sessions;
}
