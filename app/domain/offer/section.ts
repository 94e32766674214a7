import { academicYearOf, type Day, dayInYear, daysBetween, inWords } from '../days.ts';
import type { Audience } from '../types.ts';

/** What a section of the offer says, with where it comes from and who answers for it. */
export type SectionWords = {
  title: string;
  /** One line for the list of contents. */
  summary: string;
  /** Markdown. */
  body: string;
  audience: Audience;
  source: { document: string; place: string };
  /** The day on which it was held against its source. */
  checkedOn: Day;
  /** Last day before it is to be looked at again. */
  reviewBy: Day;
  /** The kind of appointment whose holder answers for it. */
  owner: string;
};

/** Where the local authority takes what is told to it. */
export type FrontDoor = {
  name: string;
  telephone: string;
  outOfHours: string | null;
  /** When it answers, in words. */
  hours: string | null;
  checkedOn: Day;
};

/** What is out of date or wrong in the school's own document, and what to do about it. */
export type OfferWarning = {
  key: string;
  place: string;
  says: string;
  problem: string;
  action: string;
};

/** Is a section past the last day before its review? On that day itself it is not yet. */
export function isPastReview({ reviewBy }: { reviewBy: Day }, on: Day): boolean {
  return reviewBy < on;
}

/** What a page says above a section that is past its review; null where it is not. */
export function pastReviewWords(section: { reviewBy: Day }, on: Day): string | null {
  if (!isPastReview(section, on)) return null;
  return `This was to be looked at again by ${inWords(section.reviewBy)}. Ask the DSL before you rely on it.`;
}

/** Sections are mostly looked at again in the summer: the next 31 August that is not too near. */
export function usualReviewBy(on: Day): Day {
  const summer = dayInYear(academicYearOf(on) + 1, '08-31');
  return daysBetween(on, summer) > TOO_NEAR_DAYS
    ? summer
    : dayInYear(academicYearOf(on) + 2, '08-31');
}

const TOO_NEAR_DAYS = 90;

/** "From Keeping children safe in education, Part one. Checked on 7 September 2026." */
export function sourceInWords({ source, checkedOn, reviewBy }: SectionWords): string {
  return `From ${source.document}, ${source.place}. Checked on ${inWords(checkedOn)}, to be looked at again by ${inWords(reviewBy)}.`;
}
