import type { ReactNode } from 'react';
import { BASIS_LABELS } from '#app/domain/labels.ts';
import type { LineWords } from '#app/domain/rule-words.ts';
import type { Basis } from '#app/domain/types.ts';

type RuleLinesProps = {
  lines: readonly LineWords[];
  /** What stands after each line's rule: since when. */
  since?: string;
  /** Where an interval is set, for whoever may. */
  changeHref?: string | null;
};

/** The lines of a requirement in words: who, how often, by when, and why. */
export function RuleLines({ lines, since, changeHref }: RuleLinesProps) {
  return (
    <ul className="rules">
      {lines.map((line) => (
        <li className="rules__line" key={line.key}>
          <div className="rules__what">
            <p className="rules__who">{line.who}</p>
            <p className="rules__how">
              {line.hasNoInterval ? <NoInterval /> : `${line.howOften}.`} {line.within}.{' '}
              {since ? `${since}.` : null}
            </p>
            {line.hasNoInterval ? <Decision line={line} changeHref={changeHref} /> : null}
          </div>
          <BasisText basis={line.basis} />
        </li>
      ))}
    </ul>
  );
}

/** Why it is asked: the kind of rule, the document and the place in it, and what it says. */
function BasisText({ basis }: { basis: Basis }) {
  const { kind, document, place, says, url } = basis;
  return (
    <div className="rules__why">
      <p>
        <span className="rules__basis">{BASIS_LABELS[kind]}:</span>{' '}
        {url ? (
          <a href={url} rel="noreferrer">
            {document}
          </a>
        ) : (
          document
        )}
        , {place}
      </p>
      {says ? <p className="rules__says">{says}</p> : null}
    </div>
  );
}

function NoInterval() {
  return <strong className="rules__no-interval">No interval set.</strong>;
}

function Decision({ line, changeHref }: { line: LineWords; changeHref?: string | null }) {
  return (
    <p className="rules__decision">
      A decision to take. {line.suggestion}
      {changeHref ? (
        <>
          {' '}
          <a className="no-print" href={changeHref}>
            Set an interval<span className="govuk-visually-hidden"> for {line.who}</span>
          </a>
        </>
      ) : null}
    </p>
  );
}

type RuleBlockProps = {
  name: string;
  href: string;
  /** How many are in date; then what else is to be known. */
  figure: readonly string[];
  /** What is to come, or is past: "No longer asked since …". */
  note?: ReactNode;
  children: ReactNode;
};

/** One requirement in the policy. */
export function RuleBlock({ name, href, figure, note, children }: RuleBlockProps) {
  return (
    <section className="rule">
      <div className="rule__head">
        <h3 className="rule__name">
          <a href={href}>{name}</a>
        </h3>
        <p className="rule__figure">
          <strong>{figure[0]}</strong>
          {figure.slice(1).map((part) => ` · ${part}`)}
        </p>
      </div>
      {note ? <p className="rule__note">{note}</p> : null}
      {children}
    </section>
  );
}
