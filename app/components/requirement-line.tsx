import { BASIS_LABELS, CATEGORY_LABELS } from '#app/domain/labels.ts';
import type { AskedWords } from '#app/domain/rule-words.ts';
import { BASIS_KINDS, CATEGORIES } from '#app/domain/types.ts';
import { Button } from './button.tsx';
import { Checkboxes, type Choice, Radios } from './choices.tsx';
import { Details, InsetText } from './content.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { listOf, type TypedValues, typedText } from './typed-values.ts';

type LineProps = {
  index: number;
  count: number;
  path: string;
  values: TypedValues;
  errors?: FieldErrors;
  kinds: readonly Option[];
  publications: readonly Option[];
  asked: AskedWords | null;
};

/** One line of a requirement in its form: for whom, how long it lasts, by when, and why. */
export function RequirementLine(props: LineProps) {
  const { index, count, path, values, asked } = props;
  return (
    <fieldset className="form-line" id={`line-${index}`}>
      <legend className="form-line__title">{count === 1 ? 'The line' : `Line ${index + 1}`}</legend>
      <div className="form-line__body">
        <input
          type="hidden"
          name={`line-${index}-key`}
          value={typedText(values, `line-${index}-key`) ?? ''}
        />
        {asked ? <Asked asked={asked} /> : null}
        <Who {...props} />
        <HowLong {...props} />
        <ByWhen {...props} />
        <Why {...props} />
        {count > 1 ? (
          <Button
            kind="secondary"
            isSmall
            name="step"
            value={`remove-line-${index}`}
            formAction={`${path}#lines`}
          >
            Take line {index + 1} off
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function Asked({ asked: { basis, document, place, says } }: { asked: AskedWords }) {
  return (
    <InsetText>
      <strong>{basis} asks for this:</strong> {document}, {place}. {says} You can change the line
      here; what is asked of the school stays.
    </InsetText>
  );
}

function fieldsOf({ index, values, errors }: LineProps) {
  const name = (field: string) => `line-${index}-${field}`;
  return {
    name,
    value: (field: string) => typedText(values, name(field)),
    list: (field: string) => listOf(values, name(field)),
    errors,
  };
}

function Who(props: LineProps) {
  const { name, list, errors } = fieldsOf(props);
  const hasKinds = list('kinds').length > 0;
  return (
    <>
      <Checkboxes
        name={name('categories')}
        label="Who it is for"
        choices={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
        layout="columns"
        values={list('categories')}
        errors={errors}
      />
      <Details summary="Only certain roles, or certain roles as well" isOpen={hasKinds}>
        <Checkboxes
          name={name('kinds')}
          label="Everybody who holds one of these roles"
          choices={props.kinds}
          layout="columns"
          values={list('kinds')}
          errors={errors}
        />
      </Details>
    </>
  );
}

function HowLong(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <Radios
      name={name('cycle')}
      label="Once done, it lasts"
      choices={cycleChoices(props)}
      value={value('cycle')}
      errors={errors}
    />
  );
}

function cycleChoices(props: LineProps): Choice[] {
  const { publications } = props;
  const edition: Choice = {
    value: 'edition',
    label: 'until there is a new edition of a document that is to be read',
    details: <EditionFields {...props} />,
  };
  return [
    { value: 'months', label: 'a number of months', details: <MonthsFields {...props} /> },
    {
      value: 'academic-year',
      label: 'for the academic year: it is done once in each',
      details: <YearFields {...props} />,
    },
    ...(publications.length > 0 ? [edition] : []),
    { value: 'once', label: 'for good: it is done once' },
    {
      value: 'not-stated',
      label: 'nobody has said how long',
      hint: 'Only where neither guidance nor the school’s policy says. It is marked “no interval set”.',
      details: <SuggestionField {...props} />,
    },
  ];
}

function MonthsFields(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <>
      <TextInput
        name={name('months')}
        label="Months"
        hint="12 is a year, 24 two years"
        width={3}
        inputMode="numeric"
        suffix="months"
        value={value('months')}
        errors={errors}
      />
      <TextInput
        name={name('keepAnniversaryDays')}
        label="Early renewal (optional)"
        hint="Renewed in the last so many days before it runs out, the next months count on from the old last day, so that nothing is lost by being early. Left empty: always from the day of completion."
        width={3}
        inputMode="numeric"
        suffix="days"
        value={value('keepAnniversaryDays')}
        errors={errors}
      />
    </>
  );
}

function YearFields(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <>
      <TextInput
        name={name('dueBy')}
        label="Due each year by"
        hint="Like 31 October"
        width={20}
        value={value('dueBy')}
        errors={errors}
      />
      <TextInput
        name={name('earlyDays')}
        label="The last days of August that count for the coming year"
        hint="14: what is done from 18 August on"
        width={3}
        inputMode="numeric"
        suffix="days"
        value={value('earlyDays')}
        errors={errors}
      />
    </>
  );
}

function EditionFields(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <Select
      name={name('publication')}
      label="Document"
      options={props.publications}
      value={value('publication')}
      empty="Choose one"
      errors={errors}
    />
  );
}

function SuggestionField(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <Textarea
      name={name('suggestion')}
      label="A suggestion for whoever decides (optional)"
      rows={2}
      value={value('suggestion')}
      errors={errors}
    />
  );
}

function ByWhen(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  return (
    <>
      <TextInput
        name={name('startWithin')}
        label="Somebody who joins does it within"
        hint="0: by the end of the first day"
        width={3}
        inputMode="numeric"
        suffix="days"
        value={value('startWithin')}
        errors={errors}
      />
      <DateInput
        name={name('rollOutOn')}
        label="Roll-out: those already in post when it begins have until"
        hint="Needed for a new line, and where a line is for more people than before. A line that goes by the academic year or by editions has a due-by day of its own."
        value={typedDate(props.values, name('rollOutOn'))}
        errors={errors}
      />
    </>
  );
}

function Why(props: LineProps) {
  const { name, value, errors } = fieldsOf(props);
  const text = (field: string) => ({ name: name(field), value: value(field), errors });
  return (
    <>
      <Radios
        {...text('basis')}
        label="What asks for it"
        choices={BASIS_KINDS.map((kind) => ({ value: kind, label: BASIS_LABELS[kind] }))}
        layout="columns"
      />
      <TextInput {...text('document')} label="Document" hint="Its title" />
      <TextInput
        {...text('place')}
        label="Place in the document"
        hint="Like “Part two”, “Section 6”"
      />
      <Textarea {...text('says')} label="What it says, in short (optional)" rows={2} />
      <TextInput {...text('url')} type="url" label="Web address of the document (optional)" />
    </>
  );
}
