import type { Known, Plan, Question } from '#app/domain/import/types.ts';
import { Button, FormKey } from './button.tsx';
import { Radios } from './choices.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Select } from './select.tsx';
import { Table } from './table.tsx';

type QuestionsProps = {
  plan: Pick<Plan, 'questions' | 'unknownWords' | 'whoQuestions'>;
  known: Pick<Known, 'kinds' | 'requirements'>;
  formKey: string;
  errors?: FieldErrors;
};

/** What an import asks before it can be applied: the order of days, titles, and who is meant. */
export function ImportQuestions({ plan, known, formKey, errors }: QuestionsProps) {
  const days = plan.questions.filter((question) => question.kind === 'days');
  if (days.length + plan.unknownWords.length + plan.whoQuestions.length === 0) return null;
  return (
    <section className="section">
      <h2>What InDate does not know</h2>
      <form method="post">
        <FormKey value={formKey} />
        <input type="hidden" name="intent" value="answers" />
        {days.map((question) => (
          <DayOrder key={question.column} question={question} errors={errors} />
        ))}
        {plan.unknownWords.map(({ field, word, rows }, index) => (
          <Select
            key={`${field} ${word}`}
            name={`word-${index}`}
            label={`“${word}”`}
            hint={rows === 1 ? 'In 1 row' : `In ${rows} rows`}
            empty={
              field === 'appointment' ? 'Which appointment is it?' : 'Which requirement is it?'
            }
            options={[
              { value: 'leave-out', label: 'Leave these rows out' },
              ...meaningsOf(field, known),
            ]}
            errors={errors}
          />
        ))}
        {plan.whoQuestions.map(({ rowId, row, read, candidates, canBeNew }) => (
          <Select
            key={rowId}
            name={`person-${rowId}`}
            label={`Row ${row}: who is ${read}?`}
            empty="Not said yet"
            options={[
              ...candidates.map(({ personId, label }) => ({ value: String(personId), label })),
              ...(canBeNew ? [{ value: 'new', label: 'Somebody new' }] : []),
            ]}
            errors={errors}
          />
        ))}
        <Button kind="secondary">Use these answers</Button>
      </form>
    </section>
  );
}

type AboutDays = Extract<Question, { kind: 'days' }>;

function DayOrder({ question, errors }: { question: AboutDays; errors?: FieldErrors }) {
  const { column, heading, example } = question;
  return (
    <Radios
      name={`days-${column}`}
      label={`How are the days in “${heading}” written?`}
      hint={`It holds ${example}, which only fits with the month first.`}
      choices={[
        { value: 'month-first', label: 'The whole column has the month first, as in the USA' },
        { value: 'day-first', label: 'Day first: those that do not fit are wrong' },
      ]}
      errors={errors}
    />
  );
}

function meaningsOf(
  field: 'appointment' | 'requirement',
  { kinds, requirements }: QuestionsProps['known'],
) {
  if (field === 'appointment') return kinds.map(({ key, label }) => ({ value: key, label }));
  return requirements.map(({ key, name }) => ({ value: key, label: name }));
}

type ColumnsProps = {
  columns: { heading: string; examples: string[]; meaning: string; isAsked: boolean }[];
  meanings: { value: string; label: string }[];
  formKey: string;
  errors?: FieldErrors;
};

/** What each column of the file is, to be put right by hand. */
export function ImportColumns({ columns, meanings, formKey, errors }: ColumnsProps) {
  return (
    <form method="post">
      <FormKey value={formKey} />
      <input type="hidden" name="intent" value="columns" />
      <Table
        caption="Columns of the file"
        isCaptionHidden
        columns={[
          { key: 'heading', head: 'Heading', isRowHead: true },
          { key: 'examples', head: 'Holds, for example' },
          { key: 'meaning', head: 'Read as' },
        ]}
        rows={columns.map(({ heading, examples, meaning, isAsked }, index) => ({
          key: index,
          cells: {
            heading: isAsked ? <strong>{heading}</strong> : heading,
            examples: examples.join(', ') || 'Nothing',
            meaning: (
              <Select
                name={`column-${index}`}
                label={<span className="govuk-visually-hidden">{heading} is</span>}
                empty={isAsked ? 'What is it?' : 'Not known: not read'}
                options={meanings}
                value={meaning}
                errors={errors}
              />
            ),
          },
        }))}
      />
      <Button kind="secondary">Read the columns so</Button>
    </form>
  );
}
