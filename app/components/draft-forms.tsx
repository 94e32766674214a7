import { Button, ButtonGroup, ButtonLink, FormKey } from './button.tsx';

type DraftFormsProps = {
  home: string;
  /** One for each of the two forms. */
  formKeys: { publish: string; throwAway: string };
  began: string;
  /** Nothing of the section was ever published. */
  isNew: boolean;
  /** What publishing does to the questions that rest on it. */
  questions: string | null;
};

/** What can become of a draft: it is published, written further, or thrown away. */
export function DraftForms({ home, formKeys, began, isNew, questions }: DraftFormsProps) {
  return (
    <div className="draft-forms no-print">
      {questions ? <p className="govuk-body">{questions}</p> : null}
      <form method="post" action={`${home}/draft`}>
        <FormKey value={formKeys.publish} />
        <input type="hidden" name="began" value={began} />
        <input type="hidden" name="act" value="publish" />
        <ButtonGroup>
          <Button>Publish</Button>
          <ButtonLink href={`${home}/edit`} kind="secondary">
            Change the draft
          </ButtonLink>
        </ButtonGroup>
      </form>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Throw the draft away</span>
        </summary>
        <form className="govuk-details__text" method="post" action={`${home}/draft`}>
          <FormKey value={formKeys.throwAway} />
          <input type="hidden" name="began" value={began} />
          <input type="hidden" name="act" value="throw-away" />
          <p className="govuk-body">
            {isNew
              ? 'Nothing of this section is published, so it goes altogether.'
              : 'What is published stays as it is.'}
          </p>
          <Button kind="warning">Throw it away</Button>
        </form>
      </details>
    </div>
  );
}
