import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schoolDashboard } from '#app/data/dashboard.ts';
import { closeDatabase, type Database } from '#app/data/database.ts';
import { schoolFacts } from '#app/data/facts.ts';
import { listPublicationsShown } from '#app/data/publications.ts';
import { findSchoolByKey } from '#app/data/schools.ts';
import {
  firstWeeksOfPerson,
  listStarters,
  schoolFirstWeeks,
  schoolInduction,
} from '#app/data/starters.ts';
import { sectionsOf } from '#app/domain/dashboard/sections.ts';
import { day } from '#app/domain/days.ts';
import { isAskedOfAny } from '#app/domain/induction-list/covers.ts';
import { starterShown } from '#app/domain/induction-list/starter-words.ts';
import { editionOfStep, whereToRead } from '#app/domain/induction-list/to-read.ts';
import { DEMO_DAY, openDemoInMemory } from '#tests/support/demo.ts';

const SCHOOLS = ['longton', 'john-moore', 'parkside', 'grange', 'droitwich'];

let demo: Database;
beforeAll(async () => {
  demo = await openDemoInMemory();
}, 60_000);
afterAll(() => closeDatabase(demo));

const idOf = (key: string) => findSchoolByKey(demo, key)!.id;

/** Who is in their first weeks at a school, each with how far they are. */
function startersAt(key: string, on = DEMO_DAY) {
  const { policy } = schoolFacts(demo, idOf(key));
  const { open, done } = listStarters(demo, idOf(key), on);
  return [...open, ...done].map((one) => {
    const { name, stands } = starterShown(policy, one, undefined, on);
    return `${name}: ${stands}`;
  });
}

test.each(SCHOOLS)(
  'the lists of %s hold together, and ask something of everybody in them',
  (key) => {
    const { policy } = schoolFacts(demo, idOf(key));
    const { lists } = schoolFirstWeeks(demo, idOf(key));
    expect(lists.map(({ key }) => key)).toEqual(['staff', 'supply', 'volunteers', 'visitors']);
    for (const { audience, steps, key: list } of lists) {
      for (const { requirementId, key: step } of steps) {
        const requirement = policy.requirements.find(({ id }) => id === requirementId);
        const isAsked = !requirement || isAskedOfAny(policy, requirement, audience, DEMO_DAY);
        expect(isAsked, `${list} ${step}`).toBe(true);
      }
    }
  },
);

test('Grange has a starter of today, one half way, a supply teacher and a volunteer', () => {
  expect(startersAt('grange')).toMatchInlineSnapshot(`
    [
      "Monique Delacourt: 4 of 5 done; 1 late since 22 September 2026.",
      "Tamsin Corrie: 6 of 10 done; 3 late, the first since 13 October 2026; 2 ticked by the starter alone.",
      "Theo Baptiste: 0 of 10 done; next by 16 November 2026.",
      "Ewa Kowalczyk: 2 of 3 done; next by 23 November 2026.",
      "Sebastian Toynbee: 10 of 10 done.",
      "Kathryn Wolff: 10 of 10 done.",
    ]
  `);
});

test('what is to be read leads to the document that the school keeps, in the edition in force', () => {
  const { open } = listStarters(demo, idOf('grange'), DEMO_DAY);
  const theo = open.find(({ person }) => person.name === 'Theo Baptiste')!;
  const publications = listPublicationsShown(demo, idOf('grange'));
  const titleOf = (step: (typeof theo.weeks.steps)[number]) =>
    editionOfStep(step, publications, DEMO_DAY)?.title;
  const read = theo.weeks.steps.map((step) => [step.key, titleOf(step)]);
  expect(read.filter(([, title]) => title !== undefined)).toEqual([
    ['child-protection-policy', 'Child protection policy, autumn 2019'],
    ['code-of-conduct', 'Staff code of conduct, September 2024'],
    ['behaviour-policy', 'Behaviour policy, September 2025'],
    ['kcsie', 'KCSIE 2025'],
  ]);
  const named = {
    ...theo.weeks.steps.find(({ standing }) => standing === null)!,
    key: 'step',
    words: 'Staff Code of Conduct talked through',
  };
  expect(titleOf(named)).toBe('Staff code of conduct, September 2024');

  const kcsie = theo.weeks.steps.find(({ key }) => key === 'kcsie')!;
  expect(whereToRead(kcsie, publications, DEMO_DAY)?.href).toMatch(/^\/my\/read\/\d+$/);
  expect(whereToRead(named, publications, DEMO_DAY)).toBeNull();
  const link = 'https://school.example/conduct.pdf';
  const linked = publications.map(({ editions, ...one }) => {
    return { ...one, editions: editions.map((edition) => ({ ...edition, link })) };
  });
  expect(whereToRead(named, linked, DEMO_DAY)).toEqual({
    href: link,
    label: 'Read it: Staff code of conduct, September 2024',
  });
});

test('Droitwich has a starter of September who is late with one', () => {
  expect(startersAt('droitwich')).toMatchInlineSnapshot(`
    [
      "Joel Tranmer: 8 of 9 done; 1 late since 15 September 2026; 1 ticked by the starter alone.",
      "Leopold Garnett: 4 of 5 done; 1 late since 13 October 2026.",
      "Bernice Asare: 8 of 9 done; 1 late since 22 October 2026.",
      "Cassandra Veitch: 0 of 9 done; next by 16 November 2026.",
      "Elspeth Munro: 9 of 9 done.",
      "Ridwan Sesay: 9 of 9 done.",
    ]
  `);
});

test('who began before a school had its lists is asked for nothing', () => {
  expect(startersAt('longton').map((words) => words.split(':')[0])).toEqual(['Mirela Stanciu']);
  for (const key of SCHOOLS) {
    const { people } = schoolFacts(demo, idOf(key));
    for (const person of people) {
      const began = firstWeeksOfPerson(demo, idOf(key), person, DEMO_DAY)?.beganOn;
      if (began) expect(began >= '2026-09-01').toBe(true);
    }
  }
});

test('nobody is on both sides of a tick', () => {
  for (const key of SCHOOLS) {
    for (const ticks of schoolFirstWeeks(demo, idOf(key)).ticks.values()) {
      for (const { stepId, accountId } of ticks.filter(({ side }) => side === 'responsible')) {
        expect(accountId).not.toBeNull();
        const other = ticks.find((one) => one.stepId === stepId && one.side === 'starter');
        expect(other?.accountId).not.toBe(accountId);
      }
    }
  }
});

describe('induction on time is one figure', () => {
  const DAYS = ['2026-09-10', '2026-10-05', '2026-11-16', '2026-12-18'].map((text) => day(text));

  test.each(SCHOOLS)('for governors and for the lead of %s', (key) => {
    for (const on of DAYS) {
      const known = schoolInduction(demo, idOf(key), on);
      const dashboard = schoolDashboard(demo, idOf(key), on);
      const [row] = sectionsOf(dashboard).induction;
      const shown = dashboard.induction?.shown;
      if (known === null || shown === undefined) expect(known).toBeNull();
      else if (typeof shown === 'object') {
        expect(shown).toEqual({ of: known.of, onTime: known.onTime });
        expect(row?.figure).toBe(`${known.onTime} of ${known.of}`);
      } else {
        expect(known.of).toBeLessThan(5);
        const all = known.onTime === known.of ? 'all' : 'not-all';
        expect(shown).toBe(known.of === 0 ? 'no-one' : all);
      }
    }
  });

  test('and ticks weigh in it: half ticked is not on time', () => {
    expect(schoolInduction(demo, idOf('grange'), DEMO_DAY)).toMatchInlineSnapshot(`
      {
        "of": 4,
        "onTime": 1,
        "startedFrom": "2026-07-22",
        "term": {
          "from": "2026-09-01",
          "name": "Autumn term 2026",
          "to": "2026-12-18",
        },
      }
    `);
    expect(schoolInduction(demo, idOf('droitwich'), DEMO_DAY)).toMatchInlineSnapshot(`
      {
        "of": 0,
        "onTime": 0,
        "startedFrom": "2026-10-24",
        "term": {
          "from": "2026-11-02",
          "name": "Autumn term 2026, second half",
          "to": "2026-12-18",
        },
      }
    `);
  });
});
