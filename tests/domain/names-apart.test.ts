import { expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { nameApart, namesApart } from '#app/domain/names-apart.ts';
import { held, person } from './support.ts';

const KINDS = [
  { key: 'teacher', label: 'Teacher', category: 'staff' as const },
  { key: 'dsl', label: 'DSL', category: 'staff' as const },
];

test('people of one name are told apart by what they are, and nobody else is', () => {
  const people = [
    {
      ...person({ appointments: [held('teacher', '2015-09-01')] }),
      id: 1,
      ref: 'A1',
      name: 'Emma Taylor',
    },
    {
      ...person({ appointments: [held('dsl', '2015-09-01')] }),
      id: 2,
      ref: 'A2',
      name: 'Emma Taylor',
    },
    { ...person({}), id: 3, ref: 'A3', name: 'Zoë Marsh' },
  ];
  const apart = namesApart(people, KINDS, day('2026-11-16'));
  expect(people.map(({ id, name }) => nameApart(name, apart.get(id)))).toEqual([
    'Emma Taylor (Teacher, A1)',
    'Emma Taylor (DSL, A2)',
    'Zoë Marsh',
  ]);
});
