import { and, desc, eq } from 'drizzle-orm';
import type { Banked } from '#app/domain/quiz/bank.ts';
import { type QuestionState, questionStateOf } from '#app/domain/quiz/question-state.ts';
import { accounts, questionDecisions, questionRevisions } from '#db/schema.ts';
import type { Reader } from './database.ts';
import { sectionHashes } from './offer.ts';
import {
  lastDecisions,
  listBank,
  type QuestionDecision,
  type QuestionRevision,
} from './questions.ts';

/** What a question of a school's bank says now, and how it stands there. */
export type BankedQuestion = QuestionRevision &
  Banked & {
    state: QuestionState;
    because: string;
    decision: QuestionDecision | null;
    /** By its hash, what the section that it cites says now; null: there is no such section. */
    sectionWords: string | null;
  };

/** The whole bank of a school, shared questions and its own, by topic and key. */
export function readBank(reader: Reader, schoolId: number): BankedQuestion[] {
  const decisions = lastDecisions(reader, schoolId);
  const hashes = sectionHashes(reader, schoolId);
  return listBank(reader, schoolId).map((question) => {
    const decision = decisions.get(question.questionId) ?? null;
    return standingOf(question, decision, hashes.get(question.section) ?? null);
  });
}

function standingOf(
  question: QuestionRevision,
  decision: QuestionDecision | null,
  sectionWords: string | null,
): BankedQuestion {
  const { id: latestRevisionId, isShared } = question;
  const standing = { isShared, latestRevisionId, sectionWords, decision };
  const { state, because } = questionStateOf(standing);
  const isForSectionAlone = state === 'check-me' && decision?.revisionId === question.id;
  return { ...question, state, because, decision, sectionWords, isForSectionAlone };
}

/** A decision of a school about a question, with who took it. */
export type ToldDecision = {
  id: number;
  decision: 'confirmed' | 'set-aside';
  why: string | null;
  revisionId: number;
  at: string;
  by: string | null;
};

/** What a school decided about a question, the newest first. */
export function listDecisions(
  reader: Reader,
  schoolId: number,
  questionId: number,
): ToldDecision[] {
  return reader
    .select({
      id: questionDecisions.id,
      decision: questionDecisions.decision,
      why: questionDecisions.why,
      revisionId: questionDecisions.revisionId,
      at: questionDecisions.decidedAt,
      by: accounts.name,
    })
    .from(questionDecisions)
    .leftJoin(accounts, eq(accounts.id, questionDecisions.decidedBy))
    .where(
      and(eq(questionDecisions.schoolId, schoolId), eq(questionDecisions.questionId, questionId)),
    )
    .orderBy(desc(questionDecisions.id))
    .all();
}

/** Who wrote each revision of a question, by the revision's id; null: nobody who signed in. */
export function revisionAuthors(reader: Reader, questionId: number): Map<number, string | null> {
  const rows = reader
    .select({ id: questionRevisions.id, by: accounts.name })
    .from(questionRevisions)
    .leftJoin(accounts, eq(accounts.id, questionRevisions.savedBy))
    .where(eq(questionRevisions.questionId, questionId))
    .all();
  return new Map(rows.map(({ id, by }) => [id, by]));
}
