import { type Day, inWords } from '../days.ts';
import { isRetired } from '../versions.ts';
import { counted, sentenceCase } from '../words.ts';
import { isPastReview } from './section.ts';

/** How a section stands for whoever writes the offer. */
export type SectionStanding = {
  retiredFrom: Day | null;
  /** Null: nothing of it was published yet. */
  published: { reviewBy: Day } | null;
  hasDraft: boolean;
};

export type SectionState = 'current' | 'past-review' | 'not-published' | 'retired';

export function stateOfSection(section: SectionStanding, on: Day): SectionState {
  if (isRetired(section, on)) return 'retired';
  const { published } = section;
  if (published === null) return 'not-published';
  return isPastReview(published, on) ? 'past-review' : 'current';
}

/** "Past its review since 31 October 2026": why the section stands as it does. */
export function stateInWords(section: SectionStanding, on: Day): string {
  const { retiredFrom, published } = section;
  const state = stateOfSection(section, on);
  if (state === 'retired' && retiredFrom) return `Retired since ${inWords(retiredFrom)}`;
  if (published === null) return 'Not published yet';
  const by = inWords(published.reviewBy);
  return state === 'past-review' ? `Past its review since ${by}` : `Published, good until ${by}`;
}

/** "11 sections; 1 is past its review; 1 draft waits to be published; 3 warnings are open." */
export function offerAnswer(
  sections: readonly SectionStanding[],
  openWarnings: number,
  on: Day,
): string {
  const states = sections.map((section) => stateOfSection(section, on));
  const past = states.filter((state) => state === 'past-review').length;
  const read = past + states.filter((state) => state === 'current').length;
  const drafts = sections.filter(({ hasDraft }) => hasDraft).length;
  const parts = [
    counted(read, 'section', 'sections'),
    ...(read > 0 ? [pastInWords(past)] : []),
    ...(drafts > 0
      ? [counted(drafts, 'draft waits to be published', 'drafts wait to be published')]
      : []),
    ...(openWarnings > 0 ? [counted(openWarnings, 'warning is open', 'warnings are open')] : []),
  ];
  return `${sentenceCase(parts.join('; '))}.`;
}

function pastInWords(past: number): string {
  if (past === 0) return 'none is past its review';
  return past === 1 ? '1 is past its review' : `${past} are past their review`;
}

/** "3 of 9 are dealt with." */
export function warningsAnswer(dealtWith: number, all: number): string {
  if (all === 0) return 'Nothing is noted here.';
  if (dealtWith === all) return all === 1 ? 'It is dealt with.' : `All ${all} are dealt with.`;
  if (dealtWith === 0) return `None of ${all} is dealt with yet.`;
  return `${dealtWith} of ${all} ${dealtWith === 1 ? 'is' : 'are'} dealt with.`;
}

/** "3 sections say something about “prevent”." */
export function foundInWords(found: number, typed: string): string {
  const about = `about “${typed}”`;
  if (found === 0) return `No section says anything ${about}.`;
  return found === 1
    ? `1 section says something ${about}.`
    : `${found} sections say something ${about}.`;
}

/** What publishing does to the questions that cite the section; null where none does. */
export function questionsToCheckInWords(questions: {
  /** Asked today. */
  inUse: number;
  /** Of these: no longer, until somebody has held them against the new words. */
  toCheck: number;
}): string | null {
  const { inUse, toCheck } = questions;
  if (inUse === 0) return null;
  const cite = sentenceCase(counted(inUse, 'question cites', 'questions cite'));
  if (toCheck === 0) {
    return `${cite} this section and ${inUse === 1 ? 'stays' : 'stay'} in use: the title and the text are the same.`;
  }
  const which = toCheck < inUse ? `${toCheck} of them are` : inUse === 1 ? 'It is' : 'They are';
  const it = toCheck === 1 && inUse === 1 ? 'it' : 'them';
  return `${cite} this section. ${which} marked “check me”, and not asked until somebody has held ${it} against the new words.`;
}
