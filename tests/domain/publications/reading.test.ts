import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#app/domain/days.ts';
import {
  type Declaration,
  onBehalfInWords,
  partsLeft,
} from '#app/domain/publications/declaration.ts';
import { declarationWords } from '#app/domain/publications/declaration-words.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import { ownReadingOf } from '#app/domain/publications/own-reading.ts';
import { canBeDeclared, countsUntil, readingState } from '#app/domain/publications/reading.ts';
import { readingThing } from '#app/domain/publications/reading-thing.ts';
import { readingAnswer } from '#app/domain/publications/reading-words.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import {
  edition,
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

const TODAY = day('2026-11-16');
const PARTS = ['Part one', 'Annex A', 'Annex B'];

function details(key: string, more: Partial<EditionDetails> = {}): EditionDetails {
  return {
    ...edition(key),
    id: Number(key),
    publicationId: 1,
    publicationKey: 'kcsie',
    publicationTitle: 'KCSIE',
    whatChanged: null,
    link: null,
    file: null,
    source: null,
    parts: PARTS,
    reads: [
      { parts: ['Part one', 'Annex B'], audience: { categories: [], kinds: ['teacher'] } },
      { parts: ['Annex A'], audience: { categories: [], kinds: ['lunchtime'] } },
    ],
    correctsId: null,
    checkTopics: [],
    notes: [],
    ...more,
  };
}

/** 2026 came into force on the day of its confirmation, 2 November; 2027 is final, 2028 announced. */
const E2025 = details('2025');
const E2026 = details('2026', { confirmedOn: day('2026-11-02'), dueBy: day('2026-11-30') });
const E2027 = details('2027', { confirmedOn: day('2026-11-10') });
const E2028 = details('2028', { state: 'announced', confirmedOn: null });
const ALL = [E2025, E2026, E2027, E2028];
const READING = requirement([line(READ_KCSIE)]);
const POLICY = policy([READING], { publications: [kcsie(...ALL)] });

function declared(one: { id: number }, parts: string[]): Declaration {
  const kept = { words: 'I confirm', fileSha256: null, link: null, isOnBehalf: false };
  const entered = { enteredBy: null, enteredOn: null };
  return { completionId: one.id, editionId: 2026, declaredOn: TODAY, parts, ...kept, ...entered };
}

function readingOf(who: PersonFacts, of = E2026, declarations: Declaration[] = []) {
  return ownReadingOf(
    { policy: POLICY, person: who, edition: of, editions: ALL, declarations },
    TODAY,
  );
}

function answer(who: PersonFacts, of = E2026, declarations: Declaration[] = []) {
  const reading = readingOf(who, of, declarations);
  const standing = standingOf(POLICY, who, READING, TODAY);
  const isAsked = of === E2026 && standing.status !== 'not-required';
  return readingAnswer(
    { edition: of, editions: ALL, reading, standing: isAsked ? standing : null },
    TODAY,
  );
}

describe('What reading an edition comes to', () => {
  it.each([
    ['2025', E2025, '2026-11-01', 'in-force'],
    ['2025 after the next was confirmed', E2025, '2026-11-02', 'past'],
    ['2026 on the day of its confirmation', E2026, '2026-11-02', 'in-force'],
    ['2026 before its confirmation, in force by its own day', E2026, '2026-10-01', 'early'],
    ['2026 before either', E2026, '2026-08-31', 'not-yet'],
    ['2027, whose text is final', E2027, '2026-11-16', 'early'],
    ['2027 on the day before', E2027, '2026-11-09', 'not-yet'],
    ['2027 in force', E2027, '2027-09-01', 'in-force'],
    ['2028, announced', E2028, '2026-11-16', 'not-yet'],
    ['2028, announced, when its day is past', E2028, '2028-10-01', 'not-yet'],
  ] as const)('%s', (_, one, on, state) => {
    expect(readingState(ALL, one, day(on))).toBe(state);
  });

  it('what may be declared on a day counts, once it is in force, by the ladder itself', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays(day('2026-01-01'), n));
    fc.assert(
      fc.property(days, fc.constantFrom(E2025, E2026, E2027, E2028), (on, one) => {
        fc.pre(canBeDeclared(readingState(ALL, one, on)));
        const who = person({
          appointments: [teacher('2020-09-01')],
          completions: [read(one.key, on)],
        });
        const begins = [one.inForceFrom, one.confirmedOn ?? one.inForceFrom, on].sort().at(-1);
        const standing = standingOf(POLICY, who, READING, begins ?? on);
        expect(standing.status).toBe('in-date');
      }),
    );
  });

  it.each([
    ['2025', E2025, '2026-11-01'],
    ['2026', E2026, '2027-08-31'],
    ['2027: nothing later is confirmed', E2027, null],
  ] as const)('a declaration of %s', (_, one, until) => {
    expect(countsUntil(ALL, one)).toBe(until);
  });
});

describe('One person and an edition', () => {
  const zoe = () =>
    person({ appointments: [teacher('2020-09-01')], completions: [read('2025', '2025-10-01')] });

  it('reads what the school decided for their roles, in the order of the edition', () => {
    expect(readingOf(zoe())).toMatchObject({
      parts: ['Part one', 'Annex B'],
      isChosen: true,
      declaredOn: null,
      left: ['Part one', 'Annex B'],
    });
  });

  it('reads all of it where the school has not said which part is theirs', () => {
    const cook = person({ appointments: [held('cook', '2020-09-01')] });
    expect(readingOf(cook)).toMatchObject({ parts: PARTS, isChosen: false });
  });

  it('is not asked of anybody outside its audience', () => {
    const governor = person({
      appointments: [{ ...held('governor', '2020-09-01'), category: 'governor' }],
    });
    expect(readingOf(governor).requirements).toEqual([]);
    expect(answer(governor)).toBe('KCSIE 2026 is not asked of you.');
  });

  it('has more to read once a new role adds a part', () => {
    const done = read('2026', '2026-11-03');
    const both = person({
      appointments: [held('lunchtime', '2020-09-01'), teacher('2026-11-09')],
      completions: [done],
    });
    const kept = [declared(done, ['Annex A'])];
    expect(readingOf(both, E2026, kept)).toMatchObject({
      declaredOn: '2026-11-03',
      left: ['Part one', 'Annex B'],
    });
    expect(answer(both, E2026, kept)).toBe(
      'You declared it on 3 November 2026. Since then Part one and Annex B are yours to read too.',
    );
  });

  it('has nothing left where it was recorded by hand, with no parts', () => {
    const done = person({
      appointments: [teacher('2020-09-01')],
      completions: [read('2026', '2026-11-03')],
    });
    expect(readingOf(done).left).toEqual([]);
  });

  it('has not declared it by a declaration that waits for a check, or of another edition', () => {
    const completions = [
      read('2026', '2026-11-03', { check: 'awaiting-check' }),
      read('2025', '2026-10-03'),
    ];
    const done = person({ appointments: [teacher('2020-09-01')], completions });
    expect(readingOf(done).declaredOn).toBeNull();
  });

  it.each([
    ['in force', E2026, 'Read Part one and Annex B and say so by 30 November 2026.'],
    ['final', E2027, 'It comes into force on 1 September 2027. Reading it now counts already.'],
    ['announced', E2028, 'It comes into force on 1 September 2028; reading it now does not count.'],
    ['past', E2025, 'You declared it on 1 October 2025. KCSIE 2026 is read now.'],
  ])('hears first what there is to do: %s', (_, one, words) => {
    expect(answer(zoe(), one)).toBe(words);
  });

  it('hears since when it is overdue, and until when it counts', () => {
    const late = person({
      appointments: [teacher('2026-11-02')],
    });
    expect(answer(late)).toBe(
      'Read Part one and Annex B and say so: it has been overdue since 10 November 2026.',
    );
    const done = person({
      appointments: [teacher('2020-09-01')],
      completions: [read('2026', '2026-11-03')],
    });
    expect(answer(done)).toBe(
      'You declared it on 3 November 2026. It counts until 31 August 2027: on the day after, a later edition comes into force.',
    );
  });

  it('stands on their own page with the way to it, and with what is coming', () => {
    const who = zoe();
    const publications = [{ id: 1, key: 'kcsie', title: 'KCSIE', editions: ALL }];
    const known = { policy: POLICY, person: who, publications, declarations: [] };
    const thing = readingThing(known, standingOf(POLICY, who, READING, TODAY));
    expect(thing).toMatchObject({
      href: '/my/read/2026',
      parts: 'Part one and Annex B',
      isToRead: true,
      left: [],
      coming: { href: '/my/read/2027', title: 'KCSIE 2027' },
    });
  });
});

describe('What is left to read', () => {
  it.each<[string, string[], string[][], string[]]>([
    ['nothing declared', ['A', 'B'], [], ['A', 'B']],
    ['some declared', ['A', 'B'], [['A']], ['B']],
    ['declared bit by bit', ['A', 'B'], [['A'], ['B']], []],
    ['declared whole', ['A', 'B'], [[]], []],
    ['read as a whole', [], [[]], []],
    ['more declared than is asked', ['A'], [['A', 'B']], []],
  ])('%s', (_, parts, sets, left) => {
    expect(
      partsLeft(
        parts,
        sets.map((one) => ({ parts: one })),
      ),
    ).toEqual(left);
  });
});

describe('Words', () => {
  it('name the parts and the edition, and another set of parts makes other words', () => {
    const one = declarationWords(E2026, ['Part one']);
    expect(one).toContain('Part one of KCSIE 2026');
    expect(declarationWords(E2026, ['Part one', 'Annex B'])).not.toBe(one);
  });

  it('say of a signed sheet who entered it, and when', () => {
    const sheet = { isOnBehalf: true, enteredBy: 'Dora Lead', enteredOn: TODAY };
    expect(onBehalfInWords(sheet)).toBe(
      'Declared on a signed sheet, entered by Dora Lead on 16 November 2026.',
    );
    expect(onBehalfInWords({ ...sheet, isOnBehalf: false })).toBeNull();
  });
});
