import { SummaryList } from './content.tsx';
import { Markdown } from './markdown.tsx';

export type SectionShown = {
  title: string;
  summary: string;
  body: string;
  /** What is said above it where it is past its review. */
  pastReview: string | null;
  facts: { key: string; value: string }[];
};

/** The text of a section, with a calm word above it where it is past its review. */
export function SectionText({
  section: { body, pastReview },
  under,
}: {
  section: Pick<SectionShown, 'body' | 'pastReview'>;
  under: 1 | 2;
}) {
  return (
    <>
      {pastReview ? <p className="past-review">{pastReview}</p> : null}
      <Markdown under={under}>{body}</Markdown>
    </>
  );
}

/** Where a section comes from, how fresh it is, and who answers for it. */
export function SectionFacts({ facts }: Pick<SectionShown, 'facts'>) {
  return (
    <div className="offer-facts">
      <SummaryList rows={facts} />
    </div>
  );
}

type Neighbour = { topic: string; title: string };

/** The sections before and after this one. */
export function SectionNeighbours({
  previous,
  next,
}: {
  previous: Neighbour | null;
  next: Neighbour | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours no-print" aria-label="Other sections">
      {previous ? (
        <a className="neighbours__link" href={`/offer/${previous.topic}`} rel="prev">
          <span className="neighbours__word">Before this</span>
          {previous.title}
        </a>
      ) : null}
      {next ? (
        <a
          className="neighbours__link neighbours__link--next"
          href={`/offer/${next.topic}`}
          rel="next"
        >
          <span className="neighbours__word">Next</span>
          {next.title}
        </a>
      ) : null}
    </nav>
  );
}
