import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#app/domain/days.ts';
import {
  groupOf,
  isOpen,
  type MissedSession,
  type MissedSitting,
  MOP_UP_STATES,
  type MopUpDecision,
  mopUpFigures,
  mopUpOf,
} from '#app/domain/sessions/mop-up.ts';
import { decisionWords, mopUpAnswer, openWords } from '#app/domain/sessions/mop-up-words.ts';
import type { Attendance, RegisterMark } from '#app/domain/sessions/register.ts';
import { MOP_UP_OUTCOMES } from '#app/domain/sessions/session.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import {
  ALL_STAFF,
  completion,
  line,
  MONTHS_24,
  person,
  policy,
  requirement,
  teacher,
  time,
} from '../support.ts';

const TODAY = day('2026-11-16');
const INSET = day('2026-09-01');
const LATER = day('2026-10-15');

const safeguarding = requirement([line(MONTHS_24)], { id: 1, key: 'safeguarding' });
const prevent = requirement([line(MONTHS_24)], { id: 2, key: 'prevent', metBy: [3] });
const preventLead = requirement([line(MONTHS_24)], { id: 3, key: 'prevent-lead' });
const school = policy([safeguarding, prevent, preventLead]);

const mark = (personId: number, attendance: Attendance | null): RegisterMark => {
  return { personId, expected: 'expected', attendance, minutes: null };
};

function sitting(id: number, more: Partial<MissedSitting> = {}): MissedSitting {
  const finalisedAt = '2026-09-01T15:00:00.000Z';
  return { id, heldOn: INSET, isMopUp: false, finalisedAt, marks: [], ...more };
}

function session(more: Partial<MissedSession> = {}): MissedSession {
  const sittings = [sitting(1)];
  return {
    audience: ALL_STAFF,
    credits: [1],
    sittings,
    decisions: [],
    hasRecording: true,
    ...more,
  };
}

function decision(personId: number, more: Partial<MopUpDecision> = {}): MopUpDecision {
  const nothing = { sittingId: null, withWhom: null, reason: null };
  return { id: 1, personId, outcome: 'recording', ...nothing, decidedOn: LATER, ...more };
}

const done = (on: string, requirementId = 1) =>
  completion(on, { requirementId, evidence: 'register' });

/** What the list says of one person, or null where they are not on it. */
function of(who: PersonFacts, more: Partial<MissedSession> = {}, on = TODAY) {
  const [one = null] = mopUpOf(school, session(more), [who], on);
  return one && { group: groupOf(one), missing: one.missing, lapsed: one.lapsed };
}

describe('who missed a session', () => {
  test.each([
    ['was there', { completions: [done('2026-09-01')] }, null],
    ['was not there', {}, 'nothing-arranged'],
    ['did it elsewhere on a later day', { completions: [done('2026-09-20')] }, null],
    ['did it last year', { completions: [done('2025-09-01')] }, 'nothing-arranged'],
    ['has left', { appointments: [teacher('2020-09-01', '2026-11-13')] }, null],
    [
      'was away then, and is back',
      { absences: [time('2026-08-01', '2026-10-01')] },
      'nothing-arranged',
    ],
    ['is away still', { absences: [time('2026-08-01')] }, 'away'],
    ['has joined since', { appointments: [teacher('2026-09-07')] }, 'offered'],
    ['joins tomorrow', { appointments: [teacher('2026-11-17')] }, null],
  ])('whoever %s', (_, who, group) => {
    expect(of(person(who as Partial<PersonFacts>))?.group ?? null).toBe(group);
  });

  test('what was returned is missing; what waits for a check is not', () => {
    const handedIn = (check: 'returned' | 'awaiting-check') =>
      person({ completions: [{ ...done('2026-09-03'), check }] });
    expect(of(handedIn('returned'))?.missing).toEqual([1]);
    expect(of(handedIn('awaiting-check'))).toBe(null);
  });

  test('names each requirement that is missing, and none that is met, exempt or retired', () => {
    const credits = [1, 2];
    expect(of(person(), { credits })?.missing).toEqual([1, 2]);
    const partly = person({ completions: [done('2026-09-01')] });
    expect(of(partly, { credits })?.missing).toEqual([2]);
    const asLead = person({ completions: [done('2026-09-01'), done('2026-09-05', 3)] });
    expect(of(asLead, { credits })).toBe(null);
    const exempt = { requirementId: 1, from: INSET, to: TODAY, reason: 'agreed' };
    expect(of(person({ exemptions: [exempt] }))).toBe(null);
    const retired = policy([{ ...safeguarding, retiredFrom: TODAY }]);
    expect(mopUpOf(retired, session(), [person()], TODAY)).toEqual([]);
  });

  test('nobody, while no sitting is final, where nothing is credited, and of a mop-up alone', () => {
    expect(of(person(), { sittings: [sitting(1, { finalisedAt: null })] })).toBe(null);
    expect(of(person(), { credits: [] })).toBe(null);
    expect(of(person(), { sittings: [sitting(1, { isMopUp: true })] })).toBe(null);
  });

  test('whoever is ticked on a register that is open still waits for that register', () => {
    const who = person();
    const open = sitting(2, { finalisedAt: null, marks: [mark(who.id, 'there')] });
    expect(of(who, { sittings: [sitting(1), open] })).toMatchObject({ group: 'arranged' });
    const reopened = sitting(1, { finalisedAt: null, marks: [mark(who.id, 'there')] });
    expect(of(person(), { sittings: [reopened] })?.group).toBe('nothing-arranged');
  });

  test('whoever is not expected that day missed it all the same', () => {
    const who = person();
    const marks = [{ ...mark(who.id, null), expected: 'not-expected' as const }];
    expect(of(who, { sittings: [sitting(1, { marks })] })?.group).toBe('nothing-arranged');
  });

  test('a starter is offered what was given within a year, and nothing older', () => {
    const starter = person({ appointments: [teacher('2026-10-01')] });
    expect(of(starter, {}, day('2027-09-01'))?.group).toBe('offered');
    expect(of(starter, {}, day('2027-09-02'))).toBe(null);
  });
});

describe('what was decided', () => {
  const who = person();
  const mopUp = (more: Partial<MissedSitting>) => ({
    sittings: [sitting(1), sitting(2, { heldOn: LATER, isMopUp: true, ...more })],
    decisions: [decision(who.id, { outcome: 'later-sitting', sittingId: 2 })],
  });
  const once = (more: Partial<MopUpDecision>) => ({ decisions: [decision(who.id, more)] });

  test.each([
    ['a recording', once({}), 'arranged', null],
    [
      'a recording that is gone',
      { ...once({}), hasRecording: false },
      'nothing-arranged',
      'no-recording',
    ],
    ['one to one', once({ outcome: 'one-to-one', withWhom: 'Jo' }), 'arranged', null],
    ['not required', once({ outcome: 'not-required', reason: 'Trains us' }), 'not-required', null],
    ['a sitting to come', mopUp({ finalisedAt: null }), 'arranged', null],
    [
      'a sitting they missed',
      mopUp({ marks: [mark(who.id, 'not-there')] }),
      'nothing-arranged',
      'not-there',
    ],
    [
      'a sitting that is gone',
      once({ outcome: 'later-sitting', sittingId: 9 }),
      'nothing-arranged',
      'no-sitting',
    ],
  ])('%s', (_, more, group, lapsed) => {
    expect(of(who, more as Partial<MissedSession>)).toMatchObject({ group, lapsed });
  });

  test('the last decision holds', () => {
    const decisions = [
      decision(who.id, { outcome: 'not-required', reason: 'A mistake' }),
      decision(who.id, { id: 2 }),
    ];
    expect(of(who, { decisions })?.group).toBe('arranged');
  });

  test('is done once nothing is missing, however it came about', () => {
    const caughtUp = { ...who, completions: [done('2026-10-15')] };
    for (const outcome of MOP_UP_OUTCOMES) {
      expect(of(caughtUp, once({ outcome }))?.group).toBe('done');
    }
  });

  test('whoever turned up at a later sitting unasked stands among those who are done', () => {
    const caughtUp = { ...who, completions: [done('2026-10-15')] };
    const marks = [mark(who.id, 'there')];
    const sittings = [sitting(1), sitting(2, { heldOn: LATER, isMopUp: true, marks })];
    expect(of(caughtUp, { sittings })?.group).toBe('done');
  });

  test('of a starter is arranged like anybody’s', () => {
    const starter = { ...who, appointments: [teacher('2026-10-01')] };
    expect(of(starter, once({}))?.group).toBe('arranged');
  });
});

describe('the list', () => {
  const someone = fc.record({
    joined: fc.constantFrom('2020-09-01', '2026-09-10'),
    doneOn: fc.option(fc.constantFrom('2025-09-01', '2026-09-01', '2026-10-15')),
    isAway: fc.boolean(),
    outcomes: fc.array(fc.constantFrom(...MOP_UP_OUTCOMES), { maxLength: 3 }),
    attendance: fc.constantFrom('there' as const, 'not-there' as const, null),
  });
  const some = fc.record({
    people: fc.array(someone, { maxLength: 8 }),
    isFinal: fc.boolean(),
    hasRecording: fc.boolean(),
  });

  function made({
    people,
    isFinal,
    hasRecording,
  }: NonNullable<ReturnType<typeof some.generate>['value']>) {
    const known = people.map(({ joined, doneOn, isAway }) =>
      person({
        appointments: [teacher(joined)],
        absences: isAway ? [time('2026-11-01')] : [],
        completions: doneOn === null ? [] : [done(doneOn)],
      }),
    );
    const decisions = known.flatMap(({ id }, at) =>
      (people[at]?.outcomes ?? []).map((outcome) => decision(id, { outcome, sittingId: 2 })),
    );
    const marks = known.map(({ id }, at) => mark(id, people[at]?.attendance ?? null));
    const finalisedAt = isFinal ? '2026-10-15T16:00:00.000Z' : null;
    const sittings = [sitting(1), sitting(2, { isMopUp: true, heldOn: LATER, finalisedAt, marks })];
    return { known, of: session({ sittings, decisions, hasRecording }) };
  }

  test('has each person once, in exactly one state and under one heading', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { known, of } = made(given);
        const list = mopUpOf(school, of, known, TODAY);
        expect(new Set(list.map(({ person: { id } }) => id)).size).toBe(list.length);
        for (const one of list) expect(MOP_UP_STATES).toContain(one.state);
        const counts = Object.values(mopUpFigures(list));
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(list.length);
      }),
    );
  });

  test('has everybody who lacks it: nobody is lost', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { known, of } = made(given);
        const listed = new Set(mopUpOf(school, of, known, TODAY).map((one) => one.person.id));
        for (const who of known) {
          const lacks = who.completions.every(({ completedOn }) => completedOn < INSET);
          if (lacks) expect(listed).toContain(who.id);
        }
      }),
    );
  });

  test('empties: once everybody has done it or need not, nothing is open, whatever was arranged before', () => {
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.boolean()), (given, coins) => {
        const { known, of } = made(given);
        const settled = known.map((who) =>
          coins.next().value ? { ...who, completions: [done('2026-11-10')] } : who,
        );
        const left = settled.filter(({ completions: [one] }) => one?.completedOn !== '2026-11-10');
        const waived = left.map(({ id }) =>
          decision(id, { outcome: 'not-required', reason: 'So' }),
        );
        const decisions = [...of.decisions, ...waived];
        const list = mopUpOf(school, { ...of, decisions }, settled, TODAY);
        expect(isOpen(mopUpFigures(list))).toBe(false);
        expect(list.every(({ state }) => state === 'done' || state === 'not-required')).toBe(true);
      }),
    );
  });

  test('never grows open by a completion', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 76 }), (given, after) => {
        const { known, of } = made(given);
        const more = known.map((who) => {
          return { ...who, completions: [...who.completions, done(addDays(INSET, after))] };
        });
        const open = (people: PersonFacts[]) => {
          const figures = mopUpFigures(mopUpOf(school, of, people, TODAY));
          return figures['nothing-arranged'] + figures.arranged;
        };
        expect(open(more)).toBeLessThanOrEqual(open(known));
      }),
    );
  });
});

describe('in words', () => {
  const figures = { ...mopUpFigures([]), done: 4 };
  test.each([
    [{ 'nothing-arranged': 3, arranged: 2 }, '3 people have nothing arranged, 2 are arranged.'],
    [{ 'nothing-arranged': 1, arranged: 1 }, '1 person has nothing arranged, 1 is arranged.'],
    [{ arranged: 1 }, '1 person is arranged.'],
    [{ away: 2 }, 'Everybody who is here has made up for it; 2 people are away.'],
    [{}, 'The list is done: everybody who missed it has made up for it, or need not.'],
    [{ done: 0 }, 'Nobody missed it.'],
  ])('%o', (more, words) => {
    expect(mopUpAnswer({ ...figures, ...more })).toBe(words);
  });

  test('what is still open is told in one clause', () => {
    expect(openWords({ 'nothing-arranged': 2, arranged: 0 })).toBe(
      '2 people have nothing arranged',
    );
  });

  test('what was arranged is told with its day, or its reason', () => {
    const at = { heldOn: day('2026-12-01'), startsAt: '15:30', place: 'Hall' };
    const one = (more: Partial<MopUpDecision>) => decisionWords(decision(1, more), at);
    expect(one({ outcome: 'later-sitting' })).toBe(
      'Comes to the sitting of 1 December 2026 at 15:30, Hall',
    );
    expect(one({ outcome: 'one-to-one', withWhom: 'Jyoti Raman' })).toContain('with Jyoti Raman');
    expect(one({ outcome: 'not-required', reason: 'Trains others' })).toContain(': Trains others');
  });
});
