import type { ReactNode } from 'react';
import type { Question, QuestionOption } from '#app/domain/quiz/question.ts';
import { Shape, STATUS_SHAPES } from './shapes.tsx';

type Sheet = Pick<Question, 'type' | 'story' | 'text' | 'options' | 'extras'>;

/** A question as it is asked, with what is right and every explanation. */
export function QuestionSheet({ question }: { question: Sheet }) {
  const { story, text } = question;
  return (
    <div className="sheet">
      {story ? <p className="sheet__story">{story}</p> : null}
      <p className="sheet__text">{text}</p>
      <Answers {...question} />
    </div>
  );
}

function Answers({ type, options, extras }: Sheet) {
  if (type === 'order') {
    return (
      <ol className="answers answers--steps">
        {options.map((option) => (
          <Answer key={option.text} option={option} />
        ))}
      </ol>
    );
  }
  if (type === 'match') return <Pairs options={options} extras={extras} />;
  return (
    <ul className="answers">
      {options.map((option) => (
        <Answer
          key={option.text}
          option={option}
          mark={<RightOrWrong isRight={option.isRight} />}
        />
      ))}
    </ul>
  );
}

function Pairs({ options, extras }: Pick<Sheet, 'options' | 'extras'>) {
  return (
    <>
      <ul className="answers">
        {options.map((option) => (
          <Answer key={option.text} option={option}>
            <span className="answers__with">
              <span className="govuk-visually-hidden">goes with</span>
              <span aria-hidden="true">→</span> {option.answer}
            </span>
          </Answer>
        ))}
      </ul>
      {extras.length > 0 ? (
        <p className="sheet__extras">Also offered, and going with nothing: {extras.join('; ')}.</p>
      ) : null}
    </>
  );
}

type AnswerProps = { option: QuestionOption; mark?: ReactNode; children?: ReactNode };

function Answer({ option, mark, children }: AnswerProps) {
  return (
    <li className="answers__answer">
      <p className="answers__text">
        {mark}
        {option.text} {children}
      </p>
      <p className="answers__why">{option.why}</p>
    </li>
  );
}

function RightOrWrong({ isRight }: { isRight: boolean }) {
  return (
    <span className={`answers__mark answers__mark--${isRight ? 'right' : 'wrong'}`}>
      <Shape path={isRight ? STATUS_SHAPES['in-date'] : STATUS_SHAPES['not-yet-due']} />
      {isRight ? 'Right' : 'Wrong'}
    </span>
  );
}
