import { isPresentOn } from '#app/domain/audience.ts';
import type { Day } from '#app/domain/days.ts';
import { listSchoolAccounts } from './accounts.ts';
import type { Database } from './database.ts';
import { listDeclarationsOf } from './declarations.ts';
import { type KnownPerson, readSchoolFacts } from './facts.ts';
import { type Confirmable, confirmableOf, type EditionAtSchool } from './own-reading.ts';

/** Somebody for whom an edition is to be read, and what they would confirm of it. */
export type Reading = {
  person: KnownPerson;
  confirmable: Confirmable;
  /** Can they sign in and declare it themselves? */
  canSignIn: boolean;
};

/** Everybody in post on the day who is to read this edition, by name. */
export function listReadings(
  database: Database,
  schoolId: number,
  at: EditionAtSchool,
  on: Day,
): Reading[] {
  const declared = listDeclarationsOf(database, at.edition.id);
  const signIn = listSignInIds(database, schoolId);
  const { people } = readSchoolFacts(database, schoolId);
  return people
    .filter((person) => isPresentOn(person, on))
    .map((person) => ({
      person,
      confirmable: confirmableOf(at, person, declared.get(person.id) ?? [], on),
      canSignIn: signIn.has(person.id),
    }))
    .filter(({ confirmable }) => confirmable.requirements.length > 0);
}

/** The people whose account has been taken up. */
function listSignInIds(database: Database, schoolId: number): Set<number> {
  const accounts = listSchoolAccounts(database, schoolId).filter(({ canSignIn }) => canSignIn);
  return new Set(accounts.flatMap(({ personId }) => personId ?? []));
}
