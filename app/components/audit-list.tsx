import type { AuditInWords } from '#app/domain/audit-words.ts';

export type AuditShown = AuditInWords & {
  id: number;
  /** "16 November 2026 at 09:00". */
  at: string;
  person: { href: string; name: string } | null;
};

/** What was changed, by whom and when, the latest first as the caller orders it. */
export function AuditList({ entries }: { entries: readonly AuditShown[] }) {
  return (
    <ol className="audit">
      {entries.map((entry) => (
        <li className="audit__entry" key={entry.id}>
          <p className="audit__what">
            <strong>{entry.what}.</strong> <About entry={entry} />
          </p>
          {entry.changes.length > 0 ? (
            <ul className="audit__changes">
              {entry.changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : null}
          {entry.why ? <p className="audit__why">Why: {entry.why}</p> : null}
          <p className="audit__by">
            {entry.at}
            {entry.by ? `, by ${entry.by}` : ''}
          </p>
        </li>
      ))}
    </ol>
  );
}

function About({ entry: { about, person } }: { entry: AuditShown }) {
  if (person === null) return <>{about}</>;
  if (about?.startsWith(person.name)) {
    return (
      <>
        <a href={person.href}>{person.name}</a>
        {about.slice(person.name.length)}
      </>
    );
  }
  return (
    <>
      <a href={person.href}>{person.name}</a>
      {about ? `: ${about}` : ''}
    </>
  );
}
