import type { InputHTMLAttributes, ReactNode } from 'react';
import { Field, type FieldProps } from './form-group.tsx';

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck'
>;

type TextInputProps = FieldProps &
  InputAttributes & {
    value?: string;
    type?: 'text' | 'email' | 'search' | 'tel' | 'url';
    /** Characters that it is wide for; as wide as the column otherwise. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
    /** What stands behind it: "months". */
    suffix?: ReactNode;
  };

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const {
    label,
    hint,
    errors,
    id,
    name,
    value,
    type = 'text',
    width,
    suffix,
    ...attributes
  } = props;
  return (
    <Field label={label} hint={hint} errors={errors} id={id} name={name}>
      {(control, isWrong) => (
        <Suffixed suffix={suffix}>
          <input
            {...attributes}
            {...control}
            className={inputClass(isWrong, width)}
            type={type}
            defaultValue={value}
          />
        </Suffixed>
      )}
    </Field>
  );
}

function Suffixed({ suffix, children }: { suffix: ReactNode; children: ReactNode }) {
  if (!suffix) return children;
  return (
    <div className="govuk-input__wrapper">
      {children}
      <div className="govuk-input__suffix">{suffix}</div>
    </div>
  );
}

type PasswordInputProps = FieldProps & { autoComplete: 'current-password' | 'new-password' };

/** A password; never given back to the page. */
export function PasswordInput({ autoComplete, ...field }: PasswordInputProps) {
  return (
    <Field {...field}>
      {(control, isWrong) => (
        <input
          {...control}
          className={inputClass(isWrong, 20)}
          type="password"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
    </Field>
  );
}

/** A file from this machine or telephone. */
export function FileInput({ accept, ...field }: FieldProps & { accept?: string }) {
  return (
    <Field {...field}>
      {(control, isWrong) => (
        <input
          {...control}
          className={`govuk-file-upload${isWrong ? ' govuk-file-upload--error' : ''}`}
          type="file"
          accept={accept}
        />
      )}
    </Field>
  );
}

type TextareaProps = FieldProps & { value?: string; rows?: number; maxLength?: number };

/** Several lines of text. */
export function Textarea({ value, rows = 4, maxLength, ...field }: TextareaProps) {
  return (
    <Field {...field}>
      {(control, isWrong) => (
        <textarea
          {...control}
          className={`govuk-textarea${isWrong ? ' govuk-textarea--error' : ''}`}
          rows={rows}
          maxLength={maxLength}
          defaultValue={value}
        />
      )}
    </Field>
  );
}

function inputClass(isWrong: boolean, width?: number): string {
  const error = isWrong ? ' govuk-input--error' : '';
  return `govuk-input${width ? ` govuk-input--width-${width}` : ''}${error}`;
}
