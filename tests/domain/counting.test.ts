import { describe, expect, test } from 'vitest';
import { countOf, daysOverdue, evidenceStrength, inDateOf } from '#app/domain/counting.ts';
import { wholeRowsOf, wholeShare } from '#app/domain/dashboard/shares.ts';
import { day } from '#app/domain/days.ts';
import { inductionOnTime } from '#app/domain/induction.ts';
import { type Group, mergeSmall, shownCount } from '#app/domain/small-groups.ts';
import { type Standing, standingOf, standingsOf } from '#app/domain/standing.ts';
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

const SPRING = { name: 'Spring', from: day('2027-01-04'), to: day('2027-03-25') };
const ON = day('2026-11-16');
const level3 = requirement([line(MONTHS_24)]);
const school = policy([level3]);
const done = (on: string, more: object = {}) => person({ completions: [completion(on, more)] });
const exempt = person({
  exemptions: [{ requirementId: 1, from: ON, to: ON, reason: 'agreed' }],
});
const away = person({ absences: [time('2026-11-01')] });
const starter = (on: string, completions: PersonFacts['completions'] = []) =>
  person({ appointments: [teacher(on)], completions });
const standingsOn = (people: PersonFacts[], on = ON): Standing[] =>
  people.map((who) => standingOf(school, who, level3, on));

describe('counting', () => {
  test('tells all of d apart, and leaves the exempt and the away out of it', () => {
    const left = person({ appointments: [teacher('2015-09-01', '2026-11-15')] });
    const people = [
      done('2026-01-01'),
      done('2024-12-01'),
      starter('2026-11-12'),
      starter('2026-11-10'),
      done('2020-01-01'),
      exempt,
      away,
      left,
    ];
    const count = countOf(standingsOn(people));
    expect(count).toEqual({
      of: 5,
      inDate: 1,
      dueSoon: 1,
      noInterval: 0,
      notYetDue: 2,
      notYetDueUntil: '2026-11-19',
      overdue: 1,
      exempt: 1,
      away: 1,
    });
    expect(inDateOf(count)).toBe(2);
  });

  test('in date for everything: nothing that counts is overdue, and something counts', () => {
    const own = { kind: 'school-policy' as const, document: 'Policy', place: 'p1' };
    const fgm = requirement([line(MONTHS_24, { basis: own })], { id: 2 });
    const both = policy([level3, fgm]);
    const people = [done('2026-01-01'), starter('2026-11-16'), away, done('2020-01-01')];
    const rows = people.map((who) => ({ person: who, standings: standingsOf(both, who, ON) }));
    const whole = wholeRowsOf(both, rows);
    expect(wholeShare(whole, 'everything')).toMatchObject({ inDate: 1, of: 3 });
    expect(wholeShare(whole, 'guidance')).toMatchObject({ inDate: 2, of: 3 });
  });

  test('the first day overdue is day one', () => {
    const ranOutOn = (validTo: string) => done(validTo.replace('2026', '2024'));
    const people = [ranOutOn('2026-11-15'), ranOutOn('2026-10-17'), done('2026-01-01')];
    expect(standingsOn(people).map(daysOverdue)).toEqual([1, 30, 0]);
  });

  test('what stands behind those in date, each once, and what waits', () => {
    const waiting = completion('2026-11-01', { check: 'awaiting-check' });
    const people = [
      done('2026-01-01'),
      done('2026-01-01', { evidence: 'register', earnedElsewhere: true }),
      person({ completions: [completion('2026-01-01'), waiting] }),
      done('2020-01-01'),
    ];
    const strength = evidenceStrength(standingsOn(people));
    expect(strength.byEvidence).toMatchObject({ certificate: 2, register: 1, quiz: 0 });
    expect([strength.earnedElsewhere, strength.awaitingCheck]).toEqual([1, 1]);
  });
});

describe('induction on time', () => {
  const terms = [
    { name: 'Summer', ...time('2026-04-13', '2026-07-17') },
    { name: 'Autumn', ...time('2026-09-02', '2026-12-18') },
  ].map(({ name, from, to }) => ({ name, from, to: to! }));
  const withTerms = policy([level3], { terms });
  const of = (people: PersonFacts[], on = ON) => {
    const found = inductionOnTime(withTerms, people, on);
    return found === null ? null : [found.onTime, found.of];
  };

  test('counts who was done by the due day, and who was not', () => {
    expect(of([starter('2026-09-07', [completion('2026-09-14')])])).toEqual([1, 1]);
    expect(of([starter('2026-09-07', [completion('2026-09-15')])])).toEqual([0, 1]);
    expect(of([starter('2026-09-07', [completion('2026-05-01')])])).toEqual([1, 1]);
    expect(of([starter('2026-09-07')])).toEqual([0, 1]);
  });

  test('leaves out those whose due day is not past, who began before, or have left', () => {
    expect(of([starter('2026-11-09')])).toEqual([0, 0]);
    expect(of([starter('2026-11-08')])).toEqual([0, 1]);
    expect(of([starter('2026-07-17')])).toEqual([0, 0]);
    expect(of([person({ appointments: [teacher('2026-09-07', '2026-11-15')] })])).toEqual([0, 0]);
  });

  test('who begins in the holiday begins in the term after it', () => {
    expect(of([starter('2026-07-18')])).toEqual([0, 1]);
    expect(of([starter('2026-09-01')])).toEqual([0, 1]);
  });

  test('in a holiday the term before is meant; without terms there is no figure', () => {
    expect(of([starter('2026-09-07')], day('2026-12-28'))).toEqual([0, 1]);
    const reversed = policy([level3], { terms: [SPRING, ...terms] });
    expect(inductionOnTime(reversed, [], day('2027-02-01'))?.term.name).toBe('Spring');
    expect(of([], day('2026-09-01'))).toBeNull();
    expect(inductionOnTime(school, [], ON)).toBeNull();
  });
});

describe('small groups', () => {
  const countOfPeople = (inDate: number, overdue: number) =>
    countOf(
      standingsOn([
        ...Array.from({ length: inDate }, () => done('2026-01-01')),
        ...Array.from({ length: overdue }, () => done('2020-01-01')),
      ]),
    );

  test('fewer than five are told without numbers', () => {
    expect(shownCount(countOfPeople(4, 0))).toBe('all');
    expect(shownCount(countOfPeople(3, 1))).toBe('not-all');
    expect(shownCount(countOfPeople(0, 0))).toBe('no-one');
    expect(shownCount(countOfPeople(4, 1))).toMatchObject({ of: 5, inDate: 4 });
  });

  const group = (name: string, from: number, size: number): Group<number> => ({
    name,
    members: Array.from({ length: size }, (_, index) => from + index),
  });
  const sizes = (...groups: Group<number>[]) =>
    mergeSmall(groups).map(({ name, members }) => [name, members.length]);

  test('all small groups become one where it stood first', () => {
    expect(
      sizes(group('A', 0, 3), group('B', 10, 20), group('C', 40, 4), group('D', 50, 5)),
    ).toEqual([
      ['A and C', 7],
      ['B', 20],
      ['D', 5],
    ]);
  });

  test('one small group takes in the next smallest', () => {
    expect(sizes(group('A', 0, 8), group('B', 10, 6), group('C', 20, 4))).toEqual([
      ['A', 8],
      ['B and C', 10],
    ]);
  });

  test('small groups that share members are still small', () => {
    expect(sizes(group('A', 0, 3), group('B', 0, 3), group('C', 10, 9))).toEqual([
      ['A, B and C', 12],
    ]);
  });

  test('groups that share a few members become one, since their sum less the total would tell', () => {
    const staff = group('Staff', 0, 20);
    expect(sizes(staff, group('Governors', 19, 8))).toEqual([['Staff and Governors', 27]]);
    expect(sizes(staff, group('Governors', 14, 8))).toEqual([['Staff and Governors', 22]]);
    expect(sizes(staff, group('Supply', 40, 3), group('Governors', 19, 4))).toEqual([
      ['Staff, Supply and Governors', 26],
    ]);
    expect(sizes(staff, group('Governors', 15, 10))).toEqual([
      ['Staff', 20],
      ['Governors', 10],
    ]);
  });

  test('empty groups and groups of five stay as they are', () => {
    expect(sizes(group('A', 0, 0), group('B', 0, 5))).toEqual([
      ['A', 0],
      ['B', 5],
    ]);
  });
});
