import { AudienceFields } from './audience-fields.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type Fields = { values: TypedValues; errors?: FieldErrors; kinds: readonly Option[] };

/** What a list is called, whom it is for, and since when. */
export function ListFields({ values, errors, kinds }: Fields) {
  return (
    <>
      <TextInput
        name="name"
        label="What it is called"
        hint="Like Supply teachers"
        value={typedText(values, 'name')}
        errors={errors}
      />
      <AudienceFields label="Whom it is for" values={values} errors={errors} kinds={kinds} />
      <DateInput
        name="startsOn"
        label="For those who join on this day or later"
        hint="Who joined before is asked for nothing of it"
        value={typedDate(values, 'startsOn')}
        errors={errors}
      />
    </>
  );
}

/** What is to be done, by when, and what makes it done. */
export function StepFields(props: Fields & { requirements: readonly Option[] }) {
  const { values, errors, kinds, requirements } = props;
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <>
      <Textarea
        {...field('words')}
        label="What is to be done"
        hint="As it reads when it is done, like Code of conduct read"
        rows={2}
      />
      <TextInput
        {...field('within')}
        label="Days from joining"
        hint="0: by the end of the first day"
        width={3}
        inputMode="numeric"
        suffix="days"
      />
      <Select
        {...field('requirement')}
        label="Done when this requirement is in date"
        hint="Then nobody ticks it, and its day is the requirement’s own"
        options={requirements}
        empty="Nothing: the starter and whoever answers for it tick it"
      />
      <Select
        {...field('responsible')}
        label="Who answers for it"
        hint="Whoever holds this role ticks it beside the starter; a lead or a deputy may in their stead, and the headteacher where none of them is left"
        options={kinds}
      />
    </>
  );
}
