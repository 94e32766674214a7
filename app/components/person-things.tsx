import { type Day, inWords } from '#app/domain/days.ts';
import { Details } from './content.tsx';
import { anchorOf, Marks, type QuietThing, QuietThings } from './quiet-things.tsx';
import { StatusLine } from './status.tsx';

export type PersonThing = QuietThing & {
  bookings: readonly { id: number; on: Day }[];
  /** What waits for a check, and is not the reader's own. */
  toCheck: number | null;
  /** The completion by which it stands so. */
  restsOn: number | null;
};

/** What the reader may do on somebody's page. */
export type MayDo = { mayRecord: boolean; mayCheck: boolean };

type PersonThingsProps = {
  title: string;
  things: readonly PersonThing[];
  /** The person's page. */
  home: string;
  may: MayDo;
};

/** What somebody has to do, with what the DSL can do about each thing. */
export function PersonThings({ title, things, home, may }: PersonThingsProps) {
  if (things.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{things.length}</span>
      </h2>
      {things.map((thing) => (
        <div className="anchor" id={anchorOf(thing.id)} key={thing.id}>
          <StatusLine
            status={thing.status}
            name={thing.name}
            sentence={thing.sentence}
            marks={<Marks thing={thing} />}
          >
            <Actions thing={thing} home={home} may={may} />
          </StatusLine>
        </div>
      ))}
    </section>
  );
}

/** What needs nothing now; it can be renewed early all the same. */
export function PersonQuietThings({ title, things, home, may }: PersonThingsProps) {
  return (
    <QuietThings
      title={title}
      things={things}
      actionsOf={(thing) => <Actions thing={thing} home={home} may={may} />}
    />
  );
}

type ActionsProps = { thing: PersonThing; home: string; may: MayDo };

function Actions({ thing, home, may: { mayRecord, mayCheck } }: ActionsProps) {
  const of = <span className="govuk-visually-hidden"> {thing.name}</span>;
  const check = mayCheck ? thing.toCheck : null;
  if (!mayRecord && check === null) return null;
  return (
    <p className="line__act no-print">
      {check !== null ? (
        <a className="govuk-link" href={`/dsl/checks/${check}`}>
          Check{of}
        </a>
      ) : null}
      {mayRecord ? (
        <a className="govuk-link" href={`${home}/record?requirement=${thing.id}`}>
          Record{of}
        </a>
      ) : null}
      {mayRecord && thing.restsOn !== null ? (
        <a className="govuk-link" href={`${home}/completions/${thing.restsOn}`}>
          Correct{of}
        </a>
      ) : null}
      {mayRecord
        ? thing.bookings.map(({ id, on }) => (
            <a className="govuk-link" href={`${home}/book?cancel=${id}`} key={id}>
              Take the booking off
              <span className="govuk-visually-hidden">
                {' '}
                {thing.name}, {inWords(on)}
              </span>
            </a>
          ))
        : null}
    </p>
  );
}

type NotAskedProps = {
  name: string;
  things: readonly { id: number; name: string; sentence: string }[];
};

/** What is not asked of somebody, and why: for whoever expected it. */
export function NotAsked({ name, things }: NotAskedProps) {
  if (things.length === 0) return null;
  return (
    <Details summary={`Not required of ${name}, and why (${things.length})`}>
      <ul>
        {things.map((thing) => (
          <li key={thing.id}>
            <strong>{thing.name}.</strong> {thing.sentence}
          </li>
        ))}
      </ul>
    </Details>
  );
}
