import { UPDATE_HINTS, UPDATE_KINDS, UPDATE_LABELS } from '#app/domain/sessions/updates.ts';
import { AudienceFields } from './audience-fields.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkboxes, Radios } from './choices.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import type { GivenBack } from './given-back.ts';
import type { Option } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { listOf, type TypedValues } from './typed-values.ts';

type GroundProps = {
  values: TypedValues;
  errors: FieldErrors;
  kinds: readonly Option[];
};

/** The day and for whom: they decide who is on the list below, so they come first. */
export function UpdateGroundForm({ values, errors, kinds }: GroundProps) {
  return (
    <form className="filter" method="get" noValidate>
      <DateInput
        name="heldOn"
        label="The day on which it was said, or sent"
        value={typedDate(values, 'heldOn')}
        errors={errors}
      />
      <AudienceFields label="For whom it was" values={values} errors={errors} kinds={kinds} />
      <Button kind="secondary">Show who that is</Button>
    </form>
  );
}

type UpdateFormProps = {
  formKey: string;
  form: GivenBack;
  /** The day and the audience of the list, as the form sends them on. */
  ground: TypedValues;
  points: readonly { id: number; words: string }[];
  credits: readonly Option[];
  people: readonly Option[];
  /** Null where nothing was sent yet: everybody is ticked then. */
  ticked: TypedValues | null;
};

/** What was said, to whom, and what hearing it completes. */
export function UpdateForm(props: UpdateFormProps) {
  const { form, ground, points, credits, people, ticked } = props;
  const { errors, value } = form;
  return (
    <form method="post" noValidate>
      <FormKey value={props.formKey} />
      <Kept values={ground} />
      <Radios
        name="kind"
        label="What it was"
        choices={UPDATE_KINDS.map((kind) => {
          return { value: kind, label: UPDATE_LABELS[kind], hint: UPDATE_HINTS[kind] };
        })}
        value={value('kind')}
        errors={errors}
      />
      <TextInput
        name="title"
        label="Title"
        hint="For example, Online safety in November"
        value={value('title')}
        errors={errors}
        maxLength={100}
      />
      <TextInput
        name="minutes"
        label="How long (if you want to say)"
        value={value('minutes')}
        errors={errors}
        width={4}
        suffix="minutes"
        inputMode="numeric"
      />
      <Textarea
        name="about"
        label="What it said"
        hint="In a few sentences, so that it can be shown later what staff were told. Nothing about a child."
        value={value('about')}
        errors={errors}
      />
      {points.length > 0 ? (
        <Checkboxes
          name="points"
          label="Points for the next briefing that were said"
          hint="Each is noted as said on that day, and stands under what it said."
          choices={points.map(({ id, words }) => ({ value: String(id), label: words }))}
          values={listOf(ticked ?? {}, 'points')}
          layout="small"
          errors={errors}
        />
      ) : null}
      <Checkboxes
        name="credits"
        label="What it completes (if anything)"
        hint="For whoever is ticked below."
        choices={credits}
        values={listOf(ticked ?? {}, 'credits')}
        layout="columns"
        errors={errors}
      />
      <Checkboxes
        name="people"
        label={`Who was there, or read it: ${people.length} were expected`}
        hint="Everybody is ticked: take the tick off those who were not."
        choices={people}
        values={ticked ? listOf(ticked, 'people') : people.map((one) => one.value)}
        layout="columns"
        errors={errors}
      />
      <ButtonGroup>
        <Button>Log it</Button>
        <a className="govuk-link" href="/dsl/updates">
          Cancel
        </a>
      </ButtonGroup>
    </form>
  );
}

function Kept({ values }: { values: TypedValues }) {
  const names = ['heldOn-day', 'heldOn-month', 'heldOn-year', 'categories', 'kinds'];
  return names.flatMap((name) =>
    listOf(values, name).map((value) => (
      <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
    )),
  );
}
