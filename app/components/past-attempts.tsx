export type PastShown = {
  id: number;
  title: string;
  hasCertificate: boolean;
  /** How it came out; null while it is not handed in. */
  words: string | null;
};

type PastAttemptsProps = { past: readonly PastShown[]; count: number; allHref: string };

/** What somebody has begun or handed in, the latest first. */
export function PastAttempts({ past, count, allHref }: PastAttemptsProps) {
  if (count === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        Past <span className="part__count">{count}</span>
      </h2>
      <ul className="quiet">
        {past.map(({ id, title, hasCertificate, words }) => (
          <li className="quiet__row" key={id}>
            <h3 className="quiet__name">{title}</h3>
            <p className="quiet__sentence">{words ?? 'Begun, and not handed in yet'}</p>
            <p className="line__act">
              <a className="govuk-link" href={`/my/quizzes/attempts/${id}`}>
                {words === null ? 'Go on with it' : 'Look at the answers'}
                <span className="govuk-visually-hidden">
                  : {title}, {words ?? 'not handed in'}
                </span>
              </a>
              {hasCertificate ? (
                <>
                  {' '}
                  <a className="govuk-link" href={`/my/quizzes/attempts/${id}/certificate`}>
                    Certificate
                    <span className="govuk-visually-hidden">
                      : {title}, {words}
                    </span>
                  </a>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {past.length < count ? (
        <p className="govuk-body">
          <a className="govuk-link" href={allHref}>
            Show all {count}
          </a>
        </p>
      ) : null}
    </section>
  );
}
