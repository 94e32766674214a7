import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#app/data/database.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import { inDateOf } from '#app/domain/counting.ts';
import { type Day, day } from '#app/domain/days.ts';
import * as doNext from '#app/routes/dsl._index.tsx';
import * as matrixFile from '#app/routes/dsl.matrix[.]csv.ts';
import * as publicationsPage from '#app/routes/dsl.publications._index.tsx';
import * as publicationPage from '#app/routes/dsl.publications.$id._index.tsx';
import * as readersFile from '#app/routes/dsl.publications.$id.read[.]csv.ts';
import * as governorsPage from '#app/routes/governors._index.tsx';
import * as governorsFile from '#app/routes/governors[.]csv.ts';
import { askedBy, DEMO_DAY, openDemoInMemory } from '#tests/support/demo.ts';

const DSL: Record<string, string> = {
  grange: 'dsl',
  longton: 'longton-dsl',
  parkside: 'parkside-dsl',
  'john-moore': 'john-moore-dsl',
  droitwich: 'droitwich-dsl',
};
/** The demo's day, the last day of Parkside's roll-out, and the day after it. */
const DAYS = [DEMO_DAY, day('2026-11-30'), day('2026-12-01')];
const EACH = Object.keys(DSL).flatMap((school) => DAYS.map((on) => ({ school, on })));

/** What every page says of one requirement: those left out are in none of it. */
type Figures = { inDate: number; notYetDue: number; overdue: number };

let database: Database;
beforeAll(async () => {
  database = await openDemoInMemory();
});

type At = { school: string; on: Day };

const asked = ({ school, on }: At, path: string) => askedBy(database, DSL[school] ?? '', path, on);

async function rowsOf(answered: Response): Promise<Record<string, string>[]> {
  return parse(await answered.text(), { columns: true, bom: true });
}

/** The documents that are asked of somebody, each with the requirements that ask for it. */
async function readings(at: At) {
  const { publications } = await publicationsPage.loader(await asked(at, '/dsl/publications'));
  return publications.flatMap(({ id, askedBy: names, inForce }) => {
    return names.length > 0 && inForce ? [{ id: String(id), names, inForce }] : [];
  });
}

async function onItsPage(at: At, id: string): Promise<Figures> {
  const came = await publicationPage.loader({
    ...(await asked(at, `/dsl/publications/${id}`)),
    params: { id },
  });
  const { count, notRead, read } = came.inForce!;
  const { notYetDue, overdue } = count;
  expect(read).toHaveLength(inDateOf(count));
  expect(notRead).toHaveLength(notYetDue + overdue);
  return { inDate: inDateOf(count), notYetDue, overdue };
}

async function inItsFile(at: At, id: string): Promise<Figures> {
  const args = { ...(await asked(at, `/dsl/publications/${id}/read.csv`)), params: { id } };
  return figuresOf((await rowsOf(await readersFile.loader(args))).map(({ status = '' }) => status));
}

function figuresOf(statuses: readonly string[]): Figures {
  const count = (...which: string[]) => statuses.filter((one) => which.includes(one)).length;
  return {
    inDate: count('in-date', 'due-soon'),
    notYetDue: count('not-yet-due'),
    overdue: count('overdue'),
  };
}

async function onTheDashboard(at: At, name: string): Promise<Figures> {
  const { sections } = await governorsPage.loader(await asked(at, '/governors'));
  const row = [...sections.guidance, ...sections.promise].find((one) => isOf(one.item, name));
  if (!row?.shown || typeof row.shown === 'string') throw new Error(`${name} is not in numbers`);
  const { notYetDue, overdue } = row.shown;
  return { inDate: inDateOf(row.shown), notYetDue, overdue };
}

async function inTheGovernorsFile(at: At, name: string): Promise<Figures> {
  const rows = await rowsOf(await governorsFile.loader(await asked(at, '/governors.csv')));
  const row = rows.find(({ item = '', of }) => isOf(item, name) && of !== '');
  return {
    inDate: Number(row?.in_date),
    notYetDue: Number(row?.not_yet_due),
    overdue: Number(row?.overdue),
  };
}

/** The dashboard names the edition behind the requirement. */
function isOf(item: string, name: string): boolean {
  return item === name || item.startsWith(`${name} (`) || item.startsWith(`${name}: `);
}

async function inTheMatrix(at: At, name: string): Promise<Figures> {
  const rows = await rowsOf(await matrixFile.loader(await asked(at, '/dsl/matrix.csv')));
  const words = { 'In date': 'in-date', 'Due soon': 'due-soon', Overdue: 'overdue' };
  const labels = Object.entries({ ...words, 'Not yet due': 'not-yet-due' });
  return figuresOf(
    rows.map((row) => labels.find(([label]) => row[name]?.startsWith(label))?.[1] ?? ''),
  );
}

/** How many stand as overdue for it in "Do next": who is chased, and whose paper waits. */
async function overdueToDo(at: At, name: string): Promise<number> {
  let overdue = 0;
  for (const part of ['guidance', 'school', 'check']) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const came = await doNext.loader(await asked(at, `/dsl?part=${part}&page=${page}`));
      pages = came.pages;
      const things = came.parts.flatMap(({ tasks }) =>
        tasks.flatMap((task) => ('things' in task ? task.things : [])),
      );
      overdue += things.filter((one) => one.name === name && one.status === 'overdue').length;
    }
  }
  return overdue;
}

describe('whoever has read what is in force is counted alike', () => {
  test.each(EACH)('on every page and in every file of $school on $on', async (at) => {
    const all = await readings(at);
    expect(all.length).toBeGreaterThan(0);
    for (const { id, names, inForce } of all) {
      const { notYetDue, overdue } = inForce.count;
      const told = { inDate: inDateOf(inForce.count), notYetDue, overdue };
      const [name = '', ...others] = names;
      expect(others).toEqual([]);
      expect({
        itsPage: await onItsPage(at, id),
        itsFile: await inItsFile(at, id),
        dashboard: await onTheDashboard(at, name),
        governorsFile: await inTheGovernorsFile(at, name),
        matrix: await inTheMatrix(at, name),
        toDo: await overdueToDo(at, name),
      }).toEqual({
        itsPage: told,
        itsFile: told,
        dashboard: told,
        governorsFile: told,
        matrix: told,
        toDo: overdue,
      });
    }
  });
});

describe('Parkside’s roll-out of KCSIE 2026', () => {
  const figures = async (on: Day) => {
    const [kcsie] = await readings({ school: 'parkside', on });
    return kcsie?.inForce;
  };

  test('is about 60% done, and the rest have time', async () => {
    const inForce = await figures(DEMO_DAY);
    expect(inForce).toMatchObject({
      title: 'KCSIE 2026',
      count: { of: 38, inDate: 23, notYetDue: 15, notYetDueUntil: '2026-11-30', overdue: 0 },
    });
  });

  test('has run out the day after its last day; two starters had a week from joining', async () => {
    const until = { notYetDueUntil: '2026-11-30' };
    expect((await figures(day('2026-11-30')))?.count).toMatchObject({
      ...until,
      notYetDue: 13,
      overdue: 2,
    });
    expect((await figures(day('2026-12-01')))?.count).toMatchObject({ notYetDue: 0, overdue: 15 });
  });

  test('is Parkside’s alone: the others read KCSIE 2025 until their leads confirm 2026', () => {
    for (const school of Object.keys(DSL)) {
      const { id = 0 } = findSchoolByKey(database, school) ?? {};
      const kcsie = listPublicationsShown(database, id).find(({ key }) => key === 'kcsie');
      const coming = kcsie?.editions.find(({ key }) => key === 'kcsie-2026');
      expect(coming?.state).toBe(school === 'parkside' ? 'confirmed' : 'announced');
    }
  });
});
