import type { ArrangedShown } from '#app/domain/sessions/arranged.ts';
import { withStop } from '#app/domain/words.ts';
import { ButtonLink } from './button.tsx';

/** What is arranged for somebody who missed a session, on their own page. */
export function Arranged({ arranged }: { arranged: readonly ArrangedShown[] }) {
  if (arranged.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">
        Arranged for you <span className="part__count">{arranged.length}</span>
      </h2>
      {arranged.map((one) => (
        <div className="line" key={one.sessionId}>
          <h3 className="line__name">{one.title}</h3>
          <p className="line__sentence">You missed it. {one.missing}.</p>
          <What one={one} />
        </div>
      ))}
    </section>
  );
}

function What({ one }: { one: ArrangedShown }) {
  if (one.kind === 'later-sitting') {
    return <p className="line__help">You come to the sitting of {one.when}.</p>;
  }
  if (one.kind === 'one-to-one') {
    return <p className="line__help">{one.withWhom} goes through it with you, one to one.</p>;
  }
  return (
    <>
      <p className="line__help">
        Watch the recording, then pass the quiz “{one.quiz.title}”. That completes it at once.
      </p>
      <p className="line__act no-print">
        <ButtonLink href={`/my/quizzes/${one.quiz.id}`} isSmall>
          Take the quiz<span className="govuk-visually-hidden"> on {one.title}</span>
        </ButtonLink>
        <a className="govuk-link" href={one.link} rel="noreferrer noopener">
          Watch the recording<span className="govuk-visually-hidden"> of {one.title}</span>
        </a>
      </p>
    </>
  );
}

type MissedProps = {
  sessions: readonly { id: number; title: string; says: string | null; missing: string }[];
};

/** The sessions that somebody missed and what became of them, on their page as leads read it. */
export function MissedSessions({ sessions }: MissedProps) {
  if (sessions.length === 0) return null;
  return (
    <section className="part">
      <h2 className="part__title">Sessions missed</h2>
      <ul className="quiet">
        {sessions.map(({ id, title, says, missing }) => (
          <li className="quiet__row" key={id}>
            <h3 className="quiet__name">
              <a href={`/dsl/sessions/${id}/mop-up`}>{title}</a>
            </h3>
            <p className="quiet__sentence">
              {missing ? `${missing}. ` : ''}
              {says ? withStop(says) : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
