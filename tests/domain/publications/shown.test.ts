import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import {
  publicationShown,
  READER_COLUMNS,
  readerRows,
  type SchoolReads,
} from '#app/domain/publications/shown.ts';
import {
  ALL_STAFF,
  held,
  kcsie,
  line,
  person,
  policy,
  READ_KCSIE,
  read,
  requirement,
  teacher,
} from '../support.ts';
import { announced, details, publication } from './support.ts';

const TODAY = day('2026-11-16');
const EDITIONS = [
  details('2024'),
  details('2025', {
    parts: ['Part one', 'Annex B'],
    reads: [
      { parts: ['Part one'], audience: ALL_STAFF },
      { parts: ['Annex B'], audience: { categories: [], kinds: ['dsl'] } },
    ],
    notes: [{ notedOn: day('2025-09-19'), words: 'A page' }],
  }),
  announced('2026'),
  announced('2027', { state: 'draft' }),
];

function school(...people: ReturnType<typeof named>[]): SchoolReads {
  const asked = requirement([line(READ_KCSIE)], { name: 'KCSIE read' });
  const asks = policy([asked], { publications: [kcsie(...EDITIONS)] });
  return { policy: asks, people, apart: new Map(), on: TODAY };
}
const named = (name: string, more: Parameters<typeof person>[0] = {}) => ({
  ...person(more),
  name,
  ref: `T-${name}`,
});
const done = [read('2025', '2025-10-01')];

describe('a publication as its page shows it', () => {
  const shown = publicationShown(school(named('Ash')), publication(...EDITIONS));

  test('has one edition in force, what is coming, and what is past', () => {
    expect(shown.askedBy).toEqual(['KCSIE read']);
    expect(shown.inForce?.title).toBe('KCSIE 2025');
    expect(shown.coming.map(({ title, state, isWaiting }) => [title, state, isWaiting])).toEqual([
      ['KCSIE 2026', 'announced', true],
      ['KCSIE 2027', 'draft', false],
    ]);
    expect(shown.earlier.map(({ title, declared }) => [title, declared])).toEqual([
      ['KCSIE 2024', 'Nobody declared it here.'],
    ]);
  });

  test('says so where nobody is asked to read it', () => {
    const nobody = { ...school(named('Ash')), policy: policy([]) };
    const unasked = publicationShown(nobody, publication(...EDITIONS));
    expect(unasked).toMatchObject({
      askedBy: [],
      inForce: { notRead: [], parts: [{ figure: null }, { figure: null }] },
    });
  });

  test('names those who have not read it, the longest overdue first', () => {
    const people = [
      named('Birch', { appointments: [teacher('2026-11-12')] }),
      named('Ash'),
      named('Cedar', { completions: done }),
    ];
    const { inForce } = publicationShown(school(...people), publication(...EDITIONS));
    expect(inForce?.notRead.map(({ name, status, dueOn }) => [name, status, dueOn])).toEqual([
      ['Ash', 'overdue', '2024-10-31'],
      ['Birch', 'not-yet-due', '2026-11-19'],
    ]);
    expect(inForce?.read.map(({ name, readOn }) => [name, readOn])).toEqual([
      ['Cedar', '2025-10-01'],
    ]);
  });
});

describe('a part that became somebody’s after they declared others', () => {
  const lead = named('Dora', {
    appointments: [teacher('2015-09-01'), held('dsl', '2026-10-01')],
    completions: done,
  });
  const left = (...declared: string[][]) => {
    const parts = new Map([[lead.id, declared.map((one) => ({ parts: one }))]]);
    const all = publication(...EDITIONS);
    return publicationShown(school(lead), all, parts).inForce?.read[0]?.left;
  };

  test('is told beside their name, until they declare it', () => {
    expect(left(['Part one'])).toEqual(['Annex B']);
    expect(left(['Part one'], ['Annex B'])).toEqual([]);
    expect(left([])).toEqual([]);
  });

  test('stands in the file too', () => {
    const parts = new Map([[lead.id, [{ parts: ['Part one'] }]]]);
    const [row] = readerRows(school(lead), publication(...EDITIONS), parts);
    const cells = Object.fromEntries(READER_COLUMNS.map((name, index) => [name, row?.[index]]));
    expect(cells).toMatchObject({
      person_id: 'T-Dora',
      parts: 'Part one and Annex B',
      status: 'in-date',
      read_on: '2025-10-01',
      parts_not_declared: 'Annex B',
    });
  });
});
