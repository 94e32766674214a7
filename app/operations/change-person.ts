import { updatePerson } from '#app/data/people-changes.ts';
import { type Act, carryOut, requireSchool } from './act.ts';
import { type PersonDetails, requireFreeRef, requireName } from './add-person.ts';
import { requirePerson } from './require-person.ts';

export type ChangePerson = PersonDetails & { personId: number };

/** Changes who somebody is: names, e-mail address, stable id. Throws Refusal. */
export function changePerson(act: Act, command: ChangePerson): Promise<{ personId: number }> {
  const schoolId = requireSchool(act);
  const { personId, firstName, lastName, email } = command;
  return carryOut(act, (transaction, audit) => {
    const person = requirePerson(transaction, schoolId, personId);
    requireName(command);
    requireFreeRef(transaction, schoolId, command.ref, personId);
    const before = {
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      ref: person.ref,
    };
    const after = { firstName, lastName, email, ref: command.ref ?? person.ref };
    updatePerson(transaction, personId, after);
    audit({ action: 'person.changed', personId, about: person.name, before, after });
    return { personId };
  });
}
