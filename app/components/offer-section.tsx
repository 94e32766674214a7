import { SummaryList } from './content.tsx';
import { Markdown } from './markdown.tsx';

type SectionTextProps = {
  /** `pastReview`: what is said above it where it is past its review. */
  section: { body: string; pastReview: string | null };
  /** The level of the heading that it stands under. */
  under: 1 | 2;
};

/** The text of a section, with a calm word above it where it is past its review. */
export function SectionText({ section: { body, pastReview }, under }: SectionTextProps) {
  return (
    <>
      {pastReview ? <p className="past-review">{pastReview}</p> : null}
      <Markdown under={under}>{body}</Markdown>
    </>
  );
}

/** Where a section comes from, how fresh it is, and who answers for it. */
export function SectionFacts({ facts }: { facts: readonly { key: string; value: string }[] }) {
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
