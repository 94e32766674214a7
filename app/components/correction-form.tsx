import type { WaitingFile } from '#app/domain/evidence/shown.ts';
import { counted, sentenceCase } from '#app/domain/words.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Radios } from './choices.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import { LinkAndFile } from './edition-form.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Textarea } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type CorrectionFormProps = {
  path: string;
  formKey: string;
  title: string;
  isInForce: boolean;
  /** Of how many the edition is asked today. */
  concerned: number;
  values: TypedValues;
  errors?: FieldErrors;
  waiting?: readonly WaitingFile[];
  cancelHref: string;
};

/** What was put right in an edition, and whether it is to be read again for it. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { path, formKey, isInForce, values, errors, cancelHref } = props;
  return (
    <form method="post" action={path} encType="multipart/form-data" noValidate>
      <FormKey value={formKey} />
      <Textarea
        name="words"
        label="What was put right"
        hint="In a plain sentence, as people will read it"
        rows={3}
        value={typedText(values, 'words')}
        errors={errors}
      />
      {isInForce ? (
        <Choice {...props} />
      ) : (
        <>
          <input type="hidden" name="how" value="note" />
          <p className="govuk-body">
            It is not the edition in force, so that nobody reads it now: what was put right is noted
            with it.
          </p>
        </>
      )}
      <ButtonGroup>
        <Button name="step" value="preview">
          See whom it concerns
        </Button>
        <a href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function Choice(props: CorrectionFormProps) {
  const { concerned, values, errors } = props;
  const people = counted(concerned, 'person', 'people');
  return (
    <Radios
      name="how"
      label="Because of it"
      choices={[
        {
          value: 'note',
          label: 'it is noted, and nobody reads it again',
          hint: `${sentenceCase(people)} of whom the edition is asked find the note with it. Their declarations count as before.`,
        },
        {
          value: 'read-again',
          label: 'it is to be read again',
          hint: `${sentenceCase(people)}, whether they have read it or not, have to read the corrected edition.`,
          details: <AgainFields {...props} />,
        },
      ]}
      value={typedText(values, 'how')}
      errors={errors}
    />
  );
}

function AgainFields({ values, errors, waiting }: CorrectionFormProps) {
  return (
    <>
      <DateInput
        name="inForceFrom"
        label="First day of the corrected edition"
        hint="The day on the document. It is named after it: “KCSIE 2025, corrected 18 January 2026”."
        value={typedDate(values, 'inForceFrom')}
        errors={errors}
      />
      <DateInput
        name="dueBy"
        label="Those already here have to have read it by"
        value={typedDate(values, 'dueBy')}
        errors={errors}
      />
      <LinkAndFile values={values} errors={errors} fileName={null} waiting={waiting} />
    </>
  );
}
