import { type Recording, setRecording as writeRecording } from '#app/data/mop-ups.ts';
import { findQuiz } from '#app/data/quizzes.ts';
import { isRetired } from '#app/domain/versions.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireHeld, requireSession } from './require-session.ts';

/**
 * Says where the recording of a session is and which quiz goes with it, or that there is none. Whoever
 * was to watch it stands with nothing arranged where it is taken away. Throws Refusal.
 */
export function setRecording(
  act: Act,
  { sessionId, ...recording }: Recording & { sessionId: number },
): Promise<{ sessionId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const session = requireSession(transaction, schoolId, sessionId);
    requireHeld(session);
    const { recordingQuizId } = recording;
    const quiz = recordingQuizId === null ? null : findQuiz(transaction, schoolId, recordingQuizId);
    if (recordingQuizId !== null && (quiz === null || isRetired(quiz, act.today))) {
      throw new Refusal('wrong', 'Choose a quiz of the school', 'quiz');
    }
    writeRecording(transaction, sessionId, recording);
    audit({
      action: 'session.recording-set',
      about: session.title,
      before: { sessionId, recording: session.recordingLink },
      after: { sessionId, recording: recording.recordingLink, quiz: quiz?.title ?? null },
    });
    return { sessionId };
  });
}
