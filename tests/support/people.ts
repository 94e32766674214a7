import { hashPassword } from '#app/auth/passwords.ts';
import { addAccount, addAdministrator, addTrustLead, linkPerson } from '#app/data/accounts.ts';
import type { Database, Transaction } from '#app/data/database.ts';
import { insertSchool, insertTrust } from '#app/data/new-schools.ts';
import { freeRef, insertAppointment, insertPerson } from '#app/data/people-changes.ts';
import { listAppointmentKinds } from '#app/data/policy.ts';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { day } from '#app/domain/days.ts';

/** A trust with no schools yet. Answers its id. */
export function makeTrust(database: Database, name = 'Five Rivers Trust'): number {
  return write(database, (transaction) => insertTrust(transaction, name));
}

/** A school with the standard kinds of appointment. Answers its id. */
export function makeSchool(database: Database, trustId: number, shortName = 'Grange'): number {
  const school = { trustId, shortName, name: `${shortName} Primary School` };
  return write(database, (transaction) => {
    const key = shortName.toLowerCase();
    return insertSchool(transaction, { ...school, key }, STANDARD_APPOINTMENT_KINDS);
  });
}

export type Held = { kind: string; from?: string; to?: string | null };

/** A person who holds these appointments: from long ago with no last day, if not said otherwise. */
export function makePerson(
  database: Database,
  schoolId: number,
  name: string,
  held: Held[] = [{ kind: 'teacher' }],
  ownRef: string | null = null,
): number {
  const [firstName = '', ...lastNames] = name.split(' ');
  const lastName = lastNames.join(' ');
  return write(database, (transaction) => {
    const ref = ownRef ?? freeRef(transaction, schoolId);
    const personId = insertPerson(transaction, { schoolId, ref, firstName, lastName });
    for (const { kind, from = '2020-09-01', to = null } of held) {
      const kindId = kindIdOf(database, schoolId, kind);
      const days = { startsOn: day(from), endsOn: to === null ? null : day(to) };
      insertAppointment(transaction, { personId, kindId, ...days });
    }
    return personId;
  });
}

export const PASSWORD = 'a heron over Severn weir';
let hashed: Promise<string> | null = null;

type AccountOf = {
  email: string;
  name?: string;
  people?: number[];
  administers?: number[];
  leads?: number[];
  /** Null: the invitation has not been taken up. */
  password?: null;
};

/** An account whose password is `PASSWORD`. Answers its id. */
export async function makeAccount(database: Database, of: AccountOf): Promise<number> {
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = of.password === null ? null : await hashed;
  return write(database, (transaction) => {
    const { email, name = 'Ada Marsh' } = of;
    const accountId = addAccount(transaction, { email, name, passwordHash });
    for (const id of of.people ?? []) linkPerson(transaction, accountId, id);
    for (const id of of.administers ?? []) addAdministrator(transaction, accountId, id);
    for (const id of of.leads ?? []) addTrustLead(transaction, accountId, id);
    return accountId;
  });
}

/** The id by which the school knows this kind of appointment. */
export function kindIdOf(database: Database, schoolId: number, kind: string): number {
  const found = listAppointmentKinds(database, schoolId).find(({ key }) => key === kind);
  if (!found) throw new Error(`There is no kind ${kind}`);
  return found.id;
}

/** Writes what a test begins with. */
export function write<T>(database: Database, make: (transaction: Transaction) => T): T {
  return database.transaction(make);
}
