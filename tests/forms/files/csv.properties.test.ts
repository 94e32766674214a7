import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOfCsv, readCsvText } from '#app/forms/files/read-csv.ts';
import { writeCsv } from '#app/forms/files/write-csv.ts';

/** A cell as it is kept: nothing unseen, no spaces at its ends. */
const cell = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', 'a', 'Zoë', ' ', '\n', '3/9/26', '😀'),
  )
  .map((parts) => parts.join('').trim());

test('what is written is read as it was, formulas made harmless and all', () => {
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(table, (rows) => {
      // A heading row with no empty end keeps the shape of what follows.
      const written = writeCsv([['one', 'two', 'three'], ...rows]);
      for (const row of readCsvText(written).rows) expect(row.length).toBeLessThanOrEqual(3);
      const read = readCsvText(written).rows.slice(1);
      const expected = rows.map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1));
      while (expected.at(-1)?.length === 0) expected.pop();
      expect(read).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('no cell that is written begins as a formula does', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const written = writeCsv([[text]])
        .trim()
        .replace(/^"/, '');
      expect(written).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('a text in which nothing is quoted is read as it is beside something that is', () => {
  const parts = fc.constantFrom(
    'a',
    'Zoë',
    ',',
    ';',
    '\t',
    ' ',
    "'",
    '\n',
    '\r\n',
    '\n\n',
    '3/9/26',
  );
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 30 }).map((all) => `x${all.join('')}`),
      fc.constantFrom(',', ';'),
      (text, separator) => {
        const [, ...rows] = cellsOfCsv(`sep=${separator}\n${text}`);
        const [, , ...beside] = cellsOfCsv(`sep=${separator}\n"quoted"\n${text}`);
        expect(rows).toEqual(beside);
      },
    ),
    { numRuns: 300 },
  );
});
