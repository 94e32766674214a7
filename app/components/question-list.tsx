import type { Question } from '#app/domain/questions.ts';

/** What deserves a question at the meeting: the figure, and the question to ask. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) {
    return (
      <p className="govuk-body">
        Nothing in the figures asks for a question today. You could ask how the school knows that
        they are right: who enters them, and who checks.
      </p>
    );
  }
  return (
    <ol className="questions">
      {questions.map(({ key, figure, ask }) => (
        <li className="questions__item" key={key}>
          <p className="questions__figure">{figure}</p>
          <p className="questions__ask">{ask}</p>
        </li>
      ))}
    </ol>
  );
}
