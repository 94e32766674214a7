import type { ReactNode } from 'react';
import { errorsOf } from './field-errors.ts';
import { ErrorMessage, type FieldProps, FieldSet, FormGroup } from './form-group.tsx';

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields that belong to this choice: shown plainly under it, so that no script is needed. */
  details?: ReactNode;
  isDisabled?: boolean;
};

type ChoicesProps = FieldProps & {
  choices: readonly Choice[];
  layout?: 'inline' | 'small' | 'columns';
};

/** One of several. */
export function Radios({ choices, value, layout, ...field }: ChoicesProps & { value?: string }) {
  return (
    <FieldSet {...field}>
      <div className={listClass('govuk-radios', layout)}>
        {choices.map((choice, index) => (
          <Item
            key={choice.value}
            kind="radios"
            choice={choice}
            name={field.name}
            id={itemId(field.id ?? field.name, index)}
            isChosen={choice.value === value}
          />
        ))}
      </div>
    </FieldSet>
  );
}

/** Any number of several; each sends the same name. */
export function Checkboxes({
  choices,
  values = [],
  layout,
  ...field
}: ChoicesProps & { values?: readonly string[] }) {
  return (
    <FieldSet {...field}>
      <div className={listClass('govuk-checkboxes', layout)}>
        {choices.map((choice, index) => (
          <Item
            key={choice.value}
            kind="checkboxes"
            choice={choice}
            name={field.name}
            id={itemId(field.id ?? field.name, index)}
            isChosen={values.includes(choice.value)}
          />
        ))}
      </div>
    </FieldSet>
  );
}

type CheckboxProps = FieldProps & { value?: string; isChecked?: boolean };

/** One box that stands alone. */
export function Checkbox({ value = 'yes', isChecked = false, ...field }: CheckboxProps) {
  const { name, label, hint, errors, id = name } = field;
  const wrong = errorsOf(errors, name);
  return (
    <FormGroup isWrong={wrong.length > 0}>
      <ErrorMessage id={id} errors={wrong} />
      <div className="govuk-checkboxes">
        <Item
          kind="checkboxes"
          choice={{ value, label, hint }}
          name={name}
          id={id}
          isChosen={isChecked}
        />
      </div>
    </FormGroup>
  );
}

type ItemProps = {
  kind: 'radios' | 'checkboxes';
  choice: Choice;
  name: string;
  id: string;
  isChosen: boolean;
};

function Item({ kind, choice, name, id, isChosen }: ItemProps) {
  const block = `govuk-${kind}`;
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          defaultChecked={isChosen}
          disabled={choice.isDisabled}
          aria-describedby={choice.hint ? `${id}-hint` : undefined}
        />
        <label className={`govuk-label ${block}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint ? (
          <div className={`govuk-hint ${block}__hint`} id={`${id}-hint`}>
            {choice.hint}
          </div>
        ) : null}
      </div>
      {choice.details ? <div className={`${block}__conditional`}>{choice.details}</div> : null}
    </>
  );
}

/** The first has the field's own name as its id: an error leads to it. */
function itemId(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}

function listClass(block: string, layout: ChoicesProps['layout']): string {
  return layout ? `${block} ${block}--${layout}` : block;
}
