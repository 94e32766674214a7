import { type Day, inWords } from '#app/domain/days.ts';
import { BASIS_LABELS } from '#app/domain/labels.ts';
import type { ReadingThing } from '#app/domain/publications/reading-thing.ts';
import type { Basis } from '#app/domain/types.ts';
import { ButtonLink } from './button.tsx';
import { Details } from './content.tsx';
import { HandInLink, type OwnEvidence, WhereItStands } from './own-evidence.tsx';
import { ReadIt } from './own-reading.tsx';
import { Marks, type QuietThing } from './quiet-things.tsx';
import { StatusLine } from './status.tsx';

export type OwnThing = QuietThing &
  OwnEvidence & {
    whatCounts: string;
    /** A link, or words. */
    whereToGo: string | null;
    basis: Basis | null;
    /** Done by reading: no day is booked for it. */
    isRead: boolean;
    /** What there is to read, for what goes by editions. */
    reading: ReadingThing | null;
    /** The quiz that completes it, where it is for them. */
    quiz: { href: string; title: string } | null;
    /** Days on which it is booked, each of which can be taken off again. */
    bookings: readonly { id: number; on: Day }[];
  };

type OwnThingsProps = { title: string; things: readonly OwnThing[] };

/** What somebody has to do: what counts, where to go, and that a day is booked. */
export function OwnThings({ title, things }: OwnThingsProps) {
  if (things.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        {title} <span className="part__count">{things.length}</span>
      </h2>
      {things.map((thing) => (
        <StatusLine
          key={thing.id}
          status={thing.status}
          name={thing.name}
          sentence={thing.sentence}
          marks={<Marks thing={thing} />}
        >
          <WhereItStands thing={thing} />
          <p className="line__help">{thing.whatCounts}</p>
          <ReadIt thing={thing} />
          <TakeQuiz thing={thing} />
          {thing.reading ? null : <WhereToGo thing={thing} />}
          {thing.isRead ? null : <DoneOrBooked thing={thing} label="I have done it: hand it in" />}
          <p className="line__why">{basisInWords(thing.basis)}</p>
        </StatusLine>
      ))}
    </section>
  );
}

/** Handed in: nothing to do meanwhile. */
export function WaitingThings({ things }: { things: readonly OwnThing[] }) {
  if (things.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        Waiting for a check <span className="part__count">{things.length}</span>
      </h2>
      <p className="govuk-body">You have nothing to do for these until somebody has looked.</p>
      {things.map((thing) => (
        <StatusLine
          key={thing.id}
          status={thing.status}
          name={thing.name}
          sentence={thing.sentence}
          marks={<Marks thing={thing} />}
        >
          <WhereItStands thing={thing} />
          <ReadMeanwhile thing={thing} />
          {thing.isRead ? null : (
            <DoneOrBooked thing={thing} label="Hand in something else for it" />
          )}
        </StatusLine>
      ))}
    </section>
  );
}

/** What was recorded by hand waits; whoever declares it themselves waits for nobody. */
function ReadMeanwhile({ thing }: { thing: OwnThing }) {
  if (!thing.reading?.isToRead) return null;
  return (
    <>
      <p className="line__help">You can also read it and say so yourself: that counts at once.</p>
      <ReadIt thing={thing} />
    </>
  );
}

/** Who asks for what is in date, for those who want to know. */
export function WhoAsks({ things }: { things: readonly OwnThing[] }) {
  return (
    <Details summary="Who asks for these">
      <ul>
        {things.map(({ id, name, basis }) => (
          <li key={id}>
            {name}. {basisInWords(basis)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** The way to the quiz that completes a thing. */
export function TakeQuiz({ thing: { name, quiz } }: { thing: Pick<OwnThing, 'name' | 'quiz'> }) {
  if (quiz === null) return null;
  return (
    <p className="line__act no-print">
      <ButtonLink href={quiz.href} isSmall>
        Take the quiz<span className="govuk-visually-hidden"> for {name}</span>
      </ButtonLink>
    </p>
  );
}

function WhereToGo({ thing: { name, whereToGo } }: { thing: OwnThing }) {
  if (!whereToGo) return null;
  if (!/^https?:\/\//.test(whereToGo)) return <p className="line__help">{whereToGo}</p>;
  return (
    <p className="line__act">
      <ButtonLink href={whereToGo}>
        Do it<span className="govuk-visually-hidden">: {name}</span>
      </ButtonLink>
    </p>
  );
}

/** The way to hand it in; their own bookings, or the way to note one. */
function DoneOrBooked({ thing, label }: { thing: OwnThing; label: string }) {
  const { id, name, bookings } = thing;
  const of = <span className="govuk-visually-hidden"> for {name}</span>;
  return (
    <p className="line__act no-print">
      <HandInLink thing={thing} label={label} />
      {bookings.length === 0 ? (
        <a className="govuk-link" href={`/my/book?requirement=${id}`}>
          I have a day booked{of}
        </a>
      ) : null}
      {bookings.map((booking) => (
        <a className="govuk-link" href={`/my/book?cancel=${booking.id}`} key={booking.id}>
          I am not going on {inWords(booking.on)}
          {of}
        </a>
      ))}
    </p>
  );
}

function basisInWords(basis: Basis | null): string {
  if (!basis) return '';
  return `Asked by ${BASIS_LABELS[basis.kind].toLowerCase()}: ${basis.document}, ${basis.place}.`;
}
