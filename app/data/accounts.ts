import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Appointment } from '#app/domain/types.ts';
import {
  accountPeople,
  accounts,
  appointmentKinds,
  appointments,
  grants,
  people,
  schools,
  trusts,
} from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { nameOf } from './facts.ts';
import type { School } from './schools.ts';

export type Account = typeof accounts.$inferSelect;

export function findAccount(reader: Reader, accountId: number): Account | null {
  return reader.select().from(accounts).where(eq(accounts.id, accountId)).get() ?? null;
}

/** By e-mail address, however its letters are cased. */
export function findAccountByEmail(reader: Reader, email: string): Account | null {
  const known = email.toLowerCase();
  return reader.select().from(accounts).where(eq(accounts.email, known)).get() ?? null;
}

/** Makes an account that cannot sign in yet, unless a password's hash is given. Answers its id. */
export function addAccount(
  transaction: Transaction,
  account: { email: string; name: string; passwordHash?: string | null },
): number {
  const { email, name, passwordHash = null } = account;
  return transaction
    .insert(accounts)
    .values({ email: email.toLowerCase(), name, passwordHash })
    .returning({ id: accounts.id })
    .get().id;
}

export function setPasswordHash(
  transaction: Transaction,
  accountId: number,
  passwordHash: string,
): void {
  transaction.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)).run();
}

/** Lets the account open this person's record. A record is opened by one account at most. */
export function linkPerson(transaction: Transaction, accountId: number, personId: number): void {
  transaction.insert(accountPeople).values({ accountId, personId }).run();
}

/** A person's record that an account opens, with the school and every appointment ever held. */
export type OwnRecord = {
  personId: number;
  name: string;
  school: School;
  appointments: Appointment[];
};

/** The records that this account opens, by the name of their school. */
export function listOwnRecords(reader: Reader, accountId: number): OwnRecord[] {
  const records = reader
    .select({ person: people, school: schools })
    .from(accountPeople)
    .innerJoin(people, eq(people.id, accountPeople.personId))
    .innerJoin(schools, eq(schools.id, people.schoolId))
    .where(eq(accountPeople.accountId, accountId))
    .orderBy(schools.name, people.id)
    .all();
  const held = listHeld(
    reader,
    records.map(({ person }) => person.id),
  );
  return records.map(({ person, school }) => ({
    personId: person.id,
    name: nameOf(person),
    school,
    appointments: held.filter((one) => one.personId === person.id),
  }));
}

function listHeld(reader: Reader, personIds: number[]) {
  return reader
    .select({
      personId: appointments.personId,
      kind: appointmentKinds.key,
      category: appointmentKinds.category,
      from: appointments.startsOn,
      to: appointments.endsOn,
    })
    .from(appointments)
    .innerJoin(appointmentKinds, eq(appointmentKinds.id, appointments.kindId))
    .where(inArray(appointments.personId, personIds))
    .all();
}

/** The schools that this account administers, by name. */
export function listAdministeredSchools(reader: Reader, accountId: number): School[] {
  return reader
    .select({ school: schools })
    .from(grants)
    .innerJoin(schools, eq(schools.id, grants.schoolId))
    .where(and(eq(grants.accountId, accountId), eq(grants.role, 'administrator')))
    .orderBy(schools.name)
    .all()
    .map((row) => row.school);
}

/** The trusts that this account leads, by name. */
export function listLedTrusts(reader: Reader, accountId: number): { id: number; name: string }[] {
  return reader
    .select({ id: trusts.id, name: trusts.name })
    .from(grants)
    .innerJoin(trusts, eq(trusts.id, grants.trustId))
    .where(and(eq(grants.accountId, accountId), eq(grants.role, 'trust-lead')))
    .orderBy(trusts.name)
    .all();
}

export function findTrust(reader: Reader, trustId: number): { id: number; name: string } | null {
  return reader.select().from(trusts).where(eq(trusts.id, trustId)).get() ?? null;
}

/** A school's administrators who can sign in, by name: not those who have yet to set a password. */
export function listAdministrators(reader: Reader, schoolId: number): Account[] {
  return reader
    .select({ account: accounts })
    .from(grants)
    .innerJoin(accounts, eq(accounts.id, grants.accountId))
    .where(
      and(
        eq(grants.schoolId, schoolId),
        eq(grants.role, 'administrator'),
        isNotNull(accounts.passwordHash),
      ),
    )
    .orderBy(accounts.name)
    .all()
    .map((row) => row.account);
}

export function addAdministrator(
  transaction: Transaction,
  accountId: number,
  schoolId: number,
): void {
  transaction.insert(grants).values({ accountId, role: 'administrator', schoolId }).run();
}

export function addTrustLead(transaction: Transaction, accountId: number, trustId: number): void {
  transaction.insert(grants).values({ accountId, role: 'trust-lead', trustId }).run();
}

export function removeAdministrator(
  transaction: Transaction,
  accountId: number,
  schoolId: number,
): void {
  transaction
    .delete(grants)
    .where(
      and(
        eq(grants.accountId, accountId),
        eq(grants.schoolId, schoolId),
        eq(grants.role, 'administrator'),
      ),
    )
    .run();
}

/** An account that opens a record in this school or administers it. */
export type SchoolAccount = {
  accountId: number;
  email: string;
  name: string;
  personId: number | null;
  /** Has a password been set? */
  canSignIn: boolean;
  isAdministrator: boolean;
};

/** A school's accounts, by name. */
export function listSchoolAccounts(reader: Reader, schoolId: number): SchoolAccount[] {
  const administrators = new Set(listGranted(reader, schoolId));
  const own = reader
    .select({ accountId: accountPeople.accountId, personId: people.id })
    .from(accountPeople)
    .innerJoin(people, eq(people.id, accountPeople.personId))
    .where(eq(people.schoolId, schoolId))
    .all();
  const personOf = new Map(own.map((row) => [row.accountId, row.personId]));
  return reader
    .select()
    .from(accounts)
    .where(inArray(accounts.id, [...new Set([...personOf.keys(), ...administrators])]))
    .orderBy(accounts.name, accounts.id)
    .all()
    .map((account) => ({
      accountId: account.id,
      email: account.email,
      name: account.name,
      personId: personOf.get(account.id) ?? null,
      canSignIn: account.passwordHash !== null,
      isAdministrator: administrators.has(account.id),
    }));
}

function listGranted(reader: Reader, schoolId: number): number[] {
  return reader
    .select({ accountId: grants.accountId })
    .from(grants)
    .where(and(eq(grants.schoolId, schoolId), eq(grants.role, 'administrator')))
    .all()
    .map((row) => row.accountId);
}
