import { inWords } from '#app/domain/days.ts';
import type { ReadingQuestion } from '#app/domain/publications/reading-questions.ts';
import type { ReadingThing } from '#app/domain/publications/reading-thing.ts';
import { listed } from '#app/domain/words.ts';
import { ButtonLink } from './button.tsx';
import { Notification } from './content.tsx';

type ReadItProps = { thing: { name: string; reading: ReadingThing | null } };

/** What changed, the parts that are theirs, and the one button that leads to declaring them. */
export function ReadIt({ thing: { reading } }: ReadItProps) {
  if (reading === null) return null;
  const { title, whatChanged, parts, href } = reading;
  return (
    <>
      {whatChanged ? (
        <p className="line__help">
          <strong>New in {title}:</strong> {whatChanged}
        </p>
      ) : null}
      <p className="line__help">
        <strong>Yours to read:</strong> {parts}.
      </p>
      <p className="line__act no-print">
        <ButtonLink href={href}>
          Read and say so<span className="govuk-visually-hidden">: {title}</span>
        </ButtonLink>
      </p>
      <Coming reading={reading} />
    </>
  );
}

/** Of what is declared: parts that a new role added, what is coming, and the way back to it. */
export function ReadAgain({ thing: { reading } }: ReadItProps) {
  if (reading === null) return null;
  const { title, href, left } = reading;
  return (
    <>
      {left.length > 0 ? (
        <p className="line__help">
          {listed(left)} of {title} {left.length === 1 ? 'is' : 'are'} yours since you declared it.
        </p>
      ) : null}
      <p className="line__act no-print">
        {left.length > 0 ? (
          <ButtonLink href={href} isSmall>
            Read and say so<span className="govuk-visually-hidden">: {title}</span>
          </ButtonLink>
        ) : (
          <a className="govuk-link" href={href}>
            See {title} and what you declared
          </a>
        )}
      </p>
      <Coming reading={reading} />
    </>
  );
}

function Coming({ reading: { coming } }: { reading: ReadingThing }) {
  if (coming === null) return null;
  return (
    <p className="line__help">
      <a className="govuk-link" href={coming.href}>
        {coming.title}
      </a>
      : {coming.words}
    </p>
  );
}

/** Answers that are news to who asked. */
export function AnswersTold({ questions }: { questions: readonly ReadingQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <Notification kind="important">
      {questions.map(({ id, editionId, edition, answer }) => (
        <p key={id}>
          Your question about {edition} was answered
          {answer ? ` on ${inWords(answer.on)}` : ''}.{' '}
          <a className="govuk-link" href={`/my/read/${editionId}#questions`}>
            Read the answer<span className="govuk-visually-hidden"> about {edition}</span>
          </a>
        </p>
      ))}
    </Notification>
  );
}
