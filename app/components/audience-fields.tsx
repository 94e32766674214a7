import { CATEGORY_LABELS } from '#app/domain/labels.ts';
import { CATEGORIES } from '#app/domain/types.ts';
import { Checkboxes } from './choices.tsx';
import { Details } from './content.tsx';
import type { FieldErrors } from './field-errors.ts';
import type { Option } from './select.tsx';
import { listOf, type TypedValues } from './typed-values.ts';

type AudienceFieldsProps = {
  label: string;
  /** Stands before the fields' names where a form asks for several audiences. */
  prefix?: string;
  values: TypedValues;
  errors?: FieldErrors;
  /** Roles of this school. */
  kinds: readonly Option[];
};

/** Whom something is for: groups, and certain roles. */
export function AudienceFields(props: AudienceFieldsProps) {
  const { label, prefix = '', values, errors, kinds } = props;
  const held = listOf(values, `${prefix}kinds`);
  return (
    <>
      <Checkboxes
        name={`${prefix}categories`}
        label={label}
        choices={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
        layout="columns"
        values={listOf(values, `${prefix}categories`)}
        errors={errors}
      />
      <Details summary="Only certain roles, or certain roles as well" isOpen={held.length > 0}>
        <Checkboxes
          name={`${prefix}kinds`}
          label="Everybody who holds one of these roles"
          choices={kinds}
          layout="columns"
          values={held}
          errors={errors}
        />
      </Details>
    </>
  );
}
