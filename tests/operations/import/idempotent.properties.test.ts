import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, inWords } from '#app/domain/days.ts';
import { writeCsv } from '#app/forms/files/write-csv.ts';
import { freshSchool, importText, planOf, preview, rows, stage } from './support.ts';

const people = ['GRA-1', 'GRA-2', 'GRA-3'];
const names = ['Bronwen Sayle', 'Emma Taylor', 'Emma Taylor'];
const STAFF = writeCsv([
  ['person_id', 'name', 'appointment', 'from'],
  ...people.map((ref, index) => [ref, names[index] ?? '', 'teacher', '2020-09-01']),
]);

const daysAgo = fc.integer({ min: 0, max: 2_000 }).map((ago) => addDays(day('2026-11-16'), -ago));
const row = fc.tuple(
  fc.constantFrom(...people),
  fc.constantFrom('prevent-awareness', 'Level 3'),
  daysAgo,
  fc.constantFrom('', 'certificate', 'register'),
  fc.constantFrom('', 'Provider', '=Provider'),
);

test('any log, imported and imported again in any order, changes nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 15 }), async (log) => {
      const act = await freshSchool();
      await importText(act, STAFF);
      const head = ['person_id', 'requirement', 'completed_on', 'evidence', 'provider'];
      const written = (some: typeof log) =>
        writeCsv([
          head,
          ...some.map(([ref, what, on, ...rest]) => [ref, what, inWords(on), ...rest]),
        ]);
      await importText(act, written(log));
      const before = rows(act.database, 'select count(*) as n from completions');
      const again = await preview(act, written(log.toReversed()));
      expect(again.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
      await importText(act, written(log));
      expect(rows(act.database, 'select count(*) as n from completions')).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('a staff list in any order of its rows comes to the same people', async () => {
  const act = await freshSchool();
  await importText(act, STAFF);
  const [head, ...rest] = STAFF.trim().split('\r\n');
  const turned = [head, ...rest.toReversed()].join('\n');
  expect(planOf(act, await stage(act, turned)).counts).toMatchObject({ same: 3, new: 0 });
});
