import type { ShownQuestion } from '#app/domain/quiz/shown.ts';
import { Answers } from './attempt-question.tsx';
import { Button, ButtonGroup } from './button.tsx';
import type { FieldErrors } from './field-errors.ts';
import type { TypedValues } from './typed-values.ts';

type CheckFormProps = {
  seed: number;
  /** By which it is known again what was asked. */
  drawn: string;
  questions: readonly { question: ShownQuestion; prefix: string }[];
  values: TypedValues;
  errors: FieldErrors | undefined;
};

/** A few questions on one page, to be marked and forgotten. */
export function CheckForm({ seed, drawn, questions, values, errors }: CheckFormProps) {
  return (
    <form method="post" action={`?seed=${seed}`} className="attempt" id="check" noValidate>
      <p>For you alone: nothing of it is kept, and you can do it as often as you like.</p>
      <input type="hidden" name="drawn" value={drawn} />
      {questions.map(({ question, prefix }) => (
        <div className="reading__question" key={prefix}>
          {question.story ? <p className="attempt__story">{question.story}</p> : null}
          <Answers question={question} values={values} errors={errors} prefix={prefix} />
        </div>
      ))}
      <ButtonGroup>
        <Button>See what is right</Button>
      </ButtonGroup>
    </form>
  );
}
