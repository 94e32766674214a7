/** What was just accepted or returned, with the way to put it right. */
export function JustChecked({ words, href }: { words: string; href: string }) {
  return (
    <>
      {words}{' '}
      <a className="govuk-link" href={href}>
        See it in the history
      </a>
    </>
  );
}
