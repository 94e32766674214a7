import type { FoundPart } from '#app/domain/offer/search.ts';
import { Button } from './button.tsx';
import { EmptyState } from './content.tsx';

/** Looks through the sections. A plain form: what is looked for stands in the address. */
export function OfferSearch({ query }: { query: string | null }) {
  return (
    <search className="offer-search no-print">
      <form action="/offer" method="get" className="offer-search__form">
        <label className="govuk-label offer-search__label" htmlFor="q">
          Look for something
        </label>
        <div className="offer-search__row">
          <input
            className="govuk-input offer-search__input"
            id="q"
            name="q"
            type="search"
            maxLength={200}
            autoComplete="off"
            defaultValue={query ?? ''}
          />
          <Button kind="secondary">Search</Button>
        </div>
      </form>
    </search>
  );
}

type Found = { topic: string; title: FoundPart[]; snippet: FoundPart[] };

type OfferFoundProps = {
  /** "3 sections say something about “prevent”." */
  answer: string;
  found: readonly Found[];
};

/** What was found, the best first, with the words marked; or what to do where nothing was. */
export function OfferFound({ answer, found }: OfferFoundProps) {
  if (found.length === 0) {
    return (
      <EmptyState title={answer}>
        <p className="govuk-body">
          Try one plain word, like “online” or “attendance”. If you are worried about a child, do
          not look any further: tell the DSL now, and in danger ring 999.
        </p>
        <p className="govuk-body">
          <a href="/offer">See all the sections</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>{answer}</h2>
      <ul className="sections">
        {found.map(({ topic, title, snippet }) => (
          <li className="sections__item" key={topic}>
            <a className="sections__link" href={`/offer/${topic}`}>
              <Marked parts={title} />
            </a>
            <p className="sections__note">
              <Marked parts={snippet} />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/offer">See all the sections</a>
      </p>
    </>
  );
}

/** Text with what was looked for marked. The same words may come twice, so their place is the key. */
function Marked({ parts }: { parts: readonly FoundPart[] }) {
  return parts.map(({ text, isFound }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
    isFound ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
