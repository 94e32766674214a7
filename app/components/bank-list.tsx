import type { QuestionType } from '#app/domain/quiz/question.ts';
import type { QuestionState } from '#app/domain/quiz/question-state.ts';
import { factsOf, reasonIn } from '#app/domain/quiz/question-words.ts';
import { QuestionStateTag } from './question-state.tsx';

export type ListedQuestion = {
  id: number;
  /** The beginning of what happens, in a scenario. */
  story: string | null;
  text: string;
  topic: string;
  type: QuestionType;
  mustPass: boolean;
  isShared: boolean;
  state: QuestionState;
  because: string;
};

/** Questions of the bank, each with what it is and how it stands. */
export function BankList({ questions }: { questions: readonly ListedQuestion[] }) {
  return (
    <ul className="bank">
      {questions.map((question) => (
        <li className="bank__row" key={question.id}>
          <div className="bank__what">
            {question.story ? <p className="bank__story">{question.story}</p> : null}
            <p className="bank__text">
              <a href={`/dsl/questions/${question.id}`}>{question.text}</a>
            </p>
            <Facts facts={factsOf(question)} />
          </div>
          <p className="bank__state">
            <QuestionStateTag state={question.state} />
            <span className="bank__because">{reasonIn(question.because)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Short facts in a line. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li className="facts__fact" key={fact}>
          {fact}
        </li>
      ))}
    </ul>
  );
}
