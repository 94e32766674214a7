import { type Day, inWords } from './days.ts';
import { checkersInWords, WIDENED_WORDS } from './evidence/checkers.ts';
import { isOwn, queueSentence, type Waiting, waitInWords } from './evidence/queue.ts';
import { starterTaskWords } from './induction-list/starters.ts';
import { nameApart } from './names-apart.ts';
import { askedInWords } from './publications/reading-questions.ts';
import {
  completesNothingWords,
  lacksMustPassWords,
  lacksWords,
  toCheckWords,
} from './quiz/needs-words.ts';
import { failedWords } from './quiz/year-words.ts';
import { sentenceOf } from './sentence.ts';
import { openWords, toBeginWords } from './sessions/mop-up-words.ts';
import { openRegisterWords } from './sessions/session-words.ts';
import type { Standing } from './standing.ts';
import type { Named, OverdueFigures, PastSection, Task } from './tasks.ts';
import type { Policy, Status } from './types.ts';
import { counted } from './words.ts';

/** The first sentences of the list: the computed answer to "what is there to do?" */
export function answerOf(tasks: readonly Task[], figures: OverdueFigures, on: Day): string {
  const sentences = [overdueSentence(figures), coverSentence(tasks, on), checkSentence(tasks, on)];
  const said = sentences.filter((sentence) => sentence !== null);
  if (said.length > 0) return said.join(' ');
  const soon = tasks.filter(({ kind }) => kind === 'due-soon').length;
  return soon > 0
    ? `Nobody is overdue. ${shareOf(soon, figures.people)} due soon.`
    : 'Nobody is overdue or due soon.';
}

function overdueSentence({ people, overdue, byGuidance, onlyWaiting }: OverdueFigures) {
  if (overdue === 0) return null;
  const all = `${shareOf(overdue, people)} overdue`;
  if (byGuidance === 0)
    return `${all} for something that the school asks${waits(overdue, onlyWaiting)}.`;
  const what = 'for something that law or statutory guidance asks';
  if (byGuidance === overdue) return `${all} ${what}${waits(overdue, onlyWaiting)}.`;
  return `${all}, ${byGuidance} of them ${what}${waits(overdue, onlyWaiting)}.`;
}

/** They stand under what waits for a check, and among nobody who is chased. */
function waits(overdue: number, onlyWaiting: number): string {
  if (onlyWaiting === 0) return '';
  if (onlyWaiting === overdue) return ', with everything handed in and waiting for a check';
  return `; ${onlyWaiting} of the ${overdue} only ${onlyWaiting === 1 ? 'waits' : 'wait'} for a check`;
}

/** "1 of 43 people is", "9 of 43 people are". */
function shareOf(n: number, people: number): string {
  return `${n} of ${counted(people, 'person', 'people')} ${n === 1 ? 'is' : 'are'}`;
}

function coverSentence(tasks: readonly Task[], on: Day): string | null {
  const [cover] = tasks.filter((task) => task.kind === 'cover');
  if (!cover) return null;
  return cover.failsOn <= on
    ? `${cover.rule.name} fails today.`
    : `${cover.rule.name} fails on ${inWords(cover.failsOn)}.`;
}

function checkSentence(tasks: readonly Task[], on: Day): string | null {
  return queueSentence(
    tasks.flatMap((task) => (task.kind === 'check' ? [task.waiting] : [])),
    on,
  );
}

/** One thing that somebody owes, or that waits. */
export type ThingShown = {
  requirementId: number;
  name: string;
  status: Status;
  sentence: string;
  bookedOn: Day | null;
};

/** What there is to do about a quiz itself. */
type QuizTask = 'quiz-lacks' | 'quiz-lacks-must-pass' | 'quiz-completes-nothing';

/** What waits for a check: how long, who is meant to look, and why not the lead alone. */
type CheckShown = {
  kind: 'check';
  person: Named;
  completionId: number;
  requirement: string;
  /** "for 3 school days". */
  wait: string;
  checkers: string;
  widened: string | null;
  isOwn: boolean;
  things: ThingShown[];
};

/** A task as a page shows it. */
export type TaskShown =
  | { kind: 'overdue' | 'due-soon'; person: Named; things: ThingShown[] }
  | CheckShown
  | { kind: 'cover'; name: string; failsOn: Day; secureUntil: Day | null }
  | { kind: 'reading-question'; questionId: number; person: Named; asked: string; isOwn: boolean }
  | { kind: 'register-open'; sessionId: number; sittingId: number; title: string; words: string }
  | { kind: 'mop-up-to-begin'; sessionId: number; words: string }
  | { kind: 'mop-up'; sessionId: number; title: string; open: string }
  | { kind: 'starter'; person: Named; words: string }
  | { kind: 'talk'; person: Named; quizId: number; failed: string; isOwn: boolean }
  | { kind: QuizTask; quizId: number; title: string; words: string }
  | { kind: 'questions-to-check'; words: string }
  | { kind: 'edition-to-confirm'; editionId: number; title: string; words: string }
  | { kind: 'interval'; id: number; name: string; people: number }
  | { kind: 'left-without-day' | 'nobody-fits'; person: Named }
  | { kind: 'coming'; id: number; name: string; on: Day }
  | ({ kind: 'section-review' } & PastSection);

type Reader = {
  policy: Policy;
  on: Day;
  /** The records that the reader's account opens: nobody checks their own. */
  ownIds: readonly number[];
  /** What is added to names that several people have. */
  apart: ReadonlyMap<number, string>;
};

/** A task with its words, to be made only for those that are shown. */
export function taskShown(task: Task, reader: Reader): TaskShown {
  const { policy, ownIds, apart } = reader;
  const thing = (standing: Standing) => thingShown(policy, standing);
  // A person as known to a page has more to them than a page may send on.
  const named = ({ id, name }: Named) => ({ id, name: nameApart(name, apart.get(id)) });
  switch (task.kind) {
    case 'overdue':
    case 'due-soon':
      return { kind: task.kind, person: named(task.person), things: task.standings.map(thing) };
    case 'check':
      return {
        ...checkShown(task.waiting, reader),
        person: named(task.person),
        things: task.standing ? [thing(task.standing)] : [],
      };
    case 'reading-question': {
      const { id, person } = task.question;
      return {
        kind: task.kind,
        questionId: id,
        person: named(person),
        asked: askedInWords(task.question),
        isOwn: ownIds.includes(person.id),
      };
    }
    case 'register-open': {
      const { session, sitting, wasFinal } = task;
      const title = `The register of ${session.title}, ${inWords(sitting.heldOn)}`;
      const ids = { sessionId: session.id, sittingId: sitting.id };
      return { kind: task.kind, ...ids, title, words: openRegisterWords(wasFinal) };
    }
    case 'mop-up-to-begin': {
      const { session, figures } = task;
      const words = toBeginWords(session.title, figures);
      return { kind: task.kind, sessionId: session.id, words };
    }
    case 'mop-up': {
      const { session, figures } = task;
      const open = openWords(figures);
      return { kind: task.kind, sessionId: session.id, title: session.title, open };
    }
    case 'starter':
      return {
        kind: task.kind,
        person: named(task.person),
        words: starterTaskWords(task.steps),
      };
    case 'talk':
      return {
        kind: task.kind,
        person: named(task.person),
        quizId: task.quiz.id,
        failed: failedWords(task.quiz.title, task),
        isOwn: ownIds.includes(task.person.id),
      };
    case 'quiz-lacks':
      return { kind: task.kind, ...quizShown(task.quiz), words: lacksWords(task.topics) };
    case 'quiz-lacks-must-pass':
      return { kind: task.kind, ...quizShown(task.quiz), words: lacksMustPassWords(task) };
    case 'quiz-completes-nothing':
      return { kind: task.kind, ...quizShown(task.quiz), words: completesNothingWords(task) };
    case 'questions-to-check':
      return { kind: task.kind, words: toCheckWords(task) };
    case 'cover': {
      const { rule, failsOn, secureUntil } = task;
      return { kind: task.kind, name: rule.name, failsOn, secureUntil };
    }
    case 'edition-to-confirm': {
      const { id, title, inForceFrom } = task.edition;
      const words = `announced since ${inWords(inForceFrom)}: confirm it when you have it`;
      return { kind: task.kind, editionId: id, title, words };
    }
    case 'interval': {
      const { id, name } = task.requirement;
      return { kind: task.kind, id, name, people: task.people };
    }
    case 'coming': {
      const { id, name } = task.requirement;
      return { kind: task.kind, id, name, on: task.on };
    }
    case 'section-review':
      return { kind: task.kind, ...task.section };
    default:
      return { kind: task.kind, person: named(task.person) };
  }
}

function checkShown(waiting: Waiting, { on, ownIds }: Reader): CheckShown {
  const { completionId, requirement, person, checkers } = waiting;
  return {
    kind: 'check',
    person,
    completionId,
    requirement,
    wait: waitInWords(waiting, on),
    checkers: checkersInWords(checkers),
    widened: checkers.because && WIDENED_WORDS[checkers.because],
    isOwn: isOwn(waiting, ownIds),
    things: [],
  };
}

function quizShown({ id: quizId, title }: { id: number; title: string }) {
  return { quizId, title };
}

function thingShown(policy: Policy, standing: Standing): ThingShown {
  return {
    requirementId: standing.requirement.id,
    name: standing.requirement.name,
    status: standing.status,
    sentence: sentenceOf(policy, standing),
    bookedOn: standing.booked?.on ?? null,
  };
}
