import { ASKED_FIELDS, ASKED_LABELS } from '#app/domain/evidence/asked.ts';
import type { AskedWords } from '#app/domain/rule-words.ts';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { Details } from './content.tsx';
import { DateInput, typedDate } from './date-input.tsx';
import type { FieldErrors } from './field-errors.ts';
import { RequirementLine } from './requirement-line.tsx';
import type { Option } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { listOf, type TypedValues, typedText } from './typed-values.ts';

export type RequirementFormProps = {
  /** The page's own address. */
  path: string;
  formKey: string;
  values: TypedValues;
  errors?: FieldErrors;
  lineCount: number;
  /** Roles of this school, and documents that are read by edition. */
  kinds: readonly Option[];
  publications: readonly Option[];
  /** Other requirements by which this one may be met. */
  others: readonly Option[];
  /** Days of notice where a requirement has none of its own. */
  schoolNotice: number;
  /** Of one that is there already: when its present rules began. */
  existing: { since: string; hasBegun: boolean } | null;
  /** What law and guidance ask, by the key of the line. */
  asked: Record<string, AskedWords>;
  cancelHref: string;
};

/** Everything about a requirement: its words, its lines, and from when they hold. */
export function RequirementForm(props: RequirementFormProps) {
  const { path, formKey, values, errors, lineCount, existing } = props;
  return (
    <form method="post" action={path} noValidate>
      <FormKey value={formKey} />
      <input type="hidden" name="lines" value={lineCount} />
      {/* What Enter in a field presses. */}
      <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
        See what it changes
      </button>
      <Words {...props} />
      <h2 id="lines">Who it is for, and how often</h2>
      <p className="govuk-body">
        One line for each group with a rule of its own. A person whom several lines fit has to meet
        them all; the same training counts under each.
      </p>
      {Array.from({ length: lineCount }, (_, index) => (
        <RequirementLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the form
          key={index}
          index={index}
          count={lineCount}
          path={path}
          values={values}
          errors={errors}
          kinds={props.kinds}
          publications={props.publications}
          asked={props.asked[typedText(values, `line-${index}-key`) ?? ''] ?? null}
        />
      ))}
      {lineCount < 10 ? (
        <Button
          kind="secondary"
          name="step"
          value="add-line"
          formAction={`${path}#line-${lineCount}`}
        >
          Add another line
        </Button>
      ) : null}
      {existing ? <FromWhen {...props} existing={existing} /> : <SinceWhen {...props} />}
      <ButtonGroup>
        <Button name="step" value="preview">
          See what it changes
        </Button>
        <a href={props.cancelHref}>Cancel</a>
      </ButtonGroup>
      <p className="govuk-body soft">Nothing is saved until you have seen what it does.</p>
    </form>
  );
}

function Words({ values, errors, others, schoolNotice }: RequirementFormProps) {
  const typed = (name: string) => typedText(values, name);
  const isOpen =
    listOf(values, 'metBy').length > 0 ||
    typed('siteSpecific') === 'yes' ||
    Boolean(typed('minutesNeeded'));
  return (
    <>
      <TextInput name="name" label="Name" value={typed('name')} errors={errors} />
      <Textarea
        name="whatCounts"
        label="What counts as having done it"
        hint="In plain words, for the person who is to do it"
        rows={3}
        value={typed('whatCounts')}
        errors={errors}
      />
      <Textarea
        name="whereToGo"
        label="Where to go for it (optional)"
        hint="A web address, or words: “The September INSET; the mop-up a fortnight later”"
        rows={2}
        value={typed('whereToGo')}
        errors={errors}
      />
      <Radios
        name="handedInCounts"
        label="When a person hands in a certificate of their own, it counts"
        choices={[
          { value: 'when-checked', label: 'when somebody else has checked it' },
          { value: 'at-once', label: 'at once' },
        ]}
        value={typed('handedInCounts')}
        errors={errors}
      />
      <Checkboxes
        name="asksFor"
        label="What a certificate for it must show, beside the day"
        hint="Whoever hands one in is asked for these. Nobody can accept it while one of them is missing."
        choices={ASKED_FIELDS.map((value) => ({ value, label: ASKED_LABELS[value] }))}
        layout="columns"
        values={listOf(values, 'asksFor')}
        errors={errors}
      />
      <Details
        summary="Notice, how long at a session, other training that counts, this site only"
        isOpen={isOpen}
      >
        <TextInput
          name="noticeDays"
          label="Notice before it runs out (optional)"
          hint={`“Due soon” begins so many days before. Left empty: the school’s ${schoolNotice} days.`}
          width={4}
          inputMode="numeric"
          suffix="days"
          value={typed('noticeDays')}
          errors={errors}
        />
        <TextInput
          name="minutesNeeded"
          label="How long somebody must be there (optional)"
          hint="At a session: whoever leaves earlier has missed it. Left empty: to be there is enough."
          width={4}
          inputMode="numeric"
          suffix="minutes"
          value={typed('minutesNeeded')}
          errors={errors}
        />
        {others.length > 0 ? (
          <Checkboxes
            name="metBy"
            label="It is also met by"
            hint="What was completed for these counts here too, for as long as the lines below say"
            choices={others}
            layout="columns"
            values={listOf(values, 'metBy')}
            errors={errors}
          />
        ) : null}
        <Checkbox
          name="siteSpecific"
          label="Only what is done at this school counts"
          hint="For the school’s own induction: training from another school is not carried over"
          isChecked={typed('siteSpecific') === 'yes'}
          errors={errors}
        />
      </Details>
    </>
  );
}

function SinceWhen({ values, errors }: RequirementFormProps) {
  return (
    <>
      <h2>Since when</h2>
      <DateInput
        name="startsOn"
        label="First day on which it is asked"
        hint="It may be in the past: the day on which the rule began, not the day of typing. Training done before it counts as well."
        value={typedDate(values, 'startsOn')}
        errors={errors}
      />
    </>
  );
}

type Existing = NonNullable<RequirementFormProps['existing']>;

function FromWhen({ values, errors, existing }: RequirementFormProps & { existing: Existing }) {
  const { since, hasBegun } = existing;
  return (
    <>
      <h2>If you have changed a line: from when</h2>
      <p className="govuk-body">
        The present lines {hasBegun ? `have held since ${since}` : `begin on ${since}`}.
      </p>
      <Radios
        name="how"
        label="The lines"
        choices={[
          { value: '', label: 'stay as they are; only words are changed' },
          {
            value: 'from-a-day',
            label: 'change from a day on; for the time before, the present ones stay',
            details: (
              <DateInput
                name="startsOn"
                label="First day"
                value={typedDate(values, 'startsOn')}
                errors={errors}
              />
            ),
          },
          {
            value: 'correct',
            label: 'are put right: they have always been so, and stood here wrongly',
            details: (
              <DateInput
                name="correctedOn"
                label="Day on which they began"
                value={typedDate(values, 'correctedOn')}
                errors={errors}
              />
            ),
          },
        ]}
        value={typedText(values, 'how') ?? ''}
        errors={errors}
      />
      <Radios
        name="earlier"
        label="Training done before the first day"
        hint="Before you save, you see how many people become overdue."
        choices={[
          { value: 'stays', label: 'stays under the rules that it was earned by' },
          { value: 'recounted', label: 'is reckoned by the changed lines too' },
        ]}
        value={typedText(values, 'earlier')}
        errors={errors}
      />
    </>
  );
}
