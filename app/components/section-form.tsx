import type { ReactNode } from 'react';
import { AudienceFields } from './audience-fields.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Details } from './content.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Markdown } from './markdown.tsx';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type SectionFormProps = {
  /** The address of the page itself. */
  path: string;
  cancelHref: string;
  formKey: string;
  /** Which words the writer began from; null: a new section. */
  began: string | null;
  values: TypedValues;
  errors?: FieldErrors;
  kinds: readonly Option[];
  /** The section as it would be read; null where nobody asked to see it. */
  preview: { title: string; summary: string; body: string } | null;
  /** Fields that stand first. */
  children?: ReactNode;
};

/** Everything that a section of the offer says, to be looked at or kept as a draft. */
export function SectionForm(props: SectionFormProps) {
  const { path, formKey, began, cancelHref, preview, children } = props;
  return (
    <div className={preview ? 'editor editor--with-preview' : 'editor'}>
      {preview ? <Preview {...preview} /> : null}
      <form className="editor__form" method="post" action={path} noValidate>
        <FormKey value={formKey} />
        {began === null ? null : <input type="hidden" name="began" value={began} />}
        {children}
        <WordFields {...props} />
        <SourceFields {...props} />
        <ButtonGroup>
          <Button name="step" value="save">
            Save draft
          </Button>
          <Button kind="secondary" name="step" value="preview" formAction={`${path}#preview`}>
            Preview
          </Button>
          <a href={cancelHref}>Cancel</a>
        </ButtonGroup>
        <p className="soft">A draft is seen by nobody but you, deputies and the lead.</p>
      </form>
    </div>
  );
}

type FieldsProps = Pick<SectionFormProps, 'values' | 'errors' | 'kinds'>;

function WordFields({ values, errors, kinds }: FieldsProps) {
  return (
    <>
      <TextInput
        name="title"
        label="Title"
        hint="What somebody would look for: “Whom to tell when you are worried”"
        autoComplete="off"
        value={typedText(values, 'title')}
        errors={errors}
      />
      <TextInput
        name="summary"
        label="In one line"
        hint="The thing to do or know. It stands under the title in the list."
        autoComplete="off"
        value={typedText(values, 'summary')}
        errors={errors}
      />
      <Textarea
        name="body"
        label="Text"
        hint="Begin with the thing to do. Write for a lunchtime supervisor as much as for a teacher, and name people by their role."
        rows={18}
        value={typedText(values, 'body')}
        errors={errors}
      />
      <HowToWrite />
      <AudienceFields
        label="Whom it is chiefly for"
        kinds={kinds}
        values={values}
        errors={errors}
      />
    </>
  );
}

function SourceFields({ values, errors, kinds }: FieldsProps) {
  return (
    <>
      <TextInput
        name="document"
        label="The document that it comes from"
        value={typedText(values, 'document')}
        errors={errors}
      />
      <TextInput
        name="place"
        label="The place in that document"
        hint="Like “Part one” or “Section 6”"
        value={typedText(values, 'place')}
        errors={errors}
      />
      <DateInput
        name="checkedOn"
        label="Held against its source on"
        value={typedDate(values, 'checkedOn')}
        errors={errors}
      />
      <DateInput
        name="reviewBy"
        label="To be looked at again by"
        hint="After that day, everybody who reads it is told so."
        value={typedDate(values, 'reviewBy')}
        errors={errors}
      />
      <Select
        name="owner"
        label="Who answers for it"
        options={kinds}
        empty="Choose one"
        value={typedText(values, 'owner')}
        errors={errors}
      />
    </>
  );
}

function HowToWrite() {
  return (
    <Details summary="How to write headings, lists and links">
      <table className="how-to">
        <caption className="govuk-visually-hidden">What you type, and what it becomes</caption>
        <thead>
          <tr>
            <th scope="col">You type</th>
            <th scope="col">It becomes</th>
          </tr>
        </thead>
        <tbody>
          {EXAMPLES.map(({ typed, becomes }) => (
            <tr key={typed}>
              <td>
                <code>{typed}</code>
              </td>
              <td>{becomes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        An empty line begins a new paragraph. Links may lead to addresses that begin with https://,
        to mailto:, tel: and to pages here like /offer. Pictures and HTML are not shown.
      </p>
    </Details>
  );
}

const EXAMPLES: { typed: string; becomes: ReactNode }[] = [
  { typed: '## When a child tells you', becomes: 'a heading' },
  { typed: '**at once**', becomes: <strong>at once</strong> },
  { typed: '- Listen', becomes: 'a point in a list' },
  { typed: '1. Notice', becomes: 'a numbered step' },
  { typed: '[the guidance](https://www.gov.uk/)', becomes: 'a link with these words' },
];

function Preview({ title, summary, body }: { title: string; summary: string; body: string }) {
  return (
    <section className="editor__preview" id="preview" aria-labelledby="preview-title">
      <h2 className="editor__word" id="preview-title">
        Preview: nothing is saved yet
      </h2>
      <div className="offer-sheet">
        <h3 className="offer-sheet__title">{title || 'No title yet'}</h3>
        <p className="lead">{summary}</p>
        <Markdown under={3}>{body}</Markdown>
      </div>
    </section>
  );
}
