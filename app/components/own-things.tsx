import type { Day } from '#app/domain/days.ts';
import { BASIS_LABELS } from '#app/domain/labels.ts';
import type { Basis, Status } from '#app/domain/types.ts';
import { ButtonLink } from './button.tsx';
import { Mark, StatusLine } from './status.tsx';

type Thing = {
  id: number;
  name: string;
  status: Status;
  /** Why it stands so, with all its days. */
  sentence: string;
  whatCounts: string;
  /** A link, or words. */
  whereToGo: string | null;
  bookedOn: Day | null;
  isWaiting: boolean;
  basis: Basis | null;
};

type OwnThingsProps = {
  title: string;
  things: readonly Thing[];
  /** With what counts as doing it and where to go, in full. */
  hasHelp?: boolean;
};

/** One part of somebody's own page; nothing where there is nothing in it. */
export function OwnThings({ title, things, hasHelp = false }: OwnThingsProps) {
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
          {hasHelp ? <Help thing={thing} /> : <Why basis={thing.basis} />}
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

function Help({ thing }: { thing: Thing }) {
  return (
    <>
      <p className="line__help">{thing.whatCounts}</p>
      <WhereToGo thing={thing} />
      <Why basis={thing.basis} />
    </>
  );
}

function WhereToGo({ thing: { name, whereToGo } }: { thing: Thing }) {
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

function Why({ basis }: { basis: Basis | null }) {
  if (!basis) return null;
  return (
    <p className="line__why">
      Asked by {BASIS_LABELS[basis.kind].toLowerCase()}: {basis.document}, {basis.place}.
    </p>
  );
}
