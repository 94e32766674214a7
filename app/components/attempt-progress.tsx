import type { Progress } from '#app/domain/quiz/shown.ts';

type ProgressProps = {
  progress: readonly Progress[];
  /** The question that is open. */
  position: number;
};

/** How far one is, to the eye; the title says it in words. */
export function ProgressBar({ progress, position }: ProgressProps) {
  return (
    <div className="steps-bar" aria-hidden="true">
      {numbered(progress).map(({ number, state }) => (
        <span
          className={`steps-bar__part steps-bar__part--${number === position ? 'open' : state}`}
          key={number}
        />
      ))}
    </div>
  );
}

/** The way to every question, to handing in and away, keeping the answer to this one. */
export function OtherQuestions({ progress, position }: ProgressProps) {
  return (
    <fieldset className="govuk-fieldset steps">
      <legend className="steps__title">Or save and go to question</legend>
      <ol className="steps__list">
        {numbered(progress).map(({ number, state }) => (
          <li key={number}>
            <button
              className={`steps__step steps__step--${state}`}
              type="submit"
              name="way"
              value={number}
              aria-current={number === position ? 'step' : undefined}
            >
              <span className="govuk-visually-hidden">Question </span>
              {number}
              <span className="govuk-visually-hidden">, {PROGRESS_WORDS[state]}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="steps__ways">
        <button className="steps__way" type="submit" name="way" value="hand-in">
          Check and hand in
        </button>
        <button className="steps__way" type="submit" name="way" value="stop">
          Save and stop for now
        </button>
      </p>
    </fieldset>
  );
}

function numbered(progress: readonly Progress[]) {
  return progress.map((state, index) => ({ number: index + 1, state }));
}

/** How far a question is answered, in words. */
export const PROGRESS_WORDS: Record<Progress, string> = {
  answered: 'answered',
  begun: 'answered in part',
  unanswered: 'not answered',
};
