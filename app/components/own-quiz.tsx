import type { Taking } from '#app/domain/quiz/own-quizzes.ts';
import type { Status } from '#app/domain/types.ts';
import { counted } from '#app/domain/words.ts';
import { ButtonLink } from './button.tsx';
import { StatusTag } from './status.tsx';

export type OwnQuiz = {
  id: number;
  title: string;
  about: string;
  length: number;
  passMark: number;
  allowsPractice: boolean;
  taking: Taking;
  /** The requirement that a pass completes, as it stands; null: none. */
  completes: { name: string; status: Status; sentence: string } | null;
  isDue: boolean;
};

/** One quiz of somebody's: what it is, what it does for them, how it went, and how to take it. */
export function OwnQuizCard({ quiz }: { quiz: OwnQuiz }) {
  const { id, title, about, length, passMark, taking, completes, isDue } = quiz;
  return (
    <section className={isDue ? 'quiz-card quiz-card--due' : 'quiz-card'} id={`quiz-${id}`}>
      <h2 className="quiz-card__title">{title}</h2>
      <p className="quiz-card__about">{about}</p>
      <p className="quiz-card__facts">
        {counted(length, 'question', 'questions')}, {passMark} right to pass
      </p>
      {completes ? <Completes {...completes} /> : null}
      {taking.last ? (
        <p className="quiz-card__last">
          {taking.last}
          {taking.passedId ? <Certificate title={title} attemptId={taking.passedId} /> : null}
        </p>
      ) : null}
      <Ways quiz={quiz} />
    </section>
  );
}

/** What a pass completes, and how that stands today. */
function Completes({ name, status, sentence }: NonNullable<OwnQuiz['completes']>) {
  return (
    <div className="quiz-card__completes">
      <p>
        A pass counts for <strong>{name}</strong>. <StatusTag status={status} />
      </p>
      <p className="soft">{sentence}</p>
    </div>
  );
}

function Certificate({ title, attemptId }: { title: string; attemptId: number }) {
  return (
    <>
      {' '}
      <a className="govuk-link" href={`/my/quizzes/attempts/${attemptId}/certificate`}>
        Certificate<span className="govuk-visually-hidden"> for {title}</span>
      </a>
    </>
  );
}

/** Going on comes before beginning; who may not begin yet is told from when. */
function Ways({ quiz }: { quiz: OwnQuiz }) {
  const { id, title, isDue, allowsPractice, taking } = quiz;
  const { start, outdated, openPracticeId } = taking;
  const openId = outdated === null ? taking.openId : null;
  const of = <span className="govuk-visually-hidden">: {title}</span>;
  const kind = isDue || openId !== null ? 'primary' : 'secondary';
  const canBegin = start.isAllowed || openId !== null;
  return (
    <>
      {outdated === null ? null : <p className="quiz-card__wait">{outdated}</p>}
      {canBegin ? null : <p className="quiz-card__wait">{start.because}</p>}
      <p className="quiz-card__ways">
        {openId !== null ? (
          <ButtonLink href={`/my/quizzes/attempts/${openId}`} kind={kind} isSmall>
            Go on with it{of}
          </ButtonLink>
        ) : null}
        {openId === null && start.isAllowed ? (
          <ButtonLink href={`/my/quizzes/${id}`} kind={kind} isSmall>
            {taking.last ? 'Take it again' : 'Take the quiz'}
            {of}
          </ButtonLink>
        ) : null}
        {allowsPractice ? (
          <a
            className="govuk-link"
            href={
              openPracticeId === null
                ? `/my/quizzes/${id}`
                : `/my/quizzes/attempts/${openPracticeId}`
            }
          >
            {openPracticeId === null ? 'Practise' : 'Go on practising'}
            {of}
          </a>
        ) : null}
      </p>
    </>
  );
}
