import { deleteAppointment, updateAppointmentDays } from '#app/data/people-changes.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, requireSchool } from './act.ts';
import { requireNoOverlap } from './appoint.ts';
import { requireAppointment, requireOrder, requirePerson, spanInWords } from './require-person.ts';

export type ChangeAppointment = {
  personId: number;
  appointmentId: number;
  from: Day;
  to: Day | null;
};

/**
 * Changes the days of an appointment. Its kind stays: whoever becomes something else is given
 * another appointment. Throws Refusal.
 */
export function changeAppointment(
  act: Act,
  { personId, appointmentId, from, to }: ChangeAppointment,
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const held = requireAppointment(transaction, personId, appointmentId);
    requireOrder({ from, to });
    requireNoOverlap(transaction, { personId, kindId: held.kindId, from, to }, appointmentId);
    updateAppointmentDays(transaction, appointmentId, { startsOn: from, endsOn: to });
    audit({
      action: 'appointment.changed',
      personId,
      about: `${person.name}, ${held.label} ${spanInWords({ from, to })}`,
      before: { appointmentId, from: held.from, to: held.to },
      after: { appointmentId, from, to },
    });
    return { personId };
  });
}

/** Takes away an appointment that was entered wrongly: it never was. Throws Refusal. */
export function removeAppointment(
  act: Act,
  { personId, appointmentId, why }: { personId: number; appointmentId: number; why: string },
): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    const held = requireAppointment(transaction, personId, appointmentId);
    deleteAppointment(transaction, appointmentId);
    audit({
      action: 'appointment.removed',
      personId,
      about: `${person.name}, ${held.label} ${spanInWords(held)}`,
      before: { appointmentId, kind: held.kind, from: held.from, to: held.to },
      why,
    });
    return { personId };
  });
}
