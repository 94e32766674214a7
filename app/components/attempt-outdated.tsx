import { InsetText } from './content.tsx';

type AttemptOutdatedProps = {
  /** Null where the attempt counts. */
  outdated: { sentence: string; quizHref: string | null } | null;
};

/** That what was begun counts as practice, and why, before it is handed in. */
export function AttemptOutdated({ outdated }: AttemptOutdatedProps) {
  if (outdated === null) return null;
  const { sentence, quizHref } = outdated;
  return (
    <InsetText>
      <p>
        {sentence}{' '}
        {quizHref ? (
          <a className="govuk-link" href={quizHref}>
            See the quiz as it is now
          </a>
        ) : null}
      </p>
    </InsetText>
  );
}
