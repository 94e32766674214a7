import { type Figured, figuredOf } from '#app/domain/quiz/question-figures.ts';
import { type BankedQuestion, readBank } from './bank.ts';
import type { Database } from './database.ts';
import { readMarks } from './quiz-results.ts';
import { rememberedBySchool } from './remembered.ts';

/**
 * Every question of a school's bank with what first attempts say of it as it is worded now.
 * Remembered until the facts of a school of the trust change, since shared questions are answered there.
 */
export function bankFigures(database: Database, schoolId: number): Figured<BankedQuestion>[] {
  const name = `questions at ${factsOfTrust(database, schoolId)}`;
  return rememberedBySchool(database, schoolId, name, () =>
    figuredOf(readBank(database, schoolId), readMarks(database, schoolId)),
  );
}

/** Raised by every change at any school of the trust. */
function factsOfTrust({ $client }: Database, schoolId: number): number {
  const row = $client
    .prepare(
      `select sum(s.facts_version) as versions
       from schools s join schools own on own.trust_id = s.trust_id where own.id = ?`,
    )
    .get(schoolId) as { versions: number };
  return row.versions;
}
