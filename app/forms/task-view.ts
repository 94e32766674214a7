import { TASK_PARTS, type TaskPart } from '#app/domain/task-parts.ts';

/** The one part of what there is to do that an address asks for; null: a little of each. */
export function readTaskPart(query: URLSearchParams): TaskPart | null {
  return TASK_PARTS.find((part) => part === query.get('part')) ?? null;
}
