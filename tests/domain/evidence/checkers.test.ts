import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkersInWords, checkersOf } from '#app/domain/evidence/checkers.ts';
import { time } from '../support.ts';
import { type Named, named, TODAY } from './support.ts';

const ALWAYS = [time('2026-09-01', null)];

function checkers(people: Named[], of: Named, schoolDays: number, ownIds = [of.id]) {
  const { names, because } = checkersOf(people, { ownIds, schoolDays, on: TODAY });
  return { names, because };
}

describe('who is meant to look', () => {
  const bronwen = named('Bronwen', ['leadership', 'dsl']);
  const colin = named('Colin', ['deputy-dsl']);
  const leanne = named('Leanne', ['teacher', 'deputy-dsl']);
  const marian = named('Marian', ['headteacher']);
  const zoe = named('Zoë', ['teacher']);
  const everybody = [bronwen, colin, leanne, marian, zoe];

  it.each([
    [0, ['Bronwen'], null],
    [5, ['Bronwen'], null],
    [6, ['Bronwen', 'Colin', 'Leanne'], 'late'],
  ])('of a teacher’s after %i school days: %o', (days, names, because) => {
    expect(checkers(everybody, zoe, days)).toEqual({ names, because });
  });

  it('of the lead’s own: the deputies, from the first day', () => {
    expect(checkers(everybody, bronwen, 0)).toEqual({ names: ['Colin', 'Leanne'], because: 'own' });
  });

  it('of a deputy’s own: the lead, and later the other deputy too', () => {
    expect(checkers(everybody, colin, 2)).toEqual({ names: ['Bronwen'], because: null });
    expect(checkers(everybody, colin, 6).names).toEqual(['Bronwen', 'Leanne']);
  });

  it('where there are several leads: all of them, and of one’s own the others', () => {
    const second = named('Sian', ['dsl']);
    expect(checkers([...everybody, second], zoe, 1).names).toEqual(['Bronwen', 'Sian']);
    const ofBronwen = checkers([...everybody, second], bronwen, 1);
    expect(ofBronwen).toEqual({ names: ['Sian', 'Colin', 'Leanne'], because: 'own' });
  });

  it('while every lead is away, or there is none: the deputies', () => {
    const away = { ...bronwen, absences: ALWAYS };
    const expected = { names: ['Colin', 'Leanne'], because: 'no-lead' };
    expect(checkers([away, colin, leanne, zoe], zoe, 0)).toEqual(expected);
    expect(checkers([colin, leanne, zoe], zoe, 0)).toEqual(expected);
  });

  it('where nobody of them is left: the headteacher', () => {
    const away = [bronwen, colin, leanne].map((one) => ({ ...one, absences: ALWAYS }));
    expect(checkers([...away, marian, zoe], zoe, 0)).toEqual({
      names: ['Marian'],
      because: 'no-deputy',
    });
    expect(checkers([bronwen, marian], bronwen, 0).names).toEqual(['Marian']);
  });

  it('where nobody is left at all, says what to do', () => {
    const head = named('Marian', ['headteacher', 'dsl']);
    const nobody = checkersOf([head], { ownIds: [head.id], schoolDays: 0, on: TODAY });
    expect(nobody.ids).toEqual([]);
    expect(checkersInWords(nobody)).toMatch(/has to appoint/);
  });

  it('never anybody whose account opens the record that it concerns', () => {
    const alsoLead = named('Zoë as lead', ['dsl']);
    const shared = checkers([...everybody, alsoLead], zoe, 0, [zoe.id, alsoLead.id]);
    expect(shared.names).toEqual(['Bronwen', 'Colin', 'Leanne']);
  });

  it('whatever the school is like: never whom it concerns, never anybody who may not check', () => {
    const kinds = ['dsl', 'deputy-dsl', 'headteacher', 'teacher', 'governor'];
    const somebody = fc
      .record({ kinds: fc.subarray(kinds, { minLength: 1 }), isAway: fc.boolean() })
      .map((of) => named(of.kinds.join(), of.kinds, of.isAway ? ALWAYS : []));
    const school = fc.array(somebody, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(school, fc.nat(), fc.nat({ max: 12 }), (people, at, schoolDays) => {
        const own = people[at % people.length]!;
        const { ids } = checkersOf(people, { ownIds: [own.id], schoolDays, on: TODAY });
        const meant = people.filter(({ id }) => ids.includes(id));
        expect(ids).not.toContain(own.id);
        for (const { appointments, absences } of meant) {
          expect(absences).toEqual([]);
          expect(appointments.map(({ kind }) => kind)).toEqual(
            expect.arrayContaining([expect.stringMatching(/^(dsl|deputy-dsl|headteacher)$/)]),
          );
        }
        const left = people.filter(
          (one) =>
            one !== own &&
            one.absences.length === 0 &&
            one.appointments.some(({ kind }) =>
              ['dsl', 'deputy-dsl', 'headteacher'].includes(kind),
            ),
        );
        expect(ids.length > 0).toBe(left.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
