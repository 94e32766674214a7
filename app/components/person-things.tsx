import type { Day } from '#app/domain/days.ts';
import type { Status } from '#app/domain/types.ts';
import { Mark, StatusLine } from './status.tsx';

type Thing = {
  id: number;
  name: string;
  status: Status;
  sentence: string;
  bookedOn: Day | null;
  isWaiting: boolean;
};

type PersonThingsProps = {
  title: string;
  things: readonly Thing[];
  bookings: readonly { id: number; requirementId: number }[];
  /** The person's page. */
  home: string;
  mayRecord: boolean;
};

/** One part of a person's page, with what the DSL can do about each thing. */
export function PersonThings({ title, things, bookings, home, mayRecord }: PersonThingsProps) {
  if (things.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">{title}</h2>
      {things.map((thing) => (
        <StatusLine
          key={thing.id}
          status={thing.status}
          name={thing.name}
          sentence={thing.sentence}
          marks={<Marks thing={thing} />}
        >
          {mayRecord ? (
            <p className="line__act no-print">
              <a className="govuk-link" href={`${home}/record?requirement=${thing.id}`}>
                Record<span className="govuk-visually-hidden"> {thing.name}</span>
              </a>{' '}
              {bookings
                .filter(({ requirementId }) => requirementId === thing.id)
                .map(({ id }) => (
                  <a className="govuk-link" href={`${home}/book?cancel=${id}`} key={id}>
                    Take the booking off
                    <span className="govuk-visually-hidden"> {thing.name}</span>
                  </a>
                ))}
            </p>
          ) : null}
        </StatusLine>
      ))}
    </section>
  );
}

function Marks({ thing }: { thing: Thing }) {
  return (
    <>
      {thing.isWaiting ? <Mark kind="awaiting-check" /> : null}
      {thing.bookedOn ? <Mark kind="booked" day={thing.bookedOn} /> : null}
    </>
  );
}
