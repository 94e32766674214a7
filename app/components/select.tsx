import { Field, type FieldProps } from './form-group.tsx';

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: readonly Option[] };

type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[];
  value?: string;
  /** What stands first and means that nothing is chosen. */
  empty?: string;
};

/** One of many. */
export function Select({ options, value, empty, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control, isWrong) => (
        <select
          {...control}
          className={`govuk-select${isWrong ? ' govuk-select--error' : ''}`}
          defaultValue={value}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) =>
            'options' in option ? <Group key={option.label} group={option} /> : optionOf(option),
          )}
        </select>
      )}
    </Field>
  );
}

function Group({ group }: { group: OptionGroup }) {
  return <optgroup label={group.label}>{group.options.map(optionOf)}</optgroup>;
}

function optionOf({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
