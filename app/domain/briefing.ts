import { type Day, inWords } from './days.ts';

/** As long as a point may be, in characters: a story, what was missed, and what is right. */
export const LONGEST_POINT = 2000;

/** "3 points wait for the next briefing. The last one was said on 3 November 2026." */
export function briefingAnswer(waiting: number, lastSaidOn: Day | null): string {
  const last = lastSaidOn === null ? '' : ` The last point was said on ${inWords(lastSaidOn)}.`;
  if (waiting === 0) return `Nothing waits for the next briefing.${last}`;
  const points = waiting === 1 ? '1 point waits' : `${waiting} points wait`;
  return `${points} for the next briefing.${last}`;
}
