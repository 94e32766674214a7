import { appointmentsInWords } from '#app/domain/appointments.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import {
  figuresOfRegister,
  type RegisterFigures,
  type RegisterPerson,
  type RegisterRow,
} from '#app/domain/sessions/register.ts';
import type { Database } from './database.ts';
import { type KnownPerson, schoolFacts } from './facts.ts';
import { findRegister } from './registers.ts';
import type { SittingRecord, WholeSession } from './sessions.ts';

/** A register as its pages and its sheet show it. */
export type RegisterView = {
  rows: RegisterRow[];
  notExpected: RegisterPerson[];
  /** Who of the school is not on it. */
  others: RegisterPerson[];
  figures: RegisterFigures;
};

/** The register of a sitting with names and roles, by name. */
export function registerView(
  database: Database,
  schoolId: number,
  session: WholeSession,
  sitting: SittingRecord,
): RegisterView {
  const { policy, people } = schoolFacts(database, schoolId);
  const apart = namesApart(people, policy.appointmentKinds, sitting.heldOn);
  const shown = (person: KnownPerson): RegisterPerson => ({
    id: person.id,
    name: nameApart(person.sortName, apart.get(person.id)),
    role: appointmentsInWords(person, policy.appointmentKinds, sitting.heldOn),
  });
  const { entries, notExpected } = findRegister(database, people, session, sitting);
  const onIt = new Set([...entries.map(({ person }) => person), ...notExpected]);
  return {
    rows: entries.map(({ person, expected, attendance, minutes }) => {
      return { ...shown(person), expected, attendance, minutes };
    }),
    notExpected: notExpected.map(shown),
    others: people.filter((person) => !onIt.has(person)).map(shown),
    figures: figuresOfRegister(entries),
  };
}
