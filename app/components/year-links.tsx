import type { Day } from '#app/domain/days.ts';
import { periodInWords, periodOf } from '#app/domain/quiz/period.ts';

type YearLinksProps = {
  /** The latest first. */
  years: readonly number[];
  shown: number;
  today: Day;
  path: string;
};

/** The other academic years of a page. Nothing where there is one. */
export function YearLinks({ years, shown, today, path }: YearLinksProps) {
  const others = years.filter((year) => year !== shown);
  if (others.length === 0) return null;
  return (
    <nav className="years no-print" aria-label="Other academic years">
      <p className="years__lead">The same</p>
      <ul className="years__list">
        {others.map((year) => {
          const period = periodOf(year, today);
          return (
            <li key={year}>
              <a className="govuk-link" href={period.isCurrent ? path : `${path}?year=${year}`}>
                {periodInWords(period)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
