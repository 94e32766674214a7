import { type Day, inWords } from '../days.ts';
import { counted } from '../words.ts';
import { type NotCompletable, notCompletableInWords } from './completable.ts';
import type { Progress } from './shown.ts';
import type { Lasting } from './valid-to.ts';

/** How an attempt that was submitted came out. */
export type Result = {
  kind: 'counts' | 'practice';
  score: number;
  outOf: number;
  passMark: number;
  hasPassed: boolean;
  /** How many of the must-pass questions were answered wrongly. */
  missedMustPass: number;
};

/** The first sentence before handing in: what is answered, and what becomes of the rest. */
export function handInAnswer(progress: readonly Progress[]): string {
  const all = progress.length;
  const answered = progress.filter((state) => state === 'answered').length;
  const questions = counted(all, 'question', 'questions');
  if (answered === all)
    return `You have answered ${all === 1 ? 'the question' : `all ${questions}`}.`;
  const left = all - answered;
  const rest = left === 1 ? 'the one left counts' : `the ${left} left count`;
  return `You have answered ${answered} of ${questions}; ${rest} as wrong if you hand in now.`;
}

/** "9 of 10". */
export function scoreInWords({ score, outOf }: Pick<Result, 'score' | 'outOf'>): string {
  return `${score} of ${outOf}`;
}

/** The first sentence of a result: the score, whether it passes, and what it takes. */
export function resultAnswer(result: Result): string {
  const score = scoreInWords(result);
  const { hasPassed } = result;
  if (result.kind === 'practice') {
    const would = hasPassed ? 'That would pass' : `That would not pass: ${whyNot(result)}`;
    return `You scored ${score} in practice. ${would}. Practice counts for nothing.`;
  }
  if (hasPassed) return `You scored ${score} and passed.`;
  return `You scored ${score} and did not pass this time: ${whyNot(result)}.`;
}

function whyNot({ score, passMark, missedMustPass }: Result): string {
  const reasons: string[] = [];
  if (score < passMark) reasons.push(`${counted(passMark, 'is', 'are')} needed`);
  if (missedMustPass > 0) {
    const which = counted(missedMustPass, 'question', 'questions');
    reasons.push(`${which} that must be right ${missedMustPass === 1 ? 'was' : 'were'} not`);
  }
  return reasons.join(', and ');
}

/** "It counts for Prevent until 16 November 2027."; null where it completes nothing. */
export function countsInWords(requirement: string | null, lasting: Lasting | null): string | null {
  if (requirement === null) return null;
  switch (lasting?.kind) {
    case 'until':
      return `It counts for ${requirement} until ${inWords(lasting.validTo)}.`;
    case 'no-end':
      return `It counts for ${requirement} and does not run out.`;
    case 'no-interval':
      return `It counts for ${requirement}; no interval is set for when to do it again.`;
    case 'not-asked':
      return `It is recorded for ${requirement}, which was not asked of you on that day.`;
    default:
      return `It was recorded for ${requirement}, and the school has withdrawn it since.`;
  }
}

/** "It completes nothing: Prevent is no longer asked for.", of a pass that might have been thought to. */
export function completesNothingInWords(requirement: string, why: NotCompletable): string {
  return `It completes nothing: ${notCompletableInWords(requirement, why)}.`;
}

/** The last day of a certificate, as it stands on paper. */
export function lastingInWords(lasting: Lasting): string {
  switch (lasting.kind) {
    case 'until':
      return inWords(lasting.validTo);
    case 'no-end':
      return 'Does not run out';
    default:
      return 'No last day is set';
  }
}

/** "Passed on 3 November 2026 with 9 of 10". */
export function pastInWords(
  past: Pick<Result, 'kind' | 'score' | 'outOf' | 'hasPassed'> & { on: Day },
): string {
  const on = inWords(past.on);
  const score = scoreInWords(past);
  if (past.kind === 'practice') return `Practised on ${on}: ${score}`;
  if (past.hasPassed) return `Passed on ${on} with ${score}`;
  return `Not passed on ${on}: ${score}`;
}
