import { InsetText } from './content.tsx';

/** The way to one's own first weeks while something of them is open. */
export function OwnWeeks({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <InsetText>
      <a className="govuk-link" href="/my/first-weeks">
        My first weeks
      </a>
      : {words}
    </InsetText>
  );
}
