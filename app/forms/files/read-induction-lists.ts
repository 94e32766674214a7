import { z } from 'zod';
import type { Day } from '#app/domain/days.ts';
import type { InductionListFile } from '#app/domain/induction-list/list-file.ts';
import { readYamlText } from './yaml-text.ts';
import { audience, day, key, maybe, words } from './yaml-types.ts';

const step = z.strictObject({
  key,
  words,
  /** Days from joining; 0: by the end of the first day. */
  within: z.number().int().min(0).max(365),
  requirement: maybe(key),
  responsible: key.default('dsl'),
  startsOn: maybe(day),
});

/** A school's lists for first weeks, one for each audience, with their steps in order. */
export const inductionListsFile = z.array(
  z.strictObject({
    key,
    name: words,
    audience,
    startsOn: maybe(day),
    steps: z.array(step),
  }),
);

/**
 * The lists with which a school begins, for those who join from `startsOn` on. Throws where the file is
 * wrong: a fault of ours.
 */
export function newSchoolLists(text: string, startsOn: Day): InductionListFile[] {
  const read = readYamlText(text);
  if (!read.ok) throw new Error(`The lists of every school: ${read.faults.join('; ')}`);
  return inductionListsFile.parse(read.value).map((list) => ({ ...list, startsOn }));
}
