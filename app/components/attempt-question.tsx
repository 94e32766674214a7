import type { Progress, ShownQuestion } from '#app/domain/quiz/shown.ts';
import { OtherQuestions, ProgressBar } from './attempt-progress.tsx';
import { type AnswersProps, hintOf, MatchRows, OrderRows } from './attempt-rows.tsx';
import { Button, ButtonGroup } from './button.tsx';
import { Checkboxes, Radios } from './choices.tsx';
import { listOf } from './typed-values.ts';

type AttemptQuestionProps = AnswersProps & {
  /** 1, 2, 3… */
  position: number;
  progress: readonly Progress[];
};

/** One question with its form. Whichever button is pressed, the answer is kept. */
export function AttemptQuestion(props: AttemptQuestionProps) {
  const { question, position, progress } = props;
  return (
    <>
      <ProgressBar progress={progress} position={position} />
      <form method="post" className="attempt" noValidate>
        {question.story ? <p className="attempt__story">{question.story}</p> : null}
        <Answers {...props} />
        <ButtonGroup id="way">
          <Button name="way" value="next">
            Save and continue
          </Button>
          {position > 1 ? (
            <Button name="way" value="back" kind="secondary">
              Back
            </Button>
          ) : null}
        </ButtonGroup>
        <OtherQuestions progress={progress} position={position} />
      </form>
    </>
  );
}

/** What a question offers, to be answered in its own way. */
export function Answers(props: AnswersProps) {
  switch (props.question.type) {
    case 'order':
      return <OrderRows {...props} />;
    case 'match':
      return <MatchRows {...props} />;
    case 'several':
      return <Several {...props} />;
    default:
      return <One {...props} />;
  }
}

function One({ question, values, errors, prefix = '' }: AnswersProps) {
  const name = `${prefix}chosen`;
  const chosen = listOf(values, name)[0];
  return (
    <div className="attempt__choices">
      <Radios
        name={name}
        label={question.text}
        hint={hintOf(question)}
        choices={choicesOf(question)}
        value={chosen}
        errors={errors}
      />
    </div>
  );
}

function Several({ question, values, errors, prefix = '' }: AnswersProps) {
  const name = `${prefix}chosen`;
  return (
    <div className="attempt__choices">
      <Checkboxes
        name={name}
        label={question.text}
        hint={hintOf(question)}
        choices={choicesOf(question)}
        values={listOf(values, name)}
        errors={errors}
      />
    </div>
  );
}

/** Each option has the number of its place on this page: what else it is nobody is told. */
function choicesOf({ options }: ShownQuestion) {
  return options.map((label, index) => ({ value: String(index + 1), label }));
}
