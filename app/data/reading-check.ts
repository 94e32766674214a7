import { drawCheck, poolFor } from '#app/domain/publications/check.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import type { Reader } from './database.ts';
import { listDrawable } from './drawable.ts';
import type { QuestionRevision } from './questions.ts';

type OfEdition = Pick<EditionDetails, 'checkTopics'>;

/** Has the school questions in use about what this edition is about? */
export function hasCheck(reader: Reader, schoolId: number, { checkTopics }: OfEdition): boolean {
  if (checkTopics.length === 0) return false;
  return poolFor(poolOf(listDrawable(reader, schoolId)), checkTopics).length > 0;
}

/** The questions that a check of this edition asks with this seed, in their order; none is empty. */
export function listCheckQuestions(
  reader: Reader,
  schoolId: number,
  { checkTopics }: OfEdition,
  seed: number,
): QuestionRevision[] {
  if (checkTopics.length === 0) return [];
  const drawable = listDrawable(reader, schoolId);
  const byId = new Map(drawable.map((revision) => [revision.id, revision]));
  return drawCheck(poolOf(drawable), checkTopics, seed).flatMap((id) => byId.get(id) ?? []);
}

function poolOf(drawable: readonly QuestionRevision[]) {
  return drawable.map(({ id: revisionId, questionId, topic, mustPass }) => {
    return { questionId, revisionId, topic, mustPass };
  });
}
