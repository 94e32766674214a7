import type { Taking } from '#app/domain/quiz/own-quizzes.ts';
import type { Status } from '#app/domain/types.ts';
import { counted, listed } from '#app/domain/words.ts';
import { Button, ButtonGroup, ButtonLink } from './button.tsx';
import { InsetText } from './content.tsx';
import { StatusTag } from './status.tsx';

type AttemptStartProps = {
  quiz: {
    about: string;
    length: number;
    passMark: number;
    hasMustPass: boolean;
    topics: readonly { label: string; count: number }[];
    allowsPractice: boolean;
  };
  completes: { name: string; status: Status; sentence: string } | null;
  taking: Taking;
};

/** What somebody is told before they begin: how much it is, what it takes, what it does for them. */
export function AttemptStart({ quiz, completes, taking }: AttemptStartProps) {
  const { about, length, passMark, hasMustPass, topics } = quiz;
  return (
    <>
      <p className="attempt__about">{about}</p>
      <ul>
        <li>
          {counted(length, 'question', 'questions')}, one on a page: {topicsInWords(topics)}.
        </li>
        <li>{counted(passMark, 'right answer passes', 'right answers pass')}.</li>
        {hasMustPass ? (
          <li>
            Some questions may be about what must never go wrong, such as whom to tell. They say so,
            and each of them has to be right, whatever the score.
          </li>
        ) : null}
        <li>
          Each answer is kept as you give it. You can stop and go on later, on another device too.
        </li>
        <li>You see what was right, and why, when you have handed it in.</li>
      </ul>
      {completes ? (
        <InsetText>
          <p>
            A pass counts for <strong>{completes.name}</strong>, at once.{' '}
            <StatusTag status={completes.status} />
          </p>
          <p className="soft">{completes.sentence}</p>
        </InsetText>
      ) : (
        <InsetText>
          <p>It completes nothing that is asked of you. You get a certificate.</p>
        </InsetText>
      )}
      {taking.last ? <p className="govuk-body">{taking.last}.</p> : null}
      <StartForm allowsPractice={quiz.allowsPractice} taking={taking} />
    </>
  );
}

function StartForm({ allowsPractice, taking }: { allowsPractice: boolean; taking: Taking }) {
  const { start, openId, outdated } = taking;
  const toGoOn = outdated === null ? openId : null;
  return (
    <form method="post" noValidate>
      <BegunBefore taking={taking} />
      {toGoOn === null && !start.isAllowed ? <p className="govuk-body">{start.because}</p> : null}
      <ButtonGroup id="kind">
        {toGoOn === null ? null : (
          <ButtonLink href={`/my/quizzes/attempts/${toGoOn}`}>Go on with the quiz</ButtonLink>
        )}
        {toGoOn === null && start.isAllowed ? (
          <Button name="kind" value="counts">
            Start the quiz
          </Button>
        ) : null}
        {allowsPractice ? (
          <Button name="kind" value="practice" kind="secondary">
            {practiceLabel(taking)}
          </Button>
        ) : null}
      </ButtonGroup>
      {allowsPractice ? (
        <p className="soft small">
          Practice has other questions where there are enough, counts for nothing, and nobody but
          you sees how it went.
        </p>
      ) : null}
    </form>
  );
}

/** What was begun, and what becomes of it: as practice it can still be handed in, and is by a new start. */
function BegunBefore({ taking: { outdated, openId, start } }: { taking: Taking }) {
  if (outdated === null) return null;
  return (
    <InsetText>
      <p>{outdated}</p>
      <p className="soft">
        {start.isAllowed ? 'Starting the quiz hands in what you have begun. ' : null}
        <a className="govuk-link" href={`/my/quizzes/attempts/${openId}`}>
          Go on with it as practice
        </a>
      </p>
    </InsetText>
  );
}

function practiceLabel({ openPracticeId, last }: Taking): string {
  if (openPracticeId !== null) return 'Go on practising';
  return last === null ? 'Practise first' : 'Practise';
}

/** "2 on Whom to tell and 3 on Prevent". */
function topicsInWords(topics: readonly { label: string; count: number }[]): string {
  return listed(topics.map(({ label, count }) => `${count} on ${label}`));
}
