import type { Status } from '#app/domain/types.ts';

/** Whom to chase: those who are one of these, for one requirement or for any. */
export type ChaseView = { statuses: Status[]; requirement: string | null };

export const CHASED: Status[] = ['overdue', 'due-soon', 'not-yet-due'];

/** What the address asks for; overdue where it says nothing. */
export function readChaseView(query: URLSearchParams, requirements: string[]): ChaseView {
  const statuses = CHASED.filter((status) => query.getAll('status').includes(status));
  const requirement = query.get('requirement') ?? '';
  return {
    statuses: statuses.length > 0 ? statuses : ['overdue'],
    requirement: requirements.includes(requirement) ? requirement : null,
  };
}

/** The query that asks for this view again. */
export function chaseQuery({ statuses, requirement }: ChaseView): string {
  const query = new URLSearchParams();
  for (const status of statuses) query.append('status', status);
  if (requirement) query.set('requirement', requirement);
  return query.toString();
}
