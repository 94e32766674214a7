export type TalkShown = {
  personId: number;
  name: string;
  quizId: number;
  /** "has failed Prevent three times since 5 October 2026". */
  failed: string;
  isOwn: boolean;
};

type TalkListProps = { talks: readonly TalkShown[]; mayNote: boolean };

/** Whom a lead is to talk with, and the way to note that it was done. */
export function TalkList({ talks, mayNote }: TalkListProps) {
  return (
    <ul className="talks">
      {talks.map(({ personId, name, quizId, failed, isOwn }) => (
        <li className="talks__row" key={`${quizId} ${personId}`}>
          <p className="talks__what">
            <a href={`/dsl/people/${personId}`}>{name}</a> {failed}.
            {isOwn ? ' This is you: a deputy or another lead talks with you.' : null}
          </p>
          {mayNote && !isOwn ? (
            <p className="talks__act no-print">
              <a className="govuk-link" href={`/dsl/quizzes/${quizId}/talk/${personId}`}>
                I have talked with them<span className="govuk-visually-hidden">: {name}</span>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
