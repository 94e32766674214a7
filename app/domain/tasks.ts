import { weightOf } from './basis-order.ts';
import { type Day, daysBetween } from './days.ts';
import { isFor, isOwn, type Waiting } from './evidence/queue.ts';
import type { StarterTask } from './induction-list/starters.ts';
import type { ReadingQuestion } from './publications/reading-questions.ts';
import { NO_NEEDS, type QuizNeeds } from './quiz/needs.ts';
import { isOpen, type MopUpFigures } from './sessions/mop-up.ts';
import type { OpenRegister } from './sessions/unfinished.ts';
import type { Standing } from './standing.ts';
import { isOfGuidance } from './task-parts.ts';
import type { CoverRule, Policy, Requirement } from './types.ts';

/** What the DSL has to do next: one list, in order, that can be emptied. */
export type Task =
  | { kind: 'overdue'; person: Named; standings: Standing[] }
  | { kind: 'cover'; rule: CoverRule; failsOn: Day; secureUntil: Day | null }
  | { kind: 'check'; person: Named; waiting: Waiting; standing: Standing | null }
  | { kind: 'due-soon'; person: Named; standings: Standing[] }
  | { kind: 'reading-question'; question: ReadingQuestion }
  | ({ kind: 'register-open' } & OpenRegister)
  | ({ kind: 'mop-up-to-begin' } & MissedList)
  | ({ kind: 'mop-up' } & MissedList)
  | { kind: 'starter'; person: Named; steps: StarterTask }
  | ({ kind: 'talk' } & QuizNeeds['talks'][number])
  | ({ kind: 'quiz-lacks' } & QuizNeeds['lacking'][number])
  | ({ kind: 'quiz-lacks-must-pass' } & QuizNeeds['lackingMustPass'][number])
  | ({ kind: 'quiz-completes-nothing' } & QuizNeeds['completingNothing'][number])
  | ({ kind: 'questions-to-check' } & QuizNeeds['toCheck'])
  | { kind: 'edition-to-confirm'; edition: EditionToConfirm }
  | { kind: 'interval'; requirement: Requirement; people: number }
  | { kind: 'left-without-day'; person: Named }
  | { kind: 'nobody-fits'; person: Named }
  | { kind: 'coming'; requirement: Requirement; on: Day }
  | { kind: 'section-review'; section: PastSection };

export type Named = { id: number; name: string };

/** A section of the offer that was to be looked at again by a day that is past. */
export type PastSection = { id: number; topic: string; title: string; reviewBy: Day };

/** An edition that is announced, whose first day in force has come. */
export type EditionToConfirm = { id: number; title: string; inForceFrom: Day };

/** The list of those who missed a session, and how it stands. */
export type MissedList = { session: { id: number; title: string }; figures: MopUpFigures };

type Known = { person: Named & { leftWithoutDay: boolean }; standings: Standing[] };
type Cover = { rule: CoverRule; failsOn: Day | null; secureUntil: Day | null };

/** Cover that fails within so many days is something to do now: a course takes that long to find. */
const COVER_NOTICE_DAYS = 90;

/**
 * Everything to do at this school on `on`: who is overdue, by the weight of what asks it and by age;
 * cover about to fail; what waits for a check; what quizzes ask for; who is due soon; sections of the
 * offer past their review; then decisions to take.
 */
export function tasksOf({
  policy,
  rows,
  covers,
  waiting = [],
  quizzes = NO_NEEDS,
  readingQuestions = [],
  openRegisters = [],
  toClose = [],
  mopUps = [],
  starters = [],
  pastSections = [],
  editionsToConfirm = [],
  on,
}: {
  policy: Policy;
  rows: Known[];
  covers: Cover[];
  /** What waits for a check; the longest waiting first. */
  waiting?: readonly Waiting[];
  quizzes?: QuizNeeds;
  /** Without an answer; the oldest first. */
  readingQuestions?: ReadingQuestion[];
  /** The oldest first. */
  openRegisters?: OpenRegister[];
  /** Those who missed a session that is over and not closed, if anybody did. */
  toClose?: MissedList[];
  /** Of sessions that are closed, done or not. */
  mopUps?: MissedList[];
  /** Whose first weeks have something late, or due this week; in their order. */
  starters?: { person: Named; steps: StarterTask }[];
  /** The longest past first. */
  pastSections?: PastSection[];
  /** The longest announced first. */
  editionsToConfirm?: EditionToConfirm[];
  on: Day;
}): Task[] {
  return [
    ...overdueTasks(rows),
    ...coverTasks(covers, on),
    ...checkTasks(waiting, rows),
    ...readingQuestions.map((question) => ({ kind: 'reading-question' as const, question })),
    ...openRegisters.map((register) => ({ kind: 'register-open' as const, ...register })),
    ...mopUpTasks('mop-up-to-begin', toClose),
    ...mopUpTasks('mop-up', mopUps),
    ...starters.map((starter) => ({ kind: 'starter' as const, ...starter })),
    ...quizTasks(quizzes),
    ...dueSoonTasks(rows),
    ...pastSections.map((section) => ({ kind: 'section-review' as const, section })),
    ...editionsToConfirm.map((edition) => ({ kind: 'edition-to-confirm' as const, edition })),
    ...intervalTasks(policy, rows),
    ...peopleTasks(rows),
    ...comingTasks(policy, on),
  ];
}

/** Whoever waits for a check is not chased: their evidence is there. */
function overdueTasks(rows: Known[]): Task[] {
  const tasks = rows.flatMap(({ person, standings }) => {
    const overdue = standings
      .filter(({ status, awaitingCheck }) => status === 'overdue' && awaitingCheck === null)
      .sort(byWeightAndAge);
    return overdue.length > 0 ? [{ kind: 'overdue' as const, person, standings: overdue }] : [];
  });
  return tasks.sort((a, b) => byWeightAndAge(a.standings[0]!, b.standings[0]!));
}

function byWeightAndAge(a: Standing, b: Standing): number {
  return heavinessOf(a) - heavinessOf(b) || compare(a.overdueSince, b.overdueSince);
}

function heavinessOf({ breaks }: Standing): number {
  return breaks === null ? Number.POSITIVE_INFINITY : weightOf(breaks);
}

function compare(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  return a !== null && (b === null || a < b) ? -1 : 1;
}

function coverTasks(covers: Cover[], on: Day): Task[] {
  return covers.flatMap(({ rule, failsOn, secureUntil }) => {
    if (failsOn === null || daysBetween(on, failsOn) > COVER_NOTICE_DAYS) return [];
    return [{ kind: 'cover' as const, rule, failsOn, secureUntil }];
  });
}

/** Each once, beside the requirement that it is for, though it may count for several. */
function checkTasks(queue: readonly Waiting[], rows: Known[]): Task[] {
  const known = new Map(rows.map(({ person, standings }) => [person.id, standings]));
  return queue.map((waiting) => {
    const { person, requirementId } = waiting;
    const standings = known.get(person.id) ?? [];
    const standing = standings.find(({ requirement }) => requirement.id === requirementId) ?? null;
    return { kind: 'check', person, waiting, standing };
  });
}

/**
 * The list as a deputy reads it: of what waits for a check only what they are meant to look at, and
 * what is their own.
 */
export function tasksOfDeputy(tasks: readonly Task[], ownIds: readonly number[]): Task[] {
  return tasks.filter(
    (task) => task.kind !== 'check' || isFor(task.waiting, ownIds) || isOwn(task.waiting, ownIds),
  );
}

/** One for each list, until everybody on it has made up for the session or need not. */
function mopUpTasks(kind: 'mop-up' | 'mop-up-to-begin', lists: readonly MissedList[]): Task[] {
  return lists.filter(({ figures }) => isOpen(figures)).map((list) => ({ kind, ...list }));
}

/** Somebody to talk with comes first, then what keeps people from taking a quiz, or it from counting. */
function quizTasks(needs: QuizNeeds): Task[] {
  const { talks, lacking, lackingMustPass, completingNothing, toCheck } = needs;
  return [
    ...talks.map((talk) => ({ kind: 'talk' as const, ...talk })),
    ...lacking.map((one) => ({ kind: 'quiz-lacks' as const, ...one })),
    ...completingNothing.map((one) => ({ kind: 'quiz-completes-nothing' as const, ...one })),
    ...lackingMustPass.map((one) => ({ kind: 'quiz-lacks-must-pass' as const, ...one })),
    ...(toCheck.count > 0 ? [{ kind: 'questions-to-check' as const, ...toCheck }] : []),
  ];
}

function dueSoonTasks(rows: Known[]): Task[] {
  const tasks = rows.flatMap(({ person, standings }) => {
    const due = standings
      .filter(({ status, asked, awaitingCheck }) => {
        return status === 'due-soon' && asked && awaitingCheck === null;
      })
      .sort((a, b) => compare(a.dueOn, b.dueOn));
    return due.length > 0 ? [{ kind: 'due-soon' as const, person, standings: due }] : [];
  });
  return tasks.sort((a, b) => compare(a.standings[0]!.dueOn, b.standings[0]!.dueOn));
}

/** One decision for each requirement that is asked of somebody by a line with no interval. */
function intervalTasks(policy: Policy, rows: Known[]): Task[] {
  const people = new Map<number, number>();
  for (const standing of rows.flatMap(({ standings }) => standings)) {
    if (!standing.lines.some(({ cycle }) => cycle.kind === 'not-stated')) continue;
    const { id } = standing.requirement;
    people.set(id, (people.get(id) ?? 0) + 1);
  }
  return policy.requirements.flatMap((requirement) => {
    const asked = people.get(requirement.id);
    return asked ? [{ kind: 'interval' as const, requirement, people: asked }] : [];
  });
}

function peopleTasks(rows: Known[]): Task[] {
  const left = rows
    .filter(({ person }) => person.leftWithoutDay)
    .map(({ person }) => ({ kind: 'left-without-day' as const, person }));
  const unfit = rows
    .filter(({ standings }) => standings.every(({ status }) => status === 'not-required'))
    .map(({ person }) => ({ kind: 'nobody-fits' as const, person }));
  return [...left, ...unfit];
}

function comingTasks(policy: Policy, on: Day): Task[] {
  return policy.requirements.flatMap((requirement) => {
    const begins = requirement.versions[0]?.startsOn;
    if (begins === undefined || begins <= on) return [];
    return [{ kind: 'coming' as const, requirement, on: begins }];
  });
}

/** How many people are overdue, as every page counts them: those who wait for a check too. */
export type OverdueFigures = {
  people: number;
  overdue: number;
  /** Of the overdue: for something that law or statutory guidance asks. */
  byGuidance: number;
  /** Of the overdue: what they handed in waits, and nothing else is overdue. */
  onlyWaiting: number;
};

/** Counts the overdue among these people, each once. */
export function overdueFigures(rows: Known[]): OverdueFigures {
  const overdue = rows
    .map(({ standings }) => standings.filter(({ status }) => status === 'overdue'))
    .filter(({ length }) => length > 0);
  return {
    people: rows.length,
    overdue: overdue.length,
    byGuidance: overdue.filter((own) => own.some(isOfGuidance)).length,
    onlyWaiting: overdue.filter((own) => own.every(({ awaitingCheck }) => awaitingCheck)).length,
  };
}
