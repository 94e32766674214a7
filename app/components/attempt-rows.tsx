import type { ReactNode } from 'react';
import type { ShownQuestion } from '#app/domain/quiz/shown.ts';
import type { FieldErrors } from './field-errors.ts';
import { type TypedValues, typedText } from './typed-values.ts';

export type AnswersProps = {
  question: ShownQuestion;
  /** What was answered, by the fields' names. */
  values: TypedValues;
  errors: FieldErrors | undefined;
  /** Before the fields' names, where several questions stand on one page. */
  prefix?: string;
};

/** What is to be put in order: a number for each. */
export function OrderRows({ question, values, errors, prefix = '' }: AnswersProps) {
  const place = `${prefix}place`;
  const { options } = question;
  const numbers = options.map((_, index) => String(index + 1));
  return (
    <Rows question={question} errors={errors} name={place}>
      {options.map((text, index) => (
        <Row
          key={text}
          id={`${place}-${index + 1}`}
          text={text}
          value={typedText(values, `${place}-${index + 1}`)}
          choices={numbers.map((number) => ({ value: number, label: number }))}
          isNarrow
        />
      ))}
    </Rows>
  );
}

/** What is to be matched: one of the answers above for each. */
export function MatchRows({ question, values, errors, prefix = '' }: AnswersProps) {
  const match = `${prefix}match`;
  const { options, answers } = question;
  const choices = answers.map((text, index) => {
    return { value: String(index + 1), label: `${letterOf(index)}. ${text}` };
  });
  return (
    <Rows question={question} errors={errors} name={match}>
      <ol className="attempt__answers">
        {answers.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {options.map((text, index) => (
        <Row
          key={text}
          id={`${match}-${index + 1}`}
          text={text}
          value={typedText(values, `${match}-${index + 1}`)}
          choices={choices}
        />
      ))}
    </Rows>
  );
}

type RowsProps = {
  question: ShownQuestion;
  errors: FieldErrors | undefined;
  name: string;
  children: ReactNode;
};

/** A question that is answered with a select for each of its options. */
function Rows({ question, errors = [], name, children }: RowsProps) {
  const wrong = errors.filter(({ field }) => field.startsWith(`${name}-`));
  const hint = hintOf(question);
  const hintId = `${name}-rows-hint`;
  return (
    <fieldset className="govuk-fieldset attempt__rows" aria-describedby={hint ? hintId : undefined}>
      <legend className="govuk-fieldset__legend">{question.text}</legend>
      {hint ? (
        <div className="govuk-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
      {wrong.map(({ message }) => (
        <p className="govuk-error-message" key={message}>
          {message}
        </p>
      ))}
      {children}
    </fieldset>
  );
}

type RowProps = {
  id: string;
  text: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
  isNarrow?: boolean;
};

function Row({ id, text, value, choices, isNarrow = false }: RowProps) {
  return (
    <div className={isNarrow ? 'attempt__row attempt__row--narrow' : 'attempt__row'}>
      <label className="govuk-label" htmlFor={id}>
        {text}
      </label>
      <select className="govuk-select" id={id} name={id} defaultValue={value ?? ''}>
        <option value="">{isNarrow ? '–' : 'Choose'}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How it is answered, where the question itself may not say; and whether it has to be right. */
export function hintOf({ type, mustPass, options }: ShownQuestion): string | undefined {
  const hints = [HINTS[type](options.length), mustPass ? 'This one has to be right to pass.' : ''];
  return hints.filter(Boolean).join(' ') || undefined;
}

const HINTS: Record<ShownQuestion['type'], (count: number) => string> = {
  one: () => '',
  several: () => 'Choose all that apply.',
  'true-false': () => '',
  order: (count) => `Give each its number, from 1 for the first to ${count} for the last.`,
  match: () => 'Choose for each what goes with it.',
  scenario: () => '',
};

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
