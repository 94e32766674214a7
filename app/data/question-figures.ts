import { type Day, earlier } from '#app/domain/days.ts';
import { type Figured, figuredOf } from '#app/domain/quiz/question-figures.ts';
import { addSums, type SchoolSums, type SumsByRevision } from '#app/domain/quiz/question-sums.ts';
import { type BankedQuestion, readBank } from './bank.ts';
import type { Database } from './database.ts';
import { readSchoolSums } from './question-sums.ts';
import { lastHandedInOn } from './quiz-results.ts';
import { rememberedByDay, rememberedBySchool, rememberedByTrust } from './remembered.ts';
import { findSchool, listSchools } from './schools.ts';

/**
 * Every question of a school's bank with what first attempts up to a day say of it as it is worded now:
 * of shared questions those at all schools of the trust, of the school's own those here.
 */
export function bankFigures(
  database: Database,
  schoolId: number,
  on: Day,
): Figured<BankedQuestion>[] {
  const bank = rememberedBySchool(database, schoolId, 'bank', () => readBank(database, schoolId));
  const shared = sharedSums(database, schoolId, on);
  const { own } = schoolSums(database, schoolId, on);
  return figuredOf(bank, new Map([...shared, ...own]));
}

/** A change at one school has its sums alone read anew; those of the others are only added up again. */
function sharedSums(database: Database, schoolId: number, on: Day): SumsByRevision {
  const trustId = findSchool(database, schoolId)?.trustId ?? 0;
  return rememberedByTrust(database, trustId, `${on} shared questions`, () =>
    addSums(listSchools(database, trustId).map(({ id }) => schoolSums(database, id, on).shared)),
  );
}

/** Remembered for the last day on which anything was handed in, so that a new day asks for nothing anew. */
function schoolSums(database: Database, schoolId: number, on: Day): SchoolSums {
  const last = rememberedBySchool(database, schoolId, 'last handed in', () =>
    lastHandedInOn(database, schoolId),
  );
  const upTo = last === null ? on : earlier(on, last);
  return rememberedByDay(database, schoolId, upTo, 'question sums', () =>
    readSchoolSums(database, schoolId, upTo),
  );
}
