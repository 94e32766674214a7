import { DateInput } from './date-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type OptionGroup, Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

/** Who somebody is. */
export function PersonFields({ form }: { form: GivenBack }) {
  const { errors, value } = form;
  return (
    <>
      <TextInput
        name="firstName"
        label="First name"
        hint="Leave it empty for somebody with one name."
        width={20}
        autoComplete="off"
        value={value('firstName')}
        errors={errors}
      />
      <TextInput
        name="lastName"
        label="Last name"
        width={20}
        autoComplete="off"
        value={value('lastName')}
        errors={errors}
      />
      <TextInput
        name="email"
        label="E-mail address (if they have one)"
        type="email"
        width={30}
        autoComplete="off"
        spellCheck={false}
        value={value('email')}
        errors={errors}
      />
      <TextInput
        name="ref"
        label="Staff number (if you have one)"
        hint="The number by which your other system knows them. An import finds them by it."
        width={10}
        autoComplete="off"
        spellCheck={false}
        value={value('ref')}
        errors={errors}
      />
    </>
  );
}

type SpanFieldsProps = { form: GivenBack; from: string; to: string; toHint: string };

/** A first day, and a last day where one is known. */
export function SpanFields({ form, from, to, toHint }: SpanFieldsProps) {
  return (
    <>
      <DateInput
        name="from"
        label={from}
        hint="For example, 1 9 2026"
        value={form.date('from')}
        errors={form.errors}
      />
      <DateInput name="to" label={to} hint={toHint} value={form.date('to')} errors={form.errors} />
    </>
  );
}

/** Which kind of appointment, in the groups that they belong to. */
export function KindSelect({ form, kinds }: { form: GivenBack; kinds: readonly OptionGroup[] }) {
  return (
    <Select
      name="kind"
      label="Appointment"
      hint="What they are here. Somebody who holds two roles has two appointments."
      options={kinds}
      empty="Choose one"
      value={form.value('kind')}
      errors={form.errors}
    />
  );
}
