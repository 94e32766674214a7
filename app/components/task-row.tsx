import type { ReactNode } from 'react';
import { inWords } from '#app/domain/days.ts';
import type { TaskShown, ThingShown } from '#app/domain/task-words.ts';
import { counted } from '#app/domain/words.ts';
import { editionPath } from './edition-lists.tsx';
import { Mark, StatusTag } from './status.tsx';

type TaskRowProps = {
  task: TaskShown;
  mayRecord: boolean;
  mayCheck: boolean;
  mayChangeOffer: boolean;
};
type Of<Kind extends TaskShown['kind']> = TaskShown & { kind: Kind };

/** Tells tasks of one part apart. */
export function keyOf(task: TaskShown): string {
  if (task.kind === 'check') return `check ${task.completionId}`;
  if (task.kind === 'reading-question') return `reading-question ${task.questionId}`;
  if (task.kind === 'edition-to-confirm') return `edition ${task.editionId}`;
  if (task.kind === 'register-open') return `register ${task.sittingId}`;
  if (task.kind === 'mop-up' || task.kind === 'mop-up-to-begin')
    return `${task.kind} ${task.sessionId}`;
  if (task.kind === 'talk') return `talk ${task.quizId} ${task.person.id}`;
  if ('words' in task && 'quizId' in task) return `${task.kind} ${task.quizId}`;
  if (task.kind === 'questions-to-check') return task.kind;
  if (task.kind === 'section-review') return `section ${task.id}`;
  if ('person' in task) return `${task.kind} ${task.person.id}`;
  return `${task.kind} ${task.name}`;
}

/** One thing to do: whom or what it is about, why, and the links that do it. */
export function TaskRow({ task, mayRecord, mayCheck, mayChangeOffer }: TaskRowProps) {
  switch (task.kind) {
    case 'overdue':
    case 'due-soon':
      return <Owing task={task} mayRecord={mayRecord} />;
    case 'check':
      return <Waiting task={task} mayCheck={mayCheck} />;
    case 'reading-question':
      return <ReadingQuestionAsked task={task} />;
    case 'register-open':
      return (
        <Row
          href={`/dsl/sessions/${task.sessionId}/sittings/${task.sittingId}`}
          title={task.title}
          what={task.words}
        />
      );
    case 'mop-up-to-begin':
      return <Row href={`/dsl/sessions/${task.sessionId}/mop-up`} title={task.words} />;
    case 'mop-up':
      return (
        <Row href={`/dsl/sessions/${task.sessionId}/mop-up`} title={task.title} what={task.open} />
      );
    case 'starter':
      return (
        <Row href={`/dsl/starters/${task.person.id}`} title={task.person.name} what={task.words} />
      );
    case 'talk':
      return <TalkDue task={task} />;
    case 'quiz-lacks':
      return (
        <Row href={quizAt(task.quizId)} title={task.title} what="lacks questions">
          <p className="todo__text">{task.words} Add questions, or confirm those that wait.</p>
        </Row>
      );
    case 'quiz-lacks-must-pass':
      return (
        <Row href={quizAt(task.quizId)} title={task.title} what="lacks must-pass questions">
          <p className="todo__text">
            {task.words} Mark questions as must-pass, confirm those that wait, or ask for fewer.
          </p>
        </Row>
      );
    case 'quiz-completes-nothing':
      return (
        <Row href={quizAt(task.quizId)} title={task.title} what="completes nothing">
          <p className="todo__text">
            {task.words} Choose what a pass completes instead, or nothing.
          </p>
        </Row>
      );
    case 'questions-to-check':
      return <Row href="/dsl/questions?state=check-me" title={task.words} />;
    case 'cover':
      return <Cover task={task} />;
    case 'edition-to-confirm':
      return <Row href={editionPath(task.editionId)} title={task.title} what={task.words} />;
    case 'interval':
      return <Interval task={task} />;
    case 'coming':
      return (
        <Row href={requirementAt(task.id)} title={task.name} what={`from ${inWords(task.on)}`} />
      );
    case 'section-review':
      return <PastSection task={task} mayChange={mayChangeOffer} />;
    default:
      return <Unclear task={task} />;
  }
}

function Owing({ task: { person, things }, mayRecord }: OwingProps) {
  const home = `/dsl/people/${person.id}`;
  const actions = mayRecord ? (
    <>
      <a href={`${home}/chase`}>
        Chase<Hidden> {person.name}</Hidden>
      </a>
      <a href={`${home}/record?requirement=${things[0]?.requirementId ?? ''}`}>
        Record<Hidden> a completion for {person.name}</Hidden>
      </a>
    </>
  ) : null;
  return (
    <Row href={home} title={person.name} actions={actions}>
      <Things things={things} />
    </Row>
  );
}

type OwingProps = { task: Of<'overdue' | 'due-soon'>; mayRecord: boolean };

function Waiting({ task, mayCheck }: { task: Of<'check'>; mayCheck: boolean }) {
  const { person, requirement, wait, checkers, widened, isOwn } = task;
  const actions =
    mayCheck && !isOwn ? (
      <a href={`/dsl/checks/${task.completionId}`}>
        Check
        <Hidden>
          {' '}
          what {person.name} handed in for {requirement}
        </Hidden>
      </a>
    ) : null;
  return (
    <Row
      href={`/dsl/people/${person.id}`}
      title={person.name}
      what={`${requirement}, waits ${wait}`}
      actions={actions}
    >
      <Things things={task.things} hasStatus />
      {widened ? (
        <p className="todo__text">
          {isOwn ? 'This is your own. ' : ''}
          {widened}: {checkers}.
        </p>
      ) : null}
      {isOwn && !widened ? (
        <p className="todo__text">This is your own: {checkers} looks at it.</p>
      ) : null}
    </Row>
  );
}

function ReadingQuestionAsked({ task }: { task: Of<'reading-question'> }) {
  const { questionId, person, asked, isOwn } = task;
  return (
    <Row href={`/dsl/publications/questions/${questionId}`} title={person.name} what={asked}>
      {isOwn ? (
        <p className="todo__text">
          This is your own: another lead answers it, or the headteacher where there is none.
        </p>
      ) : null}
    </Row>
  );
}

function TalkDue({ task: { person, quizId, failed, isOwn } }: { task: Of<'talk'> }) {
  return (
    <Row href={quizAt(quizId)} title={person.name} what={`${failed}: talk with them`}>
      {isOwn ? (
        <p className="todo__text">This is your own: a deputy or another lead talks with you.</p>
      ) : null}
    </Row>
  );
}

function Cover({ task }: { task: Of<'cover'> }) {
  return (
    <Row title={task.name} what={`fails on ${inWords(task.failsOn)}`}>
      <p className="todo__text">
        {task.secureUntil ? `Secure until ${inWords(task.secureUntil)}. ` : 'It fails already. '}
        Book or record training for whoever holds these roles, or appoint somebody who is in date.
      </p>
    </Row>
  );
}

function Interval({ task }: { task: Of<'interval'> }) {
  const asked = `how often? Asked of ${counted(task.people, 'person', 'people')}`;
  return <Row href={requirementAt(task.id)} title={task.name} what={asked} />;
}

function PastSection({ task, mayChange }: { task: Of<'section-review'>; mayChange: boolean }) {
  const { id, topic, title, reviewBy } = task;
  const actions = mayChange ? (
    <a href={`/dsl/offer/${id}`}>
      Look at it again<Hidden>: {title}</Hidden>
    </a>
  ) : null;
  const what = `past its review since ${inWords(reviewBy)}`;
  return <Row href={`/offer/${topic}`} title={title} what={what} actions={actions} />;
}

function Unclear({ task }: { task: Of<'left-without-day' | 'nobody-fits'> }) {
  const left = task.kind === 'left-without-day';
  return (
    <Row
      href={`/dsl/people/${task.person.id}`}
      title={task.person.name}
      what={left ? 'left, with no last day' : 'nothing is asked of them'}
    >
      <p className="todo__text">
        {left
          ? 'They count until an administrator enters their last day.'
          : 'No requirement is for anybody with their appointments. Check the appointments, or who the requirements are for.'}
      </p>
    </Row>
  );
}

type RowProps = {
  title: string;
  href?: string;
  what?: string;
  actions?: ReactNode;
  children?: ReactNode;
};

function Row({ title, href, what, actions, children }: RowProps) {
  return (
    <>
      <div className="todo__what">
        <h3 className="todo__head">
          {href ? <a href={href}>{title}</a> : title}
          {what ? <span className="todo__rest"> {what}</span> : null}
        </h3>
        {children}
      </div>
      {actions ? <p className="todo__actions no-print">{actions}</p> : null}
    </>
  );
}

/** `hasStatus`: where the part's heading does not say it for all. */
function Things({ things, hasStatus }: { things: readonly ThingShown[]; hasStatus?: boolean }) {
  return (
    <ul className="todo__things">
      {things.map((thing) => (
        <li key={thing.requirementId}>
          <strong>{thing.name}.</strong> {hasStatus ? <StatusTag status={thing.status} /> : null}{' '}
          {thing.sentence} {thing.bookedOn ? <Mark kind="booked" day={thing.bookedOn} /> : null}
        </li>
      ))}
    </ul>
  );
}

function quizAt(id: number): string {
  return `/dsl/quizzes/${id}`;
}

function requirementAt(id: number): string {
  return `/dsl/requirements/${id}`;
}

function Hidden({ children }: { children: ReactNode }) {
  return <span className="govuk-visually-hidden">{children}</span>;
}
