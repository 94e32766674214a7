import { expect, test } from 'vitest';
import { countOf } from '#app/domain/counting.ts';
import { type Dashboard, dashboardOf } from '#app/domain/dashboard/dashboard.ts';
import type { RequirementFigure } from '#app/domain/dashboard/requirements.ts';
import { day } from '#app/domain/days.ts';
import { QUESTION_KEYS, questionsOf } from '#app/domain/questions.ts';
import { policy } from './support.ts';

const ON = day('2026-11-16');

/** A school with nobody in it, and what a test says of it. */
function dashboard(said: Partial<Dashboard> = {}): Dashboard {
  const standingsOn = (on: typeof ON) => ({ on, rows: [] });
  return { ...dashboardOf({ policy: policy([]), people: [], standingsOn }, ON), ...said };
}

function read(more: Partial<RequirementFigure>): RequirementFigure {
  return {
    key: 'kcsie',
    name: 'KCSIE read',
    edition: 'KCSIE 2026',
    basis: 'statutory-guidance',
    hasNoInterval: false,
    now: { ...countOf([]), of: 52, inDate: 52 },
    lastTerm: null,
    trend: null,
    ...more,
  };
}

const COVER = {
  name: 'DSL cover',
  isLeads: true,
  securesToday: true,
  secureUntil: day('2027-01-01'),
  failsOn: day('2027-01-02'),
  lacking: ['a deputy'],
};

const overdue = (more: Partial<Dashboard['overdue']>) => ({
  ...dashboard().overdue,
  of: 47,
  ...more,
});
const whole = { inDate: 44, of: 47, notYetDue: 0, notYetDueUntil: null };

const CASES: [string, Partial<Dashboard>, string][] = [
  [
    'leads-cover',
    { cover: [COVER] },
    'DSL cover fails on 2 January 2027 for want of a deputy in date.',
  ],
  [
    'leads-cover',
    { cover: [{ ...COVER, securesToday: false, secureUntil: null, failsOn: ON }] },
    'DSL cover fails today for want of a deputy in date.',
  ],
  [
    'leads-overdue',
    {
      leads: {
        requirements: ['Level 3'],
        holders: [
          { role: 'Lead', answers: [{ status: 'in-date', words: '' }] },
          { role: 'Deputy', answers: [{ status: 'overdue', words: '' }] },
        ],
      },
    },
    '1 of 2 in the roles of lead and deputy is overdue: Level 3.',
  ],
  [
    'guidance-overdue',
    { guidance: whole, overdue: overdue({ guidance: 3 }) },
    '3 of 47 people are overdue for something that law or statutory guidance asks.',
  ],
  [
    'edition-unread',
    {
      requirements: [
        read({
          now: {
            ...countOf([]),
            of: 52,
            inDate: 31,
            notYetDue: 21,
            notYetDueUntil: day('2026-10-31'),
          },
        }),
      ],
    },
    'KCSIE 2026 has been read by 31 of 52; 21 not yet due (until 31 October 2026).',
  ],
  [
    'edition-unconfirmed',
    { editionsToConfirm: [{ title: 'KCSIE 2026', since: day('2026-09-01') }] },
    'KCSIE 2026 was announced for 1 September 2026 and has not been confirmed here, so nobody is asked to read it yet.',
  ],
  [
    'other-cover',
    { cover: [{ ...COVER, isLeads: false, name: 'First-aid cover', lacking: ['first-aiders'] }] },
    'First-aid cover fails on 2 January 2027 for want of first-aiders in date.',
  ],
  [
    'long-overdue',
    { overdue: overdue({ ageing: { to30: 0, to90: 0, over90: 1 } }) },
    '1 of 47 people has been overdue for something for more than 90 days.',
  ],
  [
    'induction-late',
    { induction: { term: 'Autumn', startedFrom: ON, shown: { of: 6, onTime: 5 } } },
    '5 of 6 people who began this term met their induction on time.',
  ],
  [
    'induction-late',
    { induction: { term: 'Autumn', startedFrom: ON, shown: 'not-all' } },
    'Not all who began this term met their induction on time.',
  ],
  [
    'governors',
    {
      governors: {
        requirements: [{ name: 'Training', now: 'not-all' }],
        notToldApart: [],
        safeguardingGovernor: null,
      },
    },
    'Governors’ own training: not all in date for Training.',
  ],
  [
    'worse',
    {
      lastTerm: {
        name: 'Summer',
        on: day('2026-07-21'),
        guidance: { inDate: 0, of: 0 },
        everything: { inDate: 0, of: 0 },
      },
      requirements: [
        read({
          edition: null,
          trend: 'worse',
          now: { ...countOf([]), of: 40, inDate: 30, overdue: 10 },
          lastTerm: { ...countOf([]), of: 40, inDate: 38, overdue: 2 },
        }),
      ],
    },
    'KCSIE read: 30 of 40 in date, after 38 of 40 on 21 July 2026.',
  ],
  [
    'papers-wait',
    { evidence: { ...dashboard().evidence, waiting: 6, oldest: day('2026-11-02') } },
    '6 papers wait for a check; the oldest is of 2 November 2026.',
  ],
  [
    'no-interval',
    { requirements: [read({ edition: null, hasNoInterval: true })] },
    '1 of 1 requirements has no interval set: once done, they never run out.',
  ],
];

test.each(CASES)('%s: says the figure and what to ask', (key, said, figure) => {
  expect(questionsOf(dashboard(said))[0]).toMatchObject({ key, figure });
});

test('where nothing is wrong nothing is asked', () => {
  expect(questionsOf(dashboard())).toEqual([]);
});

test('cover that fails later than in ninety days is no question yet', () => {
  expect(
    questionsOf(dashboard({ cover: [{ ...COVER, failsOn: day('2027-02-14') }] })),
  ).toHaveLength(1);
  expect(questionsOf(dashboard({ cover: [{ ...COVER, failsOn: day('2027-02-15') }] }))).toEqual([]);
});

test('five are shown at most, the weightiest first', () => {
  const everything = Object.assign({}, ...CASES.map(([, said]) => said).reverse());
  const keys = questionsOf(dashboard(everything)).map(({ key }) => key);
  expect(keys).toHaveLength(5);
  expect(keys).toEqual(
    [...keys].sort((a, b) => QUESTION_KEYS.indexOf(a) - QUESTION_KEYS.indexOf(b)),
  );
  expect(keys[0]).toBe('leads-cover');
});
