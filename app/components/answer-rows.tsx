import type { QuestionType } from '#app/domain/quiz/question.ts';
import { errorsOf, type FieldErrors } from './field-errors.ts';
import { ErrorMessage, FormGroup } from './form-group.tsx';
import { Textarea } from './text-input.tsx';
import { listOf, type TypedValues, typedText } from './typed-values.ts';

type RowsProps = {
  type: QuestionType;
  count: number;
  values: TypedValues;
  errors?: FieldErrors;
};

/** The rows for what can be answered; those that stay empty are left out. */
export function AnswerRows(props: RowsProps) {
  const { type, count, errors } = props;
  const wrong = errorsOf(errors, 'options');
  return (
    <section className="section" id="options" tabIndex={-1} aria-labelledby="options-title">
      <h2 id="options-title">{WORDS[type].title}</h2>
      <p className="govuk-body">{WORDS[type].how}</p>
      <FormGroup isWrong={wrong.length > 0}>
        <ErrorMessage id="options" errors={wrong} />
        {Array.from({ length: count }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
          <AnswerRow key={place} place={place} {...props} />
        ))}
      </FormGroup>
    </section>
  );
}

const CHOICES = { title: 'Options', row: 'Option', why: 'Why it is right or wrong' };
const EMPTY_ROWS = 'Rows that stay empty are left out.';

const WORDS: Record<QuestionType, { title: string; how: string; row: string; why: string }> = {
  one: {
    ...CHOICES,
    how: `3 to 6 options, one of them right. Whoever answers sees why each is right or wrong. ${EMPTY_ROWS}`,
  },
  scenario: {
    ...CHOICES,
    how: `3 to 6 things that somebody might do, one of them best. Whoever answers sees why. ${EMPTY_ROWS}`,
  },
  several: {
    ...CHOICES,
    how: `At least 3 options: some right, some not. Whoever answers sees why each is right or wrong. ${EMPTY_ROWS}`,
  },
  'true-false': { ...CHOICES, title: 'True or false', how: 'Say which it is, and why.' },
  order: {
    title: 'Items in order',
    how: `At least 3 items. The right order is the order here. ${EMPTY_ROWS}`,
    row: 'Item',
    why: 'Why it stands here',
  },
  match: {
    title: 'Pairs',
    how: `At least 2 pairs. They are shown mixed. ${EMPTY_ROWS}`,
    row: 'Pair',
    why: 'Why they belong together',
  },
};

function AnswerRow({ place, type, values, errors }: RowsProps & { place: number }) {
  const { row, why } = WORDS[type];
  const field = (part: string) => {
    const name = `options.${place}.${part}`;
    return { name, value: typedText(values, name), errors, rows: 2 };
  };
  const title = type === 'true-false' ? TRUE_FALSE[place] : `${row} ${place + 1}`;
  return (
    <fieldset className="answer-row">
      <legend className="answer-row__title">{title}</legend>
      <div className="answer-row__fields">
        {type === 'true-false' ? null : (
          <Textarea {...field('text')} label={type === 'match' ? 'This…' : 'What it says'} />
        )}
        {type === 'match' ? <Textarea {...field('answer')} label="…goes with this" /> : null}
        <Textarea {...field('why')} label={why} />
      </div>
      <RightMark place={place} type={type} chosen={listOf(values, 'right')} />
    </fieldset>
  );
}

const TRUE_FALSE = ['True', 'False'];

type MarkProps = { place: number; type: QuestionType; chosen: readonly string[] };

/** One of them is right, or any number; what is put in order or matched is right as it stands. */
function RightMark({ place, type, chosen }: MarkProps) {
  if (type === 'order' || type === 'match') return null;
  const kind = type === 'several' ? 'checkboxes' : 'radios';
  const id = `options.${place}.right`;
  return (
    <div className={`govuk-${kind} govuk-${kind}--small answer-row__right`}>
      <div className={`govuk-${kind}__item`}>
        <input
          className={`govuk-${kind}__input`}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          id={id}
          name="right"
          value={place}
          defaultChecked={chosen.includes(String(place))}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {RIGHT_WORDS[type]}
        </label>
      </div>
    </div>
  );
}

const RIGHT_WORDS = {
  one: 'This one is right',
  scenario: 'This is best',
  several: 'This is right',
  'true-false': 'This is the right answer',
} as const;
