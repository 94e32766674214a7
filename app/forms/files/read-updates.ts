import { parse } from 'yaml';
import { z } from 'zod';
import { type Day, parseDay } from '#app/domain/days.ts';
import { MOP_UP_OUTCOMES } from '#app/domain/sessions/session.ts';
import { UPDATE_KINDS } from '#app/domain/sessions/updates.ts';

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== null) return read;
  context.addIssue(`There is no day ${text}`);
  return z.NEVER;
});

const refs = z.array(z.string());

const update = z.object({
  kind: z.enum(UPDATE_KINDS),
  title: z.string(),
  heldOn: day,
  minutes: z.number(),
  about: z.string(),
  credits: z.array(z.string()).default([]),
  /** Who was there; everybody who was expected and is not named as missing, where it is left out. */
  there: refs.nullable().default(null),
  missed: refs.default([]),
});

const updatesFile = z.object({
  updates: z.array(update),
  points: z.array(z.object({ on: day, words: z.string() })).default([]),
});

export type UpdatesFile = z.infer<typeof updatesFile>;

/** The short updates of a school of the demo. Throws where the file is wrong: a fault of ours. */
export function readUpdates(text: string): UpdatesFile {
  return updatesFile.parse(parse(text));
}

const decision = z.object({
  on: day,
  /** By the school's own numbers for them. */
  people: refs,
  outcome: z.enum(MOP_UP_OUTCOMES).exclude(['later-sitting']),
  withWhom: z.string().default(''),
  reason: z.string().default(''),
});

const mopUp = z.object({
  /** By its title. */
  session: z.string(),
  closedOn: day,
  recording: z.object({ link: z.string(), quiz: z.string() }),
  decisions: z.array(decision),
});

export type MopUpFile = z.infer<typeof mopUp>;

const mopUpsFile = z.object({ mopUps: z.array(mopUp) });

/** What became of those who missed sessions of a school of the demo. Throws as `readUpdates` does. */
export function readMopUps(text: string): MopUpFile[] {
  return mopUpsFile.parse(parse(text)).mopUps;
}
