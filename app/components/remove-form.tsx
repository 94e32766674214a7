import { Button, FormKey } from './button.tsx';

type RemoveFormProps = { formKey: string; title: string; children?: string };

/** Takes something away that was entered wrongly: opened first, so that it is never one slip. */
export function RemoveForm({ formKey, title, children }: RemoveFormProps) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{title}</span>
      </summary>
      <form className="govuk-details__text" method="post">
        <FormKey value={formKey} />
        <input type="hidden" name="remove" value="yes" />
        <p className="govuk-body">
          {children ??
            'Every day will be reckoned as if it had never been. That it stood here, and who took it away, is kept.'}
        </p>
        <Button kind="warning">Take it away</Button>
      </form>
    </details>
  );
}
