import { inWords } from '../days.ts';
import { audienceInWords } from '../rule-words.ts';
import type { AppointmentKind } from '../types.ts';
import { kindLabel } from './differences.ts';
import type { SectionWords } from './section.ts';

/** Where a section comes from, how fresh it is, who answers for it, and for whom it is. */
export function factsOf(
  { source, checkedOn, reviewBy, owner, audience }: SectionWords,
  kinds: readonly AppointmentKind[],
): { key: string; value: string }[] {
  return [
    { key: 'Chiefly for', value: audienceInWords(audience, kinds) },
    { key: 'Comes from', value: `${source.document}. ${source.place}` },
    { key: 'Checked on', value: inWords(checkedOn) },
    { key: 'To be looked at again by', value: inWords(reviewBy) },
    { key: 'Answers for it', value: kindLabel(owner, kinds) },
  ];
}
