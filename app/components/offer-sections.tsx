import { type Day, inWords } from '#app/domain/days.ts';
import { EmptyState } from './content.tsx';

export type ListedSection = {
  topic: string;
  title: string;
  summary: string;
  /** Set where it is past its review: the day by which it was to be looked at. */
  pastSince: Day | null;
};

/** The sections of the offer, each with a line of what it comes to. */
export function OfferSections({ sections }: { sections: readonly ListedSection[] }) {
  if (sections.length === 0) {
    return (
      <EmptyState title="Nothing is written here yet">
        <p className="govuk-body">
          The designated safeguarding lead writes it. What to do first stands above, and holds
          always.
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className="sections">
      {sections.map(({ topic, title, summary, pastSince }) => (
        <li className="sections__item" key={topic}>
          <a className="sections__link" href={`/offer/${topic}`}>
            {title}
          </a>
          <p className="sections__note">{summary}</p>
          {pastSince ? <PastReview since={pastSince} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** A mark beside a section that was to be looked at again. */
export function PastReview({ since }: { since: Day }) {
  return <p className="past">Past its review since {inWords(since)}</p>;
}
