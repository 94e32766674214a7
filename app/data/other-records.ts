import { and, eq, ne } from 'drizzle-orm';
import type { RecordAt } from '#app/domain/carry-over.ts';
import { accountPeople, people, schools } from '#db/schema.ts';
import type { Database } from './database.ts';
import { findPersonFacts } from './facts.ts';
import { findAccountOf } from './people.ts';
import { policyOf } from './policy.ts';

export type OtherRecord = RecordAt & { schoolId: number; schoolName: string };

/** The records that the account of this person opens in other schools, by the school's name. */
export function listOtherRecords(database: Database, personId: number): OtherRecord[] {
  const account = findAccountOf(database, personId);
  if (account === null) return [];
  return database
    .select({ personId: people.id, schoolId: schools.id, schoolName: schools.name })
    .from(accountPeople)
    .innerJoin(people, eq(people.id, accountPeople.personId))
    .innerJoin(schools, eq(schools.id, people.schoolId))
    .where(and(eq(accountPeople.accountId, account.id), ne(people.id, personId)))
    .orderBy(schools.name)
    .all()
    .flatMap(({ personId: otherId, schoolId, schoolName }) => {
      const person = findPersonFacts(database, schoolId, otherId);
      if (person === null) return [];
      return [{ schoolId, schoolName, person, policy: policyOf(database, schoolId) }];
    });
}
