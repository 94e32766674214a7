import { describe, expect, test } from 'vitest';
import { isPresentOn, kindsHeldOn, lastDayOf } from '#app/domain/audience.ts';
import { day } from '#app/domain/days.ts';
import { beginningOf, editionInForce } from '#app/domain/editions.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { Edition } from '#app/domain/types.ts';
import {
  BY_31_OCTOBER,
  completion,
  edition,
  held,
  kcsie,
  line,
  MONTHS_24,
  person,
  policy,
  READ_KCSIE,
  read,
  requirement,
  standing,
  teacher,
  time,
  version,
} from './support.ts';

describe('the edition in force', () => {
  const inForce = (on: string, ...editions: Edition[]) =>
    editionInForce(kcsie(...editions), day(on))?.key ?? null;

  test('changes on the first day of a confirmed edition', () => {
    const both = [edition('2026'), edition('2025')];
    expect(inForce('2025-08-31', ...both)).toBeNull();
    expect(inForce('2026-08-31', ...both)).toBe('2025');
    expect(inForce('2026-09-01', ...both)).toBe('2026');
  });

  test('is the one before until a late confirmation', () => {
    const late = edition('2026', { confirmedOn: day('2026-09-14') });
    expect(beginningOf(late)).toBe('2026-09-14');
    expect(inForce('2026-09-13', edition('2025'), late)).toBe('2025');
    expect(inForce('2026-09-14', edition('2025'), late)).toBe('2026');
  });

  test.each(['draft', 'announced'] as const)('is never a %s', (state) => {
    expect(inForce('2026-11-16', edition('2025'), edition('2026', { state }))).toBe('2025');
  });
});

describe('reading by edition', () => {
  const asked = requirement([line(READ_KCSIE)]);
  const on = (days: string, completions = [read('2025', '2025-09-09')], editions?: Edition[]) => {
    const publications = editions ? [kcsie(...editions)] : undefined;
    const school = policy([asked], publications ? { publications } : {});
    return standingOf(school, person({ completions }), asked, day(days));
  };

  test('an edition confirmed late counts readings since its first day in force', () => {
    const late = edition('2026', { confirmedOn: day('2026-09-14') });
    const early = [read('2026', '2026-09-01')];
    expect(on('2026-09-14', early, [edition('2025'), late]).status).toBe('in-date');
    const draft = [read('2026', '2026-08-31')];
    expect(on('2026-09-14', draft, [edition('2025'), late]).status).not.toBe('in-date');
  });

  test('who read the one before late starts afresh with the next', () => {
    expect(on('2026-09-01', [read('2025', '2026-08-31')]).status).toBe('not-yet-due');
    expect(on('2026-09-01', [read('2025', '2026-09-01')]).status).toBe('overdue');
  });

  test('who missed two stays overdue since the first', () => {
    expect(on('2026-11-16', []).overdueSince).toBe('2024-11-01');
    expect(on('2026-11-16', [read('2024', '2024-10-01')]).overdueSince).toBe('2025-11-01');
  });

  test('who was away when the next began and owed nothing gets days on return', () => {
    const who = person({
      completions: [read('2025', '2025-09-09')],
      absences: [time('2026-08-01', '2026-11-30')],
    });
    const found = standing(asked, who, '2026-12-01');
    expect([found.status, found.dueOn]).toEqual(['not-yet-due', '2026-12-08']);
  });

  test('nothing is required while no edition is in force; the first one is told', () => {
    const found = on('2026-08-31', [], [edition('2026')]);
    expect([found.status, found.comingOn]).toEqual(['not-required', '2026-09-01']);
    const announced = on('2026-08-31', [], [edition('2026', { state: 'announced' })]);
    expect([announced.status, announced.comingOn]).toEqual(['not-required', null]);
  });

  test('a run that bridges a gap on the eve of an edition forgives nothing', () => {
    const supply = person({
      appointments: [teacher('2025-09-01', '2026-07-17'), teacher('2026-09-07')],
    });
    expect(standing(asked, supply, '2026-11-16').overdueSince).toBe('2025-09-09');
  });
});

describe('valid to', () => {
  const keeping = requirement([line({ kind: 'months', months: 12, keepAnniversaryDays: 60 })]);
  const printed = (on: string, expiry: string) => completion(on, { printedExpiryOn: day(expiry) });

  test('a renewal counts on from the old day only while the printed expiry is not past', () => {
    const renewed = (on: string) => {
      const completions = [printed('2025-10-20', '2026-09-05'), completion(on)];
      return standing(keeping, person({ completions }), '2026-11-16').validTo;
    };
    expect(renewed('2026-09-05')).toBe('2027-10-20');
    expect(renewed('2026-09-06')).toBe('2027-09-06');
  });

  test('of two renewals of one chain, the one that counts for longer is counted on from', () => {
    const completions = [
      completion('2025-10-20'),
      printed('2026-09-05', '2027-01-01'),
      completion('2026-09-10'),
      completion('2027-09-05'),
    ];
    const { validTo } = standing(keeping, person({ completions }), '2027-11-16');
    expect(validTo).toBe('2028-10-20');
  });

  test('a printed expiry on the very day of the rule is not said to have won', () => {
    const who = person({ completions: [printed('2025-09-01', '2027-09-01')] });
    const { validity } = standing(requirement([line(MONTHS_24)]), who, '2026-11-16');
    expect(validity?.withoutPrinted).toBeNull();
  });

  test('of two that do not run out, the one under a set rule is told', () => {
    const versions = [
      version('2010-09-01', line({ kind: 'once' })),
      version('2020-09-01', line({ kind: 'not-stated' })),
    ];
    const who = person({ completions: [completion('2015-01-01'), completion('2021-01-01')] });
    const found = standing(requirement([], { versions }), who, '2026-11-16');
    expect([found.noInterval, found.completion?.completedOn]).toEqual([false, '2015-01-01']);
  });
});

describe('where a line begins', () => {
  const teachers = { categories: [], kinds: ['teacher'] };
  const roll = { rollOutOn: day('2026-10-31') };
  const assistant = person({ appointments: [held('teaching-assistant', '2015-09-01')] });

  test('a wider audience begins for those whom it adds, with its own roll-out day', () => {
    const widened = requirement([], {
      versions: [
        version('2020-09-01', line(MONTHS_24, { audience: teachers })),
        version('2026-09-01', line(MONTHS_24, roll)),
      ],
    });
    expect(standing(widened, assistant, '2026-10-31').status).toBe('not-yet-due');
    expect(standing(widened, assistant, '2026-11-01').status).toBe('overdue');
    expect(standing(widened, person(), '2026-10-31').overdueSince).toBe('2020-09-09');
  });

  test('an appointment that begins after the day bridges no gap before it', () => {
    const widened = requirement([], {
      versions: [
        version('2020-09-01', line(MONTHS_24, { audience: teachers })),
        version('2026-09-01', line(MONTHS_24, roll)),
      ],
    });
    const appointments = [
      teacher('2015-09-01', '2026-06-30'),
      held('teaching-assistant', '2026-07-01'),
      teacher('2026-09-20'),
    ];
    const again = person({ appointments });
    expect(standing(widened, again, '2026-09-19').status).toBe('not-yet-due');
    expect(standing(widened, again, '2026-09-20').overdueSince).toBe('2020-09-09');
  });

  test('a line that was left out for a while begins anew', () => {
    const asked = line(BY_31_OCTOBER);
    const other = line(MONTHS_24, { key: 'other', audience: teachers });
    const broken = requirement([], {
      versions: [
        version('2020-09-01', asked),
        version('2024-09-01', other),
        version('2026-09-01', asked),
      ],
    });
    expect(standing(broken, assistant, '2025-11-16').status).toBe('not-required');
    expect(standing(broken, assistant, '2026-10-31').dueOn).toBe('2026-10-31');
    expect(standing(broken, assistant, '2026-10-31').status).toBe('not-yet-due');
  });

  test('a further version of a line does not begin it again', () => {
    const kept = requirement([], {
      versions: [
        version('2020-09-01', line(MONTHS_24)),
        version('2026-09-01', line({ kind: 'months', months: 12 }, roll)),
      ],
    });
    expect(standing(kept, person(), '2026-09-02').overdueSince).toBe('2020-09-09');
  });
});

describe('appointments', () => {
  const two = person({
    appointments: [
      teacher('2020-09-01', '2026-12-31'),
      held('deputy-dsl', '2024-01-01', '2026-11-16'),
    ],
  });

  test('the kinds held on a day, each once', () => {
    expect(kindsHeldOn(two, day('2026-11-16'))).toEqual(['teacher', 'deputy-dsl']);
    expect(kindsHeldOn(two, day('2026-11-17'))).toEqual(['teacher']);
    expect(isPresentOn(two, day('2026-12-31'))).toBe(true);
    expect(isPresentOn(two, day('2027-01-01'))).toBe(false);
  });

  test('the last day is that of the whole run, and none while it is open', () => {
    expect(lastDayOf(two, day('2026-11-16'))).toBe('2026-12-31');
    const renewed = person({ appointments: [...two.appointments, teacher('2027-01-01')] });
    expect(lastDayOf(renewed, day('2026-11-16'))).toBeNull();
    const later = person({ appointments: [...two.appointments, teacher('2027-01-02')] });
    expect(lastDayOf(later, day('2026-11-16'))).toBe('2026-12-31');
    expect(lastDayOf(later, day('2026-11-16'), 1)).toBeNull();
  });
});
