import { Details } from './content.tsx';

export type PersonNamed = { id: number; name: string };

/** Completions of one requirement: how many, and until when each is valid. */
export type RecordedShown = { id: number; name: string; count: number; until: string[] };

type FinalPreviewProps = {
  recorded: readonly RecordedShown[];
  notThere: readonly PersonNamed[];
  /** There in part, with what that completes. */
  inPart: readonly (PersonNamed & { says: string })[];
  /** What no longer stands when a register is made final anew: who, and what. */
  withdrawn: readonly { id: number; says: string }[];
  added: readonly { key: string; says: string }[];
};

/** What making a register final records, before it is done. */
export function FinalPreview(props: FinalPreviewProps) {
  const { recorded, notThere, inPart, withdrawn, added } = props;
  return (
    <>
      {recorded.length > 0 ? (
        <ul className="credits">
          {recorded.map(({ id, name, count, until }) => (
            <li className="credits__item" key={id}>
              <span className="credits__name">
                {name}: {count}
              </span>
              {until.map((sentence) => (
                <span className="credits__until" key={sentence}>
                  {sentence}
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <Named title="What is withdrawn" lines={withdrawn.map(({ id, says }) => [id, says])} />
      <Named title="What is added" lines={added.map(({ key, says }) => [key, says])} />
      <Named
        title="There in part"
        lines={inPart.map(({ id, name, says }) => [id, `${name}: ${says}`])}
      />
      {notThere.length > 0 ? (
        <Details summary={`Not there: ${notThere.length}`} isOpen={notThere.length <= 12}>
          <ul className="govuk-list govuk-list--bullet">
            {notThere.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}

function Named({
  title,
  lines,
}: {
  title: string;
  lines: readonly (readonly [string | number, string])[];
}) {
  if (lines.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map(([key, words]) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
