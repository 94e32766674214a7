import { insertTalk } from '#app/data/quiz-results.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { isOwnRecord } from './record-completions.ts';
import { requirePerson } from './require-person.ts';

export type NoteTalk = { personId: number; quizId: number; talkedOn: Day };

/**
 * Notes the day on which a lead talked with somebody about a quiz: never what was said. Nobody notes a
 * talk with themselves. Throws Refusal.
 */
export function noteTalk(act: Act, command: NoteTalk): Promise<{ talkId: number }> {
  const schoolId = requireSchool(act);
  const { personId, quizId, talkedOn } = command;
  return carryOut(act, (transaction, audit) => {
    requirePerson(transaction, schoolId, personId);
    if (!findQuiz(transaction, schoolId, quizId)) {
      throw new Refusal('not-found', 'There is no such quiz');
    }
    if (isOwnRecord(transaction, act, personId)) {
      throw new Refusal(
        'not-allowed',
        'Somebody else must talk with you: another lead or a deputy',
      );
    }
    if (talkedOn > act.today) {
      throw new Refusal('wrong', 'The day must be today or in the past', 'talkedOn');
    }
    const noted = { notedAt: act.now, notedBy: act.actor.accountId };
    const talkId = insertTalk(transaction, { personId, quizId, talkedOn, ...noted });
    // Which quiz it was about would tell whoever reads the audit that they failed it.
    audit({ action: 'quiz-talk.noted', personId, after: { talkId, talkedOn } });
    return { talkId };
  });
}
