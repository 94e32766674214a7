import { listMadeLate } from '#app/data/starters.ts';
import type { InductionList } from '#app/domain/induction-list/list.ts';
import { counted } from '#app/domain/words.ts';
import { type Act, Refusal, requireSchool } from './act.ts';

/**
 * Where starters become late by a change of the lists, it is made only by whoever was told how many.
 * Throws Refusal.
 */
export function requireLateAgreed(
  act: Act,
  lists: InductionList[],
  agreed: number | null | undefined,
): void {
  const late = listMadeLate(act.database, requireSchool(act), lists, act.today).length;
  if (late === 0 || late === agreed) return;
  if (agreed === null || agreed === undefined) {
    const people = counted(late, 'starter becomes', 'starters become');
    throw new Refusal('wrong', `Tick the box to say that ${people} late by it`, 'lateAgreed');
  }
  const message = `It is now ${late} who would become late. Look again before you save`;
  throw new Refusal('conflict', message, 'lateAgreed');
}
