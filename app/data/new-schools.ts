import type { AppointmentKind } from '#app/domain/types.ts';
import { schools, trusts } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { insertAppointmentKind } from './school-settings.ts';
import { findSchoolByKey } from './schools.ts';

/** Is there a school yet? */
export function hasSchool(reader: Reader): boolean {
  return reader.select({ id: schools.id }).from(schools).limit(1).get() !== undefined;
}

export function insertTrust(transaction: Transaction, name: string): number {
  return transaction.insert(trusts).values({ name }).returning({ id: trusts.id }).get().id;
}

/** Adds a school with its kinds of appointment. Answers its id. */
export function insertSchool(
  transaction: Transaction,
  school: { trustId: number; key: string; name: string; shortName: string },
  kinds: readonly AppointmentKind[],
): number {
  const { id } = transaction.insert(schools).values(school).returning({ id: schools.id }).get();
  for (const kind of kinds) insertAppointmentKind(transaction, { schoolId: id, ...kind });
  return id;
}

/** A key that no school has, made from its name: `grange-primary-school`, `…-2`. */
export function freeSchoolKey(reader: Reader, name: string): string {
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f'’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'school';
  for (let number = 1; ; number++) {
    const key = number === 1 ? slug : `${slug}-${number}`;
    if (findSchoolByKey(reader, key) === null) return key;
  }
}
