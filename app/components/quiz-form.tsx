import { topicLabel } from '#app/domain/offer/topics.ts';
import type { Drawable } from '#app/domain/quiz/bank.ts';
import { countField } from '#app/domain/quiz/quiz-faults.ts';
import { counted } from '#app/domain/words.ts';
import { AudienceFields } from './audience-fields.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox, Radios } from './choices.tsx';
import type { FieldErrors } from './field-errors.ts';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type QuizFormProps = {
  /** The page's own address. */
  path: string;
  formKey: string;
  /** What a quiz that is changed said when the form began; null: a new one. */
  began: string | null;
  values: TypedValues;
  errors?: FieldErrors;
  /** What the bank can give of each topic, in the order of the form. */
  topics: readonly Drawable[];
  kinds: readonly Option[];
  requirements: readonly Option[];
  button: string;
  cancelHref: string;
};

/** Everything about a quiz: what it asks, what passes, for whom, and what a pass is good for. */
export function QuizForm(props: QuizFormProps) {
  const { path, formKey, began, values, errors, button, cancelHref } = props;
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <form method="post" action={path} noValidate>
      <FormKey value={formKey} />
      {began === null ? null : <input type="hidden" name="began" value={began} />}
      <TextInput {...field('title')} label="Title" />
      <Textarea
        {...field('about')}
        label="What it is about"
        hint="In a line or two, for whoever is to take it"
        rows={2}
      />
      <Questions {...props} />
      <h2>Who takes it, and what it is good for</h2>
      <AudienceFields label="Who it is for" values={values} errors={errors} kinds={props.kinds} />
      <Select
        {...field('requirement')}
        label="A pass completes"
        hint="What is read and declared by edition cannot be completed by a quiz"
        options={props.requirements}
        empty="Nothing: it is taken for its own sake"
      />
      <Checkbox
        name="allowsPractice"
        label="It can be practised"
        hint="Practice counts for nothing, and is in no figure"
        isChecked={typedText(values, 'allowsPractice') === 'yes'}
        errors={errors}
      />
      <Radios {...field('retry')} label="Who did not pass may try again" choices={RETRY} />
      <ButtonGroup>
        <Button>{button}</Button>
        <a href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

const RETRY = [
  { value: 'at-once', label: 'at once, with new questions' },
  { value: 'next-day', label: 'from the next day, with new questions' },
];

function Questions({ topics, values, errors }: QuizFormProps) {
  const number = (name: string) => ({
    name,
    value: typedText(values, name),
    errors,
    width: 3 as const,
    inputMode: 'numeric' as const,
    autoComplete: 'off',
  });
  return (
    <>
      <h2>How many questions, on what</h2>
      <p className="govuk-body">
        As many from each topic as you say; which they are is drawn anew for everybody. Left empty,
        a topic gives none.
      </p>
      <div className="shares" id="parts" tabIndex={-1}>
        {topics.map(({ topic, count, mustPass }) => (
          <TextInput
            key={topic}
            {...number(countField(topic))}
            label={topicLabel(topic)}
            hint={thereAre(count, mustPass)}
          />
        ))}
      </div>
      <TextInput
        {...number('passMark')}
        label="Pass mark"
        hint="So many right answers pass, if every must-pass question is among them"
      />
      <TextInput
        {...number('mustPassAtLeast')}
        label="Must-pass questions at least"
        hint="So many of the questions that are drawn are must-pass ones; 0 for none in particular"
      />
    </>
  );
}

function thereAre(count: number, mustPass: number): string {
  const there = `${counted(count, 'question', 'questions')} in use`;
  return mustPass === 0 ? there : `${there}, ${mustPass} must-pass`;
}
