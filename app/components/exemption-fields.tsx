import { DateInput } from './date-input.tsx';
import type { GivenBack } from './given-back.ts';
import { type Option, Select } from './select.tsx';
import { Textarea } from './text-input.tsx';

type ExemptionFieldsProps = {
  form: GivenBack;
  /** What somebody can be exempt from; null where it is decided already. */
  requirements: readonly Option[] | null;
};

/** A decision that a requirement does not apply to somebody for a time. */
export function ExemptionFields({ form, requirements }: ExemptionFieldsProps) {
  const { errors } = form;
  return (
    <>
      <p className="govuk-body">
        What law or statutory guidance asks cannot be waived by a school. An exemption is for
        somebody to whom it does not apply, and it stands in the governors’ figures as one.
      </p>
      {requirements ? (
        <Select
          name="requirement"
          label="Exempt from"
          options={requirements}
          empty="Choose one"
          value={form.value('requirement')}
          errors={errors}
        />
      ) : null}
      <DateInput
        name="from"
        label="First day"
        hint="For example, 1 9 2026"
        value={form.date('from')}
        errors={errors}
      />
      <DateInput
        name="to"
        label="Last day"
        hint="Every exemption has one. You can decide again when it is over."
        value={form.date('to')}
        errors={errors}
      />
      <Textarea
        name="reason"
        label="Why does it not apply?"
        hint="Kept with the decision. Nothing about anybody’s health, and never anything about a child."
        rows={3}
        maxLength={500}
        value={form.value('reason')}
        errors={errors}
      />
    </>
  );
}
