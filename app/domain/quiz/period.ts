import { academicYearOf, type Day, dayInYear, earlier, inWords } from '../days.ts';

/** An academic year as far as it has come: `to` is its last day, or today. */
export type Period = {
  /** The year in which it began. */
  year: number;
  from: Day;
  to: Day;
  isCurrent: boolean;
};

/** The academic year that began in this calendar year, seen from `today`. */
export function periodOf(year: number, today: Day): Period {
  return {
    year,
    from: dayInYear(year, '09-01'),
    to: earlier(dayInYear(year + 1, '08-31'), today),
    isCurrent: year === academicYearOf(today),
  };
}

/** The academic years from the one with the first attempt to the one of today, the latest first. */
export function yearsSince(first: Day | null, today: Day): number[] {
  const last = academicYearOf(today);
  const years = last - academicYearOf(first ?? today) + 1;
  return Array.from({ length: Math.max(years, 1) }, (_, back) => last - back);
}

/** "since 1 September 2026", "from 1 September 2025 to 31 August 2026". */
export function periodInWords({ from, to, isCurrent }: Period): string {
  return isCurrent ? `since ${inWords(from)}` : `from ${inWords(from)} to ${inWords(to)}`;
}
