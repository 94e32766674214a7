import type { Start } from '#app/domain/quiz/retry.ts';
import type { Cited } from '#app/domain/quiz/review.ts';
import { ButtonGroup, ButtonLink } from './button.tsx';
import { InsetText } from './content.tsx';

type Next = {
  kind: 'counts' | 'practice';
  hasPassed: boolean;
  certificateHref: string | null;
  /** Null where the quiz is no longer theirs. */
  quizHref: string | null;
  start: Start | null;
  /** Set where a lead is asked to talk with them. */
  failsToTalkOf: number | null;
};

type AttemptNextProps = { next: Next; readFirst: readonly Cited[]; leads: string };

/** What to do with a result. */
export function AttemptNext({ next, readFirst, leads }: AttemptNextProps) {
  const { kind, hasPassed, failsToTalkOf } = next;
  const isFail = kind === 'counts' && !hasPassed;
  return (
    <>
      <ReadFirst sections={readFirst} />
      {isFail && failsToTalkOf !== null ? (
        <InsetText>
          You have tried {failsToTalkOf} times without passing, so somebody is asked to have a word
          with you: {leads}. It is to help, and you can go on trying meanwhile.
        </InsetText>
      ) : null}
      {isFail && next.start?.isAllowed === false ? (
        <p className="govuk-body">{next.start.because}</p>
      ) : null}
      <Ways next={next} isFail={isFail} />
    </>
  );
}

function ReadFirst({ sections }: { sections: readonly Cited[] }) {
  if (sections.length === 0) return null;
  return (
    <section className="read-first">
      <h2>What to read first</h2>
      <ul>
        {sections.map(({ topic, title }) => (
          <li key={topic}>
            <a className="govuk-link" href={`/offer/${topic}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ next, isFail }: { next: Next; isFail: boolean }) {
  const { kind, certificateHref, quizHref, start } = next;
  const isAgain = quizHref !== null && start?.isAllowed === true && (isFail || kind === 'practice');
  if (!isAgain && certificateHref === null) return null;
  return (
    <ButtonGroup>
      {certificateHref === null ? null : (
        <ButtonLink href={certificateHref}>See the certificate</ButtonLink>
      )}
      {isAgain ? (
        <ButtonLink href={quizHref}>{isFail ? 'Try again' : 'Take the quiz'}</ButtonLink>
      ) : null}
    </ButtonGroup>
  );
}
