import { createHash } from 'node:crypto';
import { type Database, transact } from '#app/data/database.ts';
import { sharedQuestionFiles } from '#app/data/every-school.ts';
import { findMark, setMark } from '#app/data/marks.ts';
import { listTrustIds } from '#app/data/schools.ts';
import { sharedQuestions } from '#app/forms/files/shared-questions.ts';
import { loadSharedQuestions } from '#app/operations/load-shared-questions.ts';

/** Under this mark stands the hash of the files that every trust's bank was brought up to. */
const MARK = 'shared-questions';

/** Brings the questions that this version of InDate comes with into every trust's bank. */
export async function bringSharedQuestions(database: Database, now: string): Promise<void> {
  const files = sharedQuestionFiles();
  const trustIds = listTrustIds(database);
  const hash = createHash('sha256')
    .update(JSON.stringify([files, trustIds]))
    .digest('hex');
  if (findMark(database, MARK) === hash) return;
  const questions = sharedQuestions(files);
  await transact(database, (transaction) => {
    for (const trustId of trustIds) loadSharedQuestions(transaction, { trustId, questions, now });
    setMark(transaction, MARK, hash);
  });
}
