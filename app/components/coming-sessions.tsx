export type ComingSession = { id: number; title: string; sentence: string };

/** The sessions at which somebody is expected, on their own page. */
export function ComingSessions({ sessions }: { sessions: readonly ComingSession[] }) {
  if (sessions.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        You are expected at <span className="part__count">{sessions.length}</span>
      </h2>
      <ul className="quiet">
        {sessions.map(({ id, title, sentence }) => (
          <li className="quiet__row" key={id}>
            <h3 className="quiet__name">{title}</h3>
            <p className="quiet__sentence">{sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
