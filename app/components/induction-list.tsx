import type { ListShown, StepInList } from '#app/domain/induction-list/list-words.ts';
import { Details } from './content.tsx';

type InductionListPartProps = { list: ListShown; mayChange: boolean };

/** A list of the school's, with what stands in it and what is no longer asked. */
export function InductionListPart({ list, mayChange }: InductionListPartProps) {
  const asked = list.steps.filter(({ isRetired }) => !isRetired);
  const retired = list.steps.filter(({ isRetired }) => isRetired);
  const home = `/dsl/starters/lists/${list.id}`;
  return (
    <section className="part" id={`list-${list.id}`}>
      <h2 className="part__title">
        {list.name} <span className="part__count">{asked.length}</span>
      </h2>
      <p className="govuk-body">{list.isFor}</p>
      {asked.length === 0 ? <p className="govuk-body">Nothing stands in it yet.</p> : null}
      <Steps steps={asked} home={home} mayChange={mayChange} />
      {mayChange ? (
        <p className="govuk-body no-print">
          <a className="govuk-link" href={`${home}/steps/new`}>
            Add something<span className="govuk-visually-hidden"> to the list of {list.name}</span>
          </a>
          {' · '}
          <a className="govuk-link" href={home}>
            Change whom it is for<span className="govuk-visually-hidden">: {list.name}</span>
          </a>
        </p>
      ) : null}
      {retired.length > 0 ? (
        <Details summary={`No longer asked: ${retired.length}`}>
          <Steps steps={retired} home={home} mayChange={mayChange} />
        </Details>
      ) : null}
    </section>
  );
}

type StepsProps = { steps: readonly StepInList[]; home: string; mayChange: boolean };

function Steps({ steps, home, mayChange }: StepsProps) {
  if (steps.length === 0) return null;
  return (
    <ol className="step-list">
      {steps.map(({ id, words, about, fault }) => (
        <li className="step-list__step" key={id}>
          <div className="step-list__what">
            <p className="step-list__words">{words}</p>
            <p className="step-list__about">{about}</p>
            {fault ? (
              <p className="step-list__about">
                <strong>{fault}</strong> It stands in nobody’s first weeks.
              </p>
            ) : null}
          </div>
          {mayChange ? (
            <a className="govuk-link no-print" href={`${home}/steps/${id}`}>
              Change<span className="govuk-visually-hidden">: {words}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
