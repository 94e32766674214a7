import { Radios } from './choices.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { NewPassword } from './new-password.tsx';
import { TextInput } from './text-input.tsx';

type SetUpFieldsProps = {
  kinds: { value: string; label: string }[];
  errors?: FieldErrors;
  values?: Record<string, string | string[]>;
};

/** The first school and its first administrator. */
export function SetUpFields({ kinds, errors, values }: SetUpFieldsProps) {
  const field = (name: string) => {
    const value = values?.[name];
    return { name, errors, value: typeof value === 'string' ? value : undefined };
  };
  return (
    <>
      <TextInput
        {...field('code')}
        label="Code"
        hint="It stands in the log of this start, and works once."
        autoComplete="off"
        spellCheck={false}
        width={20}
      />
      <h2 className="govuk-heading-m">Your school</h2>
      <TextInput {...field('schoolName')} label="Name of the school" autoComplete="organization" />
      <TextInput
        {...field('shortName')}
        label="Short name"
        hint="As you say it among yourselves: Grange, for Grange Primary School."
        width={20}
      />
      <TextInput
        {...field('trustName')}
        label="Name of the trust (optional)"
        hint="Only if several schools are to be kept here. You can then add the others."
      />
      <h2 className="govuk-heading-m">You</h2>
      <TextInput {...field('firstName')} label="First name" autoComplete="given-name" width={20} />
      <TextInput {...field('lastName')} label="Last name" autoComplete="family-name" width={20} />
      <TextInput
        {...field('email')}
        label="E-mail address"
        hint="You will sign in with it."
        type="email"
        autoComplete="username"
        spellCheck={false}
      />
      <Radios
        {...field('kind')}
        label="What do you do at the school?"
        hint="Choose what fits best. You can add more later."
        choices={kinds}
      />
      <DateInput
        name="startsOn"
        label="Your first day at the school"
        hint="For example, 1 9 2021"
        errors={errors}
        value={typedDate(values, 'startsOn')}
      />
      <NewPassword errors={errors} />
    </>
  );
}
