import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInAudience, isPresentOn } from '#app/domain/audience.ts';
import { countOf, inDateOf } from '#app/domain/counting.ts';
import { addDays, day } from '#app/domain/days.ts';
import { beginningOf, editionInForce } from '#app/domain/editions.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import {
  haveToRead,
  previewEdition,
  withEdition,
} from '#app/domain/publications/edition-preview.ts';
import { confirmed, correctedEdition } from '#app/domain/publications/edition-rules.ts';
import { readInWords } from '#app/domain/publications/publication-words.ts';
import { declaredBy, figuresOf, readingsOf } from '#app/domain/publications/readings.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import { someDay, somePerson } from '../arbitraries.ts';
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
  time,
} from '../support.ts';
import { announced, details, publication } from './support.ts';

const TODAY = day('2026-11-16');
const ASKED = requirement([line(READ_KCSIE)]);
const schoolWith = (...editions: EditionDetails[]) =>
  policy([ASKED], { publications: [kcsie(...editions)] });

describe('in date n of d', () => {
  const edition = details('2025', {
    parts: ['Part one', 'Annex B'],
    reads: [
      { parts: ['Part one'], audience: ALL_STAFF },
      { parts: ['Annex B'], audience: { categories: [], kinds: ['dsl'] } },
    ],
  });
  const people = [
    person({ completions: [read('2025', '2025-10-01')] }),
    person({ appointments: [held('dsl', '2015-09-01')] }),
    person({ appointments: [teacher('2026-11-12')] }),
    person({ completions: [read('2024', '2025-08-31')] }),
    person({ absences: [time('2026-10-01')] }),
    person({
      exemptions: [
        {
          ...time('2026-11-01', '2026-11-30'),
          to: day('2026-11-30'),
          requirementId: 1,
          reason: 'agreed',
        },
      ],
    }),
    person({ appointments: [teacher('2015-09-01', '2026-07-31')] }),
    person({
      appointments: [{ ...teacher('2015-09-01'), kind: 'governor', category: 'governor' }],
    }),
  ];
  const school = schoolWith(details('2024'), edition);
  const readings = readingsOf(school, people, edition, TODAY);
  const { total, parts } = figuresOf(edition, readings);

  test('tells the not-yet-due and the overdue apart, and leaves out the exempt and the away', () => {
    expect(total).toMatchObject({ of: 4, inDate: 1, notYetDue: 1, overdue: 2, exempt: 1, away: 1 });
    expect(readInWords(total)).toBe(
      '1 of 4 has read it, 1 has until 19 November 2026, 2 are overdue; 1 exempt; 1 away',
    );
  });

  test('each part is counted by those who read it', () => {
    expect(parts.map(({ part, count }) => [part, inDateOf(count), count.of])).toEqual([
      ['Part one', 1, 4],
      ['Annex B', 0, 1],
    ]);
  });

  test('is what the ladder says of the requirement', () => {
    const standings = people
      .filter((who) => isPresentOn(who, TODAY))
      .map((who) => standingOf(school, who, ASKED, TODAY));
    expect(total).toEqual(countOf(standings));
  });

  test('an edition that is not in force is asked of nobody, and keeps its own count', () => {
    const before = details('2024');
    expect(readingsOf(school, people, before, TODAY)).toEqual([]);
    expect(declaredBy(school, people, before, TODAY)).toEqual({ people: 1, inPost: 1 });
  });

  test('what was returned, waits or was done elsewhere is no declaration', () => {
    const who = (more: object) => person({ completions: [read('2025', '2025-10-01', more)] });
    const none = [
      who({ check: 'returned' }),
      who({ check: 'awaiting-check' }),
      who({ earnedElsewhere: true }),
    ];
    expect(declaredBy(school, none, edition, TODAY)).toEqual({ people: 0, inPost: 0 });
    const left = person({ ...who({}), appointments: [teacher('2015-09-01', '2026-07-31')] });
    expect(declaredBy(school, [left], edition, TODAY)).toEqual({ people: 1, inPost: 0 });
  });

  test('two requirements for one document count a person once, by what is left to do', () => {
    const second = requirement([line(READ_KCSIE)], { id: 2, key: 'again' });
    const both = policy([ASKED, second], { publications: [kcsie(edition)] });
    const who = person({ completions: [read('2025', '2025-10-01')] });
    const [reading, ...more] = readingsOf(both, [who], edition, TODAY);
    expect(more).toEqual([]);
    expect(reading?.standing.status).toBe('overdue');
  });
});

describe('confirming, on its days', () => {
  const dueBy = day('2026-11-30');
  const after = confirmed(announced('2026'), dueBy, TODAY);
  const school = schoolWith(details('2025'), announced('2026'));
  const then = withEdition(school, after);
  const readBefore = person({ completions: [read('2025', '2025-10-01')] });
  const statusOn = (on: string, who = readBefore) => standingOf(then, who, ASKED, day(on)).status;

  test.each([
    ['2026-11-15', 'in-date'],
    ['2026-11-16', 'not-yet-due'],
    ['2026-11-30', 'not-yet-due'],
    ['2026-12-01', 'overdue'],
  ])('who read the edition before stands on %s', (on, status) => {
    expect(statusOn(on)).toBe(status);
  });

  test('the preview tells who has to read it until when, who has, and who stays overdue', () => {
    const early = person({ completions: [read('2026', '2026-09-10')] });
    const never = person();
    const away = person({ completions: readBefore.completions, absences: [time('2026-10-01')] });
    const starter = person({ appointments: [teacher('2026-11-16')] });
    const preview = previewEdition(school, [readBefore, early, never, away, starter], after, TODAY);
    expect(preview.on).toBe(TODAY);
    expect(preview.read).toEqual([early]);
    expect(preview.stayOverdue).toEqual([never]);
    expect(preview.leftOut).toEqual([away]);
    expect(preview.haveUntil).toEqual([
      { dueOn: '2026-11-23', people: [starter] },
      { dueOn: dueBy, people: [readBefore] },
    ]);
    expect(haveToRead(preview)).toBe(3);
  });
});

describe('for anybody', () => {
  const school = schoolWith(details('2024'), details('2025'), announced('2026'));

  test('confirming never makes overdue before the due-by day who was not overdue before', () => {
    const days = fc.record({ who: somePerson, today: someDay, time: fc.nat(60), look: fc.nat(60) });
    fc.assert(
      fc.property(days, ({ who, today, time: given, look }) => {
        const begins = today < '2026-09-01' ? day('2026-09-01') : today;
        const dueBy = addDays(begins, given);
        const then = withEdition(school, confirmed(announced('2026'), dueBy, today));
        const on = addDays(begins, Math.min(look, given));
        const { status, dueBecause, joinedOn } = standingOf(then, who, ASKED, on);
        if (status !== 'overdue' || (joinedOn !== null && joinedOn >= begins)) return;
        expect(dueBecause).toBe('overdue-before');
      }),
      { numRuns: 2_000 },
    );
  });

  test('a correction that is read again concerns exactly those in the audience', () => {
    const cases = fc.record({ who: somePerson, from: someDay, today: someDay });
    fc.assert(
      fc.property(cases, ({ who, from, today }) => {
        const all = publication(details('2024'), details('2025'));
        const inForce = all.editions.find(({ key }) => key === editionInForce(all, today)?.key);
        if (!inForce || from <= inForce.inForceFrom) return;
        const correction = { inForceFrom: from, dueBy: addDays(from, 30), whatChanged: 'x' };
        const again = { ...correctedEdition(all, inForce, correction, today), id: 9 };
        const next = all.editions.find((one) => one.inForceFrom > inForce.inForceFrom);
        if (next && from >= next.inForceFrom) return;
        const {
          read: done,
          haveUntil,
          stayOverdue,
          leftOut,
        } = previewEdition(schoolWith(...all.editions), [who], again, today);
        const concerned: PersonFacts[] = [
          ...done,
          ...haveUntil.flatMap((lot) => lot.people),
          ...stayOverdue,
          ...leftOut,
        ];
        const isAsked = isInAudience(who, ALL_STAFF, beginningOf(again)!);
        expect(concerned).toEqual(isAsked ? [who] : []);
        expect(done).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
