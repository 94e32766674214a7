import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import {
  figuresOfRegister,
  type RegisterMark,
  registerOf,
  type SittingOf,
} from '#app/domain/sessions/register.ts';
import { ALL_STAFF, held, person, teacher, time } from '../support.ts';

const zoe = { ...person(), name: 'Zoë' };
const idris = { ...person({ appointments: [teacher('2026-09-02')] }), name: 'Idris' };
const nadia = { ...person({ absences: [time('2026-08-01', '2026-09-01')] }), name: 'Nadia' };
const winston = {
  ...person({
    appointments: [{ ...held('governor', '2019-10-07'), category: 'governor' as const }],
  }),
  name: 'Winston',
};
const PEOPLE = [zoe, idris, nadia, winston];

const INSET: SittingOf = { heldOn: day('2026-09-01'), isMopUp: false, finalisedAt: null };
const MOP_UP: SittingOf = { heldOn: day('2026-09-17'), isMopUp: true, finalisedAt: null };
const FINAL = { ...INSET, finalisedAt: '2026-09-01T15:00:00.000Z' };

function mark(who: { id: number }, more: Partial<RegisterMark> = {}): RegisterMark {
  return { personId: who.id, expected: 'expected', attendance: null, minutes: null, ...more };
}

function names(sitting: SittingOf, marks: RegisterMark[], elsewhere: number[] = []) {
  const ground = { audience: ALL_STAFF, sitting, people: PEOPLE, marks };
  const register = registerOf({ ...ground, elsewhere: new Set(elsewhere) });
  return {
    on: register.entries.map(({ person: who }) => who.name),
    not: register.notExpected.map(({ name }) => name),
  };
}

describe('who is on a register', () => {
  test.each<[string, SittingOf, RegisterMark[], number[], string[], string[]]>([
    ['the audience on its day, less who is away', INSET, [], [], ['Zoë'], []],
    [
      'a day later who joined is there, and who is back',
      { ...INSET, heldOn: day('2026-09-02') },
      [],
      [],
      ['Zoë', 'Idris', 'Nadia'],
      [],
    ],
    [
      'whoever turned up is added, of the audience or not',
      INSET,
      [mark(winston, { expected: 'added' }), mark(nadia, { expected: 'added' })],
      [],
      ['Zoë', 'Nadia', 'Winston'],
      [],
    ],
    [
      'whoever is not expected that day stands apart',
      INSET,
      [mark(zoe, { expected: 'not-expected' })],
      [],
      [],
      ['Zoë'],
    ],
    ['who was at another sitting is not expected again', INSET, [], [zoe.id], [], []],
    [
      'nor taken off where this one says that they were there',
      INSET,
      [mark(zoe, { attendance: 'there' })],
      [zoe.id],
      ['Zoë'],
      [],
    ],
    [
      'whoever is no longer expected leaves it as long as nothing is said of them',
      INSET,
      [mark(idris)],
      [],
      ['Zoë'],
      [],
    ],
    [
      'of whom it was final that they missed it, they stay, wherever they have been since',
      INSET,
      [mark(idris, { attendance: 'not-there' }), mark(zoe, { attendance: 'not-there' })],
      [zoe.id],
      ['Zoë', 'Idris'],
      [],
    ],
    ['a mop-up expects nobody by itself', MOP_UP, [], [], [], []],
    ['but those who are put down for it', MOP_UP, [mark(idris)], [], ['Idris'], []],
    [
      'a final register is what it was made, whoever has joined since',
      FINAL,
      [mark(winston, { expected: 'added', attendance: 'there' })],
      [],
      ['Winston'],
      [],
    ],
  ])('%s', (_, sitting, marks, elsewhere, on, not) => {
    expect(names(sitting, marks, elsewhere)).toEqual({ on, not });
  });

  test('its figures tell those apart of whom nothing is said yet', () => {
    const marks = [
      mark(zoe, { attendance: 'there' }),
      mark(idris, { attendance: 'in-part', minutes: 40 }),
      mark(nadia, { attendance: 'not-there' }),
      mark(winston),
    ];
    expect(figuresOfRegister(marks)).toEqual({
      expected: 4,
      there: 1,
      inPart: 1,
      notThere: 1,
      open: 1,
    });
  });
});
