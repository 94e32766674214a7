import { Checkbox } from './choices.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { TextInput } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type SittingFieldsProps = {
  values: TypedValues;
  errors?: FieldErrors;
  /** A first sitting is none for those who missed another. */
  isFirst?: boolean;
};

/** When and where a session is held. */
export function SittingFields({ values, errors, isFirst = false }: SittingFieldsProps) {
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <>
      <DateInput
        name="heldOn"
        label="Day"
        hint="For example, 4 1 2027"
        value={typedDate(values, 'heldOn')}
        errors={errors}
      />
      <TextInput
        {...field('startsAt')}
        label="Begins at (if you know)"
        hint="For example, 09:00 or 3.45pm"
        width={10}
        autoComplete="off"
      />
      <TextInput
        {...field('minutes')}
        label="How long (if you know)"
        width={4}
        inputMode="numeric"
        autoComplete="off"
        suffix="minutes"
      />
      <TextInput {...field('place')} label="Place (if you know)" width={30} />
      {isFirst ? null : (
        <Checkbox
          name="isMopUp"
          label="It is a mop-up, for those who missed the session"
          hint="Nobody is expected at it but those who are put down for it"
          isChecked={typedText(values, 'isMopUp') === 'yes'}
          errors={errors}
        />
      )}
    </>
  );
}
