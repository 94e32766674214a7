import type { ReactNode } from 'react';
import type { Cited, Review } from '#app/domain/quiz/review.ts';
import { Shape } from './shapes.tsx';

export type ReviewedQuestion = {
  position: number;
  story: string | null;
  text: string;
  mustPass: boolean;
  isRight: boolean;
  isAnswered: boolean;
  review: Review;
  section: Cited;
  source: { document: string; place: string };
};

/** Every question once more: what was answered, what was right, and what each option means. */
export function AttemptReview({ questions }: { questions: readonly ReviewedQuestion[] }) {
  return (
    <section className="review">
      <h2>What each answer means</h2>
      <ol className="review__list">
        {questions.map((question) => (
          <li className="review__question" key={question.position}>
            <QuestionReview question={question} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionReview({ question }: { question: ReviewedQuestion }) {
  const { position, story, text, mustPass, isRight, isAnswered, review, section } = question;
  return (
    <>
      <p className="review__head">
        <span className="review__number">Question {position}</span> <Mark isRight={isRight} />
      </p>
      {story ? <p className="attempt__story">{story}</p> : null}
      <h3 className="review__text">{text}</h3>
      {mustPass && !isRight ? <p className="soft">This one has to be right to pass.</p> : null}
      {isAnswered ? null : <p className="soft">You did not answer it.</p>}
      <Answers review={review} />
      <p className="review__source">
        {section.isThere ? (
          <>
            Read more:{' '}
            <a className="govuk-link" href={`/offer/${section.topic}`}>
              {section.title}
            </a>
            .{' '}
          </>
        ) : null}
        From {question.source.document}, {question.source.place}.
      </p>
    </>
  );
}

function Answers({ review }: { review: Review }) {
  switch (review.kind) {
    case 'chosen':
      return <Options options={review.options} />;
    case 'order':
      return <Steps steps={review.steps} />;
    case 'match':
      return <Pairs pairs={review.pairs} />;
  }
}

type Options = Extract<Review, { kind: 'chosen' }>['options'];

function Options({ options }: { options: Options }) {
  return (
    <ul className="review__options">
      {options.map(({ text, why, isRight, isChosen }) => (
        <Option
          key={text}
          text={text}
          why={why}
          isRight={isRight}
          isMarked={isRight || isChosen}
          label={optionLabel(isRight, isChosen)}
        />
      ))}
    </ul>
  );
}

/** What is said beside an option; null where it was rightly left alone. */
function optionLabel(isRight: boolean, isChosen: boolean): string | null {
  if (isChosen) return isRight ? 'You chose this, rightly' : 'You chose this';
  return isRight ? 'This was right' : null;
}

type Steps = Extract<Review, { kind: 'order' }>['steps'];

function Steps({ steps }: { steps: Steps }) {
  return (
    <ol className="review__options">
      {steps.map(({ text, why, place, given }) => (
        <Option
          key={text}
          text={`${place}. ${text}`}
          why={why}
          isRight={given === place}
          isMarked
          label={given === null ? 'You gave it no place' : `You put it at ${given}`}
        />
      ))}
    </ol>
  );
}

type Pairs = Extract<Review, { kind: 'match' }>['pairs'];

function Pairs({ pairs }: { pairs: Pairs }) {
  return (
    <ul className="review__options">
      {pairs.map(({ text, answer, given, why }) => (
        <Option
          key={text}
          text={
            <>
              <strong>{text}</strong>: {answer}
            </>
          }
          why={why}
          isRight={given === answer}
          isMarked
          label={pairLabel(answer, given)}
        />
      ))}
    </ul>
  );
}

function pairLabel(answer: string, given: string | null): string {
  if (given === null) return 'You matched it with nothing';
  return given === answer ? 'You matched it rightly' : `You matched it with: ${given}`;
}

type OptionProps = {
  text: ReactNode;
  why: string;
  isRight: boolean;
  /** Does it deserve a sign of its own? */
  isMarked: boolean;
  label: string | null;
};

function Option({ text, why, isRight, isMarked, label }: OptionProps) {
  const state = isMarked ? (isRight ? 'right' : 'wrong') : 'plain';
  return (
    <li className={`review__option review__option--${state}`}>
      <p className="review__option-text">{text}</p>
      {label ? (
        <p className="review__label">
          <Shape path={isRight ? RIGHT : WRONG} /> {label}
        </p>
      ) : null}
      <p className="review__why">{why}</p>
    </li>
  );
}

function Mark({ isRight }: { isRight: boolean }) {
  return (
    <span className={`review__mark review__mark--${isRight ? 'right' : 'wrong'}`}>
      <Shape path={isRight ? RIGHT : WRONG} /> {isRight ? 'Right' : 'Not right'}
    </span>
  );
}

/** A tick, and a cross: on a field of 16 by 16. */
const RIGHT = 'M6.2 13.6.9 8.3l2-2 3.3 3.3L13 2.8l2 2z';
const WRONG = 'm8 6 4.5-4.5 2 2L10 8l4.5 4.5-2 2L8 10l-4.5 4.5-2-2L6 8 1.5 3.5l2-2z';
