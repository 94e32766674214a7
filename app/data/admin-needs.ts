import { type Need, needsOf } from '#app/domain/admin-needs.ts';
import type { Day } from '#app/domain/days.ts';
import { listAccountStates } from './account-states.ts';
import type { Database } from './database.ts';
import { schoolFacts } from './facts.ts';
import { listTasks } from './tasks.ts';

/** What needs this school's administrator today. */
export function listNeeds(
  database: Database,
  { schoolId, today, now }: { schoolId: number; today: Day; now: string },
): Need[] {
  const { policy, people } = schoolFacts(database, schoolId);
  const { tasks } = listTasks(database, schoolId, today);
  const unasked = tasks.flatMap((task) => (task.kind === 'nobody-fits' ? [task.person] : []));
  const accounts = listAccountStates(database, schoolId, now).map((account) => ({
    personId: account.personId,
    canSignIn: account.canSignIn,
    isAdministrator: account.isAdministrator,
    isInvited: account.openLink !== null,
  }));
  return needsOf({ people, accounts, unasked, terms: policy.terms, today });
}
