import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { EVERYTHING, type MatrixView, matrixOf } from '#app/domain/matrix.ts';
import { pageOf } from '#app/domain/pages.ts';
import { standingsOf } from '#app/domain/standing.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import { matrixQuery, readMatrixView } from '#app/forms/matrix-view.ts';
import { completion, held, line, MONTHS_24, person, policy, requirement } from './support.ts';

const TODAY = day('2026-11-16');
const ONE = requirement([line(MONTHS_24)], { id: 1, key: 'one', name: 'One' });
const TWO = requirement([line(MONTHS_24)], { id: 2, key: 'two', name: 'Two' });
const NOBODYS = requirement([line(MONTHS_24, { audience: { categories: [], kinds: ['cook'] } })], {
  id: 3,
  key: 'nobodys',
});
const RULES = policy([ONE, TWO, NOBODYS]);
const KINDS = [
  { key: 'dsl', label: 'DSL', category: 'staff' as const },
  { key: 'teacher', label: 'Teacher', category: 'staff' as const },
];

function named(name: string, sortName: string, more: Partial<PersonFacts> = {}) {
  return { ...person(more), name, sortName };
}

const ZOE = named('Zoë Marsh', 'Marsh, Zoë', {
  completions: [completion('2026-01-01'), completion('2025-01-10', { requirementId: 2 })],
});
const ONEILL = named("Aoife O'Neill", "O'Neill, Aoife", {
  appointments: [held('dsl', '2015-09-01')],
  completions: [completion('2023-01-01')],
});
const PERCENT = named('100% _Real_', '_Real_, 100%', { completions: [completion('2026-02-01')] });
const PEOPLE = [ZOE, ONEILL, PERCENT].map((one) => ({
  person: one,
  standings: standingsOf(RULES, one, TODAY),
}));

function names(view: Partial<MatrixView>): string[] {
  const school = { requirements: RULES.requirements, kinds: KINDS, on: TODAY };
  return matrixOf(PEOPLE, school, { ...EVERYTHING, ...view }).rows.map(({ person }) => person.name);
}

describe('The matrix', () => {
  it('has a column for each requirement that is asked of somebody', () => {
    const school = { requirements: RULES.requirements, kinds: KINDS, on: TODAY };
    const { columns } = matrixOf(PEOPLE, school, EVERYTHING);
    expect(columns.map(({ key }) => key)).toEqual(['one', 'two']);
  });

  it.each([
    ['zoe', ['Zoë Marsh']],
    ['o’neill', ["Aoife O'Neill"]],
    ['%', ['100% _Real_']],
    ['_', ['100% _Real_']],
    ["'; DROP", []],
  ])('finds by name, literally: %s', (name, found) => {
    expect(names({ name })).toEqual(found);
  });

  it('shows those who have a chosen status in a column that is shown', () => {
    expect(names({ statuses: ['overdue'], requirements: ['one'] })).toEqual(["Aoife O'Neill"]);
  });

  it('shows holders of one appointment', () => {
    expect(names({ appointment: 'dsl' })).toEqual(["Aoife O'Neill"]);
  });

  it('groups in the order of the school’s appointments, by name within each', () => {
    expect(names({ group: 'appointment' })).toEqual(["Aoife O'Neill", '100% _Real_', 'Zoë Marsh']);
  });

  it('puts the most overdue first', () => {
    expect(names({ sort: 'most-overdue' })[0]).toBe("Aoife O'Neill");
  });

  it('orders by one requirement: overdue, then what falls due first, last what is not asked', () => {
    const order = names({ sort: 'requirement', by: 'one' });
    expect(order).toEqual(["Aoife O'Neill", 'Zoë Marsh', '100% _Real_']);
  });

  it('shows those with something that waits for a check, or is booked', () => {
    const waiting = named('Wendy Wait', 'Wait, Wendy', {
      completions: [completion('2026-11-05', { check: 'awaiting-check' })],
    });
    const rows = [...PEOPLE, { person: waiting, standings: standingsOf(RULES, waiting, TODAY) }];
    const school = { requirements: RULES.requirements, kinds: KINDS, on: TODAY };
    const shown = matrixOf(rows, school, { ...EVERYTHING, marks: ['awaiting-check'] });
    expect(shown.rows.map(({ person }) => person.name)).toEqual(['Wendy Wait']);
    expect(matrixOf(rows, school, { ...EVERYTHING, marks: ['booked'] }).rows).toEqual([]);
  });

  it('is cut into pages without loss', () => {
    expect([1, 2, 3].flatMap((page) => pageOf([1, 2, 3, 4, 5], page, 2))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('The address of the matrix', () => {
  const known = { requirements: ['one', 'two'], kinds: ['dsl'] };

  it('says all that is shown, and reads it again', () => {
    const view: MatrixView = {
      name: "O'Neill & Söhne",
      requirements: ['two', 'one'],
      statuses: ['overdue', 'due-soon'],
      marks: ['awaiting-check'],
      appointment: 'dsl',
      sort: 'requirement',
      by: 'two',
      group: 'appointment',
      page: 3,
    };
    expect(readMatrixView(new URLSearchParams(matrixQuery(view)), known)).toEqual(view);
    expect(matrixQuery(EVERYTHING)).toBe('');
  });

  it('leaves out what it does not know', () => {
    const strange =
      'status=red&requirement=x&appointment=king&sort=requirement&by=x&group=1&page=-1&page=0x10';
    expect(readMatrixView(new URLSearchParams(strange), known)).toEqual(EVERYTHING);
  });
});
