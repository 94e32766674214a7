import type { Transaction } from '#app/data/database.ts';
import { listAppointments } from '#app/data/people.ts';
import { insertAppointment } from '#app/data/people-changes.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { overlaps, requireOrder, requirePerson, type Span, spanInWords } from './require-person.ts';

export type Appoint = { personId: number; kindId: number; from: Day; to: Day | null };

/** Gives somebody a further appointment from a day. Throws Refusal. */
export function appoint(act: Act, command: Appoint): Promise<{ appointmentId: number }> {
  const schoolId = requireSchool(act);
  const { personId, from, to } = command;
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const kind = requireKind(transaction, schoolId, command.kindId);
    requireOrder(command);
    requireNoOverlap(transaction, { ...command, kindId: kind.id });
    const days = { startsOn: from, endsOn: to };
    const appointmentId = insertAppointment(transaction, { personId, kindId: kind.id, ...days });
    audit({
      action: 'appointment.added',
      personId,
      about: `${person.name}, ${kind.label} ${spanInWords(command)}`,
      after: { appointmentId, kind: kind.key, from, to },
    });
    return { appointmentId };
  });
}

/** A kind of appointment of this school. Throws Refusal. */
export function requireKind(transaction: Transaction, schoolId: number, kindId: number) {
  const kind = listAppointmentKinds(transaction, schoolId).find(({ id }) => id === kindId);
  if (!kind) throw new Refusal('wrong', 'Choose an appointment', 'kind');
  return kind;
}

/** Throws Refusal where the person holds the same kind on one of the days. */
export function requireNoOverlap(
  transaction: Transaction,
  { personId, kindId, ...span }: Span & { personId: number; kindId: number },
  exceptId: number | null = null,
): void {
  const held = listAppointments(transaction, personId).find(
    (one) => one.kindId === kindId && one.id !== exceptId && overlaps(one, span),
  );
  if (!held) return;
  const message = `They are ${held.label} ${spanInWords(held)} already: choose days outside that`;
  throw new Refusal('wrong', message, 'from');
}
