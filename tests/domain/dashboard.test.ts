import { expect, test } from 'vitest';
import { isPresentOn } from '#app/domain/audience.ts';
import { countOf } from '#app/domain/counting.ts';
import { dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import { trendOf } from '#app/domain/dashboard/requirements.ts';
import { sectionsOf } from '#app/domain/dashboard/sections.ts';
import { type Day, day } from '#app/domain/days.ts';
import { standingsOf } from '#app/domain/standing.ts';
import type { PersonFacts, Policy } from '#app/domain/types.ts';
import { completion, held, line, MONTHS_24, policy, requirement, teacher } from './support.ts';

const ON = day('2026-11-16');
const PROMISE = { kind: 'school-policy' as const, document: 'Policy', place: 'Section 6' };

let lastPerson = 0;
function somebody(done: string | null, more: Partial<PersonFacts> = {}): PersonFacts {
  lastPerson += 1;
  return {
    id: lastPerson,
    appointments: [teacher('2020-09-01')],
    absences: [],
    exemptions: [],
    bookings: [],
    completions: done === null ? [] : [completion(done)],
    ...more,
  };
}

function dashboard(asked: Policy, people: PersonFacts[], on: Day = ON) {
  const standingsOn = (day: Day) => ({
    on: day,
    rows: people
      .filter((person) => isPresentOn(person, day))
      .map((person) => ({ person, standings: standingsOf(asked, person, day) })),
  });
  return dashboardOf({ policy: asked, people, standingsOn }, on);
}

const ASKED = policy([requirement([line(MONTHS_24)])]);
const IN_DATE = '2026-03-01';
const RUN_OUT = '2024-03-01';

test('five in date of six are told in numbers, four only in words', () => {
  const six = [somebody(RUN_OUT), ...Array.from({ length: 5 }, () => somebody(IN_DATE))];
  expect(sectionsOf(dashboard(ASKED, six)).guidance[0]).toMatchObject({
    figure: '5 of 6',
    rest: '1 overdue',
  });
  const [row] = sectionsOf(dashboard(ASKED, six.slice(0, 4))).guidance;
  expect(row).toMatchObject({ figure: 'not all', rest: '', leftOut: '', shown: 'not-all' });
});

test('the lead and the deputies are told in numbers, their roles being public', () => {
  const leads = policy([
    requirement([line(MONTHS_24, { audience: { categories: [], kinds: ['dsl', 'deputy-dsl'] } })]),
  ]);
  const people = ['dsl', 'deputy-dsl'].map((kind) =>
    somebody(IN_DATE, { appointments: [held(kind, '2020-09-01')] }),
  );
  const sections = sectionsOf(dashboard(leads, people));
  expect(sections.guidance[0]).toMatchObject({ figure: '2 of 2' });
  expect(sections.leads.map(({ figure, rest }) => `${figure} ${rest}`)).toEqual([
    'In date to 1 March 2028',
    'In date to 1 March 2028',
  ]);
});

test('somebody else among them hides the number', () => {
  const people = [
    somebody(IN_DATE),
    somebody(IN_DATE, { appointments: [held('dsl', '2020-09-01')] }),
  ];
  expect(sectionsOf(dashboard(ASKED, people)).guidance[0]).toMatchObject({ figure: 'all' });
});

test('who is overdue is counted as people: once by age, once by what is broken', () => {
  const both = policy([
    requirement([line(MONTHS_24)]),
    requirement([line(MONTHS_24, { basis: PROMISE })], { id: 2, key: 'promise' }),
  ]);
  const done = (guidance: string, promise: string) =>
    somebody(null, {
      completions: [completion(guidance), completion(promise, { requirementId: 2 })],
    });
  const people = [
    done(IN_DATE, IN_DATE),
    done('2024-11-01', '2024-03-01'),
    done(IN_DATE, '2024-10-01'),
  ];
  const shown = dashboard(both, people);
  expect(shown.overdue).toEqual({
    people: 2,
    of: 3,
    ageing: { to30: 0, to90: 1, over90: 1 },
    guidance: 1,
    promise: 1,
  });
  expect(shown.guidance).toMatchObject({ inDate: 2, of: 3 });
  expect(shown.everything).toMatchObject({ inDate: 1, of: 3 });
});

test('small groups are put together, so that the whole less the others tells nothing', () => {
  const asked = policy([
    requirement([
      line(MONTHS_24, { audience: { categories: ['staff', 'governor', 'supply'], kinds: [] } }),
    ]),
  ]);
  const of = (category: 'governor' | 'supply') => [
    { kind: category, category, from: day('2020-09-01'), to: null },
  ];
  const people = [
    ...Array.from({ length: 6 }, () => somebody(IN_DATE)),
    ...Array.from({ length: 3 }, () => somebody(IN_DATE, { appointments: of('governor') })),
    ...Array.from({ length: 2 }, () => somebody(RUN_OUT, { appointments: of('supply') })),
  ];
  const groups = sectionsOf(dashboard(asked, people)).groups;
  expect(groups.map(({ item, figure }) => [item, figure])).toEqual([
    ['Staff', '6 of 6'],
    ['Supply and governors', '3 of 5'],
  ]);
});

test('who is away, has left, begins later or is asked nothing is counted beside the figures', () => {
  const people = [
    somebody(IN_DATE),
    somebody(IN_DATE, { absences: [{ from: day('2026-10-01'), to: null }] }),
    somebody(IN_DATE, { appointments: [teacher('2020-09-01', '2026-11-13')] }),
    somebody(null, { appointments: [teacher('2027-01-04')] }),
    somebody(null, {
      appointments: [
        { kind: 'volunteer', category: 'volunteer', from: day('2020-09-01'), to: null },
      ],
    }),
  ];
  expect(dashboard(ASKED, people).leftOut).toMatchObject({
    inPost: 3,
    counted: 1,
    away: 1,
    awayOpen: 1,
    nothingAsked: 1,
    nothingAskedOf: 'volunteers',
    left: 1,
    toBegin: 1,
  });
});

test('better or worse goes by the share overdue, not by those for whom it is not yet due', () => {
  const count = (of: number, overdue: number) => ({ ...countOf([]), of, overdue });
  expect(trendOf(count(40, 2), count(30, 2))).toBe('same');
  expect(trendOf(count(40, 3), count(30, 2))).toBe('worse');
  expect(trendOf(count(40, 1), count(30, 2))).toBe('better');
  expect(trendOf('not-all', count(30, 2))).toBeNull();
});
