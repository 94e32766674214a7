import type { Progress } from '#app/domain/quiz/shown.ts';
import { PROGRESS_WORDS } from './attempt-progress.tsx';
import { Button, ButtonGroup, ButtonLink } from './button.tsx';

type AttemptHandInProps = {
  questions: readonly { position: number; text: string; progress: Progress }[];
  address: string;
  /** Good for one submission of this attempt: sent twice, it is handed in once. */
  token: string;
  isPractice: boolean;
};

/** Which questions are answered, each with the way back to it; then the button that ends it. */
export function AttemptHandIn({ questions, address, token, isPractice }: AttemptHandInProps) {
  return (
    <>
      <ol className="quiet check">
        {questions.map(({ position, text, progress }) => (
          <li className="quiet__row check__row" key={position}>
            <p className="check__text">
              <a className="govuk-link" href={`${address}/${position}`}>
                Question {position}
              </a>{' '}
              <span className={`check__state check__state--${progress}`}>
                {PROGRESS_WORDS[progress]}
              </span>
            </p>
            <p className="quiet__sentence">{text}</p>
          </li>
        ))}
      </ol>
      <form method="post" noValidate>
        <input type="hidden" name="token" value={token} />
        <p className="govuk-body">
          {isPractice
            ? 'After this you see what was right, and why. It counts for nothing.'
            : 'After this nothing can be changed, and you see what was right, and why.'}
        </p>
        <ButtonGroup id="token">
          <Button>Hand in</Button>
          <ButtonLink href={`${address}/${questions.length}`} kind="secondary">
            Back
          </ButtonLink>
        </ButtonGroup>
      </form>
    </>
  );
}
