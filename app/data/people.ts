import { and, asc, eq, inArray } from 'drizzle-orm';
import { accountPeople, accounts, appointmentKinds, appointments, people } from '#db/schema.ts';
import type { Reader } from './database.ts';
import { nameOf } from './facts.ts';

export type PersonRecord = typeof people.$inferSelect & { name: string };

/** A person of this school, or null: another school's people are not found. */
export function findPerson(
  reader: Reader,
  schoolId: number,
  personId: number,
): PersonRecord | null {
  const row = reader
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.schoolId, schoolId)))
    .get();
  return row ? { ...row, name: nameOf(row) } : null;
}

/** Which of these people belong to this school, by id. */
export function findPeople(reader: Reader, schoolId: number, ids: number[]): PersonRecord[] {
  return reader
    .select()
    .from(people)
    .where(and(eq(people.schoolId, schoolId), inArray(people.id, ids)))
    .all()
    .map((row) => ({ ...row, name: nameOf(row) }));
}

/** The account that opens this person's record, or null. */
export function findAccountOf(reader: Reader, personId: number) {
  const row = reader
    .select({ id: accounts.id, email: accounts.email })
    .from(accountPeople)
    .innerJoin(accounts, eq(accounts.id, accountPeople.accountId))
    .where(eq(accountPeople.personId, personId))
    .get();
  return row ?? null;
}

/** A person's record, and every other that their account opens. */
export function listRecordsOf(reader: Reader, personId: number): number[] {
  const account = findAccountOf(reader, personId);
  return account === null ? [personId] : listPersonIdsOf(reader, account.id);
}

/** The person records that this account opens. */
export function listPersonIdsOf(reader: Reader, accountId: number): number[] {
  return reader
    .select({ id: accountPeople.personId })
    .from(accountPeople)
    .where(eq(accountPeople.accountId, accountId))
    .all()
    .map((row) => row.id);
}

/** One person's appointments with their ids, in order of their first day. */
export function listAppointments(reader: Reader, personId: number) {
  return reader
    .select({
      id: appointments.id,
      kindId: appointments.kindId,
      kind: appointmentKinds.key,
      label: appointmentKinds.label,
      category: appointmentKinds.category,
      from: appointments.startsOn,
      to: appointments.endsOn,
    })
    .from(appointments)
    .innerJoin(appointmentKinds, eq(appointmentKinds.id, appointments.kindId))
    .where(eq(appointments.personId, personId))
    .orderBy(asc(appointments.startsOn), asc(appointments.id))
    .all();
}
