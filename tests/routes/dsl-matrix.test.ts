import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '#app/domain/days.ts';
import { MARK_LABELS, STATUS_LABELS } from '#app/domain/labels.ts';
import type { Status } from '#app/domain/types.ts';
import { readCsvText } from '#app/forms/files/read-csv.ts';
import * as matrix from '#app/routes/dsl.matrix.tsx';
import * as csv from '#app/routes/dsl.matrix[.]csv.ts';
import * as book from '#app/routes/dsl.people.$id.book.tsx';
import { typedDay } from '#tests/forms/support.ts';
import { makePerson } from '#tests/support/people.ts';
import { opens, sends } from './admin-ground.ts';
import { completed, type LeadGround, leadGround } from './lead-ground.ts';

let ground: LeadGround;

/** Fifty people in every state there is, so that there are two pages. */
beforeEach(async () => {
  ground = await leadGround();
  const kinds = ['teacher', 'office', 'governor', 'dsl'];
  for (let n = 0; n < 45; n += 1) {
    const held = [{ kind: kinds[n % 4] ?? 'teacher', from: `202${n % 6}-09-01` }];
    const id = makePerson(
      ground.database,
      ground.schoolId,
      `${n % 3 ? 'Ann' : '=Eve'} Row${n}`,
      held,
    );
    if (n % 5 === 0) continue;
    const on = `202${4 + (n % 3)}-${n % 2 ? '12' : '05'}-01`;
    if (on < '2026-11-16') {
      completed(ground, id, ground.preventId, { on, needsCheck: n % 7 === 0 });
    }
  }
  const fields = { requirement: String(ground.level3Id), ...typedDay('bookedOn', '2026-12-03') };
  await sends(book.action, ground, ground.dsl, '/x', fields, { id: ground.teacherId });
});

type Cell = {
  status: Status;
  day: Day | null;
  sentence: string;
  isWaiting: boolean;
  isBooked: boolean;
};
type Seen = {
  answer: string;
  columns: { name: string }[];
  rows: { name: string; appointments: string; cells: Cell[] }[];
  shown: number;
  pages: number;
};

async function seen(query: string): Promise<Seen> {
  return (await opens(matrix.loader, ground, ground.dsl, `/dsl/matrix?${query}`)).body as Seen;
}

/** The rows of all pages of a view. */
async function allRows(query: string) {
  const first = await seen(query);
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1) {
    rows.push(...(await seen(`${query}&page=${page}`)).rows);
  }
  return { ...first, rows };
}

function inWords({ status, day, isWaiting, isBooked }: Cell): string {
  if (status === 'not-required') return '';
  const marks = [
    ...(isWaiting ? [MARK_LABELS['awaiting-check'].toLowerCase()] : []),
    ...(isBooked ? [MARK_LABELS.booked.toLowerCase()] : []),
  ];
  return [`${STATUS_LABELS[status]}${day ? ` ${day}` : ''}`, ...marks].join(', ');
}

/** Cells that begin like a formula are made harmless in the file; our reader cuts off empty ends. */
function asTexts(row: readonly unknown[], width: number): string[] {
  return Array.from({ length: width }, (_, index) =>
    String(row[index] ?? '').replace(/^'(?=[=+\-@])/, ''),
  );
}

describe('the matrix as a file', () => {
  test.each([
    'all',
    'name=eve',
    'status=overdue',
    'status=awaiting-check&status=booked',
    'requirement=level-3',
    'appointment=governor',
    'sort=most-overdue',
    'sort=requirement&by=prevent&group=appointment',
    'sort=due&status=in-date&requirement=prevent',
    'name=nobody-of-that-name',
  ])('is what the page shows, cell for cell: %s', async (query) => {
    const page = await allRows(query);
    const came = await opens(csv.loader, ground, ground.dsl, `/dsl/matrix.csv?${query}`);
    const { rows } = readCsvText(String(came.body));
    const width = page.columns.length + 2;
    const [heading, ...lines] = rows.map((row) => asTexts(row, width));
    expect(heading).toEqual(['name', 'appointments', ...page.columns.map(({ name }) => name)]);
    expect(lines).toEqual(
      page.rows.map(({ name, appointments, cells }) => [name, appointments, ...cells.map(inWords)]),
    );
    expect(lines).toHaveLength(page.shown);
  });
});

describe('the matrix', () => {
  test('has a sentence for every status', async () => {
    const { rows } = await allRows('all');
    expect(rows).toHaveLength(50);
    for (const { cells } of rows) for (const { sentence } of cells) expect(sentence).not.toBe('');
  });

  test('says how many are overdue, of how many', async () => {
    const { rows, answer } = await allRows('all');
    const overdue = rows.filter(({ cells }) => cells.some(({ status }) => status === 'overdue'));
    expect(answer).toBe(`${overdue.length} of 50 people are overdue for something.`);
    expect((await seen('name=row1')).answer).toMatch(/^11 of 50 people are shown, \d+ of them/);
  });

  test('opens as it was left, and forgets when everybody is asked for', async () => {
    const left = await opens(matrix.loader, ground, ground.dsl, '/dsl/matrix?status=overdue');
    const cookie = `${ground.dsl}; ${left.headers.get('Set-Cookie')?.split(';')[0]}`;
    const again = await opens(matrix.loader, ground, cookie, '/dsl/matrix');
    expect(again.headers.get('Location')).toBe('/dsl/matrix?status=overdue');
    const all = await opens(matrix.loader, ground, cookie, '/dsl/matrix?all');
    expect(all.headers.get('Set-Cookie')).toMatch(/^indate-matrix=;/);
  });

  test('takes any address for what it can make of it', async () => {
    const strange = `name=${'%00'.repeat(3)}&status=red&sort=up&by=__proto__&page=0x10&group=1`;
    expect((await opens(matrix.loader, ground, ground.dsl, `/dsl/matrix?${strange}`)).status).toBe(
      200,
    );
  });
});
