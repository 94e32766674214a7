import type { ReactNode } from 'react';
import { describedBy, errorsOf, type FieldErrors } from './field-errors.ts';

/** What every field is told. `name` is also its id, so that an error can lead to it. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: FieldErrors;
  /** Only where a page has the same name twice. */
  id?: string;
};

/** The frame of a field: a bar at its side where something is wrong with it. */
export function FormGroup({ isWrong, children }: { isWrong: boolean; children: ReactNode }) {
  const error = isWrong ? ' govuk-form-group--error' : '';
  return <div className={`govuk-form-group${error}`}>{children}</div>;
}

function Hint({ id, children }: { id: string; children?: ReactNode }) {
  if (children === undefined || children === null) return null;
  return (
    <div className="govuk-hint" id={`${id}-hint`}>
      {children}
    </div>
  );
}

/** The messages for one field, under its label. */
export function ErrorMessage({ id, errors }: { id: string; errors: FieldErrors }) {
  if (errors.length === 0) return null;
  return (
    <p className="govuk-error-message" id={`${id}-error`}>
      <span className="govuk-visually-hidden">Error: </span>
      {errors.map(({ message }) => message).join('. ')}
    </p>
  );
}

type Control = {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldFrame = FieldProps & {
  /** Draws the control itself. */
  children: (control: Control, isWrong: boolean) => ReactNode;
};

/** A question with one control: its label, hint and messages round what `children` draws. */
export function Field({ name, label, hint, errors, children, id = name }: FieldFrame) {
  const wrong = errorsOf(errors, name);
  const isWrong = wrong.length > 0;
  const control = {
    id,
    name,
    'aria-describedby': describedBy(hint ? `${id}-hint` : null, isWrong && `${id}-error`),
    'aria-invalid': isWrong || undefined,
  } as const;
  return (
    <FormGroup isWrong={isWrong}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorMessage id={id} errors={wrong} />
      {children(control, isWrong)}
    </FormGroup>
  );
}

/** A question with several controls: dates, radios, checkboxes. */
export function FieldSet(props: FieldProps & { children: ReactNode }) {
  const { name, label, hint, errors, children, id = name } = props;
  const wrong = errorsOf(errors, name);
  const isWrong = wrong.length > 0;
  return (
    <FormGroup isWrong={isWrong}>
      <fieldset
        className="govuk-fieldset"
        aria-describedby={describedBy(hint ? `${id}-hint` : null, isWrong && `${id}-error`)}
      >
        <legend className="govuk-fieldset__legend">{label}</legend>
        <Hint id={id}>{hint}</Hint>
        <ErrorMessage id={id} errors={wrong} />
        {children}
      </fieldset>
    </FormGroup>
  );
}
