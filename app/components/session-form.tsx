import { AudienceFields } from './audience-fields.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkboxes } from './choices.tsx';
import type { FieldErrors } from './field-errors.ts';
import { type Option, Select } from './select.tsx';
import { SittingFields } from './sitting-fields.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { listOf, type TypedValues, typedText } from './typed-values.ts';

type SessionFormProps = {
  formKey: string;
  values: TypedValues;
  errors?: FieldErrors;
  /** Roles of this school. */
  kinds: readonly Option[];
  /** Who of the school may give it. */
  people: readonly Option[];
  /** What it can credit, and what its trainer can be asked to hold. */
  requirements: readonly Option[];
  /** With its first sitting. */
  isNew?: boolean;
  button: string;
  cancelHref: string;
};

/** What a session is, who gives it, what being there completes, and who is expected. */
export function SessionForm(props: SessionFormProps) {
  const { formKey, values, errors, requirements, isNew = false, button, cancelHref } = props;
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <form method="post" noValidate>
      <FormKey value={formKey} />
      <TextInput
        {...field('title')}
        label="Title"
        hint="As it is to stand on the register and on everybody’s own page"
      />
      <Textarea {...field('about')} label="What it is about (if you want to say)" rows={2} />
      <Checkboxes
        name="credits"
        label="Being there completes"
        hint="One session can be for several. What is read and declared by edition cannot be completed by a session."
        choices={requirements}
        layout="columns"
        values={listOf(values, 'credits')}
        errors={errors}
      />
      <h2>Who gives it</h2>
      <Select
        {...field('trainerPerson')}
        label="Somebody of the school"
        options={props.people}
        empty="Nobody of the school"
      />
      <TextInput {...field('trainerName')} label="Or a name from outside" width={30} />
      <Select
        {...field('trainerHolds')}
        label="The trainer must hold, in date on that day"
        hint="Where training is passed on: whoever is trained outside trains the others. You are told where it does not hold."
        options={requirements}
        empty="Nothing in particular"
      />
      <h2>Who is expected</h2>
      <AudienceFields
        label="Those who are in post on the day, and not away"
        values={values}
        errors={errors}
        kinds={props.kinds}
      />
      {isNew ? (
        <>
          <h2>When and where</h2>
          <SittingFields values={values} errors={errors} isFirst />
        </>
      ) : null}
      <ButtonGroup>
        <Button>{button}</Button>
        <a href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
