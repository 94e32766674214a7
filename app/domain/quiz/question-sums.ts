import { addMarkSums, type MarkSums } from './statistics.ts';
import { type AnswerCounts, addAnswerCounts } from './wrong-choice.ts';

/** What first attempts say of one wording of a question, added up: small, and nobody's. */
export type QuestionSums = { marks: readonly MarkSums[]; answers: AnswerCounts };

/** By the id of the revision. */
export type SumsByRevision = ReadonlyMap<number, QuestionSums>;

/** What one school's attempts say. Only what they say of shared questions may leave the school. */
export type SchoolSums = { shared: SumsByRevision; own: SumsByRevision };

/** The sums of several schools as if they were one. */
export function addSums(schools: readonly SumsByRevision[]): SumsByRevision {
  const all = schools.flatMap((sums) => [...sums]);
  const byRevision = Map.groupBy(all, ([revisionId]) => revisionId);
  return new Map(
    [...byRevision].map(([revisionId, entries]) => {
      const sums = entries.map(([, one]) => one);
      const marks = addMarkSums(sums.flatMap((one) => one.marks));
      return [revisionId, { marks, answers: addAnswerCounts(sums.map((one) => one.answers)) }];
    }),
  );
}
