import type { Standing } from './standing.ts';
import type { Task } from './tasks.ts';

/** The parts of what there is to do, in their order: the most pressing first. */
export const TASK_PARTS = [
  'guidance',
  'school',
  'cover',
  'check',
  'reading',
  'register',
  'mop-up',
  'starter',
  'quizzes',
  'due-soon',
  'offer',
  'decide',
  'coming',
] as const;
export type TaskPart = (typeof TASK_PARTS)[number];

export const PART_TITLES: Record<TaskPart, string> = {
  guidance: 'Overdue: what law or statutory guidance asks',
  school: 'Overdue: what the school or its partners ask',
  cover: 'Cover about to fail',
  check: 'Waiting for a check',
  reading: 'Questions about what is read',
  register: 'Registers to make final',
  'mop-up': 'Those who missed a session',
  starter: 'Starters’ first weeks',
  quizzes: 'Quizzes and their questions',
  'due-soon': 'Due soon',
  offer: 'The offer: to be looked at again',
  decide: 'Decisions to take',
  coming: 'Coming',
};

/** Whoever is overdue for both stands once, under what law or statutory guidance asks. */
export function partOf(task: Task): TaskPart {
  switch (task.kind) {
    case 'overdue':
      return task.standings.some(isOfGuidance) ? 'guidance' : 'school';
    case 'reading-question':
      return 'reading';
    case 'register-open':
      return 'register';
    case 'mop-up-to-begin':
      return 'mop-up';
    case 'talk':
    case 'quiz-lacks':
    case 'quiz-lacks-must-pass':
    case 'quiz-completes-nothing':
    case 'questions-to-check':
      return 'quizzes';
    case 'section-review':
      return 'offer';
    case 'edition-to-confirm':
    case 'interval':
    case 'left-without-day':
    case 'nobody-fits':
      return 'decide';
    default:
      return task.kind;
  }
}

/** Does what is overdue break law or statutory guidance, by any of its lines? */
export function isOfGuidance({ breaks }: Standing): boolean {
  return breaks === 'law' || breaks === 'statutory-guidance';
}

/** The parts that have something in them, each with its tasks in order. */
export function partsOf(tasks: readonly Task[]): { part: TaskPart; tasks: Task[] }[] {
  const byPart = Map.groupBy(tasks, partOf);
  return TASK_PARTS.flatMap((part) => {
    const own = byPart.get(part);
    return own ? [{ part, tasks: own }] : [];
  });
}
