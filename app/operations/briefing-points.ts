import {
  type BriefingPoint,
  deletePoint,
  findPoint,
  insertPoint,
  pointsOfQuestions,
  setPointSaid,
  setPointWords,
} from '#app/data/briefing.ts';
import type { Reader, Transaction } from '#app/data/database.ts';
import { bankFigures } from '#app/data/question-figures.ts';
import type { Day } from '#app/domain/days.ts';
import { pointWords } from '#app/domain/quiz/question-figures.ts';
import { shortened } from '#app/domain/quiz/question-words.ts';
import { type Act, type Audit, carryOutAside, Refusal, requireSchool } from './act.ts';
import { requireQuestion } from './require-question.ts';

/** Puts something down for the next briefing, in the school's own words. It bears on no status. */
export function addPoint(act: Act, { words }: { words: string }): Promise<{ pointId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const point = { schoolId, revisionId: null, words, addedOn: act.today };
    const pointId = insertPoint(transaction, point);
    audit({ action: 'briefing-point.added', about: shortened(words), after: { pointId } });
    return { pointId };
  });
}

/**
 * Puts a question down for the next briefing, with what was most often answered wrongly. What waits
 * already is not put down twice: `isNew` is false. Throws Refusal.
 */
export function addQuestionPoint(
  act: Act,
  { questionId }: { questionId: number },
): Promise<{ pointId: number; isNew: boolean }> {
  const schoolId = requireSchool(act);
  const figures = bankFigures(act.database, schoolId, act.today);
  return carryOutAside(act, (transaction, audit) => {
    const question = requireQuestion(transaction, schoolId, questionId);
    const known = pointsOfQuestions(transaction, schoolId).get(question.id);
    if (known?.saidOn === null) return { pointId: known.id, isNew: false };
    const figured = figures.find((one) => one.question.id === question.id);
    const words = pointWords(question, figured?.missed ?? null);
    const point = { schoolId, revisionId: question.id, words, addedOn: act.today };
    const pointId = insertPoint(transaction, point);
    audit({ action: 'briefing-point.added', about: shortened(words), after: { pointId } });
    return { pointId, isNew: true };
  });
}

/** Words a point that waits differently. Throws Refusal. */
export function changePoint(
  act: Act,
  { pointId, words }: { pointId: number; words: string },
): Promise<{ pointId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const before = requireWaiting(transaction, schoolId, pointId);
    setPointWords(transaction, pointId, words);
    audit({
      action: 'briefing-point.changed',
      about: shortened(words),
      before: { pointId, words: before.words },
      after: { pointId, words },
    });
    return { pointId };
  });
}

export type SayPoint = { pointId: number; saidOn: Day; said: string | null };

/** Notes when a point was said, and what was said; noted before, it is put right. Throws Refusal. */
export function sayPoint(act: Act, command: SayPoint): Promise<{ pointId: number }> {
  const { pointId } = command;
  return carryOutAside(act, (transaction, audit) => {
    noteSaid(act, transaction, audit, command);
    return { pointId };
  });
}

/** As `sayPoint`, in the transaction that is open. Answers the words of the point. Throws Refusal. */
export function noteSaid(
  act: Act,
  transaction: Transaction,
  audit: Audit,
  { pointId, saidOn, said }: SayPoint,
): string {
  const schoolId = requireSchool(act);
  const before = requirePoint(transaction, schoolId, pointId);
  if (saidOn > act.today) {
    throw new Refusal('wrong', 'The day must be today or in the past', 'saidOn');
  }
  setPointSaid(transaction, pointId, { saidOn, said });
  audit({
    action: 'briefing-point.said',
    about: shortened(before.words),
    before: { pointId, saidOn: before.saidOn, said: before.said },
    after: { pointId, saidOn, said },
  });
  return before.words;
}

/** Takes away a point that waits; what was said stays. Throws Refusal. */
export function removePoint(
  act: Act,
  { pointId }: { pointId: number },
): Promise<{ pointId: number }> {
  const schoolId = requireSchool(act);
  return carryOutAside(act, (transaction, audit) => {
    const { words } = requireWaiting(transaction, schoolId, pointId);
    deletePoint(transaction, pointId);
    audit({
      action: 'briefing-point.removed',
      about: shortened(words),
      before: { pointId, words },
    });
    return { pointId };
  });
}

function requirePoint(reader: Reader, schoolId: number, pointId: number): BriefingPoint {
  const point = findPoint(reader, schoolId, pointId);
  if (!point) throw new Refusal('not-found', 'There is no such point');
  return point;
}

function requireWaiting(reader: Reader, schoolId: number, pointId: number): BriefingPoint {
  const point = requirePoint(reader, schoolId, pointId);
  if (point.saidOn !== null) {
    throw new Refusal('conflict', 'This was said meanwhile, and what was said stays as it is');
  }
  return point;
}
