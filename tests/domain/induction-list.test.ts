import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '#app/domain/days.ts';
import { inductionOnTime } from '#app/domain/induction.ts';
import { firstWeeksOf, isShown, sideLacking } from '#app/domain/induction-list/first-weeks.ts';
import type {
  InductionFacts,
  InductionList,
  InductionStep,
  Tick,
} from '#app/domain/induction-list/list.ts';
import {
  startersAnswer,
  startersOf,
  starterTaskOf,
  starterTaskWords,
} from '#app/domain/induction-list/starters.ts';
import { whyNotTick } from '#app/domain/induction-list/who-ticks.ts';
import {
  inductionAnswer,
  ownWeeksAnswer,
  stepSentence,
  theirWeeksAnswer,
} from '#app/domain/induction-list/words.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import {
  completion,
  line,
  MONTHS_24,
  person,
  policy,
  requirement,
  teacher,
  time,
} from './support.ts';

const STAFF = { categories: ['staff' as const], kinds: [] };
const VOLUNTEERS = { categories: ['volunteer' as const], kinds: [] };
const TRAINING = requirement([line(MONTHS_24)]);
const TERM = { name: 'Autumn', from: day('2026-09-01'), to: day('2026-12-18') };
const LEAD_KIND = { key: 'dsl', label: 'Designated safeguarding lead', category: 'staff' as const };
const SCHOOL = policy([TRAINING], { terms: [TERM], appointmentKinds: [LEAD_KIND] });
const volunteer = (from: string) => {
  return { kind: 'volunteer', category: 'volunteer' as const, from: day(from), to: null };
};
const BEGAN = '2026-11-02';

function step(id: number, key: string, more: Partial<InductionStep> = {}): InductionStep {
  const own = { words: `Do ${key}`, within: 7, requirementId: null, responsible: 'dsl' };
  return { id, key, ...own, startsOn: null, retiredFrom: null, ...more };
}

function list(steps: InductionStep[], more: Partial<InductionList> = {}): InductionList {
  const own = { id: 1, key: 'staff', name: 'Staff', audience: STAFF };
  return { ...own, startsOn: day('2026-09-01'), steps, ...more };
}

function tick(stepId: number, side: Tick['side'], on: string, more: Partial<Tick> = {}): Tick {
  const by = side === 'starter' ? { name: 'Theo', isOwn: true } : { name: 'Bronwen', isOwn: false };
  return { stepId, side, isDone: true, tickedOn: day(on), accountId: 1, ...by, ...more };
}

const both = (stepId: number, starter: string, responsible: string) => [
  tick(stepId, 'starter', starter),
  tick(stepId, 'responsible', responsible),
];

function facts(lists: InductionList[], who: PersonFacts, ticks: Tick[] = []): InductionFacts {
  return { lists, ticks: new Map([[who.id, ticks]]) };
}

const THEO = { name: 'Theo', isReader: false };
const starter = (more: Partial<PersonFacts> = {}) =>
  person({ appointments: [teacher(BEGAN)], ...more });

function weeksOf(who: PersonFacts, lists: InductionList[], on: string, ticks: Tick[] = []) {
  return firstWeeksOf(SCHOOL, facts(lists, who, ticks), who, day(on));
}

/** The one step of a list, on a day, with its sentence. */
function only(on: string, { ticks = [], who = starter(), of = step(1, 'met') }: Only = {}) {
  const weeks = weeksOf(who, [list([of])], on, ticks);
  const [first] = weeks?.steps ?? [];
  return first ? [first.state, stepSentence(SCHOOL, first, THEO, day(on))] : null;
}
type Only = { ticks?: Tick[]; who?: PersonFacts; of?: InductionStep };

describe('a step that is ticked', () => {
  test.each([
    ['2026-11-08', 'open', 'Due by 9 November 2026.'],
    ['2026-11-09', 'open', 'Due by the end of today.'],
    ['2026-11-10', 'late', 'Late since 10 November 2026.'],
  ])('on %s is %s', (on, state, sentence) => {
    expect(only(on)).toEqual([state, sentence]);
  });

  test('by the end of the first day: late on the second', () => {
    const of = step(1, 'met', { within: 0 });
    expect(only('2026-11-02', { of })).toEqual(['open', 'Due by the end of today.']);
    expect(only('2026-11-03', { of })).toEqual(['late', 'Late since 3 November 2026.']);
  });

  test('takes both: one of them is half, and says whose is missing', () => {
    const half = [tick(1, 'starter', '2026-11-03')];
    expect(only('2026-11-10', { ticks: half })).toEqual([
      'late',
      'Ticked by Theo on 3 November 2026, still to be ticked by whoever answers for it (Designated safeguarding lead); late since 10 November 2026.',
    ]);
    const other = [tick(1, 'responsible', '2026-11-03')];
    expect(only('2026-11-05', { ticks: other })?.[1]).toBe(
      'Ticked by Bronwen on 3 November 2026, still to be ticked by Theo; due by 9 November 2026.',
    );
    expect(only('2026-11-10', { ticks: both(1, '2026-11-03', '2026-11-10') })).toEqual([
      'done',
      'Done on 10 November 2026: ticked by Theo on 3 November 2026 and by Bronwen on 10 November 2026.',
    ]);
  });

  test('is told apart where a lead entered the signed sheet', () => {
    const entered = [tick(1, 'starter', '2026-11-03', { isOwn: false, name: 'Bronwen' })];
    expect(only('2026-11-05', { ticks: entered })?.[1]).toMatch(
      /^Ticked by Theo on 3 November 2026 \(from the signed sheet, entered by Bronwen\), still/,
    );
  });

  test('is open again once a side has taken its tick back', () => {
    const back = [
      ...both(1, '2026-11-03', '2026-11-03'),
      tick(1, 'starter', '2026-11-04', { isDone: false }),
    ];
    expect(only('2026-11-05', { ticks: back })?.[0]).toBe('open');
    expect(only('2026-11-03', { ticks: back })?.[0]).toBe('done');
  });

  test('asks for nothing while somebody is away, and moves past the return', () => {
    const away = starter({ absences: [time('2026-11-05', '2026-11-20')] });
    expect(only('2026-11-12', { who: away })).toEqual(['away', 'Nothing is asked while away.']);
    expect(only('2026-11-28', { who: away })).toEqual(['open', 'Due by the end of today.']);
    expect(only('2026-11-29', { who: away })?.[0]).toBe('late');
    const unknown = starter({ absences: [time('2026-11-05')] });
    expect(only('2027-02-01', { who: unknown })?.[0]).toBe('away');
  });
});

describe('a step that a requirement decides', () => {
  const of = step(1, 'training', { requirementId: TRAINING.id, within: 30 });

  test('has the requirement’s own day and sentence, and no tick counts for it', () => {
    const weeks = weeksOf(
      starter(),
      [list([of])],
      '2026-11-10',
      both(1, '2026-11-03', '2026-11-03'),
    );
    expect(weeks?.steps).toMatchObject([
      { state: 'late', dueOn: '2026-11-09', lateSince: '2026-11-10', starterTick: null },
    ]);
    expect(only('2026-11-08', { of })?.[0]).toBe('open');
  });

  test('is done when it is in date, by what was done elsewhere too', () => {
    const done = starter({ completions: [completion('2026-05-01')] });
    expect(only('2026-11-02', { of, who: done })?.[0]).toBe('done');
  });

  test('stays done when the requirement asks for it anew', () => {
    const done = starter({ completions: [completion('2026-11-03')] });
    expect(only('2028-12-01', { of, who: done })).toEqual([
      'done',
      'Done on 3 November 2026. What is asked since then stands on the training page.',
    ]);
  });

  test('waits, and is not late, while what was handed in is to be checked', () => {
    const waiting = starter({
      completions: [completion('2026-11-03', { check: 'awaiting-check' })],
    });
    expect(only('2026-11-20', { of, who: waiting })?.[0]).toBe('open');
  });

  test('is not there for whom it is not asked of', () => {
    const exempt = starter({
      exemptions: [
        {
          requirementId: TRAINING.id,
          ...time('2026-11-01', '2026-12-01'),
          to: day('2026-12-01'),
          reason: 'x',
        },
      ],
    });
    expect(only('2026-11-10', { of, who: exempt })).toBeNull();
    const helper = person({ appointments: [volunteer(BEGAN)] });
    const theirs = list([of], { audience: VOLUNTEERS });
    expect(weeksOf(helper, [theirs], '2026-11-10')).toBeNull();
  });
});

describe('which list applies', () => {
  test.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-09-02', true],
  ])('to whom joins on %s: %s', (from, isAsked) => {
    const who = person({ appointments: [teacher(from)] });
    expect(weeksOf(who, [list([step(1, 'met')])], '2026-11-16') !== null).toBe(isAsked);
  });

  test('a move, or a re-issued contract, begins nothing anew', () => {
    const moved = person({ appointments: [teacher('2020-09-01', '2026-10-31'), teacher(BEGAN)] });
    expect(weeksOf(moved, [list([step(1, 'met')])], '2026-11-16')).toBeNull();
  });

  test('a later time at the school begins anew, and old ticks belong to the earlier one', () => {
    const back = person({
      appointments: [teacher('2026-09-01', '2026-09-30'), teacher('2027-02-01')],
    });
    const old = both(1, '2026-09-02', '2026-09-02');
    const lists = [list([step(1, 'met')])];
    expect(weeksOf(back, lists, '2026-09-20', old)?.isOpen).toBe(false);
    expect(weeksOf(back, lists, '2027-02-02', old)?.isOpen).toBe(true);
  });

  test('a step that is added later is for those who join from then on', () => {
    const added = step(2, 'added', { startsOn: day('2026-11-03') });
    const keysOf = (from: string) =>
      weeksOf(
        person({ appointments: [teacher(from)] }),
        [list([step(1, 'met'), added])],
        '2026-11-16',
      )?.steps.map(({ key }) => key);
    expect(keysOf('2026-11-02')).toEqual(['met']);
    expect(keysOf('2026-11-03')).toEqual(['met', 'added']);
  });

  test('a retired step is asked of nobody from its day on', () => {
    const of = step(1, 'met', { retiredFrom: day('2026-11-05') });
    expect(only('2026-11-04', { of })).not.toBeNull();
    expect(only('2026-11-05', { of })).toBeNull();
  });

  test('of several audiences: the union, a step once, by its earliest day', () => {
    const who = person({
      appointments: [teacher(BEGAN), volunteer('2026-11-09')],
    });
    const theirs = list([step(8, 'met', { within: 0 }), step(9, 'leaflet')], {
      id: 2,
      key: 'volunteers',
      audience: VOLUNTEERS,
    });
    const weeks = weeksOf(who, [list([step(1, 'met', { within: 10 })]), theirs], '2026-11-09', [
      tick(1, 'starter', '2026-11-03'),
      tick(8, 'responsible', '2026-11-09'),
    ]);
    expect(weeks?.steps.map(({ key, state, dueOn }) => [key, state, dueOn])).toEqual([
      ['met', 'done', '2026-11-09'],
      ['leaflet', 'open', '2026-11-16'],
    ]);
  });

  test('what was ticked stays when a role, and with it a list, falls away, or a step is taken out', () => {
    const also = (to: string | null) =>
      person({
        appointments: [teacher(BEGAN, to), volunteer(BEGAN)],
      });
    const lists = [
      list([step(1, 'code')]),
      list([step(2, 'code')], { id: 2, key: 'volunteers', audience: VOLUNTEERS }),
    ];
    const ticks = both(1, BEGAN, '2026-11-03');
    const stateOf = (who: PersonFacts, of: InductionList[]) =>
      weeksOf(who, of, '2026-11-12', ticks)?.steps.map(({ ids, state }) => [ids, state]);
    expect(stateOf(also(null), lists)).toEqual([[[1, 2], 'done']]);
    expect(stateOf(also('2026-11-10'), lists)).toEqual([[[2], 'done']]);
    const retired = step(1, 'code', { retiredFrom: day('2026-11-10') });
    expect(stateOf(also(null), [list([retired]), lists[1]!])).toEqual([[[2], 'done']]);
  });

  test('what falls due after the last day is not asked for, and what was done by then stays', () => {
    const until = (to: string) => person({ appointments: [teacher(BEGAN, to)] });
    const lists = [list([step(1, 'met', { within: 0 }), step(2, 'code')])];
    const keysOf = (to: string, ticks: Tick[] = []) =>
      weeksOf(until(to), lists, '2026-11-05', ticks)?.steps.map(({ key }) => key);
    expect(keysOf('2026-11-08')).toEqual(['met']);
    expect(keysOf('2026-11-09')).toEqual(['met', 'code']);
    expect(keysOf('2026-11-08', both(2, BEGAN, '2026-11-03'))).toEqual(['met', 'code']);
  });

  test('whoever begins within a fortnight is shown, with nothing late', () => {
    const coming = person({ appointments: [teacher('2026-11-30')] });
    const lists = [list([step(1, 'met', { within: 0 })])];
    expect(weeksOf(coming, lists, '2026-11-15')).toBeNull();
    expect(weeksOf(coming, lists, '2026-11-16')).toMatchObject({ beganOn: '2026-11-30', late: 0 });
    const left = person({ appointments: [teacher(BEGAN, '2026-11-13')] });
    expect(weeksOf(left, lists, '2026-11-16')).toBeNull();
  });
});

describe('first sentences', () => {
  const lists = [list([step(1, 'met', { within: 0 }), step(2, 'read'), step(3, 'code')])];
  const answers = (on: string, ticks: Tick[] = []) => {
    const weeks = weeksOf(starter(), lists, on, ticks)!;
    return [ownWeeksAnswer(weeks, day(on)), theirWeeksAnswer(weeks, day(on))];
  };

  test('say how many are done of how many, and what is next or late', () => {
    expect(answers('2026-11-02')).toEqual([
      '0 of 3 things of your first weeks are done; the next is due by the end of today.',
      '0 of 3 things of their first weeks are done; the next is due by the end of today.',
    ]);
    expect(answers('2026-11-03')[0]).toBe(
      '0 of 3 things of your first weeks are done; 1 is late, since 3 November 2026.',
    );
    const met = both(1, '2026-11-02', '2026-11-02');
    expect(answers('2026-11-12', met)[0]).toBe(
      '1 of 3 things of your first weeks is done; 2 are late, the first since 10 November 2026.',
    );
    const all = [1, 2, 3].flatMap((id) => both(id, '2026-11-02', '2026-11-02'));
    expect(answers('2026-11-12', all)[0]).toBe('All 3 things of your first weeks are done.');
  });

  test('tell whoever has done their part that the rest waits for others', () => {
    const own = [1, 2, 3].map((id) => tick(id, 'starter', '2026-11-02'));
    expect(answers('2026-11-02', own)[0]).toBe(
      '0 of 3 things of your first weeks are done; your part is done, and the rest waits for others.',
    );
  });

  test('of the page of starters: by what is late, then by day', () => {
    const named = (name: string, from: string) => ({
      ...person({ appointments: [teacher(from)] }),
      name,
    });
    const people = ['2026-11-16', '2026-11-01', '2026-10-20', '2026-11-20'].map((from) =>
      named(from, from),
    );
    const found = startersOf(SCHOOL, { lists, ticks: new Map() }, people, day('2026-11-16'));
    expect(found.open.map(({ person: { name } }) => name)).toEqual([
      '2026-10-20',
      '2026-11-01',
      '2026-11-16',
    ]);
    expect(found.coming.map(({ person: { name } }) => name)).toEqual(['2026-11-20']);
    expect(startersAnswer(found, day('2026-11-16'))).toBe(
      '3 people are in their first weeks, 2 of them with something late. 1 begins on 20 November 2026.',
    );
    expect(startersAnswer({ open: [], coming: [], done: [] }, day('2026-11-16'))).toBe(
      'Nobody has anything left of their first weeks.',
    );
  });

  test('a list that is done is kept for twelve weeks, an open one for ever', () => {
    const all = [1, 2, 3].flatMap((id) => both(id, '2026-11-02', '2026-11-02'));
    const shown = (on: string, ticks: Tick[]) =>
      isShown(weeksOf(starter(), lists, on, ticks)!, day(on));
    expect(shown('2027-01-25', all)).toBe(true);
    expect(shown('2027-01-26', all)).toBe(false);
    expect(shown('2029-01-26', all.slice(1))).toBe(true);
  });

  test('what is late or due this week is something to do', () => {
    const task = (on: string) => {
      const found = starterTaskOf(weeksOf(starter(), lists, on)!, day(on));
      return found && starterTaskWords(found);
    };
    expect(task('2026-11-02')).toBe('1 step due by 2 November 2026');
    expect(task('2026-11-03')).toBe(
      '1 step late since 3 November 2026; 2 steps due by 9 November 2026',
    );
    expect(task('2026-11-10')).toBe('3 steps late, the first since 3 November 2026');
  });
});

describe('induction on time takes in what is ticked', () => {
  const lists = [list([step(1, 'met')])];
  const trained = [completion('2026-11-02')];
  const figure = (on: string, ticks: Tick[], completions = trained) => {
    const who = starter({ completions });
    const found = inductionOnTime(SCHOOL, [who], day(on), facts(lists, who, ticks));
    return [found?.onTime, found?.of];
  };

  test.each([
    ['by the day', both(1, '2026-11-03', '2026-11-09'), [1, 1]],
    ['a day late', both(1, '2026-11-03', '2026-11-10'), [0, 1]],
    ['by one side only', [tick(1, 'starter', '2026-11-03')], [0, 1]],
    ['not at all', [], [0, 1]],
  ])('%s', (_, ticks, expected) => {
    expect(figure('2026-11-16', ticks)).toEqual(expected);
  });

  test('and does not count anybody of whom nothing has fallen due', () => {
    expect(figure('2026-11-09', [])).toEqual([0, 0]);
    expect(figure('2026-11-10', [])).toEqual([0, 1]);
  });

  test('nor forgives what a requirement asks', () => {
    expect(figure('2026-11-16', both(1, '2026-11-03', '2026-11-03'), [])).toEqual([0, 1]);
  });

  test('is said with its numbers to those who know the names', () => {
    const who = starter({ completions: trained });
    const of = inductionOnTime(SCHOOL, [who], day('2026-11-16'), facts(lists, who));
    expect(inductionAnswer(of)).toBe(
      'Induction on time: 0 of 1 person who began since 1 September 2026 (Autumn), and of whom something has fallen due.',
    );
  });
});

describe('who may tick', () => {
  const LEAD = { accountId: 7, personIds: [70], kinds: ['dsl'] };
  const OFFICE = { accountId: 8, personIds: [80], kinds: ['office'] };
  const HEAD = { accountId: 6, personIds: [60], kinds: ['headteacher'] };
  const OWN = { accountId: 9, personIds: [1], kinds: ['teacher'] };
  const school = { responsible: 'office', leadIds: [70, 71] };
  const base = { personId: 1, hasAccount: true, other: null, ...school };
  const NONE = { ...base, hasAccount: false };
  const BY_LEAD = { accountId: 7, personIds: [70] };

  test.each([
    ['the starter their own side', { ...base, side: 'starter', ticker: OWN }, null],
    [
      'the starter the other side',
      { ...base, side: 'responsible', ticker: OWN },
      /own first weeks/,
    ],
    ['a lead for a starter with an account', { ...base, side: 'starter', ticker: LEAD }, /account/],
    ['a lead for one without', { ...NONE, side: 'starter', ticker: LEAD }, null],
    ['the office for one without', { ...NONE, side: 'starter', ticker: OFFICE }, /whoever starts/],
    ['the office what it answers for', { ...base, side: 'responsible', ticker: OFFICE }, null],
    ['a lead what the office answers for', { ...base, side: 'responsible', ticker: LEAD }, null],
    [
      'the head what the office answers for',
      { ...base, side: 'responsible', ticker: HEAD },
      /answers/,
    ],
    [
      'the head where the only lead starts',
      { ...base, leadIds: [], side: 'responsible', ticker: HEAD },
      null,
    ],
    [
      'the head where the only lead entered the sheet',
      { ...NONE, leadIds: [70], side: 'responsible', ticker: HEAD, other: BY_LEAD },
      null,
    ],
    [
      'the head where another lead is here beside who entered it',
      { ...NONE, side: 'responsible', ticker: HEAD, other: BY_LEAD },
      /answers/,
    ],
    [
      'the head where they entered nothing and start themselves',
      { ...base, personId: 60, leadIds: [], side: 'responsible', ticker: HEAD },
      /own first weeks/,
    ],
    [
      'the office where no lead is left',
      { ...base, responsible: 'dsl', leadIds: [], side: 'responsible', ticker: OFFICE },
      /answers/,
    ],
    [
      'both sides by one account',
      { ...NONE, side: 'responsible', ticker: LEAD, other: { accountId: 7, personIds: [70] } },
      /ticked by you/,
    ],
    [
      'both by two accounts of one person',
      { ...NONE, side: 'responsible', ticker: LEAD, other: { accountId: 5, personIds: [70] } },
      /ticked by you/,
    ],
    [
      'the sheet by the one who ticked the other side',
      { ...NONE, side: 'starter', ticker: LEAD, other: { accountId: 7, personIds: [70] } },
      /ticked by you/,
    ],
    [
      'one side each',
      { ...NONE, side: 'responsible', ticker: OFFICE, other: { accountId: 7, personIds: [70] } },
      null,
    ],
  ] as const)('%s', (_, ticking, expected) => {
    const why = whyNotTick(ticking);
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatch(expected);
  });
});

describe('properties', () => {
  const ticksArbitrary = fc.array(
    fc.record({
      stepId: fc.integer({ min: 1, max: 3 }),
      side: fc.constantFrom('starter' as const, 'responsible' as const),
      isDone: fc.boolean(),
      offset: fc.integer({ min: 0, max: 40 }),
    }),
    { maxLength: 20 },
  );
  const lists = [list([step(1, 'a', { within: 0 }), step(2, 'b'), step(3, 'c', { within: 20 })])];
  const made = (specs: { stepId: number; side: Tick['side']; isDone: boolean; offset: number }[]) =>
    specs.map(({ offset, isDone, ...one }) =>
      tick(one.stepId, one.side, addDays(day(BEGAN), offset), { isDone }),
    );

  test('a step is done just where both sides’ last word is that it is, and late never is', () => {
    fc.assert(
      fc.property(ticksArbitrary, fc.integer({ min: 0, max: 60 }), (specs, after) => {
        const on: Day = addDays(day(BEGAN), after);
        const ticks = made(specs);
        const weeks = weeksOf(starter(), lists, on, ticks)!;
        expect(weeks.done + weeks.late).toBeLessThanOrEqual(weeks.steps.length);
        expect(weeks.isOpen).toBe(weeks.done < weeks.steps.length);
        for (const { ids, state, lateSince, doneOn, dueOn } of weeks.steps) {
          const says = (side: Tick['side']) =>
            ticks.findLast((t) => ids.includes(t.stepId) && t.side === side && t.tickedOn <= on)
              ?.isDone === true;
          expect(state === 'done').toBe(says('starter') && says('responsible'));
          expect(state === 'late').toBe(state !== 'done' && dueOn < on);
          expect(lateSince === null).toBe(state !== 'late');
          if (doneOn !== null) expect(doneOn <= on).toBe(true);
        }
      }),
    );
  });

  test('one more tick never undoes anything', () => {
    fc.assert(
      fc.property(
        ticksArbitrary,
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (specs, id, isStarter) => {
          const on = day('2026-12-31');
          const ticks = made(specs);
          const more = [...ticks, tick(id, isStarter ? 'starter' : 'responsible', '2026-12-31')];
          const before = weeksOf(starter(), lists, on, ticks)!;
          const after = weeksOf(starter(), lists, on, more)!;
          expect(after.done).toBeGreaterThanOrEqual(before.done);
          for (const one of after.steps) {
            if (one.state === 'done') expect(sideLacking(one)).toBeNull();
          }
        },
      ),
    );
  });
});
