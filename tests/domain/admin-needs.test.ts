import { describe, expect, test } from 'vitest';
import { type Known, needsOf } from '#app/domain/admin-needs.ts';
import { type Day, day } from '#app/domain/days.ts';
import { peopleIn, presenceOn, shownAppointments } from '#app/domain/people-view.ts';

const TODAY = day('2026-11-16');
const TERMS = [{ name: 'Autumn', from: day('2026-09-01'), to: day('2026-12-18') }];
const ABLE = { personId: null, canSignIn: true, isAdministrator: true, isInvited: false };

type Made = Partial<Omit<Known, 'appointments'>> & {
  ref?: string;
  from?: string;
  to?: string | null;
};

function person({ from = '2026-09-01', to = null, ...more }: Made = {}) {
  const name = more.name ?? 'Zoë Marsh';
  const appointment = { kind: 'teacher', category: 'staff' as const, from: day(from) };
  return {
    id: 1,
    name,
    sortName: name.split(' ').reverse().join(', '),
    ref: 'T1',
    email: null,
    leftWithoutDay: false,
    hasAccount: true,
    absences: [],
    exemptions: [],
    bookings: [],
    completions: [],
    ...more,
    appointments: [{ ...appointment, to: to as Day | null }],
  };
}

const kindsFor = (people: Known[], more: Partial<Parameters<typeof needsOf>[0]> = {}) =>
  needsOf({
    people,
    accounts: [ABLE, ABLE],
    unasked: [],
    terms: TERMS,
    today: TODAY,
    ...more,
  }).map(({ kind }) => kind);

describe('what needs an administrator', () => {
  test('nothing, where all is well', () => {
    expect(kindsFor([person()])).toEqual([]);
  });

  test('the staff list, where nobody is entered yet', () => {
    expect(kindsFor([])).toEqual(['nobody-yet']);
  });

  test('whoever has left without a last day', () => {
    expect(kindsFor([person({ leftWithoutDay: true })])).toEqual(['left-without-day']);
  });

  test('whoever holds no appointment at all', () => {
    expect(kindsFor([{ ...person(), appointments: [] }])).toEqual(['no-appointment']);
  });

  test('whoever is asked nothing', () => {
    expect(kindsFor([person()], { unasked: [{ id: 1, name: 'Zoë' }] })).toEqual(['nobody-fits']);
  });

  test('two people in post with one address', () => {
    const one = person({ email: 'office@example.org' });
    const two = person({ id: 2, email: 'Office@example.org' });
    expect(kindsFor([one, two])).toEqual(['same-email']);
    expect(kindsFor([one, person({ ...two, to: '2026-11-13' })])).toEqual([]);
  });

  test('whoever has an address and no account, while in post', () => {
    const without = { hasAccount: false, email: 'z@example.org' };
    expect(kindsFor([person(without)])).toEqual(['no-account']);
    expect(kindsFor([person({ ...without, email: null })])).toEqual([]);
    expect(kindsFor([person({ ...without, to: '2026-11-13' })])).toEqual([]);
  });

  test('an invitation that ran out unused', () => {
    const invited = { ...ABLE, personId: 1, canSignIn: false, isAdministrator: false };
    const accounts = [ABLE, ABLE, invited];
    expect(kindsFor([person()], { accounts })).toEqual(['invitation-over']);
    const open = [ABLE, ABLE, { ...invited, isInvited: true }];
    expect(kindsFor([person()], { accounts: open })).toEqual([]);
  });

  test('a leaver who is still an administrator', () => {
    const left = person({ to: '2026-11-13' });
    const accounts = [ABLE, ABLE, { ...ABLE, personId: 1 }];
    expect(kindsFor([left], { accounts })).toEqual(['left-administrator']);
  });

  test('a year without terms, the next one too from a month before', () => {
    expect(kindsFor([person()], { terms: [] })).toEqual(['no-terms']);
    expect(kindsFor([person()], { today: day('2027-07-31') })).toEqual([]);
    expect(kindsFor([person()], { today: day('2027-08-01') })).toEqual(['no-terms']);
  });

  test('an administrator who is the only one', () => {
    expect(kindsFor([person()], { accounts: [ABLE] })).toEqual(['only-administrator']);
  });
});

describe('the list of people', () => {
  const zoe = person();
  const neill = person({ id: 2, name: "Ann O'Neill", ref: '50%_', from: '2026-12-01' });
  const left = person({ id: 3, name: 'Sam Hale', to: '2026-11-13', email: 's@example.org' });
  const found = (wanted: Partial<Parameters<typeof peopleIn>[1]>) =>
    peopleIn(
      [zoe, neill, left],
      { q: '', category: null, kind: null, who: 'all', ...wanted },
      TODAY,
    ).map(({ id }) => id);

  test.each([
    ['zoe', [1]],
    ['ZOË', [1]],
    ['marsh, z', [1]],
    ["o'n", [2]],
    ['%', [2]],
    ['_', [2]],
    ['\\', []],
    ['s@ex', [3]],
  ])('%j finds %j, every character as it stands', (q, ids) => {
    expect(found({ q })).toEqual(ids);
  });

  test('tells who is here, who comes and who has left', () => {
    expect([zoe, neill, left].map((one) => presenceOn(one, TODAY))).toEqual([
      'here',
      'coming',
      'left',
    ]);
    expect(found({ who: 'left' })).toEqual([3]);
  });

  test('filters by what somebody is, comes as, or was last', () => {
    expect(found({ kind: 'teacher', category: 'staff' })).toEqual([1, 2, 3]);
    expect(found({ kind: 'dsl' })).toEqual([]);
    expect(shownAppointments(left, TODAY)).toHaveLength(1);
  });
});
