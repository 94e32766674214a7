import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openDatabase } from '#app/data/database.ts';
import { day } from '#app/domain/days.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';

/**
 * Run as a process of its own: records one completion after the other, and says each one's id only
 * when it has been acknowledged. It never stops by itself.
 */
const [file = '', schoolId, requirementId, personId] = process.argv.slice(2);
const database = openDatabase(file);
// Otherwise that is done at the end, and here there is none: the next storm would begin as slowly.
flushCompileCache();

for (;;) {
  const { completionIds } = await recordCompletions(
    {
      database,
      actor: { accountId: null, personId: null, name: 'Storm' },
      schoolId: Number(schoolId),
      today: day('2026-11-16'),
      now: '2026-11-16T09:00:00.000Z',
    },
    {
      personIds: [Number(personId)],
      requirementId: Number(requirementId),
      completedOn: day('2026-11-02'),
      printedExpiryOn: null,
      edition: null,
      evidence: 'certificate',
      provider: null,
      reference: null,
      note: null,
      earnedElsewhere: false,
    },
  );
  writeSync(1, `${completionIds[0]}\n`);
}
