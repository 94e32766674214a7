import { listSchoolAccounts } from '#app/data/accounts.ts';
import type { Transaction } from '#app/data/database.ts';
import { listAppointments } from '#app/data/people.ts';
import { updateAppointmentDays, updatePerson } from '#app/data/people-changes.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireAnother } from './administrators.ts';
import { type HeldAppointment, requirePerson } from './require-person.ts';

export type EndAppointments = { personId: number; lastDay: Day };

/**
 * Records that somebody leaves: every appointment that would go on after the last day ends on it.
 * Throws Refusal, also where an appointment only begins after it, or where the school would be left
 * without an administrator: after their last day nobody signs in.
 */
export function endAppointments(
  act: Act,
  { personId, lastDay }: EndAppointments,
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const open = requireOpen(transaction, personId, lastDay);
    requireNotLastAdministrator(transaction, schoolId, personId);
    for (const { id, from } of open) {
      updateAppointmentDays(transaction, id, { startsOn: from, endsOn: lastDay });
    }
    updatePerson(transaction, personId, { leftWithoutDay: false });
    audit({
      action: 'person.left',
      personId,
      about: `${person.name}, last day ${inWords(lastDay)}`,
      before: { appointments: open.map(({ id, kind, from, to }) => ({ id, kind, from, to })) },
      after: { lastDay },
    });
    return { personId };
  });
}

function requireNotLastAdministrator(
  transaction: Transaction,
  schoolId: number,
  personId: number,
): void {
  const account = listSchoolAccounts(transaction, schoolId).find(
    (one) => one.personId === personId,
  );
  if (account?.isAdministrator) requireAnother(transaction, schoolId, account);
}

/** Those that would go on after the day. */
function requireOpen(transaction: Transaction, personId: number, lastDay: Day): HeldAppointment[] {
  const held = listAppointments(transaction, personId);
  const open = held.filter(({ to }) => to === null || to > lastDay);
  const later = open.find(({ from }) => from > lastDay);
  if (later) {
    const message = `They are appointed ${later.label} from ${inWords(later.from)}, after this day. Change or remove that appointment first`;
    throw new Refusal('wrong', message, 'lastDay');
  }
  if (open.length === 0) {
    throw new Refusal('wrong', 'All their appointments end before this day already', 'lastDay');
  }
  return open;
}

/** Notes that somebody has left, or has not, while no last day is known. Throws Refusal. */
export function markLeft(
  act: Act,
  { personId, hasLeft }: { personId: number; hasLeft: boolean },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    updatePerson(transaction, personId, { leftWithoutDay: hasLeft });
    audit({
      action: hasLeft ? 'person.marked-left' : 'person.marked-not-left',
      personId,
      about: person.name,
      before: { leftWithoutDay: person.leftWithoutDay },
      after: { leftWithoutDay: hasLeft },
    });
    return { personId };
  });
}
