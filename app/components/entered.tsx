type EnteredProps = {
  title: string;
  entered: readonly { id: number; words: string }[];
  /** The person's page that was come from; the way back is kept. */
  back: string;
};

/** What stands already, under the form for more of it, each with the way to change it. */
export function Entered({ title, entered, back }: EnteredProps) {
  if (entered.length === 0) return null;
  const from = back.startsWith('/admin') ? 'from=admin&' : '';
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {entered.map(({ id, words }) => (
          <li key={id}>
            {words}.{' '}
            <a href={`?${from}change=${id}`}>
              Change<span className="govuk-visually-hidden"> {words}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
