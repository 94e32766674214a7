import type { Transaction } from '#app/data/database.ts';
import { nameOf } from '#app/data/facts.ts';
import {
  findPersonByRef,
  freeRef,
  insertAppointment,
  insertPerson,
  listNamesakes,
} from '#app/data/people-changes.ts';
import type { Day } from '#app/domain/days.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireKind } from './appoint.ts';
import { requireOrder, spanInWords } from './require-person.ts';

export type PersonDetails = {
  /** Either may be empty, not both: some people have one name. */
  firstName: string;
  lastName: string;
  email: string | null;
  /** The stable id by which imports know this person; null: InDate gives one. */
  ref: string | null;
};

export type AddPerson = PersonDetails & {
  kindId: number;
  from: Day;
  to: Day | null;
  /** Said to be somebody else than the one who is here with the same name. */
  isNamesake: boolean;
};

/** Adds somebody with their first appointment. Throws Refusal. */
export function addPerson(act: Act, command: AddPerson): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const kind = requireKind(transaction, schoolId, command.kindId);
    requireOrder(command);
    requireName(command);
    requireFreeRef(transaction, schoolId, command.ref);
    if (!command.isNamesake) requireNoNamesake(transaction, schoolId, command);
    const { firstName, lastName, email, from, to } = command;
    const ref = command.ref ?? freeRef(transaction, schoolId);
    const details = { firstName, lastName, email, ref };
    const personId = insertPerson(transaction, { ...details, schoolId });
    insertAppointment(transaction, { personId, kindId: kind.id, startsOn: from, endsOn: to });
    audit({
      action: 'person.added',
      personId,
      about: `${nameOf(command)}, ${kind.label} ${spanInWords(command)}`,
      after: { ...details, appointment: { kind: kind.key, from, to } },
    });
    return { personId };
  });
}

/** Throws Refusal where neither name stands. */
export function requireName({ firstName, lastName }: PersonDetails): void {
  if (!firstName && !lastName) throw new Refusal('wrong', 'Enter a name', 'lastName');
}

/** Throws Refusal where somebody else at the school has this stable id. */
export function requireFreeRef(
  transaction: Transaction,
  schoolId: number,
  ref: string | null,
  ownId: number | null = null,
): void {
  const holder = ref === null ? null : findPersonByRef(transaction, schoolId, ref);
  if (holder !== null && holder.id !== ownId) {
    throw new Refusal('wrong', `Somebody else has the staff number ${ref}`, 'ref');
  }
}

function requireNoNamesake(transaction: Transaction, schoolId: number, command: AddPerson): void {
  if (listNamesakes(transaction, schoolId, command).length === 0) return;
  const message = `${nameOf(command)} is here already. If this is somebody else with the same name, tick the box and save again`;
  throw new Refusal('wrong', message, 'isNamesake');
}
