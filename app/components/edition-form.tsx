import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { AudienceFields } from './audience-fields.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { Details } from './content.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import { EvidenceInput } from './evidence-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import type { Option } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { listOf, type TypedValues, typedText } from './typed-values.ts';

type FieldsProps = { values: TypedValues; errors?: FieldErrors };

/** What is shown of an edition's file in its form. */
export type FileFieldsProps = FieldsProps & {
  /** The one that it has. */
  fileName: string | null;
  waiting?: readonly WaitingFile[];
};

export type EditionFormProps = FileFieldsProps & {
  path: string;
  formKey: string;
  partCount: number;
  kinds: readonly Option[];
  topics: readonly Option[];
  /** The edition whose parts stand in the form at first. */
  beginsFrom: string | null;
  cancelHref: string;
};

/** Everything about an edition that is not confirmed yet. */
export function EditionForm(props: EditionFormProps) {
  const { path, formKey, values, errors, cancelHref } = props;
  return (
    <form method="post" action={path} encType="multipart/form-data" noValidate>
      <FormKey value={formKey} />
      {/* What Enter in a field presses. */}
      <button
        type="submit"
        name="step"
        value="save"
        className="govuk-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        Save
      </button>
      <TextInput
        name="title"
        label="Title of the edition"
        hint="As people call it: “KCSIE 2027”"
        value={typedText(values, 'title')}
        errors={errors}
      />
      <DateInput
        name="inForceFrom"
        label="First day in force"
        value={typedDate(values, 'inForceFrom')}
        errors={errors}
      />
      <Radios
        name="state"
        label="So far it is"
        choices={[
          { value: 'draft', label: 'a draft', hint: 'Only leads see it' },
          {
            value: 'announced',
            label: 'announced',
            hint: 'It is known to come, and asked of nobody before you confirm it',
          },
        ]}
        value={typedText(values, 'state')}
        errors={errors}
      />
      <WhatChanged values={values} errors={errors} />
      <Parts {...props} />
      <h2>Where it is read</h2>
      <LinkAndFile {...props} />
      <Textarea
        name="source"
        label="Where its days and parts are known from (optional)"
        rows={2}
        value={typedText(values, 'source')}
        errors={errors}
      />
      <CheckTopics {...props} />
      <ButtonGroup>
        <Button name="step" value="save">
          Save
        </Button>
        <a href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

export function WhatChanged({ values, errors }: FieldsProps) {
  return (
    <Textarea
      name="whatChanged"
      label="What changed (optional)"
      hint="In a few plain sentences, for those who read the edition before"
      rows={4}
      value={typedText(values, 'whatChanged')}
      errors={errors}
    />
  );
}

/** A web address, a file of the school's own, or both. */
export function LinkAndFile({ values, errors, fileName, waiting }: FileFieldsProps) {
  return (
    <>
      <TextInput
        name="link"
        type="url"
        label="Web address (optional)"
        value={typedText(values, 'link')}
        errors={errors}
      />
      <EvidenceInput
        label={
          fileName ? 'Another file in its place (optional)' : 'The document as a file (optional)'
        }
        hint={
          fileName
            ? `${fileName} is kept here now.`
            : 'With each declaration it is kept which file was read.'
        }
        waiting={waiting}
        errors={errors}
        isDocument
      />
      {fileName ? (
        <Checkbox
          name="dropsFile"
          label={`Take ${fileName} off`}
          isChecked={typedText(values, 'dropsFile') === 'yes'}
          errors={errors}
        />
      ) : null}
    </>
  );
}

export function CheckTopics(props: FieldsProps & { topics: readonly Option[] }) {
  const { topics, values, errors } = props;
  const chosen = listOf(values, 'checkTopics');
  return (
    <Details summary="A check of understanding (optional)" isOpen={chosen.length > 0}>
      <Checkboxes
        name="checkTopics"
        label="Three questions are drawn from the bank on"
        hint="Whoever has read it may take them. They count for nothing, and nobody sees how they went."
        choices={topics}
        layout="columns"
        values={chosen}
        errors={errors}
      />
    </Details>
  );
}

function Parts(props: EditionFormProps) {
  const { path, partCount, beginsFrom } = props;
  return (
    <>
      <h2 id="parts">Its parts, and who reads which</h2>
      <p className="govuk-body">
        The choice is the school’s. Whoever fits several reads the parts of all of them; whoever
        fits none reads everything. Without parts it is read as a whole.
      </p>
      {beginsFrom ? (
        <p className="govuk-body">
          <strong>The parts are those of {beginsFrom}. Letters may have moved:</strong> Annex A of
          one year is not Annex A of another. Hold them against the new text.
        </p>
      ) : null}
      <input type="hidden" name="partCount" value={partCount} />
      {Array.from({ length: partCount }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the form
        <Part key={index} index={index} {...props} />
      ))}
      <Button
        kind="secondary"
        name="step"
        value="add-part"
        formAction={`${path}#${partCount === 0 ? 'parts' : `part-${partCount}`}`}
      >
        {partCount === 0 ? 'Add a part' : 'Add another part'}
      </Button>
    </>
  );
}

function Part({ index, values, errors, kinds }: EditionFormProps & { index: number }) {
  const prefix = `part-${index}-`;
  const name = typedText(values, `${prefix}name`);
  return (
    <fieldset className="form-line" id={`part-${index}`}>
      <legend className="form-line__title">{name || `Part ${index + 1}`}</legend>
      <div className="form-line__body">
        <TextInput
          name={`${prefix}name`}
          label="The part"
          hint="Like “Part one” or “Annex B”. Left empty, it is taken off."
          width={20}
          value={name}
          errors={errors}
        />
        <AudienceFields
          label="Who reads it"
          prefix={prefix}
          values={values}
          errors={errors}
          kinds={kinds}
        />
      </div>
    </fieldset>
  );
}
