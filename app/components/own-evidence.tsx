import type { Stands } from '#app/domain/evidence/where-it-stands.ts';

/** What a thing is told of handing in: where, and where that stands which was. */
export type OwnEvidence = {
  id: number;
  name: string;
  /** Null where nothing is handed in for it. */
  handInHref: string | null;
  stands: readonly Stands[];
};

type ThingProps = { thing: OwnEvidence };

/** Where everything stands that was handed in for a thing: waiting, returned or accepted. */
export function WhereItStands({ thing: { name, handInHref, stands } }: ThingProps) {
  return stands.map(({ completionId, state, words }) => (
    <p className={`line__stands line__stands--${state}`} key={completionId}>
      {words}{' '}
      {state === 'returned' && handInHref ? (
        <a className="govuk-link no-print" href={`${handInHref}&again=${completionId}`}>
          Hand it in again<span className="govuk-visually-hidden"> for {name}</span>
        </a>
      ) : null}
    </p>
  ));
}

/** The way to hand something in: early as well as late. */
export function HandInLink({ thing, label }: ThingProps & { label: string }) {
  const { name, handInHref } = thing;
  if (handInHref === null) return null;
  return (
    <a className="govuk-link no-print" href={handInHref}>
      {label}
      <span className="govuk-visually-hidden"> for {name}</span>
    </a>
  );
}

/** Of what needs nothing now: where it stands, and that a newer one can be handed in at any time. */
export function QuietEvidence({ thing, label }: ThingProps & { label: string }) {
  return (
    <>
      <WhereItStands thing={thing} />
      {thing.handInHref ? (
        <p className="quiet__sentence">
          <HandInLink thing={thing} label={label} />
        </p>
      ) : null}
    </>
  );
}
