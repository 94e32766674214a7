import type { QuestionType } from '#app/domain/quiz/question.ts';
import { AnswerRows } from './answer-rows.tsx';
import { Button, ButtonGroup, FormKey } from './button.tsx';
import { Checkbox } from './choices.tsx';
import type { FieldErrors } from './field-errors.ts';
import { type Option, Select } from './select.tsx';
import { Textarea, TextInput } from './text-input.tsx';
import { type TypedValues, typedText } from './typed-values.ts';

type QuestionFormProps = {
  /** The page's own address. */
  path: string;
  type: QuestionType;
  formKey: string;
  /** The revision that is changed; null: a new question. */
  revisionId: number | null;
  values: TypedValues;
  errors?: FieldErrors;
  rows: number;
  topics: readonly Option[];
  sections: readonly Option[];
  cancelHref: string;
};

/** A question of the school's own, whatever its type. */
export function QuestionForm(props: QuestionFormProps) {
  const { path, type, formKey, revisionId, values, errors, rows } = props;
  return (
    <form method="post" action={path} noValidate className="question-form">
      <FormKey value={formKey} />
      {revisionId === null ? null : <input type="hidden" name="revision" value={revisionId} />}
      <SectionsSeen {...props} />
      <WhereIn {...props} />
      <Asked {...props} />
      <AnswerRows type={type} count={rows} values={values} errors={errors} />
      {type === 'match' ? (
        <Textarea
          name="extras"
          label="Answers that go with nothing (optional)"
          hint="One on each line. They make it harder to answer by leaving things over."
          rows={3}
          value={typedText(values, 'extras')}
          errors={errors}
        />
      ) : null}
      <WhereFrom {...props} />
      <ButtonGroup>
        <Button>Save the question</Button>
        <a href={props.cancelHref}>Cancel</a>
      </ButtonGroup>
      <p className="govuk-body soft">
        Saved, it counts as confirmed against its section, as that stood when you opened this page.
      </p>
    </form>
  );
}

/** What each section says that may be chosen: by it a change that nobody here has seen is known. */
function SectionsSeen({ sections, values }: QuestionFormProps) {
  return sections.map(({ value: section }) => {
    const name = `words.${section}`;
    return <input key={section} type="hidden" name={name} value={typedText(values, name)} />;
  });
}

function Asked({ type, values, errors }: QuestionFormProps) {
  return (
    <>
      {type === 'scenario' ? (
        <Textarea
          name="story"
          label="What happens"
          hint="A few sentences. Invent it: nothing about a real child belongs here."
          rows={4}
          value={typedText(values, 'story')}
          errors={errors}
        />
      ) : null}
      <Textarea
        name="text"
        label={type === 'true-false' ? 'The statement' : 'The question'}
        hint={TEXT_HINTS[type]}
        rows={3}
        value={typedText(values, 'text')}
        errors={errors}
      />
      <Checkbox
        name="mustPass"
        label="It is a must-pass question"
        hint="Answered wrongly, it fails the attempt whatever the score. For what everybody has to know, such as whom to tell."
        isChecked={typedText(values, 'mustPass') === 'yes'}
        errors={errors}
      />
    </>
  );
}

const TEXT_HINTS: Partial<Record<QuestionType, string>> = {
  scenario: 'Like “What do you do first?”',
  several: 'Say in it that all that apply are to be chosen.',
  order: 'Like “In which order do you do this?”',
};

function WhereIn({ values, errors, topics, sections }: QuestionFormProps) {
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <>
      <Select
        {...field('topic')}
        label="Topic"
        hint="Quizzes draw their questions by topic"
        options={topics}
        empty="Choose one"
      />
      <Select
        {...field('section')}
        label="Section of the offer that it rests on"
        hint="When the section changes, the question is to be checked before it is asked again"
        options={sections}
        empty="Choose one"
      />
    </>
  );
}

function WhereFrom({ values, errors }: QuestionFormProps) {
  const field = (name: string) => ({ name, value: typedText(values, name), errors });
  return (
    <section className="section">
      <h2>Where it comes from</h2>
      <TextInput
        {...field('source.document')}
        label="Document"
        hint="Its title, like “Keeping children safe in education”"
      />
      <TextInput
        {...field('source.place')}
        label="Place in the document"
        hint="Like “Part one”, “Section 6”"
      />
    </section>
  );
}
