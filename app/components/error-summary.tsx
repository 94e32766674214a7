import { anchorOf, type FieldErrors } from './field-errors.ts';

/**
 * What is wrong with the form, each line leading to its field. It takes the focus when the page
 * loads, by the attribute, so that a screen reader begins here without a script.
 */
export function ErrorSummary({ errors }: { errors?: FieldErrors }) {
  if (!errors || errors.length === 0) return null;
  return (
    <div
      className="govuk-error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: where to go on is the first thing to know
      autoFocus
    >
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="govuk-error-summary__body">
        <p>Nothing has been saved yet, and nothing that you entered is lost.</p>
        <ul className="govuk-list govuk-error-summary__list">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field ? <a href={`#${anchorOf(field)}`}>{message}</a> : message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
