import { createHash } from 'node:crypto';
import { type BankedQuestion, readBank } from '#app/data/bank.ts';
import type { Reader } from '#app/data/database.ts';
import { insertQuestion } from '#app/data/questions.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import {
  type ImportRow,
  importCounts,
  type KnownQuestion,
  planQuestionImport,
  writtenIn,
} from '#app/domain/quiz/question-import.ts';
import { counted, listed } from '#app/domain/words.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { wordsOf, writeRevision } from './save-question.ts';

/** What an import of these questions would do at a school, as its bank stands. */
export function planImport(
  reader: Reader,
  schoolId: number,
  questions: readonly KeyedQuestion[],
): { rows: ImportRow[]; seen: string } {
  const rows = planQuestionImport(readBank(reader, schoolId).map(knownOf), questions);
  return { rows, seen: seenIn(rows) };
}

function knownOf(question: BankedQuestion): KnownQuestion {
  const { questionId, id: revisionId, key, isShared, state } = question;
  const isSetAside = state === 'set-aside';
  return { questionId, revisionId, key, isShared, isSetAside, words: wordsOf(question) };
}

/**
 * What a preview showed, short: what becomes of each question, and which revision of the bank it was
 * held against. An import that would do something else, or overtake another revision, is refused.
 */
function seenIn(rows: readonly ImportRow[]): string {
  const shown = rows.map(({ outcome, key, known }) => [
    ...[outcome, key],
    known && [known.questionId, known.revisionId, known.isSetAside],
  ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}

export type ImportQuestions = {
  questions: readonly KeyedQuestion[];
  fileName: string;
  /** Of the preview. */
  seen: string;
};

/**
 * Imports questions as the school's own: all of them in one transaction, or none. Nobody has read them
 * yet, so they are to be checked; what was set aside stays so. Throws Refusal where the bank is not as
 * it was in the preview.
 */
export function importQuestions(
  act: Act,
  { questions, fileName, seen }: ImportQuestions,
): Promise<{ imported: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const plan = planImport(transaction, schoolId, questions);
    if (plan.seen !== seen) {
      const message = 'The bank was changed since this preview. Look at it again';
      throw new Refusal('conflict', message);
    }
    const written = writtenIn(plan.rows);
    if (written.length === 0) throw new Refusal('wrong', 'There is nothing to import');
    for (const { known, key, question } of written) {
      const questionId = known?.questionId ?? insertQuestion(transaction, { schoolId }, key);
      writeRevision(transaction, act, questionId, question);
    }
    audit({
      action: 'questions.imported',
      about: aboutOf(plan.rows, fileName),
      after: toldOf(written),
    });
    return { imported: written.length };
  });
}

function aboutOf(rows: readonly ImportRow[], fileName: string): string {
  const counts = importCounts(rows);
  const parts = [
    ...(counts.new > 0 ? [counted(counts.new, 'new question', 'new questions')] : []),
    ...(counts.revision > 0 ? [counted(counts.revision, 'new revision', 'new revisions')] : []),
  ];
  return `${listed(parts)} from ${fileName}`;
}

function toldOf(written: readonly ImportRow[]) {
  const keysOf = (outcome: ImportRow['outcome']) =>
    written.filter((row) => row.outcome === outcome).map(({ key }) => key);
  return { added: keysOf('new'), revised: keysOf('revision') };
}
