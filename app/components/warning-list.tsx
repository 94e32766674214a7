import { type Day, inWords } from '#app/domain/days.ts';

export type WarningShown = {
  id: number;
  place: string;
  says: string;
  problem: string;
  action: string;
  dealtWithOn: Day | null;
  dealtWith: string | null;
};

/** What is out of date or wrong, where it stands, and what to do about it. */
export function WarningList({ warnings }: { warnings: readonly WarningShown[] }) {
  return (
    <ol className="warnings">
      {warnings.map((warning) => (
        <li className="warnings__item" key={warning.id}>
          <WarningText warning={warning} level={3} />
          <p className="warnings__act no-print">
            <a href={`/dsl/offer/warnings/${warning.id}`}>
              {warning.dealtWithOn === null ? 'Say that it is dealt with' : 'Open it again'}
              <span className="govuk-visually-hidden">: {warning.place}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** One of them, with what was done about it. */
export function WarningText({ warning, level }: { warning: WarningShown; level: 2 | 3 }) {
  const Heading = `h${level}` as 'h2';
  const { place, says, problem, action, dealtWithOn, dealtWith } = warning;
  return (
    <>
      <Heading className="warnings__place">{place}</Heading>
      <p className="warnings__says">{says}</p>
      <p>{problem}</p>
      {dealtWithOn ? (
        <p className="warnings__done">
          Dealt with on {inWords(dealtWithOn)}: {dealtWith}
        </p>
      ) : (
        <p className="warnings__do">
          <span className="warnings__word">What to do</span> {action}
        </p>
      )}
    </>
  );
}
