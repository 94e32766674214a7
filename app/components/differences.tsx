import type { Difference, DifferencePart } from '#app/domain/offer/differences.ts';

/** What became of each thing that a section says: what came is underlined, what went struck out. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="govuk-body">Nothing differs.</p>;
  return (
    <>
      <p className="soft">
        <ins>Underlined</ins> is new. <del>Struck out</del> is taken away.
      </p>
      <dl className="differences">
        {differences.map(({ what, isLong, parts }) => (
          <div className="differences__row" key={what}>
            <dt className="differences__what">{what}</dt>
            <dd className={isLong ? 'differences__text' : 'differences__line'}>
              <Parts parts={parts} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A screen reader mostly does not tell that something was inserted or deleted: words say it. */
function Parts({ parts }: { parts: readonly DifferencePart[] }) {
  return parts.map(({ kind, text }, place) => {
    // The same words may come twice: their place is the key.
    const key = `${place} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const Element = kind === 'added' ? 'ins' : 'del';
    return (
      <Element key={key}>
        <Hidden>{kind === 'added' ? ' [new: ' : ' [taken away: '}</Hidden>
        {text}
        <Hidden>] </Hidden>
      </Element>
    );
  });
}

function Hidden({ children }: { children: string }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
